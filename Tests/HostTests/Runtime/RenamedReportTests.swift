import KernelTesting
import Testing

/// A report with a floor that a module's next version calls something else: what was printed under the old name is still known.
@Suite struct RenamedReportTests {
    private static let report = """
        reports:
          shares:
            title: {nb: Andeler, nn: Delar, en: Shares}
            by: [everyone]
            reads: {thing: [share]}
            gives: aggregate
            floor: 3
            columns: [{id: n, measure: count}, {id: sum, measure: {sum: share}}]

        """

    private func lab() throws -> RuntimeLab {
        let lab = try RuntimeLab { files in
            files[RuntimeLab.manifest] += Self.report
        }
        for (person, share) in [("p1", "0.1"), ("p2", "0.2"), ("p3", "0.4")] {
            try lab.make("lab.thing.create", "--offering", "nord-h27", "--share", share, by: person)
        }
        return lab
    }

    @Test func earlierPrintsAreHeldAgainstTheNewName() throws {
        let lab = try lab()
        #expect(try lab.ok("report", "lab.shares", "--output", "csv").contains("3,0.7"))
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--share", "0.3", by: "t1")
        let before = try lab.ok("report", "lab.shares", "--output", "csv")
        try lab.session.edit(RuntimeLab.manifest, "  shares:\n", "  portions:\n")
        try lab.session.edit(RuntimeLab.manifest, "version: 1.0.0\n", "version: 1.1.0\n")
        try lab.ok("apply", "--yes")
        let after = try lab.ok("report", "lab.portions", "--output", "csv")
        // Four people less three would be one person's number.
        #expect(!before.contains("4,") && !after.contains("4,"), "\(before)\n\(after)")
        #expect(before == after)
        // With three more people nobody's number follows from the difference.
        for person in ["t2", "c1", "x1"] {
            try lab.make("lab.thing.create", "--offering", "nord-h27", "--share", "0.5", by: person)
        }
        #expect(try lab.ok("report", "lab.portions", "--output", "csv").contains("7,2.5"))
    }
}
