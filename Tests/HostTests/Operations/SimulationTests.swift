import Foundation
import Kernel
import Testing

/// `kjerne simulate`: an invented cohort through a whole variant.
@Suite struct SimulationTests {
    private static func json(_ result: ShippedWorkspace.Result) throws -> JSONValue { try JSONValue(parsing: Array(result.output.utf8)) }

    private static func findings(_ result: ShippedWorkspace.Result) throws -> [[String]] {
        try (json(result)["rows"]?.array ?? []).map { ($0.array ?? []).compactMap(\.string) }
    }

    @Test func theSameSeedGivesTheSameBytes() throws {
        let workspace = try ShippedWorkspace()
        let first = workspace.run("simulate", "storby-plf-2027", "--participants", "12", "--seed", "7")
        let second = workspace.run("simulate", "storby-plf-2027", "--participants", "12", "--seed", "7")
        let other = workspace.run("simulate", "storby-plf-2027", "--participants", "12", "--seed", "8")
        #expect(first.output.contains("12 participants in storby-h27"))
        #expect(first == second)
        #expect(first.output != other.output)
    }

    /// What is live is not touched, and nothing is left behind in the workspace.
    @Test func nothingLiveIsTouched() throws {
        let workspace = try ShippedWorkspace()
        workspace.run("simulate", "storby-plf-2027", "--participants", "5")
        #expect(!FileManager.default.fileExists(atPath: workspace.folder + "/var"))
        workspace.run("apply", "--yes")
        let before = try workspace.contentDigest()
        workspace.run("simulate", "storby-plf-2027", "--participants", "5")
        #expect(try workspace.contentDigest() == before)
    }

    @Test func everyVariantCanBeSimulated() throws {
        let workspace = try ShippedWorkspace()
        for variant in ["storby", "vest", "hovedstad", "kyst", "oppdrag", "handel"] {
            let result = workspace.run("simulate", "\(variant)-plf-2027", "--participants", "9", "--seed", "3", "--output", "json")
            #expect(result.status == 0 || result.status == 1, "\(variant): \(result.errors)")
            #expect(try Self.json(result)["format"]?.string == "kjerne.report/1")
        }
    }

    /// Whoever does what is asked sits the exams, in whatever form, and passes.
    @Test(arguments: ["vest", "storby", "handel"]) func examsAreSat(variant: String) throws {
        let answer = try ShippedWorkspace().run("simulate", "\(variant)-plf-2027", "--participants", "24", "--seed", "3").output
        let passed = answer.split(whereSeparator: \.isNewline).first { $0.hasPrefix("passed ") }?.split(separator: " ")
        #expect(try Int(#require(passed).item(1)) ?? 0 > 12, "\(answer)")
        #expect(!answer.contains("pool-member") && !answer.contains("judgement") && !answer.contains("impossible"), "\(answer)")
    }

    /// Examiners who cannot be in time, and exams in which a number hides nobody, are named.
    @Test func examinersWithTooMuchAndExamsWithTooFewAreNamed() throws {
        let workspace = try ShippedWorkspace()
        let path = "Config/kjerne.yaml"
        let text = try workspace.read(path)
        try workspace.write(text.replacing("assessment: ^1.0", with: "assessment: {version: ^1.0, settings: {scripts-a-day: 1}}"), to: path)
        let tired = workspace.run("simulate", "vest-plf-2027", "--participants", "40", "--seed", "3").output
        #expect(tired.contains("assessment.exams") && tired.contains("manages 15 in 15 working days"), "\(tired)")
        let few = workspace.run("simulate", "vest-plf-2027", "--participants", "3", "--seed", "3").output
        #expect(few.contains("a number does not hide who wrote"), "\(few)")
    }

    /// A report with a floor of five shows nothing of a cohort of three, and the simulation says so.
    @Test func aGroupThatIsTooSmallIsNamed() throws {
        let workspace = try ShippedWorkspace()
        func floors(_ count: String) throws -> [String] {
            try Self.findings(workspace.run("simulate", "storby-plf-2027", "--participants", count, "--output", "json"))
                .filter { $0.first == "floor" }.map { $0[1] }
        }
        #expect(try floors("3").contains { $0.hasPrefix("evaluation.") })
        #expect(try floors("30").isEmpty)
    }

    /// Extra work that is ordered for those who lack something is out of reach for those who lack nothing.
    @Test func aRequirementThatNobodyMeetsIsNamed() throws {
        let workspace = try ShippedWorkspace()
        let path = "Config/institutions/storby/variants/storby-plf-2027.yaml"
        let text = try workspace.read(path)
        func found(_ activity: String) throws -> [[String]] {
            let old = "- approved: [arbeidskrav-1, arbeidskrav-2, grupperapport]\n"
            try workspace.write(text.replacingOccurrences(of: old, with: old + "    - completed: [\(activity)]\n"), to: path)
            let result = workspace.run("simulate", "storby-plf-2027", "--participants", "6", "--output", "json")
            #expect(result.status == 0 || result.status == 1, "\(result.errors)")
            return try Self.findings(result).filter { $0.first == "impossible" && $0[1] == "completed" }
        }
        #expect(try found("kompensasjon").count == 1)
        #expect(try found("overordnet-del").isEmpty)
    }

    /// What is due on Easter Monday is named.
    @Test func aDeadlineOnAHolidayIsNamed() throws {
        let workspace = try ShippedWorkspace()
        func holidays() throws -> [String] {
            let result = workspace.run("simulate", "vest-plf-2027", "--participants", "6", "--seed", "3", "--output", "json")
            #expect(result.status == 0 || result.status == 1, "\(result.errors)")
            return try Self.findings(result).filter { $0.first == "holiday" }.map { $0[1] }
        }
        #expect(try !holidays().contains { $0.contains("lederobservasjon") })
        let path = "Config/institutions/vest/variants/vest-plf-2027.yaml"
        let text = try workspace.read(path)
        // The course starts on 14 September 2027, and this is 17 April 2028.
        let moved = text.replacing("        opens: +20w\n        due: +27w\n", with: "        opens: +20w\n        due: +216d\n")
        try #require(moved != text)
        try workspace.write(moved, to: path)
        #expect(try holidays().contains { $0.contains("lederobservasjon") })
    }

    @Test func whatCannotBeSimulatedIsRefused() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("simulate", "storby-plf-2028").status == 65)
        #expect(workspace.run("simulate", "storby-plf-2027", "--participants", "0").status == 65)
        #expect(workspace.run("simulate", "storby-plf-2027", "--participants", "10001").status == 65)
        #expect(workspace.run("simulate", "storby-plf-2027", "--participants", "many").status == 64)
        #expect(workspace.run("simulate").status == 64)
        try FileManager.default.removeItem(atPath: workspace.folder + "/Config/institutions/storby/offerings")
        let none = workspace.run("simulate", "storby-plf-2027")
        #expect(none.status == 77)
        #expect(none.errors.contains("no offering follows"))
    }
}
