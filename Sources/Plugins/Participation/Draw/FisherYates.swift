/// The shuffle of Fisher and Yates, in the form of Durstenfeld (1964, Algorithm 235), with numbers that are drawn without bias.
///
/// From the last place to the second: a place at or before it is drawn, and the two change places. Anyone who has the list, the name of the
/// generator and the seed can do it again.
public struct FisherYates: Sendable {
    public init() {}

    /// The items in drawn order.
    public func shuffled<Item>(_ items: [Item], using generator: inout some RandomNumberGenerator) -> [Item] {
        var items = items
        for place in stride(from: items.count - 1, through: 1, by: -1) {
            let other = UniformDraw().below(UInt64(place + 1), using: &generator)
            items.swapAt(place, Int(other))
        }
        return items
    }
}
