import Testing

@testable import Kernel

@Suite struct TextFoldingTests {
    /// The way by bytes says the same as the way by `String`, for any mixture of letters, marks and rarer signs.
    @Test(arguments: 0..<400)
    func bytesFoldAsStringsDo(_ seed: UInt64) {
        let pieces = [
            "a", "Z", "k ", "æ", "Æ", "ø", "Ø", "å", "Å", "á", "Á", "č", "Č", "đ", "Đ", "ŋ", "Ŋ", "š", "Š", "ŧ", "Ŧ", "ž", "Ž", "ï", "ö",
            "ä",
            "é", "ü", "«", "»", "–", "’", "\u{A0}", "e\u{301}", "a\u{30A}", "\u{2011}", "ß", "İ", "Ω", "日", "1", "\n", "µ", "ý", "ñ", "×",
            "¨",
        ]
        var generator = Xoshiro256StarStar(seed: seed)
        let text = (0..<24).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
        var folded: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { TextFolding.fold($0, into: &folded) }
        #expect(String(decoding: folded, as: UTF8.self) == TextFolding.fold(text))
    }
}
