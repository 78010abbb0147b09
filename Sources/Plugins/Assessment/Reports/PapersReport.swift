import Kernel

/// `assessment.papers`: the languages that each exam paper is needed in, by what the candidates chose and what was decided (UH-forskriften
/// §§ 5-1, 5-2).
struct PapersReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let (wanted, only) = (parameters["offering"]?.string, parameters["activity"]?.string)
        // Those who have left the exam choose no paper.
        let gone: Set<String> = ["withdrawn", "withdrawn-late", "absent-valid", "absent-used", "annulled"]
        let candidates = try reading.records("assessment.candidate", where: []).filter { !gone.contains($0.state ?? "") }
        let exceptions = try reading.records("assessment.language-exception", where: []).filter { $0.state == "decided" }
        var rows: [[Table.Cell]] = []
        for offering in try reading.offerings() where wanted == nil || wanted == offering {
            guard let course = try reading.course(of: offering) else { continue }
            for part in ExamTree(body: course.variant.body.json).parts where only == nil || only == part.exam {
                let own = candidates.filter { $0.text("enrolment").offeringPart == offering && $0.text("activity") == part.exam }
                let exception = exceptions.last { $0.text("offering") == offering && $0.text("activity") == part.exam }
                let need = Need(choices: own.map { $0["language"]?.string }, exception: exception?.words("languages"))
                let opens = course.activities.first { $0.activity == part.exam }?.opens
                let last = try opens.map { try reading.time.zone.day(at: $0).adding(months: -TwoMonthsGuard.months) }
                let by: Table.Cell = last.map { .text($0.description) } ?? .empty
                let counts: [Table.Cell] = [
                    .integer(own.count), .integer(need.count("nb")), .integer(need.count("nn")), .integer(need.count(nil)),
                ]
                let answer: [Table.Cell] = [.text(need.languages.joined(separator: ", ")), .localized(need.grounds), by]
                rows.append([.text(offering), .text(part.exam)] + counts + answer)
            }
        }
        return Table(
            "assessment.papers",
            title: Text(
                nb: "Målformer oppgavene trengs på", nn: "Målformer oppgåvene trengst på", en: "Languages that the papers are needed in"),
            parameters: [("offering", wanted.map(JSONValue.string) ?? .null), ("activity", only.map(JSONValue.string) ?? .null)],
            columns: [
                .offering, .exam, .init("candidates", .integer, Text(nb: "Kandidater", nn: "Kandidatar", en: "Candidates")),
                .init("nb", .integer, Text(nb: "Bokmål", nn: "Bokmål", en: "Bokmål")),
                .init("nn", .integer, Text(nb: "Nynorsk", nn: "Nynorsk", en: "Nynorsk")),
                .init("unsaid", .integer, Text(nb: "Ikke valgt", nn: "Ikkje valt", en: "Not chosen")),
                .init("languages", .text, Text(nb: "Trengs på", nn: "Trengst på", en: "Needed in")),
                .init("grounds", .localized, Text(nb: "Hvorfor", nn: "Kvifor", en: "Why")),
                .init("exception-by", .date, Text(nb: "Unntak senest", nn: "Unntak seinast", en: "Exception by")),
            ], rows: rows, notes: [LawSource.note])
    }

    /// What a paper is needed in, and why.
    struct Need {
        var choices: [String?]
        var exception: [String]?

        func count(_ language: String?) -> Int { choices.count { $0 == language } }

        /// The one language that everyone chose; nil where somebody chose another or nothing.
        private var common: String? {
            guard let first = choices.first ?? nil, ["nb", "nn"].contains(first), choices.allSatisfy({ $0 == first }) else { return nil }
            return first
        }

        var languages: [String] { exception ?? common.map { [$0] } ?? ["nb", "nn"] }

        var grounds: Text {
            if exception != nil {
                return Text(
                    nb: "unntak er vedtatt (UH-forskriften § 5-2)", nn: "unntak er vedteke (UH-forskrifta § 5-2)",
                    en: "an exception is decided (UH-forskriften § 5-2)")
            }
            if common != nil {
                return Text(
                    nb: "alle har valgt det samme (UH-forskriften § 5-1)", nn: "alle har valt det same (UH-forskrifta § 5-1)",
                    en: "all chose the same (UH-forskriften § 5-1)")
            }
            return Text(
                nb: "oppgaver gis på begge målformer (UH-forskriften § 5-1)",
                nn: "oppgåver blir gitt på begge målformer (UH-forskrifta § 5-1)",
                en: "papers are given in both forms of Norwegian (UH-forskriften § 5-1)")
        }
    }
}
