import Kernel

extension RecordedEvent {
    /// The number of the record of a kind that the event is about.
    func number(of kind: String) -> Int64? { header.records.first { $0.kind == kind }.flatMap { Int64($0.id) } }

    /// The id of what the event is about, for kinds that have one of their own.
    func id(of kind: String) -> String? { header.records.first { $0.kind == kind }?.id }
}
