import Kernel

/// That an object does not have the shape of Grep, and where.
struct GrepShapeFault: Error {
    /// A JSON path.
    var path: String
    /// What should stand there, as a noun.
    var expected: Text
}
