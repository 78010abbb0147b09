import KernelTesting
import Testing

/// Filters of lists and parameters of reports: a word that can fit nothing is refused, and records are named as actions take them.
@Suite struct FilterWordsTests {
    private func lab() throws -> RuntimeLab {
        try RuntimeLab { files in
            files[RuntimeLab.manifest] += """
                reports:
                  works:
                    title: {nb: Arbeider, nn: Arbeid, en: Works}
                    by: [everyone]
                    parameters:
                      type: object
                      additionalProperties: false
                      properties:
                        activity: {type: string, title: {nb: Aktivitet, nn: Aktivitet, en: Activity}}
                        enrolment: {type: string, title: {nb: Deltaker, nn: Deltakar, en: Participant}}
                        state: {type: string, title: {nb: Tilstand, nn: Tilstand, en: State}}
                    reads: {work: [activity, enrolment, text]}
                    gives: rows
                    columns:
                      - {id: text, value: text}
                    where: {activity: {parameter: activity}, enrolment: {parameter: enrolment}, state: {parameter: state}}

                """
        }
    }

    private func ask(_ lab: RuntimeLab, _ words: [String], by person: String) -> Session.Answer {
        lab.session.run(words + ["--output", "csv", "--as", person], now: RuntimeLab.open)
    }

    @Test(arguments: [
        (["list", "lab.thing", "--size", "smal"], "did you mean 'small'?"),
        (["list", "lab.thing", "--size", "enormous"], "possible values: small, large"),
        (["list", "lab.thing", "--done", "tru"], "did you mean 'true'?"),
        (["list", "lab.thing", "--task", "esay"], "did you mean 'essay'?"),
        (["list", "lab.thing", "--firm", "nothing"], "there is no lab.term 'nothing'"),
        (["list", "lab.thing", "--offering", "nord-h28"], "did you mean 'nord-h27'?"),
        (["list", "lab.work", "--state", "deliverd"], "did you mean 'delivered'?"),
        (["list", "lab.work", "--enrolment", "nord-h27/p9"], "'nord-h27/p9'"),
        (["report", "lab.works", "--activity", "esay"], "did you mean 'essay'?"),
        (["report", "lab.works", "--state", "deliverd"], "did you mean 'delivered'?"),
        (["report", "lab.works", "--enrolment", "nord-h27/p9"], "'nord-h27/p9'"),
    ]) func aWordThatCanFitNothingIsRefused(words: [String], told: String) throws {
        let answer = ask(try lab(), words, by: "p1")
        #expect(answer.code == 65 && answer.err.contains(told), "\(answer)")
    }

    @Test func whatIsThereAndFitsNothingIsAnEmptyAnswer() throws {
        let lab = try lab()
        for words in [
            ["list", "lab.thing", "--size", "large"], ["list", "lab.thing", "--helper", "p2"], ["list", "lab.work", "--state", "agreed"],
            ["list", "lab.thing", "--loose", "gone"], ["report", "lab.works", "--activity", "essay"],
        ] {
            let answer = ask(lab, words, by: "p1")
            #expect(answer.code == 0 && answer.err.isEmpty, "\(words): \(answer)")
        }
    }

    @Test func recordsAreNamedAsActionsTakeThem() throws {
        let lab = try lab()
        let id = try lab.make("lab.work.create", "--activity", "nord-h27/essay", "--text", "mine", by: "p1")
        for filter in [
            ["--activity", "essay"], ["--activity", "nord-h27/essay"], ["--enrolment", "nord-h27/p1"], ["--enrolment", "1"],
        ] {
            let (list, report) = (ask(lab, ["list", "lab.work"] + filter, by: "p1"), ask(lab, ["report", "lab.works"] + filter, by: "p1"))
            #expect(list.out.contains("\r\n\(id),draft,"), "\(filter): \(list)")
            #expect(report.out.contains("mine"), "\(filter): \(report)")
        }
        try lab.make("lab.verdict.create", "--work", id, "--grade", "pass")
        #expect(ask(lab, ["list", "lab.verdict", "--work", id], by: "t1").out.contains(",open,"))
    }

    /// What the reader may not see is to her as what is not there.
    @Test func whatOneMayNotSeeIsAsWhatIsNotThere() throws {
        let lab = try lab()
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        // A stranger may read what somebody wrote whom she does not see: she is not told that there is no such person or participant.
        for (reader, words, there, absent, code) in [
            ("p2", ["list", "lab.verdict", "--work"], id, "999", Int32(65)), ("p2", ["list", "lab.thing", "--helper"], "x1", "y1", 0),
            ("x1", ["list", "lab.work", "--enrolment"], "nord-h27/p1", "nord-h27/y1", 0),
            ("x1", ["report", "lab.works", "--enrolment"], "nord-h27/p1", "nord-h27/y1", 0),
        ] {
            let (one, other) = (ask(lab, words + [there], by: reader), ask(lab, words + [absent], by: reader))
            #expect(one.code == code && one.code == other.code && one.out == other.out, "\(words): \(one) \(other)")
            func told(_ answer: Session.Answer, _ word: String) -> String {
                answer.err.replacing("'\(word)'", with: "'WORD'").replacing(" \(word)\n", with: " WORD\n")
                    .filter { $0 != "~" && $0 != "^" && !$0.isWhitespace }
            }
            #expect(told(one, there) == told(other, absent), "\(words): \(one.err)\(other.err)")
        }
    }
}
