import Kernel

extension Table.Column {
    static let exam = Table.Column("exam", .code, Text(nb: "Eksamen", nn: "Eksamen", en: "Exam"))
    static let offering = Table.Column("offering", .code, Text(nb: "Gjennomføring", nn: "Gjennomføring", en: "Offering"))
    static let participant = Table.Column("participant", .code, Text(nb: "Deltaker", nn: "Deltakar", en: "Participant"))
    static let grade = Table.Column("grade", .localized, Text(nb: "Karakter", nn: "Karakter", en: "Grade"))
    static let number = Table.Column("number", .integer, Text(nb: "Kandidatnummer", nn: "Kandidatnummer", en: "Candidate number"))
}

extension ReportReading where Self: ~Copyable {
    /// The offering in which each candidate sits, by number.
    func placesOfCandidates() throws -> [Int: String] {
        Dictionary(
            try records("assessment.candidate", where: []).map { (Int($0.number), $0.text("enrolment").offeringPart) }
        ) { first, _ in first }
    }

    /// The scale that each of these offerings is graded on; none for one whose scale no module contributes.
    func scales(of offerings: some Sequence<String>) throws -> [String: GradeScale] {
        let known = GradeScales.all(contributions(to: GradeScales.self))
        var found: [String: GradeScale] = [:]
        for offering in Set(offerings) {
            guard let course = try course(of: offering) else { continue }
            let id = ExamTree(body: course.variant.body.json).scaleID
            found[offering] = known.first { $0.id == id }
        }
        return found
    }
}

extension VisibleRecord {
    func text(_ name: String) -> String { self[name]?.string ?? "" }
    func whole(_ name: String) -> Int? { self[name]?.integer }
    func words(_ name: String) -> [String] { (self[name]?.array ?? []).compactMap(\.string) }

    /// A grade as a document shows it: the letter, or what people read for it on its scale.
    func grade(_ name: String, on scale: GradeScale?) -> Table.Cell {
        let word = text(name)
        guard let scale, !word.isEmpty, scale != .letters else { return .text(word) }
        return .localized(scale.words(word))
    }

    /// The words of the manifest for a code.
    func label(_ name: String) -> Text {
        let word = text(name)
        guard case .code(let values)? = type.field(name)?.type, let value = values.first(where: { $0.id == word }) else {
            return Text(verbatim: word)
        }
        return value.title
    }

    /// The texts of a localized field.
    func localized(_ name: String) -> Text {
        let members = (self[name]?.object ?? []).compactMap { member in member.value.string.map { (member.key, $0) } }
        return Text(Dictionary(members) { first, _ in first })
    }
}

extension String {
    /// The offering of an enrolment as it is known, `OFFERING/PERSON`.
    var offeringPart: String { String(prefix { $0 != "/" }) }
    /// The person of an enrolment as it is known.
    var personPart: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }
}
