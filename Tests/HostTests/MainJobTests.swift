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
        #expect(workspace.run("apply", "plan.json").status == 75)
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
        try workspace.replace("credits: 15", with: "credits: 10", in: Self.frame)
        // The rules refuse first: the exam parts no longer add up.
        #expect(workspace.run("apply", "--yes").status == 1)
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
