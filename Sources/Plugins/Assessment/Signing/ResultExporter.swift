import Crypto
import GRDB
import Kernel

/// `kjerne export result OFFERING/PERSON`: the joint result, signed, as far as the one who asks may see it.
struct ResultExporter: Exporter {
    func bytes(of id: String?, reading: borrowing some ReportReading & ~Copyable) throws -> [UInt8] {
        guard let id, let slash = id.firstIndex(of: "/") else { throw NoOutcome(id: id ?? "") }
        let offering = String(id[..<slash])
        let outcomes = try reading.records("assessment.outcome", where: [("enrolment", id)]).filter { $0.state == "frozen" }
        guard let outcome = outcomes.max(by: { $0["edition"]?.integer ?? 0 < $1["edition"]?.integer ?? 0 }),
            let course = try reading.course(of: offering)
        else { throw NoOutcome(id: id) }
        let keys = try reading.records("assessment.signing-key", where: []).filter { $0.state == "active" }
        guard let key = keys.last, let fingerprint = key["fingerprint"]?.string else { throw KeyFault.none }
        guard let folder = reading.storeFolder else { throw KeyFault.inMemory }
        let secret = try KeyFile.read(KeyFile.path(fingerprint, in: folder + "/keys"))
        let person = String(id[id.index(after: slash)...])
        let name = try reading.person(person)?.name ?? person
        let body = JSONValue.object([
            ("computed", outcome["parts"] ?? .null), ("credits", outcome["credits"] ?? .null), ("digest", outcome["digest"] ?? .null),
            ("edition", outcome["edition"] ?? .null), ("grade", outcome["grade"] ?? .null),
            ("course", .string(course.variant.course.code)), ("version", .integer(course.variant.course.version)),
            ("institution", .string(course.variant.course.institution)), ("offering", .string(offering)), ("person", .string(person)),
            ("name", .string(name)), ("release", .string(course.release)),
            ("signed", .string(reading.time.zone.day(at: reading.instant).description)),
        ])
        return try SignedResult(body, with: secret).bytes
    }
}

/// That there is no frozen result of that name, or none that may be seen.
struct NoOutcome: ExplainedError {
    var id: String
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(
            nb: "det finnes ikke noe fastsatt resultat for «\(id)»", nn: "det finst ikkje noko fastsett resultat for «\(id)»",
            en: "there is no frozen result of '\(id)'")
    }
    var help: Text? {
        Text(
            nb: "oppgi GJENNOMFØRING/PERSON; resultater fastsettes med assessment.freeze",
            nn: "oppgi GJENNOMFØRING/PERSON; resultat blir fastsette med assessment.freeze",
            en: "give OFFERING/PERSON; results are fixed with assessment.freeze")
    }
}
