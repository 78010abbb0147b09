import Foundation
import Kernel
import Testing

/// What may not change under those who take a course does not change by way of its release either.
@Suite struct RunningOfferingTests {
    private static let variant = "Config/institutions/vest/variants/vest-plf-2027.yaml"
    private static let frame = "Config/programmes/plf.yaml"
    private static let offering = "Config/institutions/vest/offerings/vest-h27.yaml"
    private static let december = "2027-12-01T08:00:00Z"

    /// Applied, with one who takes the course; the offering stays on the release it has.
    private func pinned() throws -> ShippedWorkspace {
        let workspace = try running()
        try release("follow", "r1", workspace)
        #expect(workspace.run("apply", "--yes", now: Self.december).status == 0)
        return workspace
    }

    private func running() throws -> ShippedWorkspace {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.write(
            "id,given_name,family_name,email,organisation,role,language\np1,Åse,Ødegård,,Fjellskolen,leader,nb\n", to: "people.csv")
        #expect(workspace.run("people", "import", "people.csv").status == 0)
        #expect(workspace.run("enrol", "vest-h27", "p1").status == 0)
        return workspace
    }

    private func release(_ old: String, _ new: String, _ workspace: ShippedWorkspace) throws {
        try workspace.replace("release: \(old)", with: "release: \(new)", in: Self.offering)
    }

    /// Applies a change beside the pinned offering, which touches nobody.
    private func applyBeside(_ workspace: ShippedWorkspace) throws {
        let result = workspace.run("apply", "--yes", now: Self.december)
        #expect(result.status == 0, "\(result.errors)")
        #expect(!result.output.contains("cannot change"))
    }

    private func refuses(_ workspace: ShippedWorkspace, naming path: String, _ arguments: String...) throws {
        let before = try workspace.contentDigest()
        let plan = workspace.run("plan", now: Self.december)
        #expect(plan.output.contains(path), "\(plan.output)")
        let result = workspace.run(["apply", "--yes"] + arguments, now: Self.december)
        #expect(result.status == 77, "\(result.output)")
        #expect(result.errors.contains(path), "\(result.errors)")
        #expect(try workspace.contentDigest() == before)
    }

    private func changeScale(_ workspace: ShippedWorkspace) throws {
        try workspace.replace("scale: a-f", with: "scale: pass-fail", in: Self.variant)
    }

    @Test func aScaleThatIsRefusedIsRefusedByFollowingToo() throws {
        let workspace = try pinned()
        try changeScale(workspace)
        try applyBeside(workspace)
        try release("r1", "follow", workspace)
        try refuses(workspace, naming: "offerings.vest-h27.release.assessment.scale", "--lose-work")
    }

    @Test func andByMovingFromOneReleaseToAnother() throws {
        let workspace = try pinned()
        try changeScale(workspace)
        try applyBeside(workspace)
        try release("r1", "r2", workspace)
        try refuses(workspace, naming: "offerings.vest-h27.release.assessment.scale")
    }

    @Test func aPassedDeadlineIsNotBroughtForwardByFollowing() throws {
        let workspace = try pinned()
        try workspace.replace("due: +2w", with: "due: +1w", in: Self.frame)
        try applyBeside(workspace)
        try release("r1", "follow", workspace)
        try refuses(workspace, naming: "offerings.vest-h27.release.parts.felles.activities.overordnet-del.due")
    }

    /// Of two deadlines that move, only the one that may not is refused.
    @Test func anotherDeadlineIsNoCause() throws {
        let workspace = try running()
        try workspace.replace("due: +2w", with: "due: +1w", in: Self.frame)
        try workspace.replace("due: +28w", with: "due: +29w", in: Self.frame)
        let lines = workspace.run("plan", now: Self.december).output.split(whereSeparator: \.isNewline)
        let refused = lines.filter { $0.contains("vest-plf-2027") && $0.contains("cannot change now") }
        #expect(refused.count == 1 && refused.first?.contains("overordnet-del.due") == true, "\(lines)")
        #expect(lines.contains { $0.contains("utproving.due: +28w -> +29w  [affects people") }, "\(lines)")
    }

    @Test func aDeadlineToComeMovesWithARisk() throws {
        let workspace = try pinned()
        try workspace.replace("due: +28w", with: "due: +27w", in: Self.frame)
        try applyBeside(workspace)
        try release("r1", "follow", workspace)
        let result = workspace.run("apply", "--yes", now: Self.december)
        #expect(result.status == 0)
        #expect(
            result.output.contains(
                "~ offerings.vest-h27.release.parts.felles.activities.utproving.due: +28w -> +27w  [affects people: 1 person, 1 enrolment]"),
            "\(result.output)")
    }

    @Test func aRemovedActivityAsksByFollowingToo() throws {
        let workspace = try pinned()
        let text = try workspace.read(Self.frame)
        let start = try #require(text.range(of: "      - activity: underveisevaluering"))
        let end = try #require(text.range(of: "      - activity: sluttevaluering"))
        try workspace.write(text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""), to: Self.frame)
        try applyBeside(workspace)
        try release("r1", "follow", workspace)
        let path = "offerings.vest-h27.release.parts.felles.activities.underveisevaluering"
        try refuses(workspace, naming: path)
        #expect(workspace.run("apply", "--yes", "--lose-work", now: Self.december).status == 0)
    }

    /// What the help of a refusal says to do, in one edit with the change itself.
    @Test func pinningLetsTheVariantGoOn() throws {
        let workspace = try running()
        try changeScale(workspace)
        #expect(workspace.run("apply", "--yes", now: Self.december).status == 77)
        try release("follow", "r1", workspace)
        let result = workspace.run("apply", "--yes", now: Self.december)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("release: follow -> r1  [safe: 1 person, 1 enrolment]"), "\(result.output)")
    }

    @Test func startOfAPinnedOfferingBringsNoPassedDeadlineForward() throws {
        let workspace = try pinned()
        try workspace.replace("start: 2027-09-14", with: "start: 2027-09-07", in: Self.offering)
        try refuses(workspace, naming: "offerings.vest-h27.start")
    }

    @Test func datesOfAPinnedOfferingBringNoPassedDeadlineForward() throws {
        let workspace = try pinned()
        try workspace.write(workspace.read(Self.offering) + "dates: {overordnet-del.due: 2027-09-20}\n", to: Self.offering)
        try refuses(workspace, naming: "offerings.vest-h27.dates.overordnet-del.due")
    }

    @Test func aDateIsNoSafeChange() throws {
        let workspace = try running()
        try workspace.write(workspace.read(Self.offering) + "dates: {utproving.due: 2028-03-01}\n", to: Self.offering)
        var plan = workspace.run("plan").output
        #expect(plan.contains("+ offerings.vest-h27.dates.utproving.due: 2028-03-01  [affects people: 1 person, 1 enrolment]"), "\(plan)")
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.replace(
            "{utproving.due: 2028-03-01}", with: "{utproving.due: 2028-03-01, sluttevaluering.due: 2028-06-01}", in: Self.offering)
        plan = workspace.run("plan").output
        #expect(plan.contains("+ offerings.vest-h27.dates.sluttevaluering.due") && !plan.contains("utproving"), "\(plan)")
    }

    /// An offering that was taken away does not come back as another course to those who were in it.
    @Test func whatComesBackIsHeldToWhatItWas() throws {
        let workspace = try pinned()
        let file = try workspace.read(Self.offering)
        try FileManager.default.removeItem(atPath: workspace.folder + "/" + Self.offering)
        #expect(workspace.run("apply", "--yes", "--lose-work", now: Self.december).status == 0)
        try changeScale(workspace)
        try applyBeside(workspace)
        try workspace.write(file.replacing("release: r1", with: "release: follow"), to: Self.offering)
        try refuses(workspace, naming: "offerings.vest-h27.release.assessment.scale")
        try workspace.write(file, to: Self.offering)
        #expect(workspace.run("apply", "--yes", now: Self.december).status == 0)
    }

    /// One who is done early is not made late by it; before anybody has delivered, a deadline to come may move.
    @Test func aDeadlineThatIsDeliveredAgainstIsNotBroughtForward() throws {
        let workspace = try running()
        try workspace.replace("due: +5w", with: "due: +4w", in: Self.frame)
        let september = "2027-09-22T08:00:00Z"
        #expect(workspace.run("apply", "--yes", now: september).status == 0)
        let text = "We talked about in-depth learning."
        let created = workspace.run(
            "do", "reflection.note.create", "--activity", "refleksjon", "--text", text, "--as", "p1", now: september)
        #expect(created.status == 0, "\(created.errors)")
        try workspace.replace("due: +4w", with: "due: +25d", in: Self.frame)
        // A draft is no delivery.
        #expect(workspace.run("apply", "--yes", "--dry-run", now: september).status == 0)
        let delivered = workspace.run(
            "do", "reflection.note.deliver", "1", "--level", "perceived", "--as", "p1", now: september)
        #expect(delivered.status == 0, "\(delivered.errors)")
        let result = workspace.run("apply", "--yes", now: september)
        #expect(result.status == 77 && result.errors.contains("refleksjon.due"), "\(result.errors)")
        #expect(workspace.run("plan", now: september).output.contains("and work is delivered against it"))
        // Later is no harm to anybody.
        try workspace.replace("due: +25d", with: "due: +6w", in: Self.frame)
        #expect(workspace.run("apply", "--yes", now: september).status == 0)
    }
}
