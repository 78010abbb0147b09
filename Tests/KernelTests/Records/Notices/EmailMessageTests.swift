import Foundation
import Testing

@testable import Kernel

/// E-mail files are read back by a reader written from the RFCs, and hold no line and no field that they should not.
@Suite struct EmailMessageTests {
    private struct Parsed {
        var fields: [(name: String, value: String)]
        var body: String

        subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }
    }

    private func parse(_ bytes: [UInt8]) throws -> Parsed {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.components(separatedBy: "\r\n\r\n")
        let head = try #require(parts.first)
        var fields: [(String, String)] = []
        for line in head.components(separatedBy: "\r\n") {
            if line.hasPrefix(" ") {
                fields[fields.count - 1].1 += "\r\n" + line
            } else {
                let pair = line.components(separatedBy: ": ")
                fields.append((pair[0], pair.dropFirst().joined(separator: ": ")))
            }
        }
        let body = parts.dropFirst().joined(separator: "\r\n\r\n")
        return Parsed(fields: fields.map { ($0.0, decodeWords($0.1)) }, body: decodeQuotedPrintable(body))
    }

    /// RFC 2047: blanks between two encoded words are not part of the text.
    private func decodeWords(_ value: String) -> String {
        var (result, bytes) = ("", [UInt8]())
        var rest = value.replacingOccurrences(of: "\r\n ", with: " ")[...]
        func flush() {
            result += String(decoding: bytes, as: UTF8.self)
            bytes = []
        }
        while let start = rest.range(of: "=?UTF-8?B?"), let end = rest[start.upperBound...].range(of: "?=") {
            let between = rest[..<start.lowerBound]
            if bytes.isEmpty || between != " " {
                flush()
                result += between
            }
            bytes += Array(Data(base64Encoded: String(rest[start.upperBound..<end.lowerBound])) ?? Data())
            rest = rest[end.upperBound...]
        }
        flush()
        return result + rest
    }

    private func decodeQuotedPrintable(_ text: String) -> String {
        var bytes: [UInt8] = []
        let source = Array(text.replacingOccurrences(of: "=\r\n", with: "").utf8)
        var at = 0
        while at < source.count {
            if source[at] == UInt8(ascii: "="), at + 2 < source.count,
                let byte = UInt8(String(decoding: source[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                at += 3
            } else {
                bytes.append(source[at])
                at += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func message(subject: String, body: String, from: String = "Vest", to: String = "Kari") throws -> EmailMessage {
        EmailMessage(
            from: try #require(.init(name: from, address: "studier@vest.example")),
            to: try #require(.init(name: to, address: "kari@skole.example")), subject: subject, body: body, language: "nb",
            date: try Instant("2027-03-18T09:15:07Z"), zone: try TimeZoneRules.load("Europe/Oslo"), id: "notice-1.0123456789abcdef")
    }

    private static let names: Set = [
        "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Language",
        "Auto-Submitted",
    ]

    @Test func whateverIsSaidComesBackAndNothingElse() throws {
        var generator = SeededGenerator(11)
        let pieces = [
            "a", "Å", "ø", " ", "  ", "\n", "=", "?", "=?UTF-8?B?eA==?=", "ŋ", "č", "👩‍👩‍👧‍👦", "é́́́", "From ", ".", "\t", "ordentlig",
            "Bcc: x@y.example", "\"", "<>",
            "日本語", "\u{85}", "\u{2028}", "\r\n", "\r", "\u{0}", "\u{7F}", String(repeating: "x", count: 90),
            String(repeating: "å", count: 60),
        ]
        func text() -> String {
            (0..<Int.random(in: 0...14, using: &generator)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
                .joined()
        }
        for _ in 0..<2000 {
            let (subject, body, from, to) = (text(), text(), text(), text())
            let message = try message(subject: subject, body: body, from: from, to: to)
            let bytes = message.bytes
            #expect(bytes.allSatisfy { $0 < 0x80 })
            for (position, byte) in bytes.enumerated() where byte == 0x0D || byte == 0x0A {
                #expect(byte == 0x0D ? bytes[position + 1] == 0x0A : bytes[position - 1] == 0x0D)
            }
            for line in String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n") { #expect(line.utf8.count <= 76, "\(line)") }
            let parsed = try parse(bytes)
            #expect(parsed.fields.count == Self.names.count && Set(parsed.fields.map(\.name)) == Self.names)
            #expect(parsed["Subject"] == NoticeRenderer.line(subject))
            #expect(
                parsed["From"] == (message.from.name.isEmpty ? "" : "\(message.from.name) ")
                    + (message.from.name.isEmpty ? "studier@vest.example" : "<studier@vest.example>"))
            #expect(parsed["To"]?.contains("kari@skole.example") == true)
            let lines = NoticeRenderer.lines(body)
            #expect(parsed.body == (lines.hasSuffix("\n") ? lines : lines + "\n").replacingOccurrences(of: "\n", with: "\r\n"))
        }
    }

    @Test func theFieldsAreThoseOfTheStandards() throws {
        let parsed = try parse(try message(subject: "Resultat", body: "Hei\n").bytes)
        #expect(parsed["Date"] == "Thu, 18 Mar 2027 10:15:07 +0100")
        #expect(parsed["Subject"] == "Resultat" && parsed["From"] == "Vest <studier@vest.example>")
        #expect(parsed["Message-ID"] == "<notice-1.0123456789abcdef@vest.example>")
        #expect(parsed["Content-Type"] == "text/plain; charset=utf-8" && parsed["Content-Language"] == "nb")
    }

    @Test(arguments: [
        "", "kari", "a@b", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "<a@b.example>", "a@b.example,c@d.example", "a@b..example",
    ])
    func whatIsNoAddressGetsNoLetter(address: String) {
        #expect(EmailMessage.Mailbox(name: "x", address: address) == nil)
    }

    @Test func base64IsThatOfFoundation() {
        var generator = SeededGenerator(3)
        for count in 0..<64 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(EncodedWords.base64(bytes) == Data(bytes).base64EncodedString())
        }
    }
}
