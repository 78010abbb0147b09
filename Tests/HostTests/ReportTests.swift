import Kernel
import KernelTesting
import Testing

/// Reports, searches and lists by name, as people in different places may see them.
@Suite struct ReportTests {
    private static let later = "2027-09-20T08:00:00Z"

    /// Six participants with notes, three of them delivered; a lecturer, and someone from another institution.
    private func prepared() throws -> ShippedWorkspace {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        var people = "id,given_name,family_name,email,organisation,role,language\n"
        var enrolments = "offering,person,role\n"
        for number in 1...6 {
            people += "p\(number),Åse,Ødegård,a\(number)@skole.example,Fjellskolen,teacher,nb\n"
            enrolments += "storby-h27,p\(number),participant\n"
        }
        people +=
            "l1,Lars,Lærer,l1@skole.example,Fjellskolen,teacher,nb\nc1,Kari,Ko,c1@skole.example,Fjellskolen,teacher,nb\nx1,Ute,Vik,x1@skole.example,Fjellskolen,teacher,nb\n"
        enrolments += "storby-h27,l1,lecturer\nstorby-h27,c1,coordinator\nvest-h27,x1,participant\n"
        try workspace.write(people, to: "people.csv")
        try workspace.write(enrolments, to: "enrolments.csv")
        #expect(workspace.run("people", "import", "people.csv").status == 0)
        #expect(workspace.run("do", "kernel.enrolment.create", "--each", "enrolments.csv").status == 0)
        let texts = ["læring og čáhppes", "laering", "šaddá ŋ žuovga", "vuođđu ŧ", "øy", "på vei"]
        for (number, text) in texts.enumerated() {
            let person = "p\(number + 1)"
            let made = workspace.run(
                "do", "reflection.note.create", "--enrolment", "storby-h27/\(person)", "--activity", "refleksjon", "--text", text,
                "--level",
                "formal", "--as", person, now: Self.later)
            #expect(made.status == 0, "\(made.errors)")
        }
        for number in 1...3 {
            #expect(workspace.run("do", "reflection.note.deliver", "\(number)", "--as", "p\(number)", now: Self.later).status == 0)
        }
        return workspace
    }

    private func rows(_ workspace: ShippedWorkspace, _ arguments: String...) -> [String] {
        let result = workspace.run(arguments + ["--output", "csv"], now: Self.later)
        #expect(result.status == 0, "\(arguments): \(result.errors)")
        return result.output.split(separator: "\r\n").dropFirst().map(String.init)
    }

    /// A report of rows shows what a person says of herself to herself and to those who see everyone, whatever its manifest says.
    @Test func aReportShowsNoMoreOfAPersonThanHerPageDoes() throws {
        let lab = try RuntimeLab { files in
            files[RuntimeLab.manifest] += """
                reports:
                  tongues:
                    title: {nb: Språk, nn: Språk, en: Languages}
                    by: [everyone]
                    reads: {work: [text]}
                    columns:
                      - {id: person, value: enrolment.person}
                      - {id: language, value: enrolment.person.language}
                  bokmaal:
                    title: {nb: Bokmål, nn: Bokmål, en: Bokmål}
                    by: [everyone]
                    reads: {work: [text]}
                    where: {enrolment.person.language: [nb]}
                    columns:
                      - {id: person, value: enrolment.person}

                """
        }
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", id, "--as", "p1")
        func csv(_ report: String, by person: String?) -> [String] {
            let answer = lab.session.run(
                ["report", report, "--output", "csv"] + (person.map { ["--as", $0] } ?? []), now: RuntimeLab.open)
            #expect(answer.code == 0, "\(answer.err)")
            return answer.out.split(separator: "\r\n").dropFirst().map(String.init)
        }
        #expect(csv("lab.tongues", by: "t1") == ["p1,"])
        #expect(csv("lab.tongues", by: "p1") == ["p1,nb"])
        #expect(csv("lab.tongues", by: nil) == ["p1,nb"])
        // And it is not learned by a filter.
        #expect(csv("lab.bokmaal", by: "t1").isEmpty)
        #expect(csv("lab.bokmaal", by: "p1") == ["p1"])
    }

    @Test func declaredRowsObeyRights() throws {
        let workspace = try prepared()
        #expect(rows(workspace, "report", "reflection.overview", "--as", "l1").map { String($0.prefix(2)) } == ["p1", "p2", "p3"])
        #expect(rows(workspace, "report", "reflection.overview", "--as", "l1", "--offering", "vest-h27").isEmpty)
        // A coordinator reads neither text nor whose it is, and does not learn it by filtering.
        #expect(
            rows(workspace, "report", "reflection.overview", "--as", "c1")
                == (1...3).map { _ in ",refleksjon,Delivered,Formal curriculum" })
        #expect(rows(workspace, "report", "reflection.overview", "--as", "c1", "--offering", "storby-h27").isEmpty)
        #expect(rows(workspace, "list", "reflection.note", "--as", "c1").first == "1,delivered,refleksjon,formal")
        #expect(rows(workspace, "list", "reflection.note", "--as", "c1", "--search", "cahppes").isEmpty)
        #expect(workspace.run("report", "reflection.overview", "--as", "p1").status == 77)
        #expect(workspace.run("report", "reflection.overview", "--as", "x1").status == 77)
        #expect(workspace.run("report", "reflection.overview", "--offerin", "x").status == 64)
        #expect(workspace.run("report", "kernel.progress", "--state", "nearly").status == 65)
    }

    @Test func aggregatesKeepTheFloorAndTheirPlace() throws {
        let workspace = try prepared()
        func all() -> String? { rows(workspace, "report", "reflection.levels", "--as", "p1").last }
        // Notes count from when they were delivered; of three nothing is shown.
        #expect(all()?.hasPrefix("All,,") == true)
        for number in 4...5 {
            #expect(workspace.run("do", "reflection.note.deliver", "\(number)", "--as", "p\(number)", now: Self.later).status == 0)
        }
        let first = rows(workspace, "report", "reflection.levels", "--as", "p1")
        #expect(first.last?.hasPrefix("All,5") == true)
        #expect(first.dropLast().allSatisfy { $0.hasSuffix(",notes") })
        // One who is in another offering is told nothing of this one.
        #expect(rows(workspace, "report", "reflection.levels", "--as", "x1").allSatisfy { $0.hasSuffix(",,notes") })
        // One more or one less must not show by comparing two prints.
        #expect(workspace.run("do", "reflection.note.deliver", "6", "--as", "p6", now: Self.later).status == 0)
        #expect(all()?.hasPrefix("All,5") == true)
        let closed = workspace.run("report", "evaluation.results", "--as", "p1", now: Self.later)
        #expect(closed.output == "(none)\n\nNothing is shown before 'Evaluation round' has reached the state 'Closed'.\n")
    }

    @Test func progressIsOnesOwnOrOfThoseOneLeads() throws {
        let workspace = try prepared()
        #expect(Set(rows(workspace, "report", "kernel.progress", "--as", "p1").map { $0.split(separator: ",")[1] }) == ["p1"])
        #expect(Set(rows(workspace, "report", "kernel.progress", "--as", "l1").map { $0.split(separator: ",")[1] }).count == 6)
        #expect(rows(workspace, "report", "kernel.progress", "--as", "l1", "--person", "x1").isEmpty)
        let page = workspace.run("report", "kernel.progress", "--as", "l1", "--output", "html", now: Self.later).output
        #expect(page.contains("<svg role=\"img\"") && page.contains("Share that is done"))
        #expect(Set(rows(workspace, "report", "kernel.requirements", "--as", "p1").map { $0.split(separator: ",")[1] }) == ["p1"])
        for name in ["kernel.deadlines", "kernel.notices"] { #expect(rows(workspace, "report", name, "--as", "p1").isEmpty) }
    }

    @Test func searchFindsWithAndWithoutMarksAmongWhatIsSeen() throws {
        let workspace = try prepared()
        func found(_ words: String, _ person: String = "p1") -> [String] {
            rows(workspace, "list", "reflection.note", "--search", words, "--as", person).map { String($0.prefix { $0 != "," }) }
        }
        // The word as it is written comes first.
        #expect(found("læring", "l1") == ["1", "2"])
        #expect(found("laering", "l1") == ["2", "1"])
        #expect(found("cahppes") == ["1"] && found("ČÁHPPES") == ["1"] && found("čáh*") == ["1"])
        #expect(found("sadda n zuovga", "p3") == ["3"] && found("vuoddu t", "p4") == ["4"])
        #expect(found("oy", "p5") == ["5"] && found("pa", "p6") == ["6"])
        // Drafts are their owners' own.
        #expect(found("vuođđu", "l1").isEmpty && found("cahppes", "p2").isEmpty && found("cahppes", "x1").isEmpty)
        for hostile in ["\"", "*", "\") OR text:* NEAR(", "text__folded:a", "-", "NOT", "a AND", "'; DROP TABLE x", "{text} : *", "^"] {
            #expect(found(hostile).isEmpty, "\(hostile)")
        }
        #expect(workspace.run("list", "evaluation.answer", "--search", "x").status == 65)
    }

    @Test func othersAreSeenByNameAlone() throws {
        let workspace = try prepared()
        let seen = rows(workspace, "people", "list", "--as", "p1")
        #expect(seen.count == 8 && seen.filter { $0.contains("@") }.count == 1 && !seen.contains { $0.hasPrefix("x1") })
        #expect(rows(workspace, "people", "list", "--as", "x1").count == 1)
        #expect(rows(workspace, "people", "list", "--as", "p1", "--role", "teacher").map { String($0.prefix(2)) } == ["p1"])
        #expect(rows(workspace, "people", "show", "p2", "--as", "p1") == ["Name,Åse Ødegård"])
        #expect(workspace.run("people", "show", "x1", "--as", "p1").errors == "error: there is no person 'x1'\n")
        #expect(workspace.run("offerings", "show", "storby-h27", "--as", "x1").status == 77)
        // What another person did to her shows without who it was.
        #expect(rows(workspace, "log", "--as", "p1").allSatisfy { !$0.contains(",person:") || $0.contains(",person:1,") })
        #expect(rows(workspace, "people", "list").count == 9)
    }
}
