import Testing

extension Array {
    /// The element at a place, for arrays made of what a command printed: one that is not there fails the test alone, not the whole run.
    ///
    /// - Parameter place: From 0.
    /// - Throws: The failed expectation where the array is shorter.
    func item(_ place: Int) throws -> Element {
        try #require(indices.contains(place) ? self[place] : nil, "no element \(place) in \(self)")
    }
}
