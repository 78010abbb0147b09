import Testing

@testable import Kernel

/// Moments in tables: UTC to programs, the clock of the workspace to people.
@Suite struct TableMomentTests {
    private func table() throws -> Table {
        Table(
            "t", title: Text(verbatim: "T"),
            columns: [
                .init("what", .text, Text(verbatim: "What")), .init("due", .instant, Text(verbatim: "Due")),
                .init("given", .instant, Text(verbatim: "Given")),
            ],
            rows: [
                // Summer: the end of a day. Winter: with seconds.
                [.text("a"), .instant(try Instant("2027-10-04T22:00:00Z")), .text("2027-12-01T08:30:05Z")],
                [.text("2027-12-01T08:30:05Z"), .empty, .text("no moment")],
            ])
    }

    @Test func peopleReadTheirClock() throws {
        let told = try table().told(in: TimeZoneRules.load("Europe/Oslo"))
        let text = TableRenderer(language: .nb, plain: false, color: false).render(told)
        #expect(
            text == """
                What                  Due               Given
                a                     2027-10-04 24:00  2027-12-01 09:30:05
                2027-12-01T08:30:05Z                    no moment

                """)
        let page = HTMLRenderer(language: .nb).render(told)
        #expect(page.contains("<td><time datetime=\"2027-10-04T22:00:00Z\">2027-10-04 24:00</time></td>"))
    }

    @Test func programsReadUTC() throws {
        let told = try table().told(in: TimeZoneRules.load("Europe/Oslo"))
        #expect(told.csv(.nb) == (try table().csv(.nb)))
        #expect(told.json(.nb) == (try table().json(.nb)))
        #expect(told.csv(.nb).contains("a,2027-10-04T22:00:00Z,2027-12-01T08:30:05Z\r\n"))
    }

    @Test func onlyTheTablesThatTellOfMomentsAskForTheClock() throws {
        #expect(try table().hasInstants)
        #expect(!SampleTables.everything(Chart.Kind.bar).hasInstants)
    }
}
