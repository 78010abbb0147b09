import Foundation
import Kernel
import Testing

/// A school owner nominates a leader, who decides herself whether it becomes an application.
@Suite struct NominationTests {
    private func nominate(
        _ lab: AdmissionLab, _ person: String, priority: Int? = 1, by owner: String = "o1", employer: String = "kommune-1",
        school: String = "skole-1", at now: String = AdmissionLab.open
    ) -> String {
        let words = [
            "do", "participation.nomination.create", "--round", "1", "--person", person, "--employer", employer, "--school", school,
            "--post",
            "principal", "--why", "Leads the network", "--as", owner,
        ]
        let answer = lab.session.run(words + (priority.map { ["--priority", "\($0)"] } ?? []), now: now)
        return answer.code == 0 ? "done" : "\(answer.code) \(answer.err)"
    }

    private func evidence(_ lab: AdmissionLab, _ application: Int, by person: String) throws {
        for (demand, kind, extra) in [
            ("utdanning", "principal-programme", ["--credits", "30"]),
            ("stilling", "leader-employment", ["--post", "principal", "--from", "2020-08-01", "--percent", "100"]),
        ] {
            try lab.ok(
                [
                    "do", "participation.evidence.create", "--application", "\(application)", "--demand", demand, "--kind", kind,
                    "--document", "attest.txt", "--as", person,
                ] + extra)
        }
    }

    @Test func aNominationBecomesAnApplicationWithTheLeadersConsentAlone() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        #expect(nominate(lab, "a1", priority: nil).contains("--priority"))
        #expect(nominate(lab, "a1") == "done")
        #expect(try lab.rows("kernel.notices", by: "a1").contains { $0["notice"]?.string?.contains("nominated") == true })
        #expect(try lab.ok("report", "participation.next", "--as", "a1").contains("Answer the school owner's nomination"))
        #expect(try lab.rows(command: "list", "participation.application").isEmpty)
        // Nobody says yes for her.
        for person in ["o1", "a2", "adm-kyst"] {
            #expect(lab.refused("participation.nomination.accept", "1", "--as", person) != "done", "\(person)")
        }
        #expect(lab.refused("participation.nomination.accept", "1", "--as", "a1") == "done")
        #expect(try lab.state(1) == "draft")
        #expect(lab.refused("participation.application.submit", "1", "--as", "o1").hasPrefix("77"))
        try evidence(lab, 1, by: "a1")
        try lab.ok("do", "participation.application.submit", "1", "--as", "a1")
        #expect(try lab.state(1) == "approved")
        #expect(try lab.rows(command: "list", "participation.application", by: "o1").first?["priority"]?.integer == 1)
        // The approval counts: what lacks is the judgement alone.
        for piece in 1...2 { try lab.ok("do", "participation.evidence.verify", "\(piece)", "--as", "adm-kyst") }
        #expect(lab.refused("participation.application.qualify", "1", "--tier", "rektorar", "--as", "adm-kyst") == "done")
    }

    @Test func whatTheLeaderChangesWaitsForTheOwner() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        #expect(nominate(lab, "a1") == "done")
        try lab.ok("do", "participation.nomination.accept", "1", "--as", "a1")
        try lab.ok("do", "participation.application.update", "1", "--post", "deputy", "--as", "a1")
        try evidence(lab, 1, by: "a1")
        try lab.ok("do", "participation.application.submit", "1", "--as", "a1")
        #expect(try lab.state(1) == "submitted")
        try lab.ok("do", "participation.application.approve", "1", "--priority", "1", "--as", "o1")
    }

    @Test func anOwnerNominatesItsOwnInTimeAndOnce() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        #expect(nominate(lab, "a5", school: "skole-1").contains("is not registered with 'kommune-1' or at the school that is named"))
        #expect(nominate(lab, "a1", by: "o2") != "done")
        // To be named as the school makes nobody the owner.
        #expect(nominate(lab, "a1", by: "o2", school: "kommune-2").hasPrefix("77"))
        #expect(nominate(lab, "o1", school: "kommune-1").contains("in your own case"))
        for person in ["a2", "adm-kyst", "co-kyst"] { #expect(nominate(lab, "a1", by: person).hasPrefix("77"), "\(person)") }
        #expect(nominate(lab, "a1", at: "2027-05-01T08:00:00Z").contains("the last day to apply was 2027-04-30"))
        #expect(nominate(lab, "a1") == "done")
        #expect(nominate(lab, "a1", priority: 2).contains("has nomination 1 in the round already"))
        #expect(nominate(lab, "a2").contains("number 1 has been given to another"))
        #expect(nominate(lab, "a2", priority: 2) == "done")
        // Only her own owner sees it, besides those who admit.
        #expect(try lab.rows(command: "list", "participation.nomination", by: "o2").isEmpty)
        #expect(try lab.rows(command: "list", "participation.nomination", by: "a3").isEmpty)
        #expect(try lab.rows(command: "list", "participation.nomination", by: "o1").count == 2)
        // A no is a no, and the owner may take back what is not answered.
        try lab.ok("do", "participation.nomination.decline", "1", "--reason", "Not this year", "--as", "a1")
        #expect(try lab.rows(command: "list", "participation.application").isEmpty)
        #expect(lab.refused("participation.nomination.withdraw", "2", "--as", "o2") != "done")
        try lab.ok("do", "participation.nomination.withdraw", "2", "--as", "o1")
        #expect(lab.refused("participation.nomination.accept", "2", "--as", "a2").hasPrefix("77"))
        // One who has applied is not nominated.
        try lab.apply(1...1)
        #expect(nominate(lab, "a1").contains("has application 1 in the round already"))
    }

    /// An owner has no hold on others' people, and is not told where they work or whether they are there at all.
    @Test func nobodyElsesPeopleAreNominated() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        // Of another owner's school; of the university; nobody at all; her own, at another owner's school; a school that no owner has.
        let answers = [
            ("a5", "skole-3"), ("adm-kyst", "kyst"), ("nobody", "skole-1"), ("a1", "skole-3"), ("a1", "kyst"), ("nobody", "skole-3"),
        ].map { person, school in
            nominate(lab, person, school: school).replacingOccurrences(of: "'\(person)'", with: "'…'")
        }
        #expect(Set(answers).count == 1, "\(answers)")
        #expect(answers[0].hasPrefix("77 error: '…' is not registered with 'kommune-1'"), "\(answers[0])")
        #expect(nominate(lab, "a1") == "done")
        // Who has no right to act for the owner is told that, whoever is named.
        #expect(nominate(lab, "nobody", by: "o2") == nominate(lab, "a5", by: "o2"))
    }

    /// Which schools an owner has is said once, and neither in a circle nor of an institution.
    @Test func schoolsAreUnderTheirOwner() throws {
        let lab = try AdmissionLab()
        func place(_ part: String, _ whole: String, by person: String? = nil) -> String {
            lab.refused(
                ["kernel.organisation.place", "--organisation", part, "--within", whole] + (person.map { ["--as", $0] } ?? []))
        }
        #expect(place("kommune-1", "skole-1").contains("'skole-1' is itself part of 'kommune-1'"))
        #expect(place("skole-1", "skole-1").contains("'skole-1' is itself part of 'skole-1'"))
        #expect(place("kyst", "kommune-1").contains("is an institution of the configuration"))
        #expect(place("skole-9", "kommune-1").hasPrefix("65"))
        #expect(place("skole-1", "kommune-1", by: "o1").hasPrefix("77"))
        #expect(place("skole-3", "kommune-1") == "done")
        try lab.round("kyst-h27")
        #expect(nominate(lab, "a5", school: "skole-3") == "done")
    }

    /// What waits for the owner stands where she looks for what to do, with the day, and nowhere else.
    @Test func theOwnerIsToldWhatWaitsForHer() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.apply(1...2)
        func next(_ person: String) throws -> String { try lab.ok("report", "participation.next", "--as", person) }
        #expect(try next("o1").contains("2027-05-10  Approve or decline applications: 2"))
        for person in ["o2", "a1", "adm-kyst"] { #expect(try !next(person).contains("Approve or decline"), "\(person)") }
        try lab.ok("do", "participation.application.approve", "1", "--priority", "1", "--as", "o1")
        #expect(try next("o1").contains("Approve or decline applications: 1"))
    }

    /// The owner is the employer, whatever the applicant has written as her school.
    @Test func nobodyElsesOwnerApproves() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.ok(
            "do", "participation.application.create", "--round", "1", "--applicant", "a1", "--employer", "kommune-1", "--school",
            "kommune-2", "--post", "principal", "--as", "a1")
        try evidence(lab, 1, by: "a1")
        try lab.ok("do", "participation.application.submit", "1", "--as", "a1")
        for words in [["application.approve", "1", "--priority", "1"], ["evidence.confirm", "2"]] {
            let answer = lab.session.run(["do", "participation.\(words[0])"] + words.dropFirst() + ["--as", "o2"], now: AdmissionLab.open)
            #expect(answer.code == 65 && answer.err.contains("there is no participation"), "\(words): \(answer.err)")
        }
        try lab.ok("do", "participation.application.approve", "1", "--priority", "1", "--as", "o1")
    }
}
