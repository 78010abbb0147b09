/// A number with the noun it counts, in one language.
public enum Counted {
    /// `1 person`, `2 people`.
    public static func text(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
}
