import GRDB

/// What is said where a record would hold the same key as another.
extension RecordActs {
    /// The refusal of a record that would hold the same as another in fields that are unique.
    ///
    /// That there is another is said to those alone who may read the key in it; to everyone else the values are refused, and nothing is said
    /// of why (design 3.3, what a person may not see reaches her in no error text).
    ///
    /// - Parameters:
    ///   - birth: what a new record would have beside its fields; nil where one that is there would change.
    ///   - number: that of the record that would change.
    func taken(
        _ type: RecordType, _ values: [String: FieldValue], birth: RecordWriter.Birth?, of number: Int64?, by error: DatabaseError
    ) throws -> ActRefusal {
        // SQLite's message: UNIQUE constraint failed: notes_note.topic, notes_note.year
        let places = (error.message ?? "").split(separator: ":").last?.split(separator: ",") ?? []
        let columns = places.map { place in place.split(separator: ".").last.map { String($0.trimmingPrefix(" ")) } ?? "" }
        let names = columns.map { column in
            column == "_author" ? "author" : type.fields.first { $0.column == column }?.name ?? type.parentField ?? column
        }
        let labels = names.map { name in
            name == "author" ? Text(nb: "forfatter", nn: "forfattar", en: "author") : type.field(name)?.label ?? parent(of: type, name)
        }
        let twin = try transaction.writer(type).twin(in: columns, values, birth: birth, of: number)
        let isOwn = try twin.map { try names.contains("author") && wrote(type, $0) } ?? false
        // Who wrote it knows that, also where nobody is told who wrote it.
        guard let twin, try reads(type, twin, isOwn ? names.filter { $0 != "author" } : names) else {
            return .taken(record: type.label, fields: labels)
        }
        // A text about the writer is said to her alone.
        guard let text = type.repeatTexts[names], isOwn || !names.contains("author") else {
            return .exists(record: type.label, fields: labels)
        }
        let rights = ActRights(type: type, live: live, standing: try transaction.standing(), db: transaction.db)
        let mayChange = try !type.update.isEmpty && rights.decide(twin, by: type.update).isAllowed
        return .existsAs(text, change: mayChange ? "kjerne do \(type.id).update \(twin)" : nil)
    }

    /// What people call that under which a record stands, within a sentence.
    private func parent(of type: RecordType, _ name: String) -> Text {
        guard let parent = type.parent, name == type.parentField else { return Text(verbatim: name) }
        return (live.record(parent)?.label ?? KernelRecord(rawValue: parent)?.label)?.inSentence ?? Text(verbatim: name)
    }

    /// Whether who acts wrote a record.
    private func wrote(_ type: RecordType, _ number: Int64) throws -> Bool {
        if case .anonymous = transaction.context.actor { return false }
        let sql = "SELECT _author FROM \(SQLName.quoted(type.table)) WHERE _id = ?"
        return try String.fetchOne(transaction.db, sql: sql, arguments: [number]) == transaction.context.actor.description
    }

    /// Whether who acts may read some fields of a record.
    private func reads(_ type: RecordType, _ number: Int64, _ names: [String]) throws -> Bool {
        if case .anonymous = transaction.context.actor { return false }
        let reader = RecordReader(live, standing: try transaction.standing(), in: transaction.db)
        guard let record = try reader.find(type, number) else { return false }
        return names.allSatisfy { name in record.values.contains { $0.name == name } }
    }
}
