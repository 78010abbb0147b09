import Foundation
import Kernel
import Testing

/// CSV that programs read right and spreadsheets do not run.
@Suite struct TableFormatsTests {
    private func fields(_ cells: [Table.Cell]) -> [String] {
        let lines = SampleTables.one(cells).csv(.en).components(separatedBy: "\r\n")
        return lines.dropFirst().dropLast().joined(separator: "\r\n").components(separatedBy: ",")
    }

    @Test(arguments: ["=1+1", "+A1", "-A1", "@SUM(A1)", "-inf", "+infinity", "-0x1p3", " =1", "＝1", "--1", "-1+2", "+1 2"])
    func aFormulaIsMadeText(_ text: String) {
        #expect(fields([.text(text)]) == ["'" + text])
    }

    @Test(arguments: ["-1", "+4712345678", "-1.5e-3", "3,5", "1e5"].filter { !$0.contains(",") } + ["a=b", "a-b", "'x", "2027-01-02"])
    func aNumberStaysANumber(_ text: String) {
        #expect(fields([.text(text)]) == [text])
    }

    @Test func aFormulaAfterAnotherSeparatorIsMadeText() {
        #expect(fields([.text("x;=1")]) == ["\"x;'=1\""])
        #expect(fields([.text("x\n@y")]) == ["\"x\n'@y\""])
        #expect(fields([.text("\t=1")]) == ["\"'\t'=1\""])
        #expect(fields([.localized(Text(verbatim: "=1"))]) == ["'=1"])
    }

    @Test func numbersHaveEveryDigitAndAPoint() {
        #expect(
            fields([.number(1.0 / 3), .integer(-7), .number(-0.5), .number(1e21), .number(.nan)]) == [
                "0.3333333333333333", "-7", "-0.5", "1e+21", "",
            ])
        #expect(SampleTables.one([.number(2.5)]).csv(.nb).hasSuffix("2.5\r\n"))
    }

    @Test func quotesAreDoubled() {
        #expect(SampleTables.one([.text("a\"b,c")]).csv(.en) == "c0\r\n\"a\"\"b,c\"\r\n")
    }

    @Test func suppressedFieldsAreEmptyAndNamed() {
        let table = SampleTables.one([.text("a"), .suppressed, .empty, .suppressed])
        #expect(table.csv(.en) == "c0,c1,c2,c3,suppressed\r\na,,,,c1 c3\r\n")
        let json = table.json(.en)
        #expect(json["rows"] == .array([.array([.string("a"), .null, .null, .null])]))
        #expect(
            json["suppressed"]
                == .array([
                    .object([("row", .integer(0)), ("column", .string("c1"))]), .object([("row", .integer(0)), ("column", .string("c3"))]),
                ]))
        #expect(SampleTables.one([.text("a")]).json(.en)["suppressed"] == nil)
    }

    @Test func numbersForPeople() {
        let values: [(Double, String, String)] = [
            (0.5, "0.5", "0,5"), (1.0 / 3, "0.3333", "0,3333"), (2, "2", "2"), (-1.00005, "-1.0001", "-1,0001"), (1e-7, "1e-7", "1e-7"),
            (0, "0", "0"),
        ]
        for (value, en, nb) in values {
            #expect(Table.Cell.number(value).text(.en) == en)
            #expect(Table.Cell.number(value).text(.nb) == nb)
        }
    }
}
