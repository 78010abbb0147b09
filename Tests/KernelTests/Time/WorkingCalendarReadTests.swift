import Foundation
import Testing

@testable import Kernel

@Suite struct WorkingCalendarReadTests {
    private func read(_ yaml: String) throws -> (calendar: WorkingCalendar?, diagnostics: [Diagnostic]) {
        var sources = SourceMap()
        let result = YAMLReader.read(sources.add(path: "x.yaml", bytes: Array(yaml.utf8)))
        #expect(result.diagnostics.isEmpty)
        let (calendar, diagnostics) = WorkingCalendar.read(try #require(result.document).root)
        return (calendar, diagnostics)
    }

    @Test func theShippedFileIsNorway() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let (calendar, diagnostics) = try read(
            String(contentsOf: root.appendingPathComponent("Config/calendars/norway.yaml"), encoding: .utf8))
        #expect(diagnostics.isEmpty)
        #expect(calendar == .norway)
    }

    private let head = "calendar: x\ntitle: {nb: x, nn: x, en: x}\nweekend: [sunday]\n"

    @Test func datesWithoutATitle() throws {
        let (calendar, diagnostics) = try read(head + "holidays: [{holiday: planning, dates: [2027-08-12, 2027-08-13]}]")
        #expect(diagnostics.isEmpty)
        #expect(calendar?.holiday(on: try Day("2027-08-13"))?.id == "planning")
        #expect(calendar?.weekend == [.sunday])
    }

    @Test func everyFaultIsToldWithItsPlace() throws {
        let (calendar, diagnostics) = try read(
            head + """
                holidays:
                  - {holiday: a, on: "02-30", title: {nb: x}}
                  - {holiday: b, dates: [2027-02-29, 2027-08-13, 2027-8-14]}
                  - {holiday: c, easter: 300}
                consolidated: 2026-13-01
                """)
        #expect(calendar == nil)
        #expect(diagnostics.map(\.id) == ["calendar/date", "time/date", "time/date", "calendar/form", "time/date"])
        #expect(
            diagnostics.compactMap { $0.span.map { "\($0.start.line):\($0.start.column)-\($0.end.column)" } } == [
                "5:26-28", "6:34-36", "6:56-57", "7:26-29", "8:20-22",
            ])
        #expect(diagnostics[0].message(.en) == "'02-30' is not a date in any year")
    }

    @Test(arguments: [
        "x", "[]", "null", "{calendar: 1}", "{calendar: x, title: x, weekend: x, holidays: x}",
        "{calendar: x, title: {}, weekend: [1], holidays: [1, [], {}]}",
        "{calendar: x, title: {nb: 1}, weekend: [someday], holidays: [{holiday: a}, {holiday: b, on: 1}]}",
        "{calendar: x, title: {nb: x}, weekend: [], holidays: [{holiday: c, dates: 1}, {holiday: d, on: ''}]}",
    ])
    func otherFormsAreRefusedAndNeverCrash(_ yaml: String) throws {
        let (calendar, diagnostics) = try read(yaml)
        #expect(calendar == nil)
        #expect(!diagnostics.isEmpty)
    }

    @Test func theSchemaIsSoundYAML() throws {
        var sources = SourceMap()
        let result = YAMLReader.read(sources.add(path: "schema.yaml", bytes: Array(WorkingCalendar.schemaYAML.utf8)))
        #expect(result.diagnostics.isEmpty)
        let root = try #require(result.document?.root)
        #expect(root["properties"]?["holidays"]?["identity"]?.string == "holiday")
        #expect(root["properties"]?["holidays"]?["items"]?["properties"]?["easter"]?["maximum"]?.integer == 250)
    }
}
