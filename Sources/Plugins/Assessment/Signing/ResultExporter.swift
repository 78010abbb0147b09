import Crypto
import GRDB
import Kernel

/// `kjerne export result OFFERING/PERSON`: the joint result, signed, as far as the one who asks may see it.
struct ResultExporter: Exporter {
    func bytes(of id: String?, reading: borrowing some ReportReading & ~Copyable) throws -> [UInt8] {
        guard let id, let slash = id.firstIndex(of: "/") else { throw NoOutcome(id: id ?? "") }
        let offering = String(id[..<slash])
        let outcomes = try reading.records("assessment.outcome", where: [("enrolment", id)])
        let last = outcomes.max { $0["edition"]?.integer ?? 0 < $1["edition"]?.integer ?? 0 }
        if last?.state == "outdated" { throw OutcomeOutdated(id: id) }
        guard let outcome = last, outcome.state == "frozen", let course = try reading.course(of: offering)
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

/// That a grade has changed since the result was frozen.
struct OutcomeOutdated: ExplainedError {
    var id: String
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "en karakter er endret siden resultatet for «\(id)» ble fastsatt",
            nn: "ein karakter er endra sidan resultatet for «\(id)» vart fastsett",
            en: "a grade has changed since the result of '\(id)' was frozen")
    }
    var help: Text? {
        Text(
            nb: "det deles ut igjen når det er fastsatt på nytt: assessment.freeze --reason",
            nn: "det blir delt ut att når det er fastsett på nytt: assessment.freeze --reason",
            en: "it is handed out again once it is frozen anew: assessment.freeze --reason")
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
