import Foundation
import KernelTesting
import Testing

/// What a plan and a removal say of a module is so.
@Suite struct UpgradeWordsTests {
    @Test func aRenamedFieldIsReadByNobodyMore() throws {
        let lab = try RuntimeLab()
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        try lab.make("lab.verdict.create", "--work", work, "--grade", "pass", "--reason", "thus", by: "t1")
        try lab.session.edit(RuntimeLab.manifest, "fields: [grade, reason]", "fields: [grade, grounds]")
        try lab.session.edit(RuntimeLab.manifest, "      reason: {type: text,", "      grounds: {was: [reason], type: text,")
        try lab.session.edit(RuntimeLab.manifest, "version: 1.0.0\n", "version: 1.1.0\n")
        let renamed = try lab.ok("plan")
        #expect(renamed.contains("grounds") && !renamed.contains("read more"), "\(renamed)")
        // What is added besides is more.
        try lab.session.edit(
            RuntimeLab.manifest, "coordinator: {fields: [activity, alias]", "coordinator: {fields: [activity, alias, text]")
        #expect(try lab.ok("plan").contains("coordinator may from now on read more"))
    }

    @Test func aPlanTellsOfReportsThatGiveMoreAway() throws {
        let lab = try RuntimeLab { files in
            files[RuntimeLab.manifest] += """
                reports:
                  shares:
                    title: {nb: Andeler, nn: Delar, en: Shares}
                    by: [everyone]
                    reads: {verdict: [reason]}
                    gives: aggregate
                    floor: 5
                    when: work.closed
                    columns: [{id: n, measure: count}]

                """
        }
        try lab.session.edit(RuntimeLab.manifest, "version: 1.0.0\n", "version: 1.1.0\n")
        try lab.session.edit(RuntimeLab.manifest, "    floor: 5\n", "    floor: 3\n")
        try lab.session.edit(RuntimeLab.manifest, "    when: work.closed\n", "    when: work.agreed\n")
        // Of nobody there is nothing to tell.
        #expect(try !lab.ok("plan").contains("reports.shares"))
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        try lab.make("lab.verdict.create", "--work", work, "--grade", "pass", by: "t1")
        let plan = try lab.ok("plan")
        #expect(plan.contains("modules.lab.reports.shares.floor: 5 -> 3  [affects people: 1 record]"), "\(plan)")
        #expect(plan.contains("about fewer people") && plan.contains("modules.lab.reports.shares.when"), "\(plan)")
        // A floor that rises gives nothing away.
        try lab.session.edit(RuntimeLab.manifest, "    floor: 3\n", "    floor: 9\n")
        #expect(try !lab.ok("plan").contains("shares.floor"))
    }

    @Test func anExportLeavesOutOnlyWhatIsStillSealed() throws {
        let lab = try RuntimeLab()
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        let verdict = try lab.make("lab.verdict.create", "--work", work, "--grade", "pass", by: "t1")
        let sealed = lab.session.run("modules", "remove", "lab", "--export", "one.jsonl", "--dry-run", now: RuntimeLab.open)
        #expect(sealed.code == 0 && sealed.err.contains("fields: verdict.grade"), "\(sealed)")
        let second = try lab.make("lab.verdict.create", "--work", work, "--grade", "fail", by: "t2")
        try lab.ok("do", "lab.verdict.give", verdict, "--as", "t1")
        try lab.ok("do", "lab.verdict.give", second, "--as", "t2")
        let open = lab.session.run("modules", "remove", "lab", "--export", "two.jsonl", now: RuntimeLab.open)
        #expect(open.code == 0 && !open.err.contains("sealed") && open.err.contains("two.jsonl: 3 records"), "\(open)")
    }

    @Test func aRemovalThatIsRefusedWritesNoExport() throws {
        let lab = try RuntimeLab()
        let refused = lab.session.run("modules", "remove", "assessment", "--export", "out.jsonl", now: RuntimeLab.open)
        #expect(refused.code == 1 && !refused.err.contains("out.jsonl"), "\(refused)")
        #expect(!FileManager.default.fileExists(atPath: lab.session.path + "/out.jsonl"))
    }

    /// A program gets one answer.
    @Test func faultsOfAnEditAreTheAnswerUnderJSON() throws {
        let lab = try RuntimeLab()
        let refused = lab.session.run("modules", "remove", "assessment", "--output", "json", now: RuntimeLab.open)
        #expect(refused.code == 1 && refused.out.contains("kjerne.diagnostics/1") && !refused.out.contains("kjerne.table"), "\(refused)")
        #expect(!refused.err.contains("error:"), "\(refused)")
    }

    @Test func aFlagGivenTwiceIsRefused() throws {
        let lab = try RuntimeLab()
        let twice = lab.act("lab.thing.create", "--offering", "nord-h27", "--text", "ab", "--text", "cd", by: "p1")
        #expect(twice.code == 64 && twice.err.contains("'--text' is given more than once"), "\(twice)")
        #expect(lab.act("lab.thing.create", "--offering", "nord-h27", "--tags", "a", "--tags", "b", by: "p1").code == 0)
        let report = lab.session.run("report", "kernel.progress", "--offering", "nord-h27", "--offering", "nord-h28", now: RuntimeLab.open)
        #expect(report.code == 64 && report.err.contains("'--offering' is given more than once"), "\(report)")
    }

    @Test func whatHasFallenDueIsForThoseWhoRunTheHost() throws {
        let lab = try RuntimeLab()
        for person in ["p1", "t1", "x1"] {
            for words in [["due"], ["due", "--dry-run"]] {
                let refused = lab.session.run(words + ["--as", person], now: RuntimeLab.open)
                #expect(refused.code == 77, "\(person) \(words): \(refused)")
            }
        }
        #expect(lab.session.run("due", now: RuntimeLab.open).code == 0)
    }

    /// JSON that is nested too deep is refused like any bad value, and pseudonyms are drawn anew in each trial.
    @Test func theKitFindsNothingBrokenInWhatIsSound() throws {
        let lab = try RuntimeLab { files in
            try files.replace(
                "  round:\n",
                with: """
                      note:
                        title: {nb: Lapp, nn: Lapp, en: Slip}
                        parent: round
                        create: {by: [participant]}
                        pseudonymous: {until: round.over}
                        read: {author: all}
                        fields:
                          words: {type: text, max-length: 20, personal: "no"}
                      round:

                    """, in: RuntimeLab.manifest)
            try files.replace(
                "      name: {type: text, max-length: 50, personal: \"no\"}\n",
                with: "      name: {type: text, max-length: 50, personal: \"no\"}\n    workflow: round\n", in: RuntimeLab.manifest)
            files[RuntimeLab.manifest] += """
                  round:
                    title: {nb: Runde, nn: Runde, en: Round}
                    initial: open
                    states:
                      open: {title: {nb: Åpen, nn: Open, en: Open}}
                      over: {final: true, title: {nb: Slutt, nn: Slutt, en: Over}}
                    transitions:
                      end: {title: {nb: Avslutt, nn: Avslutt, en: End}, from: open, to: over, by: [lecturer]}

                """
        }
        let checked = lab.session.run("modules", "check", "lab")
        let said = checked.out + checked.err
        #expect(!said.contains("breaks down") && !said.contains("two different contents"), "\(said)")
    }
}
