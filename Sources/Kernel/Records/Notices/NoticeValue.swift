/// A value that a letter says.
public enum NoticeValue: Sendable, Hashable {
    /// There is none, and the letter says nothing in its place.
    case empty
    case text(String)
    case localized(Text)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case day(Day)
    case instant(Instant)
    /// An instant that ends a day, as deadlines do.
    case end(Instant)
}
