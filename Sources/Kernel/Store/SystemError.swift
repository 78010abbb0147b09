/// An `errno`.
struct SystemError: Error, Hashable {
    var code: Int32
}
