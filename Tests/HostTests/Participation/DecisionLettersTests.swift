import Foundation
import Kernel
import KernelTesting
import Testing

/// Whoever a decision is about is written to, and the letter says nothing that others should not see over her shoulder.
@Suite struct DecisionLettersTests {
    private static let now = AdmissionLab.autumn

    private func enrolled() throws -> AdmissionLab {
        let lab = try AdmissionLab()
        for number in 1...4 {
            try lab.ok("enrol", "storby-h27", "a\(number)")
            try lab.ok(
                "do", "participation.seat.create", "--enrolment", "storby-h27/a\(number)", "--kind", "funded", "--employer",
                AdmissionLab.owner(number), "--school", "skole-\((number + 1) / 2)", "--as", "adm-storby")
        }
        return lab
    }

    private func letters(_ lab: AdmissionLab, _ person: String) throws -> [String] {
        try lab.rows("kernel.notices", by: person, at: Self.now).compactMap {
            $0["notice"]?.string?.split(separator: ".").last.map(String.init)
        }
    }

    private func bodies(_ lab: AdmissionLab) throws -> String {
        let store = try Store.open(at: lab.session.path + "/var/kjerne.sqlite", access: .readOnly)
        defer { try? store.close() }
        return try store.read { try TestRows.strings("SELECT subject || char(10) || body FROM kernel_notice", in: $0) }
            .joined(separator: "\n")
    }

    private func ask(_ lab: AdmissionLab) throws {
        try lab.ok(
            "do", "participation.seat.ask-leave", "1", "--from", "2027-10-01", "--until", "2027-12-01", "--reason", "Operasjon", "--as",
            "a1", at: Self.now)
    }

    @Test func aLeaveThatIsRefusedOrGranted() throws {
        let lab = try enrolled()
        try ask(lab)
        try lab.ok(
            "do", "participation.seat.refuse-leave", "1", "--reason", "Ingen legeerklæring", "--as", "adm-storby", at: Self.now)
        #expect(try letters(lab, "a1") == ["leave-refused"])
        try ask(lab)
        try lab.ok("do", "participation.seat.grant-leave", "1", "--as", "adm-storby", at: Self.now)
        #expect(try letters(lab, "a1") == ["leave-refused", "leave-granted"])
        for person in ["a2", "o1", "co-storby"] { #expect(try letters(lab, person).isEmpty, "\(person)") }
        let texts = try bodies(lab)
        #expect(texts.contains("storby-h27") && texts.contains("1. oktober 2027") && texts.contains("1. desember 2027"), "\(texts)")
        for word in ["Operasjon", "legeerklæring", "{{"] { #expect(!texts.contains(word), "\(texts)") }
    }

    @Test func anExclusion() throws {
        let lab = try enrolled()
        try lab.ok(
            "do", "participation.seat.exclude", "3", "--excluded-until", "2028-09-01", "--reason", "Falske papirer", "--decided-by",
            "Nemnda", "--as", "adm-storby", at: Self.now)
        #expect(try letters(lab, "a3") == ["excluded"])
        for person in ["a2", "o1", "co-storby"] { #expect(try letters(lab, person).isEmpty, "\(person)") }
        let texts = try bodies(lab)
        #expect(texts.contains("1. september 2028") && texts.contains("Nemnda") && texts.contains("storby-h27"), "\(texts)")
        #expect(!texts.contains("Falske") && !texts.contains("{{"))
        // The reason is where the letter says that it is.
        #expect(try lab.ok("show", "participation.seat", "3", "--as", "a3", at: Self.now).contains("Falske papirer"))
    }

    @Test func aTransfer() throws {
        let lab = try enrolled()
        try lab.ok(
            "do", "participation.seat.transfer", "4", "--destination", "vest-h27", "--reason", "Samlivsbrudd", "--agreed-with", "Adm Vest",
            "--as", "adm-storby", at: Self.now)
        #expect(try letters(lab, "a4") == ["transferred"])
        let texts = try bodies(lab)
        #expect(texts.contains("storby-h27") && texts.contains("vest-h27") && !texts.contains("Samlivsbrudd"), "\(texts)")
    }

    @Test func groupsThatAreConfirmed() throws {
        let lab = try enrolled()
        try lab.ok(
            "do", "participation.grouping.create", "--offering", "storby-h27", "--title", "Gruppe", "--size", "2", "--as", "co-storby",
            at: Self.now)
        try lab.ok("do", "participation.grouping.build", "1", "--lot-seed", "5", "--as", "co-storby", at: Self.now)
        #expect(try (1...4).allSatisfy { try letters(lab, "a\($0)").isEmpty })
        try lab.ok("do", "participation.grouping.confirm", "1", "--as", "co-storby", at: Self.now)
        for number in 1...4 {
            #expect(try letters(lab, "a\(number)") == ["groups-confirmed"])
            // What the letter refers to is there for her.
            let own = try lab.ok("people", "show", "a\(number)", "--as", "a\(number)", at: Self.now)
            #expect(own.contains("storby-h27-d1-g"), "\(own)")
        }
        #expect(try letters(lab, "co-storby").isEmpty)
        #expect(try !bodies(lab).contains("{{"))
    }
}
