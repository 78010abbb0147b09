/// What changed between two texts, word by word.
///
/// ```swift
/// WordDiff("explore plants", "explore plants and fungi").marked   // "explore plants {+and fungi+}"
/// ```
struct WordDiff {
    enum Part: Equatable {
        case same([Substring])
        case removed([Substring])
        case added([Substring])
    }

    private(set) var parts: [Part] = []

    /// The largest product of two lengths, in words, that is compared; beyond it what lies between the common ends counts as replaced.
    private static let largest = 4_000_000

    init(_ old: String, _ new: String) {
        let a = old.split(whereSeparator: \.isWhitespace)
        let b = new.split(whereSeparator: \.isWhitespace)
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        add(a.prefix(head), as: Part.same)
        middle(Array(a[head..<a.count - tail]), Array(b[head..<b.count - tail]))
        add(a.suffix(tail), as: Part.same)
    }

    /// The texts in one, with what is gone as `[-old-]` and what has come as `{+new+}`.
    var marked: String {
        var result = ""
        var last: Part?
        for part in parts {
            if let last, !last.isReplaced(by: part) { result += " " }
            switch part {
            case .same(let words): result += words.joined(separator: " ")
            case .removed(let words): result += "[-" + words.joined(separator: " ") + "-]"
            case .added(let words): result += "{+" + words.joined(separator: " ") + "+}"
            }
            last = part
        }
        return result
    }

    private mutating func add(_ words: some Collection<Substring>, as kind: ([Substring]) -> Part) {
        if !words.isEmpty { parts.append(kind(Array(words))) }
    }

    /// The longest common subsequence of what differs; in each gap what is gone comes before what has come.
    private mutating func middle(_ a: [Substring], _ b: [Substring]) {
        guard !a.isEmpty, !b.isEmpty, a.count * b.count <= Self.largest else {
            add(a, as: Part.removed)
            add(b, as: Part.added)
            return
        }
        let width = b.count + 1
        // lengths[i * width + j]: how much a[i...] and b[j...] have in common.
        var lengths = [Int32](repeating: 0, count: (a.count + 1) * width)
        for i in stride(from: a.count - 1, through: 0, by: -1) {
            for j in stride(from: b.count - 1, through: 0, by: -1) {
                lengths[i * width + j] =
                    a[i] == b[j]
                    ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var (i, j) = (0, 0)
        var removed: [Substring] = []
        var added: [Substring] = []
        var same: [Substring] = []
        while i < a.count || j < b.count {
            if i < a.count, j < b.count, a[i] == b[j] {
                add(removed, as: Part.removed)
                add(added, as: Part.added)
                (removed, added) = ([], [])
                same.append(a[i])
                (i, j) = (i + 1, j + 1)
                continue
            }
            add(same, as: Part.same)
            same = []
            if j == b.count || (i < a.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
                removed.append(a[i])
                i += 1
            } else {
                added.append(b[j])
                j += 1
            }
        }
        add(same, as: Part.same)
        add(removed, as: Part.removed)
        add(added, as: Part.added)
    }
}

extension WordDiff.Part {
    fileprivate func isReplaced(by next: Self) -> Bool {
        if case .removed = self, case .added = next { true } else { false }
    }
}
