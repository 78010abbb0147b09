import Kernel

/// What can be odd in a source.
enum OddityKind: String, Sendable, CaseIterable {
    /// A reference to a code that neither the source nor the store has.
    case danglingReference = "dangling-reference"
    /// The same object twice in one source.
    case sameObjectTwice = "same-object-twice"
}
