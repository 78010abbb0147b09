import Testing

@testable import Kernel

@Suite struct CSVKeySetTests {
    /// Against a dictionary, over more keys than the table starts with.
    @Test func everyKeyIsFoundWhereItWasFirst() {
        var random = Xoshiro256StarStar(seed: 3)
        let words = (0..<20_000).map { _ in String(Int.random(in: 0..<8_000, using: &random)) }
        let bytes = Array(words.joined(separator: ",").utf8)
        bytes.withUnsafeBufferPointer { bytes in
            var set = CSVKeySet(bytes)
            var model: [String: Int] = [:]
            var start = 0
            for (line, word) in words.enumerated() {
                let found = set.insert(start: start, length: word.utf8.count, line: line)
                #expect(found?.line == model[word])
                if model[word] == nil { model[word] = line }
                start += word.utf8.count + 1
            }
        }
    }
}
