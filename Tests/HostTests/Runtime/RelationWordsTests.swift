import Kernel
import KernelTesting
import Testing

/// What people are told of rights is in their words; programs read the relations.
@Suite struct RelationWordsTests {
    private func lab(_ language: String) throws -> RuntimeLab {
        try RuntimeLab(language: language) { files in
            let care = """
                records:
                  care:
                    title: {nb: Omsorg, nn: Omsorg, en: Care}
                    parent: kernel.offering
                    create: {by: [lecturer]}
                    update: {by: [helper]}
                    read: {lecturer: all, helper: all}
                    fields:
                      text: {type: text, personal: "no"}
                      helper: {type: reference, to: kernel.person, personal: "no", title: {nb: Hjelper, nn: Hjelpar, en: Helper}}

                """
            try files.replace("records:\n", with: care, in: RuntimeLab.manifest)
        }
    }

    @Test(arguments: [
        (
            "nb", "det har bare faglærer lov til; du er eier her",
            "det har bare den som står under «Hjelper» lov til; du er faglærer her"
        ),
        (
            "nn", "det har berre faglærar lov til; du er eigar her",
            "det har berre den som står under «Hjelpar» lov til; du er faglærar her"
        ),
        ("en", "only lecturer may do it; you are owner here", "only the one under 'Helper' may do it; you are lecturer here"),
    ]) func aRefusalNamesRelationsInWords(language: String, owner: String, helper: String) throws {
        let lab = try lab(language)
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        let refused = lab.act("lab.work.return", work, "--why", "x", by: "p1")
        #expect(refused.code == 77 && refused.err.contains(owner), "\(refused.err)")
        let care = try lab.make("lab.care.create", "--offering", "nord-h27", "--text", "x", "--helper", "p2", by: "t1")
        let other = lab.act("lab.care.update", care, "--text", "y", by: "t1")
        #expect(other.code == 77 && other.err.contains(helper), "\(other.err)")
    }

    @Test func programsReadTheRelations() throws {
        let lab = try lab("nn")
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        let right = try JSONValue(
            parsing: Array(lab.ok("explain", "right", "p1", "lab.work.return", work, "--as", "p1", "--output", "json").utf8))
        #expect(right["held"]?.array?.compactMap(\.string) == ["owner"] && right["by"]?.array?.compactMap(\.string) == ["lecturer"])
    }

    @Test(arguments: [("nb", "med samme påmelding"), ("nn", "med same påmelding"), ("en", "with the same enrolment")])
    func whatARecordStandsUnderIsSaidInWords(language: String, told: String) throws {
        let lab = try lab(language)
        try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        let again = lab.act("lab.work.create", "--activity", "essay", "--text", "more", by: "p1")
        #expect(again.code == 77 && again.err.contains(told), "\(again.err)")
    }

    /// A title stands within a sentence with a small letter, unless it begins with an abbreviation.
    @Test func aTitleStandsWithinASentence() {
        let title = Text(nb: "Faglærer", nn: "Faglærar", en: "EU officer")
        #expect(title.inSentence == Text(nb: "faglærer", nn: "faglærar", en: "EU officer"))
    }
}
