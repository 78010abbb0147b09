/// Which headers of a file stand for which columns, where the file has names of its own.
///
/// As `--map HEADER=FIELD` on the command line; the field `-` passes a column over.
/// ```swift
/// let mapping = try CSVMapping(["Fornavn=given_name", "Telefon=-"])
/// ```
public struct CSVMapping: Sendable, Hashable {
    /// The field that stands for a column that is not read.
    public static let ignored = "-"

    /// Header and field, in the order given.
    public let pairs: [(header: String, field: String)]

    /// No header has another name.
    public init() { pairs = [] }

    /// - Parameter arguments: each `HEADER=FIELD`; the last `=` parts them, since a header may hold one. A column without a
    ///   header, as a delimiter at the end of each row makes it, is named by nothing before the `=`.
    /// - Throws: `DiagnosticsError` with a fault for each argument without `=` or without a field.
    public init(_ arguments: [String]) throws {
        var pairs: [(String, String)] = []
        var faults = Diagnostics()
        for argument in arguments {
            if let equals = argument.lastIndex(of: "="), argument.index(after: equals) < argument.endIndex {
                pairs.append((String(argument[..<equals]), String(argument[argument.index(after: equals)...])))
            } else {
                faults.report(.malformedMapping(argument))
            }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        self.pairs = pairs
    }

    /// Whether a mapping is among what is wrong: then the command was called wrongly, whatever the file holds.
    public static func isAtFault(in faults: Diagnostics) -> Bool {
        let own: Set<String> = ["csv/malformed-mapping", "csv/unknown-mapped-field", "csv/unknown-mapped-header", "csv/mapped-twice"]
        return faults.reported.contains { own.contains($0.id) }
    }

    public static func == (a: Self, b: Self) -> Bool { a.pairs.elementsEqual(b.pairs, by: ==) }
    public func hash(into hasher: inout Hasher) {
        for pair in pairs {
            hasher.combine(pair.header)
            hasher.combine(pair.field)
        }
    }
}
