import GRDB

/// What a letter may say of a record to its recipient.
struct NoticeValues {
    private let content: RecordContent
    private let visible: VisibleRecord?
    private let reader: RecordReader
    private let transaction: ActionTransaction
    private let live: LiveConfiguration

    init(_ content: RecordContent, reader: Person, transaction: ActionTransaction, live: LiveConfiguration) throws {
        self.content = content
        self.transaction = transaction
        self.live = live
        self.reader = try RecordReader(live, as: .person(reader.key), at: transaction.instant, in: transaction.db)
        visible = try self.reader.find(content.type, content.number)
    }

    /// Whether the recipient may read anything of the record.
    var isSeen: Bool { visible != nil }

    /// The value at a path; nil where the recipient may not read it.
    func value(_ path: String) throws -> NoticeValue? {
        let words = path.split(separator: ".").map(String.init)
        guard let visible, let first = words.first else { return nil }
        switch first {
        case "number": return .integer(Int(content.number))
        case "state": return content.state.map { .localized(content.type.workflow?.state($0)?.label ?? Text(verbatim: $0)) } ?? .empty
        case "workspace": return live.workspace["title"].flatMap(Self.text).map { .localized($0) } ?? .empty
        case "deadline":
            guard words.count == 2, try MomentSight(reader).tells(words[1], of: content.type, content.number) else { return nil }
            return try deadline(words[1])
        default: break
        }
        guard let value = visible[first] else { return nil }
        if words.count == 1 { return try single(first, value) }
        guard let found = RecordPath(live).resolve(words, of: content.type, row: "r"),
            try PathSight(reader: reader).tells(words, of: visible)
        else { return nil }
        let stored = try DatabaseValue.fetchOne(
            transaction.db.cachedStatement(sql: "SELECT \(found.sql) FROM \(SQLName.quoted(content.type.table)) r WHERE r._id = ?"),
            arguments: [content.number])
        return try convert(stored ?? .null, words)
    }

    private func single(_ name: String, _ value: JSONValue) throws -> NoticeValue {
        if case .reference(let reference)? = content.type.field(name)?.type, reference.target == KernelRecord.activity.rawValue,
            let key = content.activity
        {
            return try OfferedActivity.find(key: key, in: transaction.db).map { .localized($0.label) } ?? .empty
        }
        switch content.type.field(name)?.type {
        case let type? where !type.words.isEmpty:
            guard let word = value.string else { return .empty }
            return .localized(type.words.first { $0.id == word }?.title ?? Text(verbatim: word))
        case .localized?: return Self.text(value).map { .localized($0) } ?? .empty
        case .date?: return value.string.flatMap { try? Day($0) }.map { .day($0) } ?? .empty
        case .instant?: return value.string.flatMap { try? Instant($0) }.map { .instant($0) } ?? .empty
        default: return Self.plain(value)
        }
    }

    /// A value at the end of references, by what the kernel says of it.
    private func convert(_ stored: DatabaseValue, _ words: [String]) throws -> NoticeValue {
        if stored.isNull { return .empty }
        if words.last == "title", let text = String.fromDatabaseValue(stored), text.hasPrefix("{") {
            return Self.text(try JSONValue(parsing: Array(text.utf8))).map { .localized($0) } ?? .empty
        }
        switch stored.storage {
        case .int64(let number):
            let isEnd = words.last == "due"
            guard ["opens", "due", "since"].contains(words.last), let instant = Instant(microseconds: number) else {
                return .integer(Int(number))
            }
            return isEnd ? .end(instant) : .instant(instant)
        case .double(let number): return .number(number)
        case .string(let text): return (try? Day(text)).map { .day($0) } ?? .text(text)
        case .blob, .null: return .empty
        }
    }

    private func deadline(_ name: String) throws -> NoticeValue? {
        let due = try Int64.fetchOne(
            transaction.db.cachedStatement(sql: "SELECT due FROM kernel_deadline WHERE kind = ? AND record = ? AND name = ?"),
            arguments: [content.type.id, content.number, name])
        return due.flatMap { Instant(microseconds: $0) }.map { .end($0) } ?? .empty
    }

    private static func text(_ value: JSONValue) -> Text? {
        let texts = (value.object ?? []).compactMap { pair in pair.value.string.map { (pair.key, $0) } }
        return texts.isEmpty ? nil : Text(Dictionary(texts) { first, _ in first })
    }

    private static func plain(_ value: JSONValue) -> NoticeValue {
        switch value {
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .bool(let value): .boolean(value)
        case .string(let text): .text(text)
        default: .empty
        }
    }
}
