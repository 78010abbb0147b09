import Kernel
import KernelTesting
import Testing

/// Whoever is told an alias in place of a person is told of nothing by which the alias could be paired with her.
@Suite struct BlindReaderTests {
    private func lab() throws -> RuntimeLab {
        try RuntimeLab { files in
            let next = "  verdict:\n    title: {nb: Dom, nn: Dom, en: Verdict}\n    initial"
            try files.replace(
                next,
                with: "    deadlines:\n      answer: {after: work.deliver, within: {weeks: 6}, late: decision}\n" + next,
                in: RuntimeLab.manifest)
            files[RuntimeLab.manifest] += """
                reports:
                  moments:
                    title: {nb: Tider, nn: Tider, en: Moments}
                    by: [everyone]
                    reads: {work: [alias]}
                    columns: [{id: alias, value: alias}, {id: made, value: created}, {id: changed, value: changed}]

                """
        }
    }

    @Test func noInstantIsTold() throws {
        let lab = try lab()
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1", now: "2027-09-28T08:01:02.345678Z")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1", now: "2027-09-28T09:01:02.345678Z")
        // A coordinator is told the alias; a lecturer and the writer all of it.
        let blind = try #require(try lab.show("lab.work", work, by: "c1"))
        #expect(
            blind["values"]?["alias"] != nil && blind["created"]?.isNull == true && blind["changed"]?.isNull == true, "\(blind.compact)")
        for person in ["p1", "t1"] { #expect(try lab.show("lab.work", work, by: person)?["created"]?.string?.contains("345678") == true) }
        let page = try lab.ok("show", "lab.work", work, "--as", "c1")
        #expect(!page.contains("Created") && !page.contains("Changed"), "\(page)")
        let told = try lab.ok("explain", "deadline", "lab.work", work, "answer", "--output", "json", "--as", "c1")
        #expect(!told.contains("345678") && !told.contains("\"event\"") && told.contains("2027-09-28"), "\(told)")
        let text = try lab.ok("explain", "deadline", "lab.work", work, "answer", "--as", "c1")
        #expect(text.contains("28 September 2027") && !text.contains("event"), "\(text)")
        #expect(try lab.ok("explain", "deadline", "lab.work", work, "answer", "--output", "json", "--as", "t1").contains("345678"))
        let rows = try lab.ok("report", "lab.moments", "--output", "csv", "--as", "c1")
        #expect(rows.contains("alias,made,changed") && !rows.contains("345678"), "\(rows)")
        #expect(try lab.ok("report", "lab.moments", "--output", "csv", "--as", "t1").contains("345678"))
    }

    @Test func theLogDoesNotTellWhoseItIs() throws {
        let lab = try lab()
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        let log = lab.session.run("log", "--as", "c1", now: RuntimeLab.open)
        #expect(!log.out.contains("lab.work:\(work)"), "\(log.out)")
    }
}
