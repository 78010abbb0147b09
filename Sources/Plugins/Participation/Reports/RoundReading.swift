import Kernel

/// A round as a report may see it, with the course that it is for.
struct RoundReading {
    var number: Int64
    var offering: String
    var state: String
    var record: VisibleRecord
    var course: LiveCourse
    var rules: AdmissionRules

    var places: Int { record["places"]?.integer ?? 0 }
    var minimum: Int { record["minimum"]?.integer ?? 0 }
    var deadline: String? { record["deadline"]?.string }
}

extension ReportReading where Self: ~Copyable {
    /// The rounds, of one offering where it is named, by number.
    func rounds(_ offering: String?) throws -> [RoundReading] {
        try records("participation.round", where: []).compactMap { record in
            guard let id = record["offering"]?.string, offering == nil || id == offering, let course = try course(of: id) else {
                return nil
            }
            return RoundReading(
                number: record.number, offering: id, state: record.state ?? "", record: record, course: course,
                rules: AdmissionRules(course))
        }
    }
}

extension VisibleRecord {
    /// The number of the record that a field points at.
    func number(_ field: String) -> Int64? { self[field]?.integer.map(Int64.init) }

    /// The value of a field as a text by language.
    func text(_ field: String) -> Text? { self[field]?.object.flatMap(Text.init) }
}

extension Text {
    /// A text that was stored by language; nil where it has none.
    init?(_ members: [(key: String, value: JSONValue)]) {
        let texts = members.compactMap { member in member.value.string.map { (member.key, $0) } }
        guard !texts.isEmpty else { return nil }
        self.init(Dictionary(texts) { first, _ in first })
    }
}

extension Table.Column {
    static let offering = Table.Column("offering", .code, Text(nb: "Gjennomføring", nn: "Gjennomføring", en: "Offering"))
    static let participant = Table.Column("participant", .code, Text(nb: "Deltaker", nn: "Deltakar", en: "Participant"))
    static let applicant = Table.Column("applicant", .code, Text(nb: "Søker", nn: "Søkjar", en: "Applicant"))
    static let application = Table.Column("application", .integer, Text(nb: "Søknad", nn: "Søknad", en: "Application"))
    static let state = Table.Column("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State"))
}
