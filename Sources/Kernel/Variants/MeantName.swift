/// A name that a rule does not find, with the names that it may have been meant for.
///
/// The nearest is looked for when the finding is told, and only for the first findings of a rule: a file can name what is not there
/// many thousand times.
/// ```swift
/// Finding(message, at: reference.span, meant: .init(reference.id) { inspection.variant.activities.map(\.id) })
/// ```
public struct MeantName: Sendable {
    let name: String
    let known: @Sendable () -> [String]

    /// - Parameters:
    ///   - name: what is written.
    ///   - known: the names that there are.
    public init(_ name: String, among known: @escaping @Sendable () -> [String]) {
        self.name = name
        self.known = known
    }

    /// The question whether the nearest was meant; nil where none is near.
    var question: Text? { .didYouMean(name, among: known()) }
}
