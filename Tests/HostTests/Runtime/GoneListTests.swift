import Kernel
import KernelTesting
import Testing

/// What holds work goes with the key of its list as it goes by itself: only for whoever has agreed that work loses its place.
@Suite struct GoneListTests {
    private static let variant = "Config/institutions/nord/variants/nord-27.yaml"
    private static let offering = "Config/institutions/nord/offerings/nord-h27.yaml"
    static let list = "    activities:\n      - {activity: tale, kind: lab.task, opens: +1w, due: +8w}\n"

    private func lab() throws -> RuntimeLab {
        try RuntimeLab { files in
            files[RuntimeLab.manifest] += """
                activities:
                  task: {title: {nb: Oppgave, nn: Oppgåve, en: Task}, record: work, completed: {state: delivered}}

                """
            try files.replace("requirements:\n", with: "  - part: extra\n\(Self.list)requirements:\n", in: Self.variant)
        }
    }

    private func refuses(_ lab: RuntimeLab, _ path: String) throws {
        let plan = try lab.ok("plan")
        let line = plan.split(separator: "\n").first { $0.hasPrefix("- \(path)") } ?? ""
        #expect(line.contains("work would lose its place"), "\(plan)")
        let refused = lab.session.run(["apply", "--yes"], now: RuntimeLab.open)
        #expect(refused.code == 77 && refused.err.contains(path), "\(refused)")
        #expect(lab.session.run(["apply", "--yes", "--lose-work"], now: RuntimeLab.open).code == 0)
    }

    @Test(arguments: [
        (list, "nord-27.parts.extra.activities"),
        ("  - part: extra\n\(list)", "nord-27.parts.extra"),
        ("  seats: [{seat: funded, number: 20}]\n", "nord-27.admission.seats"),
        ("admission:\n  places: 20\n  minimum: 5\n  seats: [{seat: funded, number: 20}]\n", "nord-27.admission"),
    ]) func whatGoesWithItsListWantsConsent(text: String, path: String) throws {
        let lab = try lab()
        let work = try lab.make("lab.work.create", "--activity", "tale", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        try lab.session.edit(Self.variant, text, "")
        try refuses(lab, path)
        #expect(try lab.show("lab.work", work, by: "p1") != nil)
    }

    /// So it does for an offering that comes to run on a release without the list.
    @Test func andByAnotherRelease() throws {
        let lab = try lab()
        try lab.session.edit(Self.offering, "release: follow", "release: r1")
        try lab.session.edit(Self.variant, Self.list, "")
        try lab.ok("apply", "--yes")
        try lab.session.edit(Self.offering, "release: r1", "release: follow")
        try refuses(lab, "offerings.nord-h27.release.parts.extra.activities")
    }

    /// What holds no such list goes as before.
    @Test func aKeyWithoutItemsIsNoLossOfWork() throws {
        let lab = try lab()
        try lab.session.edit(Self.variant, "    - approved: essay\n", "")
        let plan = try lab.ok("plan")
        #expect(plan.contains("nord-27.requirements") && !plan.contains("lose its place"), "\(plan)")
    }
}
