/// How many columns of a terminal a text takes.
public enum TextWidth {
    /// Combining marks take none, wide East Asian characters and emoji two, all others one; an emoji made of several parts two.
    public static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    private static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, scalars.count > 1 else { return VisibleText.width(String(character)) }
        let isJamo = (0x1100...0x11FF).contains(first.value)
        let isPicture = scalars.contains { $0 == "\u{FE0F}" || $0 == "\u{200D}" || $0.properties.isEmojiPresentation }
        return isJamo || isPicture ? 2 : VisibleText.width(String(character))
    }
}
