/// How much two texts have in common, from 0 to 1: twice the words they share, through the words of both (Dice's coefficient).
///
/// It knows nothing of meaning, so that it only ever suggests.
struct Likeness {
    /// The words of a text with their numbers, small letters without punctuation.
    private let words: [String: Int]
    private let total: Int

    init(_ text: String) {
        var words: [String: Int] = [:]
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) { words[String(word), default: 0] += 1 }
        self.words = words
        total = words.values.reduce(0, +)
    }

    /// 1 for the same words, 0 for none in common or no words at all.
    func to(_ other: Likeness) -> Double {
        guard total + other.total > 0 else { return 0 }
        var shared = 0
        for (word, count) in words { shared += min(count, other.words[word] ?? 0) }
        return 2 * Double(shared) / Double(total + other.total)
    }
}
