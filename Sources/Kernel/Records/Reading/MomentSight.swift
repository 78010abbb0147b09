/// Which moments of records a reader may know of.
///
/// What counts from a field is told to those alone who may read that field: a day that follows from a sealed one tells it.
public struct MomentSight {
    private let reader: RecordReader
    private let places: RecordPlaceFinder

    public init(_ reader: RecordReader) {
        self.reader = reader
        places = RecordPlaceFinder(reader.live.deadlines.index, in: reader.db)
    }

    /// Whether she may know when a moment of a record is: the path of one, or the name of a deadline.
    public func tells(_ path: String, of type: RecordType, _ number: Int64) throws -> Bool {
        try tells(path, of: type, number, depth: 0)
    }

    private func tells(_ path: String, of type: RecordType, _ number: Int64, depth: Int) throws -> Bool {
        // Deadlines in a circle are refused before they run.
        guard depth < 32 else { return false }
        switch MomentSource(path, of: type, in: reader.live.deadlines.index) {
        case .field(let name)?: return try reader.find(type, number)?[name] != nil
        case .deadline(let name)?:
            let moments = type.workflow?.deadline(name)?.moments ?? []
            return try moments.allSatisfy { try $0.path == name || tells($0.path, of: type, number, depth: depth + 1) }
        case .deadlineAbove(let kind, let name)?:
            guard let above = reader.live.record(kind),
                let step = try places.find(type.id, number)?.line.first(where: { $0.kind == kind })
            else { return false }
            return try tells(name, of: above, step.number, depth: depth + 1)
        default: return true
        }
    }
}
