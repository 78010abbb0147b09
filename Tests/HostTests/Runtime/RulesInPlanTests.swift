import Foundation
import Kernel
import KernelTesting
import Testing

/// What a plan says of rules of a module that become others: rights, steps, seals and deadlines.
@Suite struct RulesInPlanTests {
    private func lab() throws -> RuntimeLab {
        let next = "  verdict:\n    title: {nb: Dom, nn: Dom, en: Verdict}\n    initial"
        let deadlines = """
                deadlines:
                  answer: {title: {nb: Svarfrist, nn: Svarfrist, en: Time to answer}, after: work.deliver, within: {weeks: 6}, late: decision}
                  reply: {after: work.deliver, within: {working-days: 30}, late: accepted}

            """
        return try RuntimeLab { files in try files.replace(next, with: deadlines + next, in: RuntimeLab.manifest) }
    }

    /// A work that was delivered on 28 September.
    private func delivered(_ lab: RuntimeLab, by person: String = "p1") throws {
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: person)
        try lab.ok("do", "lab.work.deliver", work, "--as", person)
    }

    private func upgrade(_ lab: RuntimeLab, _ changes: (String, String)...) throws {
        for (old, new) in changes { try lab.session.edit(RuntimeLab.manifest, old, new) }
        try lab.session.edit(RuntimeLab.manifest, "version: 1.0.0\n", "version: 1.1.0\n")
    }

    @Test func aShorterDeadlineTellsWhomItMoves() throws {
        let lab = try lab()
        try delivered(lab)
        try delivered(lab, by: "p2")
        try upgrade(lab, ("within: {weeks: 6}", "within: {days: 3}"))
        let soon = try lab.ok("plan", now: "2027-09-29T08:00:00Z")
        #expect(
            soon.contains(
                "~ modules.lab.workflows.work.deadlines.answer.within: {\"weeks\":6} -> {\"days\":3}  [affects people: 2 records]\n"
                    + "    2 running deadlines of 'Work' move, 0 of them into the past"), "\(soon)")
        let late = try lab.ok("plan", now: "2027-10-05T08:00:00Z")
        #expect(late.contains("2 running deadlines of 'Work' move, 2 of them into the past"), "\(late)")
        // What is over already does not run.
        #expect(try !lab.ok("plan", now: "2027-12-05T08:00:00Z").contains("running deadline"))
        let json = try JSONValue(parsing: Array(lab.ok("plan", "--output", "json", now: "2027-10-05T08:00:00Z").utf8))
        let change = json["changes"]?.array?.first { $0["path"]?.string == "modules.lab.workflows.work.deadlines.answer.within" }
        #expect(change?["risk"]?.string == "affects-people" && change?["work"]?.integer == 2, "\(json.compact)")
        try lab.ok("apply", "--yes", now: "2027-10-05T08:00:00Z")
        #expect(try lab.ok("explain", "deadline", "lab.work", "1", "answer").contains("1 October 2027"))
    }

    @Test func whatCountsFromAnotherDeadlineMovesWithIt() throws {
        let lab = try RuntimeLab { files in
            let next = "  verdict:\n    title: {nb: Dom, nn: Dom, en: Verdict}\n    initial"
            let deadlines = """
                    deadlines:
                      last: {title: {nb: Siste, nn: Siste, en: Last}, after: answer, within: {weeks: 1}, late: decision}
                      answer: {title: {nb: Svarfrist, nn: Svarfrist, en: Time to answer}, after: work.deliver, within: {weeks: 6}, late: decision}

                """
            try files.replace(next, with: deadlines + next, in: RuntimeLab.manifest)
        }
        try delivered(lab)
        try upgrade(lab, ("within: {weeks: 6}", "within: {days: 3}"))
        let plan = try lab.ok("plan")
        #expect(plan.contains("deadlines.answer.within") && plan.contains("deadlines.last"), "\(plan)")
        #expect(plan.components(separatedBy: "1 running deadline of 'Work' moves, 0 of them into the past").count == 3, "\(plan)")
    }

    @Test func aDeadlineThatGoesTellsSo() throws {
        let lab = try lab()
        try delivered(lab)
        try upgrade(lab, ("      reply: {after: work.deliver, within: {working-days: 30}, late: accepted}\n", ""))
        let plan = try lab.ok("plan")
        #expect(plan.contains("- modules.lab.workflows.work.deadlines.reply") && plan.contains("no longer runs"), "\(plan)")
        #expect(!plan.contains("deadlines.answer"), "\(plan)")
    }

    @Test func aRenamedDeadlineMovesNothing() throws {
        let lab = try lab()
        try delivered(lab)
        try upgrade(
            lab, ("      reply: {after: work.deliver,", "      retort: {was: [reply], after: work.handin,"),
            ("      deliver: {title", "      handin: {was: [deliver], title"),
            (
                "answer: {title: {nb: Svarfrist, nn: Svarfrist, en: Time to answer}, after: work.deliver",
                "answer: {title: {nb: Svarfrist, nn: Svarfrist, en: Time to answer}, after: work.handin"
            ))
        let plan = try lab.ok("plan")
        #expect(!plan.contains("running deadline"), "\(plan)")
    }

    /// The calendar moves what counts in working days, and nothing else.
    @Test func aNewHolidayTellsWhomItMoves() throws {
        let lab = try lab()
        try delivered(lab)
        let calendar = "Config/calendars/plain.yaml"
        try lab.session.edit(
            calendar, "holidays:\n", "holidays:\n  - {holiday: extra, on: \"10-06\", title: {nb: Fri, nn: Fri, en: Day off}}\n")
        let plan = try lab.ok("plan")
        #expect(plan.contains("affects people") && plan.contains("1 running deadline of 'Work' moves, 0 of them into the past"), "\(plan)")
    }

    @Test func eachRuleStandsInThePlan() throws {
        let lab = try lab()
        try delivered(lab)
        try upgrade(
            lab,
            (
                "from: [draft, returned], to: delivered, by: [owner], needs: [text], after: activity.opens, before: activity.due}",
                "from: [draft, returned], to: delivered, by: [owner, lecturer], after: activity.opens}"
            ),
            (
                "    title: {nb: Kant, nn: Kant, en: Edge}\n    key: [from, to]\n    create: {by: [everyone]}",
                "    title: {nb: Kant, nn: Kant, en: Edge}\n    key: [from, to]\n    create: {by: [lecturer]}"
            ),
            ("      peer: {fields: [text], once: delivered, where: {shared: true}}", "      peer: {fields: [text]}"),
            ("shared: {type: boolean, default: false}", "shared: {type: boolean, default: false, fixed: true}"))
        let plan = try lab.ok("plan")
        for line in [
            "~ modules.lab.workflows.work.transitions.deliver.by: [\"owner\"] -> [\"owner\",\"lecturer\"]  [affects people: 0 records]\n    lecturer may do this from now on",
            "- modules.lab.workflows.work.transitions.deliver.before: activity.due",
            "- modules.lab.workflows.work.transitions.deliver.needs: [\"text\"]",
            "~ modules.lab.records.edge.create: {\"by\":[\"everyone\"]} -> {\"by\":[\"lecturer\"]}",
            "~ modules.lab.records.work.read.peer: {\"fields\":[\"text\"],\"once\":\"delivered\",\"where\":{\"shared\":true}} -> {\"fields\":[\"text\"]}  [affects people: 1 record]",
            "+ modules.lab.records.work.fields.shared.fixed: true  [affects people: 1 record]",
        ] { #expect(plan.contains(line), "\(line)\n\(plan)") }
    }

    @Test func aTextIsNoRule() throws {
        let lab = try lab()
        try delivered(lab)
        try upgrade(lab, ("    title: {nb: Kant, nn: Kant, en: Edge}", "    title: {nb: Kante, nn: Kante, en: Edge}"))
        #expect(try lab.ok("plan").contains("records.edge") == false)
    }
}
