import Foundation
import Kernel
import KernelTesting

/// The shipped workspace with candidates `p1` to `p3` at a home exam in `vest-h27`, a coordinator, and examiners `ex1` to `ex4`.
final class AssessmentLab {
    struct Failed: Error, CustomStringConvertible { var description: String }

    static let exam = "2028-05-16T08:00:00Z"
    let session: Session
    private let linked: LinkedModules

    init(linked: LinkedModules = Session.linked, change: (Session) throws -> Void = { _ in }) throws {
        self.linked = linked
        session = try Session(nil)
        for folder in ["Config", "Modules"] {
            try FileManager.default.copyItem(
                atPath: WorkspaceFixture.root(#filePath) + "/" + folder, toPath: session.path + "/" + folder)
        }
        try change(session)
        try ok("apply", "--yes")
        try session.put(
            """
            id,given_name,family_name,email,organisation,role,language
            co1,Siri,Haug,,vest,coordinator,nb
            p1,Kari,Nes,,skole-1,principal,nb
            p2,Ola,Nes,,skole-2,principal,nb
            p3,Ane,Nes,,skole-3,principal,nb
            ex1,Olav,Berge,,,,nb
            ex2,Unni,Lie,,,,nn
            ex3,Per,Moe,,,,nb
            ex4,Liv,Dahl,,,,nb
            ex5,Eva,Rud,,skole-1,teacher,nb

            """, "people.csv")
        try ok("people", "import", "people.csv")
        try session.put("offering,person,role\nvest-h27,p1,participant\nvest-h27,p2,participant\n", "enrolments.csv")
        try ok("do", "kernel.enrolment.create", "--each", "enrolments.csv")
    }

    @discardableResult
    func ok(_ words: String..., at now: String = AssessmentLab.exam) throws -> String {
        let answer = session.run(words, linked: linked, now: now)
        guard answer.code == 0 else { throw Failed(description: "\(words): \(answer.code)\n\(answer.out)\(answer.err)") }
        return answer.out
    }

    /// What is refused, with its reason.
    func refused(_ words: [String], at now: String = AssessmentLab.exam) -> String {
        let answer = session.run(["do"] + words, linked: linked, now: now)
        return answer.code == 0 ? "done" : "\(answer.code) \(answer.err)\(answer.out)"
    }

    func state(_ record: String, _ number: Int) throws -> String? {
        try JSONValue(parsing: Array(ok("show", record, String(number), "--output", "json").utf8))["state"]?.string
    }

    /// How far someone is with the exam, as the operator sees it.
    func progress(of person: String, at now: String = AssessmentLab.exam) throws -> [String] {
        let text = try ok("report", "kernel.progress", "--offering", "vest-h27", "--output", "json", at: now)
        let json = try JSONValue(parsing: Array(text.utf8))
        let columns = (json["columns"]?.array ?? []).compactMap { $0["id"]?.string }
        let rows = (json["rows"]?.array ?? []).compactMap(\.array).map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
        return rows.filter { $0["person"]?.string == person && $0["activity"]?.string == "hjemmeeksamen" }.compactMap {
            $0["state"]?["en"]?.string
        }
    }

    /// The guide of the home exam, adopted; nothing begins without one.
    func adoptGuide(at now: String = AssessmentLab.exam) throws {
        try ok(
            "do", "assessment.guide.create", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--text", "guide", "--as", "co1",
            at: now)
        try ok("do", "assessment.guide.adopt", "1", "--as", "co1", at: now)
    }

    /// A guide, a pool, one candidate with a script, and two examiners who are impartial.
    func prepare() throws {
        try adoptGuide()
        try ok("do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", "ex1", "--external", "false", "--as", "co1")
        try ok("do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", "ex2", "--external", "true", "--as", "co1")
        try ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try ok("do", "assessment.script.create", "--candidate", "1", "--text", "my answer", "--as", "p1")
        try ok("do", "assessment.script.deliver", "1", "--as", "p1")
        try ok("do", "assessment.judgement.create", "--script", "1", "--assessor", "ex1", "--as", "co1")
        try ok("do", "assessment.judgement.create", "--script", "1", "--assessor", "ex2", "--as", "co1")
        try ok("do", "assessment.judgement.declare", "1", "--as", "ex1")
        try ok("do", "assessment.judgement.declare", "2", "--as", "ex2")
    }

    /// A grade that is announced, and has reached the candidate.
    func grade(_ grade: String, at now: String = AssessmentLab.exam) throws {
        try ok("do", "assessment.judgement.seal", "1", "--grade", grade, "--notes", "secret-first-notes", "--as", "ex1")
        try ok("do", "assessment.judgement.seal", "2", "--grade", grade, "--as", "ex2")
        try ok("do", "assessment.announce", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--as", "co1", at: now)
        try ok("do", "kernel.notice.deliver", "--notice", "1", "--channel", "portal", at: now)
    }

    /// A complaint that two new examiners look at.
    func complain() throws {
        try ok("do", "assessment.reasons.create", "--result", "1", "--question", "secret-question", "--as", "p1")
        try ok("do", "assessment.reasons.ask", "1", "--as", "p1")
        try ok(
            "do", "assessment.reasons.give", "1", "--principles", "secret-principles", "--assessment", "secret-assessment", "--as", "ex1")
        try ok("do", "assessment.grade-complaint.create", "--result", "1", "--grounds", "secret-grounds", "--as", "p1")
        try ok("do", "assessment.grade-complaint.make", "1", "--as", "p1")
        try appealExaminers()
    }

    /// Two new examiners of a new grading, the second from outside.
    func appealExaminers(of regrading: Int = 1) throws {
        try ok("do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", "ex4", "--external", "true", "--as", "co1")
        try ok("do", "assessment.regrade.create", "--regrading", String(regrading), "--assessor", "ex3", "--as", "co1")
        try ok("do", "assessment.regrade.create", "--regrading", String(regrading), "--assessor", "ex4", "--as", "co1")
    }

    /// The new examiners give a grade.
    func regrade(_ grade: String, at now: String = AssessmentLab.exam) throws {
        for (number, person) in [("1", "ex3"), ("2", "ex4")] {
            try ok("do", "assessment.regrade.declare", number, "--as", person, at: now)
            try ok("do", "assessment.regrade.seal", number, "--grade", grade, "--as", person, at: now)
        }
    }

    /// Two examiners who had nothing to do with the case, the second from outside, give the grade of a renewed assessment.
    func renew(_ grade: String, regrading: Int = 2, at now: String = AssessmentLab.exam) throws {
        try session.put("id,given_name,family_name\nex6,Jon,Vik\nex7,Siv,Aas\n", "renew.csv")
        try ok("people", "import", "renew.csv", at: now)
        try ok(
            "do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", "ex7", "--external", "true", "--as", "co1", at: now
        )
        for person in ["ex6", "ex7"] {
            let text = try ok(
                "do", "assessment.regrade.create", "--regrading", String(regrading), "--assessor", person, "--as", "co1", "--output",
                "json",
                at: now)
            let number = try JSONValue(parsing: Array(text.utf8))["id"]?.string ?? ""
            try ok("do", "assessment.regrade.declare", number, "--as", person, at: now)
            try ok("do", "assessment.regrade.seal", number, "--grade", grade, "--as", person, at: now)
        }
    }

    /// What was announced of the exam, once more.
    func announce(at now: String = AssessmentLab.exam) throws {
        try ok("do", "assessment.announce", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--as", "co1", at: now)
    }
}
