import Foundation
import Testing

@testable import Participation

/// Lines of RFC 5545: at most 75 octets, no character cut, and what is unfolded and read is what was written.
@Suite struct ICalendarTextTests {
    @Test func foldedLinesAreShortAndUnfoldToTheSame() {
        let pieces = ["a", "æ", "Áš", "👩‍🏫", " ", "e\u{301}\u{323}", "𝄞"]
        var generator = LotGenerator.make(seed: 3)
        for length in 0..<300 {
            let line = (0..<length).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            let folded = ICalendarText.folded(line)
            #expect(folded.hasSuffix("\r\n"))
            let lines = String(folded.unicodeScalars.dropLast(2)).components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(lines.dropFirst().allSatisfy { $0.unicodeScalars.first == " " })
            let unfolded = ([lines[0]] + lines.dropFirst().map { String($0.unicodeScalars.dropFirst()) }).joined()
            #expect(Array(unfolded.utf8) == Array(line.utf8))
        }
    }

    @Test func textIsEscaped() {
        #expect(ICalendarText.escaped("a,b;c\\d\ne\r\nf") == "a\\,b\\;c\\\\d\\ne\\nf")
        // What would end a line and begin another property does not.
        #expect(!ICalendarText.escaped("x\r\nATTENDEE:y\u{0}\u{7}").contains { $0.isNewline })
    }
}
