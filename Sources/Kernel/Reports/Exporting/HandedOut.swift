/// The records that one reader gets to see only because they were shared with her, while something is made that she takes away.
///
/// Used by one transaction alone.
final class HandedOut {
    private(set) var records: Set<RecordReference> = []

    /// Notes those of the records that are read by nothing else than that they were shared.
    func note(_ read: [VisibleRecord]) {
        for record in read where record.relations == ["shared"] { records.insert(RecordReference(record.type.id, record.number)) }
    }

    var sorted: [RecordReference] { records.sorted() }

    /// The name of the event that says what somebody took away.
    static let event = "kernel.shared.exported"
}
