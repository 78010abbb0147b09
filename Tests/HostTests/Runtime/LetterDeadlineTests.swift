import KernelTesting
import Testing

/// A letter that tells of a deadline tells of it as it is after what the letter is about.
@Suite struct LetterDeadlineTests {
    private func lab() throws -> RuntimeLab {
        try RuntimeLab { files in
            try files.replace(
                "after: activity.opens, before: activity.due}", with: "after: activity.opens, before: activity.due, notice: told}",
                in: RuntimeLab.manifest)
            try files.replace(
                "      close: {title: {nb: Lukk, nn: Lukk, en: Close}, from: [delivered, agreed], to: closed, when: {passed: ends}}\n",
                with: """
                          close: {title: {nb: Lukk, nn: Lukk, en: Close}, from: [delivered, agreed], to: closed, when: {passed: ends}}
                        deadlines:
                          answer: {title: {nb: Svar, nn: Svar, en: Answer}, after: work.delivered, within: {weeks: 3}}

                    """, in: RuntimeLab.manifest)
            files[RuntimeLab.manifest] += "notices:\n  told: {template: texts/told, to: owner}\n"
            for language in ["nb", "nn", "en"] {
                files["Modules/lab/texts/told.\(language).md"] = "# Told\n\nAnswer by {{date:deadline.answer}}.\n"
            }
        }
    }

    private func letters(_ lab: RuntimeLab) throws -> [String] {
        try lab.texts("SELECT body FROM kernel_notice WHERE name = 'told' ORDER BY id")
    }

    @Test func theDeadlineOfTheFirstAndOfTheNextTime() throws {
        let lab = try lab()
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1", now: "2027-09-22T08:00:00Z")
        try lab.ok("do", "lab.work.return", work, "--why", "more", "--as", "t1", now: "2027-09-29T08:00:00Z")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1", now: "2027-10-06T08:00:00Z")
        let letters = try letters(lab)
        #expect(letters.count == 2)
        #expect(letters.first?.contains("13. oktober 2027") == true, "\(letters)")
        #expect(letters.last?.contains("27. oktober 2027") == true, "\(letters)")
        let shown = try lab.ok("explain", "deadline", "lab.work", work, now: "2027-10-06T08:00:00Z")
        #expect(shown.contains("2027-10-27") || shown.contains("27 October 2027"), "\(shown)")
    }
}
