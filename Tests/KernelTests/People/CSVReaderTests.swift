import Testing

@testable import Kernel

@Suite struct CSVReaderTests {
    /// The records of a text; a fault shows as its kind and offset.
    private func read(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> [[String]] {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = CSVReader(bytes, delimiter: delimiter)
            var record = CSVRecord()
            var records: [[String]] = []
            while true {
                switch reader.next(into: &record) {
                case .end: return records
                case .record: records.append(record.fields.map { CSVRows.text($0, in: bytes) })
                case .fault(let fault): records.append(["!\(fault.kind) \(fault.offset)"])
                }
            }
        }
    }

    @Test(arguments: [
        ("", []),
        ("\n\r\n\n", []),
        ("a", [["a"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        (",\n,,", [["", ""], ["", "", ""]]),
        ("a,", [["a", ""]]),
        ("\"\"", [[""]]),
        ("\"a,b\nc\r\nd\",e", [["a,b\nc\r\nd", "e"]]),
        ("\"a \"\"b\"\" c\"\n\"\"\"\"", [["a \"b\" c"], ["\""]]),
        ("\u{FEFF}a,b", [["a", "b"]]),
        (" a , b ", [[" a ", " b "]]),
        ("a;b,c", [["a;b", "c"]]),
        ("sep=,\r\na,b", [["a", "b"]]),
        ("\u{FEFF}sep=;\na,b", [["a", "b"]]),
        ("sep=;", []),
        ("sep=x\na", [["sep=x"], ["a"]]),
        ("a\nsep=;", [["a"], ["sep=;"]]),
        ("æ,ø\n🙂,å", [["æ", "ø"], ["🙂", "å"]]),
    ]) func whatIsWellFormedIsRead(_ text: String, _ records: [[String]]) {
        #expect(read(Array(text.utf8)) == records)
    }

    @Test(arguments: [
        ("a\"b,c\nd,e", [["!strayQuote 1"], ["d", "e"]]),
        ("\"a\"b,c\nd,e", [["!textAfterQuote 3"], ["d", "e"]]),
        ("a,\"b\nc,d\n", [["!unclosedQuote 2"]]),
        ("a\rb\nc", [["!strayCarriageReturn 1"], ["c"]]),
        ("\"", [["!unclosedQuote 0"]]),
        ("\"\"\"", [["!unclosedQuote 0"]]),
        ("a\r", [["!strayCarriageReturn 1"]]),
        ("\"a\"\rb\nc", [["!textAfterQuote 3"], ["c"]]),
    ]) func readingGoesOnAfterAFault(_ text: String, _ records: [[String]]) {
        #expect(read(Array(text.utf8)) == records)
    }

    @Test func fieldsHaveALimit() {
        let most = String(repeating: "x", count: CSVReader.fieldLimit)
        #expect(read(Array("\(most),b\n\"\(most)\"".utf8)).map(\.count) == [2, 1])
        #expect(read(Array("a,\(most)y\nb".utf8)) == [["!fieldTooLong 2"], ["b"]])
        let commas = String(repeating: ",", count: CSVReader.recordLimit - 1)
        #expect(read(Array("\(commas)\nb".utf8)).map(\.count) == [CSVReader.recordLimit, 1])
        #expect(read(Array("\(commas),\nb".utf8)) == [["!tooManyFields 0"], ["b"]])
        #expect(read(Array("a,\"\(most)y\nb".utf8)) == [["!fieldTooLong 2"]])
    }

    @Test(arguments: [
        ("a,b", ","), ("a;b", ";"), ("a", ","), ("", ","), ("\"a;b;c\",d", ","), ("\n\na;b\n,,,", ";"), ("\u{FEFF}a;b", ";"),
        ("a,b;c;d", ";"), ("sep=;\na,b,c", ";"), ("\u{FEFF}sep=,\r\na;b", ","), ("sep=\t\na", "\t"), ("sep=|\na", "|"),
        ("sep=;x\na,b,c", ";"),
    ]) func theDelimiterIsTheHeadersOwn(_ text: String, _ delimiter: Character) {
        Array(text.utf8).withUnsafeBufferPointer { #expect(CSVReader.delimiter(of: $0) == delimiter.asciiValue) }
    }

    /// Whatever the bytes, reading ends, never goes back, and every field lies within its record.
    @Test(arguments: 0..<200) func anyBytesAreRead(_ seed: Int) {
        var random = Xoshiro256StarStar(seed: UInt64(seed))
        let alphabet = Array("a,;\"\"\n\r\n".utf8) + [0xFF, 0]
        let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        bytes.withUnsafeBufferPointer { bytes in
            var reader = CSVReader(bytes, delimiter: UInt8(ascii: ","))
            var record = CSVRecord()
            var last = -1
            let lines =
                1 + bytes.indices.count { bytes[$0] == 0x0A || bytes[$0] == 0x0D && !($0 + 1 < bytes.count && bytes[$0 + 1] == 0x0A) }
            while true {
                let step = reader.next(into: &record)
                if case .end = step { break }
                #expect(record.start > last && reader.offset > record.start && record.line <= lines)
                for field in record.fields { #expect(field.start >= record.start && field.end >= field.start && field.end <= bytes.count) }
                last = record.start
            }
            #expect(reader.offset == bytes.count)
        }
    }

    /// What is written by the rules comes back, with either line break and either delimiter.
    @Test(arguments: 0..<50) func whatIsWrittenComesBack(_ seed: Int) {
        var random = Xoshiro256StarStar(seed: UInt64(seed))
        let alphabet = ["a", "Å", ",", ";", "\"", "\n", " ", "🙂"]
        let rows = (0..<Int.random(in: 1...20, using: &random)).map { _ in
            (0..<3).map { _ in
                (0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
            }
        }
        for (delimiter, lineBreak) in [(",", "\n"), (";", "\r\n")] {
            let text = rows.map { row in
                row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: delimiter)
            }.joined(separator: lineBreak)
            #expect(read(Array(text.utf8), delimiter: Array(delimiter.utf8)[0]) == rows)
        }
    }
}
