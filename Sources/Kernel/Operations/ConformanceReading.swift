import GRDB

/// Compares what was handed in with what is read afterwards.
struct ConformanceReading {
    let live: LiveConfiguration
    let db: Database

    /// All that there is to be read of a record; nil where there is none.
    func read(_ type: RecordType, _ number: Int64) throws -> VisibleRecord? {
        try RecordReader(live, standing: .system, in: db).find(type, number)
    }

    /// The fields that are read as something else than they were given.
    func differing(_ given: JSONValue, in record: VisibleRecord) -> [String] {
        (given.object ?? []).filter { key, value in
            guard let field = record.type.field(key), let read = record[key] else { return false }
            return !Self.isSame(value, read, field.type)
        }.map(\.key)
    }

    /// The fields that are not the same in two readings.
    func changed(_ before: VisibleRecord, _ after: VisibleRecord) -> Set<String> {
        Set(before.values.filter { pair in after[pair.name]?.compact != pair.value.compact }.map(\.name))
    }

    static func isSame(_ given: JSONValue, _ read: JSONValue, _ type: FieldType) -> Bool {
        switch type {
        case .alias: return true
        // What people call a thing may be longer where it is given than where it is shown.
        case .file, .reference: return given.isNothing == read.isNothing
        case .list(let item):
            let (some, others) = (given.array ?? [], read.array ?? [])
            return some.count == others.count && zip(some, others).allSatisfy { isSame($0, $1, item) }
        case .integer, .number: return given.isNothing ? read.isNothing : given.double == read.double
        case .instant:
            guard let one = given.string, let other = read.string else { return given.isNothing && read.isNothing }
            return (try? Instant(one)) == (try? Instant(other))
        case .localized, .json:
            guard let one = try? given.canonical, let other = try? read.canonical else { return false }
            return one == other
        case .text, .code, .date, .duration, .boolean:
            // Texts that look the same may be written otherwise, so they are compared by their scalars.
            return Array(given.compact.unicodeScalars) == Array(read.compact.unicodeScalars)
        }
    }
}

extension JSONValue {
    fileprivate var isNothing: Bool {
        switch self {
        case .null: true
        case .array(let items): items.isEmpty
        default: false
        }
    }
}
