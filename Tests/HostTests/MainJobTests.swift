import Foundation
import Kernel
import Testing

/// The main job of an institution, by the commands it would type.
@Suite struct MainJobTests {
    private static let frame = "Config/programmes/plf.yaml"

    private func prepared() throws -> ShippedWorkspace {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.write(
            "id,given_name,family_name,email,organisation,role,language\np1,Åse,Ødegård,ase@skole.example,Fjellskolen,leader,nb\np2,Čájá,Utsi,,Fjellskolen,teacher,nn\n",
            to: "people.csv")
        #expect(workspace.run("people", "import", "people.csv").status == 0)
        try workspace.write(
            ["storby", "handel", "vest", "hovedstad", "kyst", "oppdrag"].reduce("offering,person,role\n") {
                $0 + "\($1)-h27,p1,participant\n"
            },
            to: "enrolments.csv")
        #expect(workspace.run("do", "kernel.enrolment.create", "--each", "enrolments.csv").status == 0)
        return workspace
    }

    @Test func theShippedFilesHaveNoFaultsAndNoWarnings() throws {
        let result = try ShippedWorkspace().run("check", "--strict")
        #expect(result == .init(status: 0, output: "No faults: 7 modules, 6 variants, 6 offerings.\n", errors: ""))
    }

    @Test func oneLineOfTheFrameTouchesAllSixVariantsAndComesBack() throws {
        let workspace = try prepared()
        let before = try workspace.contentDigest()
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        let plan = workspace.run("plan", "--exit-code", "--output", "json")
        #expect(plan.status == 2)
        let changes = try #require(try JSONValue(parsing: Array(plan.output.utf8))["changes"]?.array)
        #expect(changes.count == 6)
        for change in changes {
            #expect(change["path"]?.string?.hasSuffix("-plf-2027.parts.felles.activities.overordnet-del.due") == true)
            #expect(change["before"]?.string == "+2w" && change["after"]?.string == "+3w")
            #expect(change["risk"]?.string == "affects-people" && change["people"]?.integer == 1 && change["work"]?.integer == 1)
        }
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(try workspace.contentDigest() != before)
        #expect(workspace.run("undo", "2", "--yes").status == 0)
        #expect(try workspace.contentDigest() == before)
        #expect(workspace.run("drift").status == 2)
        #expect(workspace.run("undo", "3", "--write-files", "--yes").status == 0)
        #expect(workspace.run("drift").status == 0)
        #expect(workspace.run("log", "--verify").status == 0)
    }

    @Test func applyingTwiceChangesNothing() throws {
        let workspace = try prepared()
        let before = try workspace.contentDigest()
        let second = workspace.run("apply", "--yes")
        #expect(second.status == 0 && second.output == "Nothing to change.\n")
        #expect(try workspace.contentDigest() == before)
        #expect(workspace.run("history", "--output", "csv").output.split(separator: "\r\n").count == 2)
        let again = workspace.run("people", "import", "people.csv", "--output", "json")
        #expect(again.status == 0)
        #expect(try workspace.contentDigest() == before)
    }

    @Test func aStalePlanIsRefused() throws {
        let workspace = try prepared()
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        #expect(workspace.run("plan", "--save", "plan.json").status == 0)
        try workspace.replace("due: +3w", with: "due: +4w", in: Self.frame)
        let digest = try workspace.contentDigest()
        #expect(workspace.run("apply", "plan.json").status == 75)
        #expect(try workspace.contentDigest() == digest)
        try workspace.replace("due: +4w", with: "due: +3w", in: Self.frame)
        #expect(workspace.run("apply", "plan.json").status == 0)
        // A script may run again: what is done is done.
        let applied = try workspace.contentDigest()
        let again = workspace.run("apply", "plan.json")
        #expect(again.status == 0 && (again.output + again.errors).contains("The plan is applied already, as number 2."), "\(again)")
        #expect(workspace.run("apply", "plan.json", "--output", "json").output.contains("\"id\": \"2\""))
        #expect(try workspace.contentDigest() == applied)
        // What came after it makes it stale.
        try workspace.replace("due: +3w", with: "due: +4w", in: Self.frame)
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("apply", "plan.json").status == 75)
    }

    @Test func aSavedPlanHoldsForThoseWhomItTouched() throws {
        let workspace = try prepared()
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        #expect(workspace.run("plan", "--save", "plan.json").status == 0)
        #expect(workspace.run("enrol", "vest-h27", "p2").status == 0)
        let digest = try workspace.contentDigest()
        let result = workspace.run("apply", "plan.json")
        #expect(result.status == 75)
        #expect(
            result.errors == """
                error: the plan touches others than when it was saved: vest-plf-2027.parts.felles.activities.overordnet-del.due \
                is now about 2 people and 2 enrolments, and was about 1 person and 1 enrolment
                  = help: look at it again with 'kjerne plan', and save it anew

                """)
        #expect(try workspace.contentDigest() == digest)
        #expect(workspace.run("plan", "--save", "plan.json").status == 0)
        #expect(workspace.run("apply", "plan.json").status == 0)
    }

    @Test func anEditedPlanIsRefused() throws {
        let workspace = try prepared()
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        #expect(workspace.run("plan", "--save", "plan.json").status == 0)
        try workspace.replace("\"changed\"", with: "\"removed\"", in: "plan.json")
        let result = workspace.run("apply", "plan.json")
        #expect(result.status == 75 && result.errors.contains("does not say what a plan made now"), "\(result.errors)")
    }

    @Test func aPlanSavedBeforeTheFirstApplyIsApplied() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("plan", "--save", "plan.json").status == 0)
        let result = workspace.run("apply", "plan.json")
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test func aDeadlineGoneByIsNotBroughtForward() throws {
        let workspace = try prepared()
        try workspace.replace("due: +2w", with: "due: +1w", in: Self.frame)
        let late = "2027-10-20T08:00:00Z"
        let digest = try workspace.contentDigest()
        #expect(workspace.run("apply", "--yes", now: late).status == 77)
        #expect(try workspace.contentDigest() == digest)
        #expect(workspace.run("apply", "--yes").status == 0)
    }

    @Test func whatRunsIsNotRemovedWithoutConsent() throws {
        let workspace = try prepared()
        try FileManager.default.removeItem(atPath: workspace.folder + "/Config/institutions/vest/offerings/vest-h27.yaml")
        #expect(workspace.run("apply", "--yes").status == 77)
        #expect(workspace.run("apply", "--yes", "--lose-work").status == 0)
        #expect(
            workspace.run("offerings", "list", "--output", "csv").output.contains("vest-h27,vest-plf-2027,r1,follow,2027-09-14,retired,1"))
    }

    @Test func creditsOfARunningCourseAreNotChanged() throws {
        let workspace = try prepared()
        let folder = "Config/institutions/"
        let variants = try FileManager.default.subpathsOfDirectory(atPath: workspace.folder + "/" + folder).filter {
            $0.hasSuffix("-plf-2027.yaml")
        }
        #expect(variants.count == 6)
        // The rules refuse what does not add up; what does is refused because people take the course.
        for path in [Self.frame] + variants.map({ folder + $0 }) {
            let text = try workspace.read(path)
            try workspace.write(
                text.replacing("credits: 15\n", with: "credits: 12\n").replacing("credits: 7.5\n", with: "credits: 6\n"), to: path)
        }
        let check = workspace.run("check")
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        let digest = try workspace.contentDigest()
        let result = workspace.run("apply", "--yes", "--lose-work")
        #expect(result.status == 77 && result.errors.contains("-plf-2027.credits"), "\(result)")
        #expect(try workspace.contentDigest() == digest)
    }

    @Test func aPinnedOfferingStaysAndIsListedAsBehind() throws {
        let workspace = try prepared()
        try workspace.replace("release: follow", with: "release: r1", in: "Config/institutions/vest/offerings/vest-h27.yaml")
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        #expect(workspace.run("plan").output.contains("vest-h27 stays on release r1."))
        #expect(workspace.run("apply", "--yes").status == 0)
        let offerings = workspace.run("offerings", "list", "--output", "csv").output
        #expect(offerings.contains("vest-h27,vest-plf-2027,r1,pinned") && offerings.contains("storby-h27,storby-plf-2027,r2,follow"))
    }

    @Test func dryRunsChangeNothing() throws {
        let workspace = try prepared()
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        let digest = try workspace.contentDigest()
        for arguments in [
            ["apply", "--dry-run"], ["undo", "1", "--dry-run", "--lose-work"], ["people", "import", "people.csv", "--dry-run"],
        ] {
            let result = workspace.run(
                arguments[0], arguments[1], arguments.count > 2 ? arguments[2] : "--plain", arguments.count > 3 ? arguments[3] : "--plain")
            #expect(result.status == 0, "\(arguments): \(result.errors)")
            #expect(try workspace.contentDigest() == digest)
        }
    }
}
