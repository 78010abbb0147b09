import Kernel
import Testing

/// Decisions are told by a letter that says how and until when they may be complained of, and the limit runs from when it has arrived.
@Suite struct DecisionLetterTests {
    /// The letters to a candidate, newest last: name and number.
    private func letters(_ lab: AssessmentLab, _ name: String) throws -> [String] {
        let text = try lab.ok("report", "kernel.notices", "--output", "csv")
        return text.split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains(",assessment.\(name),") }.map {
            String($0.prefix { $0 != "," })
        }
    }

    private func body(_ lab: AssessmentLab, _ number: String) throws -> String {
        let answer = try lab.ok("report", "kernel.notices", "--output", "json", "--as", "p1")
        let numbers = (try JSONValue(parsing: Array(answer.utf8))["rows"]?.array ?? []).compactMap { $0.array?.first }
        #expect(numbers.contains { $0.string == number || $0.integer.map(String.init) == number })
        return try lab.ok("export", "eml", number).replacing("\r\n", with: "\n").replacing("=\n", with: "").replacing("=C2=A7", with: "§")
    }

    private func limits(_ lab: AssessmentLab, at now: String = AssessmentLab.exam) throws -> [Substring] {
        try lab.ok("report", "kernel.deadlines", "--output", "csv", "--as", "p1", at: now).split(whereSeparator: \.isNewline)
    }

    private func lab() throws -> AssessmentLab {
        let lab = try AssessmentLab { session in
            try session.edit("Config/kjerne.yaml", "workspace: ", "sender: {address: post@example.org}\nworkspace: ")
        }
        try lab.session.put(
            "id,given_name,family_name,email,organisation,role,language\np1,Kari,Nes,kari@example.org,skole-1,principal,en\n", "p1.csv")
        try lab.ok("people", "import", "p1.csv")
        try lab.adoptGuide()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        return lab
    }

    @Test func aPostponement() throws {
        let lab = try lab()
        try lab.ok("do", "assessment.postponement.create", "--candidate", "1", "--ground", "other", "--as", "p1")
        try lab.ok("do", "assessment.postponement.apply", "1", "--as", "p1")
        try lab.ok("do", "assessment.postponement.refuse", "1", "--reason", "No ground that is valid.", "--as", "co1")
        let letter = try #require(try letters(lab, "postponement-decision").last)
        let text = try body(lab, letter)
        for words in ["Refused", "No ground that is valid.", "three weeks", "§ 29"] { #expect(text.contains(words), "\(words): \(text)") }
        // It has not arrived, so nothing has run out.
        #expect(try !limits(lab).contains { $0.contains("assessment.postponement") && $0.contains(",running,") })
        try lab.ok("do", "kernel.notice.deliver", "--notice", letter, "--channel", "portal")
        #expect(
            try limits(lab).contains { $0.contains("assessment.postponement") && $0.contains("complaint") && $0.contains("2028-06-06") })
        #expect(try lab.ok("explain", "deadline", "assessment.postponement", "1", "--as", "p1").contains("fvl. § 29"))
    }

    @Test func anAccommodation() throws {
        let lab = try lab()
        try lab.ok("do", "assessment.accommodation.create", "--activity", "hjemmeeksamen", "--measure", "own-room", "--as", "p1")
        try lab.ok("do", "assessment.accommodation.apply", "1", "--as", "p1")
        try lab.ok("do", "assessment.accommodation.grant", "1", "--documented", "true", "--reason", "Because.", "--as", "co1")
        let letter = try #require(try letters(lab, "accommodation-decision").last)
        let text = try body(lab, letter)
        for words in ["A room of one's own", "Granted", "Because.", "§ 29", "§ 10-5"] { #expect(text.contains(words), "\(words): \(text)") }
        try lab.ok("do", "kernel.notice.deliver", "--notice", letter, "--channel", "portal")
        #expect(try limits(lab).contains { $0.contains("assessment.accommodation") && $0.contains("2028-06-06") })
    }

    @Test func suspectedCheating() throws {
        let lab = try lab()
        func suspect(_ number: String) throws {
            try lab.ok("do", "assessment.suspicion.create", "--candidate", "1", "--suspicion", "copied", "--as", "co1")
            try lab.ok("do", "assessment.suspicion.notify", number, "--as", "co1")
        }
        try suspect("1")
        try lab.ok("do", "assessment.suspicion.dismiss", "1", "--reason", "It was not.", "--as", "co1")
        let dismissed = try body(lab, try #require(try letters(lab, "cheating-dismissed").last))
        #expect(dismissed.contains("dismissed"), "\(dismissed)")
        try suspect("2")
        try lab.ok("do", "assessment.suspicion.send", "2", "--as", "co1")
        try lab.ok(
            "do", "assessment.suspicion.exclude", "2", "--reason", "It was.", "--from", "2028-05-20", "--until", "2028-12-31", "--grave",
            "false", "--for", "5", "--against", "0", "--as", "co1")
        let letter = try #require(try letters(lab, "cheating-excluded").last)
        let text = try body(lab, letter)
        for words in ["It was.", "31 December 2028", "three weeks", "§ 29", "three months", "§ 12-10"] {
            #expect(text.contains(words), "\(words): \(text)")
        }
        try lab.ok("do", "kernel.notice.deliver", "--notice", letter, "--channel", "portal")
        let limits = try limits(lab)
        #expect(
            limits.contains { $0.contains("assessment.suspicion") && $0.contains(",complaint,") && $0.contains("2028-06-06") }, "\(limits)")
        #expect(limits.contains { $0.contains("assessment.suspicion") && $0.contains(",court,") && $0.contains("2028-08-16") }, "\(limits)")
    }

    @Test func cheatingAtRequiredWork() throws {
        let lab = try lab()
        try lab.session.put("offering,person,role\nhandel-h27,p1,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        try lab.ok("do", "assessment.work.create", "--activity", "handel-h27/laereplannotat", "--enrolment", "handel-h27/p1")
        try lab.ok("do", "assessment.work.carry-over", "1", "--carried-from", "before")
        try lab.ok("do", "assessment.work-suspicion.create", "--work", "1", "--suspicion", "copied")
        try lab.ok("do", "assessment.work-suspicion.notify", "1")
        try lab.ok("do", "assessment.work-suspicion.send", "1")
        try lab.ok("do", "assessment.work-suspicion.annul", "1", "--reason", "It was.", "--for", "3", "--against", "0")
        let text = try body(lab, try #require(try letters(lab, "cheating-annulled").last))
        for words in ["It was.", "three weeks", "§ 29"] { #expect(text.contains(words), "\(words): \(text)") }
    }
}
