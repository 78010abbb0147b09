/// What a number under a floor is about: one record, the person whom the floor protects, and where the record belongs.
public struct Observation: Sendable {
    /// The record.
    public var id: String
    /// The person; the floor counts people, not records.
    public var person: String
    /// The id of the record's key in each dimension of the breakdown.
    public var keys: [String]
    /// The value of each field that is measured, null where it is missing.
    public var values: [String: JSONValue]

    public init(id: String, person: String, keys: [String], values: [String: JSONValue] = [:]) {
        self.id = id
        self.person = person
        self.keys = keys
        self.values = values
    }

    /// Tells this record with these values from the same with others, so that two prints with a changed value between them are held to
    /// differ by that record.
    func token(fields: [String]) -> String {
        let values = JSONValue.array(fields.map { self.values[$0] ?? .null })
        return id + "#" + Digest.hex("\(id)\u{0}\(values.compact)".utf8).prefix(16)
    }
}
