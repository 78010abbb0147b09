import GRDB
import Kernel

/// Short ways to what the module does with its own records.
extension ActionTransaction {
    /// A record type of the module; it is there whenever its code runs.
    func assessmentType(_ name: String) throws -> RecordType {
        guard let type = live?.record("assessment.\(name)") else { throw ReactionRefusal(Text(verbatim: "assessment.\(name)")) }
        return type
    }

    /// Takes a record along a transition, if it is in a state that the transition leads from.
    func advance(_ name: String, _ number: Int64, _ transition: String, _ values: [String: FieldValue] = [:]) throws {
        let type = try assessmentType(name)
        guard let step = type.workflow?.transition(transition), let content = try records.load(type, number),
            step.from.contains(content.state ?? "")
        else { return }
        try records.move(type, number, step, values)
    }

    func change(_ name: String, _ number: Int64, _ values: [String: FieldValue]) throws {
        try records.update(assessmentType(name), number, values)
    }

    @discardableResult
    func make(_ name: String, _ values: [String: FieldValue], under parent: (any DatabaseValueConvertible)? = nil) throws -> Int64 {
        try records.create(assessmentType(name), values, parent: parent?.databaseValue)
    }
}

extension FieldValue {
    static func text(_ value: String) -> FieldValue { .scalar(value.databaseValue) }
    static func number(_ value: Int64) -> FieldValue { .scalar(value.databaseValue) }
    static func truth(_ value: Bool) -> FieldValue { .scalar((value ? 1 : 0).databaseValue) }
    static func people(_ keys: some Sequence<Int64>) -> FieldValue { .list(keys.map { .scalar($0.databaseValue) }) }
    static func localized(_ text: Text) -> FieldValue {
        let members = ["en", "nb", "nn"].compactMap { tag in Language(rawValue: tag).map { (tag, JSONValue.string(text($0))) } }
        return .text(JSONValue.object(members).compact)
    }
}

extension RecordedEvent {
    /// The number of the record of a kind of this module that the event is about.
    func number(_ record: String) -> Int64? {
        header.records.first { $0.kind == "assessment.\(record)" }.flatMap { Int64($0.id) }
    }
}

extension ActRefusal {
    /// A rule of this module refuses, with its paragraph.
    static func rule(_ name: String, nb: String, nn: String, en: String) -> ActRefusal {
        .guarded(by: "assessment/\(name)", Text(nb: nb, nn: nn, en: en))
    }
}
