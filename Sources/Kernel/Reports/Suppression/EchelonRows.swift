/// The linear span of rows, kept so that each row begins at a place of its own.
struct EchelonRows {
    private(set) var rows: [(pivot: Int, entries: [UInt64])] = []

    /// Adds a row to the span; whether it was not in it already.
    @discardableResult mutating func insert(_ row: [UInt64]) -> Bool {
        guard let rest = reduced(row), let pivot = rest.firstIndex(where: { $0 != 0 }) else { return false }
        var entries = rest
        ModularRow.normalise(&entries, at: pivot)
        rows.append((pivot, entries))
        rows.sort { $0.pivot < $1.pivot }
        return true
    }

    /// The row without what is in the span; nil if nothing is left.
    func reduced(_ row: [UInt64]) -> [UInt64]? {
        var rest = row
        for (pivot, entries) in rows where rest[pivot] != 0 {
            ModularRow.subtract(entries, times: rest[pivot], from: &rest, startingAt: pivot)
        }
        return rest.contains { $0 != 0 } ? rest : nil
    }
}
