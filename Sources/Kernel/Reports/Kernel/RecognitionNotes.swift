import GRDB

/// Says below a report which activities count because work from elsewhere is recognised: for those whose work the reader sees, and on which
/// grounds as far as she may read the record that says it.
struct RecognitionNotes {
    private let request: ReportRequest
    private let db: Database
    private let people: PeopleReading

    init(_ request: ReportRequest, in db: Database) throws {
        self.request = request
        self.db = db
        people = try PeopleReading(request.actor, in: db)
    }

    /// A sentence for each activity that is recognised, by participant.
    ///
    /// - Parameters:
    ///   - offering: only of that offering; nil for all.
    ///   - person: only of that person; nil for all.
    func sentences(offering: String?, person: String?) throws -> [Text] {
        let reader = RecordReader(request.live, standing: request.standing, in: db)
        return try Recognitions.kinds(request.live).flatMap { kind in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT r._id, p.id, a.key FROM \(SQLName.quoted(kind.type.table)) r JOIN kernel_enrolment e ON e.id = \(kind.enrolment)
                    JOIN kernel_person p ON p.key = e.person JOIN kernel_activity a ON a.key = \(kind.activity)
                    WHERE \(kind.counts) AND e.role = 'participant' AND e.state = 'active' AND \(people.isWorkSeen("e"))
                    AND (?1 IS NULL OR e.offering = ?1) AND (?2 IS NULL OR p.id = ?2)
                    ORDER BY e.offering, p.sort_key, p.id, a.position, a.activity, r._id
                    """, arguments: [offering, person])
            return try rows.compactMap { row -> Text? in
                guard let activity = try OfferedActivity.find(key: row[2], in: db) else { return nil }
                let record = try reader.find(kind.type, row[0])
                return Self.sentence(
                    row[1], activity.label, source: kind.terms.source.flatMap { Self.text(record?[$0]) },
                    ground: Self.text(record?[kind.terms.ground]))
            }
        }
    }

    private static func text(_ value: JSONValue?) -> Text? {
        if let text = value?.string { return text.isEmpty ? nil : Text(verbatim: text) }
        return value?.object.flatMap { Text($0) }
    }

    private static func sentence(_ person: String, _ title: Text, source: Text?, ground: Text?) -> Text {
        func place(_ language: Language, from: String, elsewhere: String) -> String {
            source.map { "\(from) \($0(language))" } ?? elsewhere
        }
        func why(_ language: Language, _ word: String) -> String { ground.map { " \(word): \($0(language))" } ?? "" }
        return Text(
            nb:
                "\(person): «\(title(.nb))» teller som ferdig, for arbeid \(place(.nb, from: "fra", elsewhere: "fra et annet sted")) er godskrevet.\(why(.nb, "Grunn"))",
            nn:
                "\(person): «\(title(.nn))» tel som ferdig, for arbeid \(place(.nn, from: "frå", elsewhere: "frå ein annan stad")) er godskrive.\(why(.nn, "Grunn"))",
            en:
                "\(person): '\(title(.en))' counts as done, since work \(place(.en, from: "from", elsewhere: "from elsewhere")) is recognised.\(why(.en, "Ground"))"
        )
    }
}
