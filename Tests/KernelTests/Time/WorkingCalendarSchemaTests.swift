import Foundation
import Testing

@testable import Kernel

@Suite struct WorkingCalendarSchemaTests {
    private func validate(_ yaml: String) throws -> [Diagnostic] {
        var sources = SourceMap()
        let node = try KindSchemas(languages: ["nb", "nn", "en"], sources: &sources).plain(.calendar, sources: &sources)
        let (schema, faults) = Schema.compile(node, dialect: .project)
        #expect(faults.isEmpty)
        let root = try #require(YAMLReader.read(sources.add(path: "x.yaml", bytes: Array(yaml.utf8))).document?.root)
        return try #require(schema).validate(root)
    }

    @Test func theShippedFileSatisfiesIt() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        #expect(try validate(String(contentsOf: root.appendingPathComponent("Config/calendars/norway.yaml"), encoding: .utf8)).isEmpty)
    }

    private let head = "calendar: x\ntitle: {nb: x, nn: x, en: x}\n"

    @Test(arguments: [
        "weekend: []\nholidays: [{holiday: a, dates: [2027-08-12]}]", "weekend: [sunday]\nholidays: []",
        "weekend: []\nholidays: [{holiday: a, easter: -80, title: {nb: x, nn: x, en: x}, source: s}]",
    ])
    func satisfied(_ rest: String) throws { #expect(try validate(head + rest).isEmpty) }

    @Test(arguments: [
        "weekend: []", "weekend: [saturn]\nholidays: []", "weekend: [sunday, sunday]\nholidays: []",
        "weekend: []\nholidays: [{holiday: a}]",
        "weekend: []\nholidays: [{holiday: a, on: \"05-17\"}]",
        "weekend: []\nholidays: [{holiday: a, on: \"5-17\", title: {nb: x, nn: x, en: x}}]",
        "weekend: []\nholidays: [{holiday: a, easter: 251, title: {nb: x, nn: x, en: x}}]", "weekend: []\nholidays: []\nfoo: 1",
        "weekend: []\nholidays: [{holiday: a, dates: []}]",
        "weekend: []\nholidays: [{holiday: a, easter: 1, dates: [2027-08-12], title: {nb: x, nn: x, en: x}}]",
        "weekend: []\nholidays: [{holiday: a, easter: 1, title: {nb: x}}]",
        "weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]\nholidays: []",
    ])
    func refused(_ rest: String) throws { #expect(try !validate(head + rest).isEmpty) }
}
