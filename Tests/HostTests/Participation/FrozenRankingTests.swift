import Foundation
import Kernel
import KernelTesting
import KjerneHost
import Testing

/// What a ranking is frozen with, and by which rule it is made.
@Suite struct FrozenRankingTests {
    private static let late = "2027-05-03T08:00:00Z"
    private static let linked = LinkedModules(plugins: Session.plugins + [RankerPlugin.self], declarations: Session.linked.declarations)

    private func frozen() throws -> AdmissionLab {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.apply(1...3)
        try lab.judge(1...3, by: "adm-kyst")
        for number in 1...3 {
            try lab.ok("do", "participation.application.qualify", "\(number)", "--tier", "rektorar", "--as", "adm-kyst")
        }
        try freeze(lab, "1")
        return lab
    }

    private func freeze(_ lab: AdmissionLab, _ number: String, _ why: String...) throws {
        try lab.ok(["do", "participation.ranking.create", "--round", "1", "--as", "adm-kyst"] + why, at: Self.late)
        try lab.ok("do", "participation.ranking.freeze", number, "--as", "adm-kyst", at: Self.late)
    }

    private func draw(_ lab: AdmissionLab, _ number: String) -> String {
        lab.refused(
            "participation.ranking.draw", number, "--lot-seed", "7", "--witness", "Gro Lie", "--as", "adm-kyst", at: Self.late)
    }

    private func digest(_ lab: AdmissionLab, _ number: String) throws -> String {
        let text = try lab.ok("show", "participation.ranking", number, "--output", "json", "--as", "adm-kyst", at: Self.late)
        return try #require(try JSONValue(parsing: Array(text.utf8))["values"]?["digest"]?.string)
    }

    /// The evidence of those who are ranked stands still.
    @Test func noEvidenceChangesAfterTheFreeze() throws {
        let lab = try frozen()
        let before = try digest(lab, "1")
        let add = [
            "participation.evidence.create", "--application", "1", "--demand", "utdanning", "--kind", "leadership-credits", "--credits",
            "15", "--as",
        ]
        for person in ["a1", "adm-kyst"] { #expect(lab.refused(add + [person], at: Self.late).hasPrefix("77"), "\(person)") }
        #expect(lab.refused("participation.evidence.update", "1", "--credits", "60", "--as", "a1", at: Self.late).hasPrefix("77"))
        #expect(try digest(lab, "1") == before)
        #expect(draw(lab, "1") == "done")
    }

    /// The rule is frozen with its version: under another release nothing is drawn before the ranking is frozen anew.
    @Test func aChangedRuleIsNotTheOneThatWasFrozen() throws {
        let lab = try frozen()
        try lab.session.edit("Config/institutions/kyst/variants/kyst-plf-2027.yaml", "answer: 04-30", "answer: 05-31")
        try lab.ok("apply", "--yes", at: Self.late)
        let changed = draw(lab, "1")
        #expect(changed.contains("have changed since the ranking was frozen"), "\(changed)")
        try lab.ok("do", "participation.ranking.annul", "1", "--reason", "Another release", "--as", "adm-kyst", at: Self.late)
        try freeze(lab, "2", "--why", "Another release")
        #expect(try digest(lab, "1") != digest(lab, "2"))
        #expect(draw(lab, "2") == "done")
    }

    /// One act stores all places with their reasons.
    @Test func thePlacesAreStoredByOneAct() throws {
        let lab = try frozen()
        func count(_ sql: String) throws -> [String] {
            let store = try Store.open(at: lab.session.path + "/var/kjerne.sqlite", access: .readOnly)
            defer { try? store.close() }
            return try store.read { try TestRows.strings(sql, in: $0) }
        }
        let before = try #require(try count("SELECT max(sequence) FROM kernel_event").first)
        #expect(draw(lab, "1") == "done")
        #expect(try count("SELECT count(*) FROM participation_position WHERE why <> ''") == ["3"])
        #expect(
            try count("SELECT DISTINCT action FROM kernel_event WHERE sequence > \(before)") == ["participation.ranking.draw"])
        #expect(try count("SELECT count(*) FROM kernel_event WHERE sequence > \(before) AND name LIKE '%position%'") == ["0"])
    }

    /// A way of ranking that another module contributes, in a course of three.
    private func commissioned(linked: LinkedModules, isEnabled: Bool) throws -> AdmissionLab {
        let lab = try AdmissionLab(linked: linked) { session in
            let file = "Config/institutions/oppdrag/variants/oppdrag-plf-2027.yaml"
            try session.edit(file, "for: elvdal-kommune", "for: kommune-1")
            try session.edit(file, "ranking: {strategy: none, tiers: []}", "ranking: {strategy: last-first, tiers: []}")
            if isEnabled { try session.edit("Config/kjerne.yaml", "  participation: ^1.0\n", "  participation: ^1.0\n  ranker: ^1.0\n") }
        }
        try lab.round("oppdrag-h27")
        try lab.apply(1...3, extra: ["--seat-wish", "commission"])
        try lab.judge(1...3, by: "adm-oppdrag")
        try lab.ok("due", at: Self.late)
        for number in 1...3 {
            try lab.ok("do", "participation.application.qualify", "\(number)", "--as", "adm-oppdrag", at: Self.late)
        }
        try lab.ok("do", "participation.ranking.create", "--round", "1", "--as", "adm-oppdrag", at: Self.late)
        return lab
    }

    @Test func anotherModuleRanks() throws {
        let lab = try commissioned(linked: Self.linked, isEnabled: true)
        try lab.ok("do", "participation.ranking.freeze", "1", "--as", "adm-oppdrag", at: Self.late)
        try lab.ok("do", "participation.ranking.order", "1", "--as", "adm-oppdrag", at: Self.late)
        let rows = try lab.rows("participation.places", by: "adm-oppdrag", at: Self.late)
        #expect(rows.compactMap { $0["place"]?.integer } == [1, 2, 3])
        #expect(rows.compactMap { $0["applicant"]?.string } == ["a3", "a2", "a1"], "\(rows)")
    }

    @Test func whatNoModuleCanRankIsNotFrozen() throws {
        let lab = try commissioned(linked: Session.linked, isEnabled: false)
        let refused = lab.refused("participation.ranking.freeze", "1", "--as", "adm-oppdrag", at: Self.late)
        #expect(refused.contains("no module can rank in the way 'last-first'"), "\(refused)")
    }
}
