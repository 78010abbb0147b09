import Kernel

/// `participation.next`: all that a person must do, the most urgent first, and whether she is in danger.
struct NextReport: ReportProvider {
    /// Something to be done or to know.
    private struct Item {
        enum Urgency: Int { case danger, late, answer, next, info }

        var urgency: Urgency
        var when: String?
        var offering: String
        var what: Text
        var note: Text?
    }

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        guard let person = reading.person else { throw NeedsPerson() }
        let today = reading.time.zone.day(at: reading.instant)
        var items = try applications(of: person, reading) + nominations(of: person, reading) + approvals(by: person, reading)
        let attendance = try AttendanceReading(reading)
        var dangers: [Text] = []
        let requirements = try reading.requirements(offering: nil, person: person)
        for progress in requirements {
            if let until = attendance.leave(offering: progress.offering, person: person) {
                items.append(
                    Item(
                        urgency: .info, when: until, offering: progress.offering,
                        what: Text(nb: "Permisjon", nn: "Permisjon", en: "Leave"),
                        note: Text(
                            nb: "til og med denne dagen haster ingenting", nn: "til og med denne dagen hastar ingenting",
                            en: "until that day nothing is urgent")))
                continue
            }
            let demand = attendance.demand(progress.offering)
            let tally = attendance.tally(offering: progress.offering, person: person)
            if let sentence = AttendanceReading.sentence(tally, demand) {
                let left = tally.left(demand) ?? 0
                let isDanger = left < 0
                if isDanger { dangers.append(Self.danger(progress.offering, sentence)) }
                items.append(
                    Item(
                        urgency: isDanger ? .danger : .info, offering: progress.offering,
                        what: Text(nb: "Fravær", nn: "Fråvær", en: "Absence"), note: sentence))
            }
            for (day, gathering) in attendance.coming(progress.offering, from: today).prefix(1) {
                items.append(
                    Item(
                        urgency: .next, when: day, offering: progress.offering,
                        what: gathering["title"]?.object.flatMap(Text.init) ?? Text(nb: "Samling", nn: "Samling", en: "Gathering"),
                        note: Text(nb: "neste samling", nn: "neste samling", en: "next gathering")))
            }
        }
        for entry in try reading.progress(offering: nil, person: person) where entry.status != .done || entry.isRecognised {
            guard attendance.leave(offering: entry.offering, person: person) == nil else { continue }
            if entry.isRecognised {
                items.append(
                    Item(
                        urgency: .info, offering: entry.offering, what: entry.title,
                        note: Text(
                            nb: "godskrevet: teller som ferdig, for du har gjort det et annet sted",
                            nn: "godskriven: tel som ferdig, for du har gjort det ein annan stad",
                            en: "recognised: counts as done, since you have done it elsewhere")))
                continue
            }
            let isLate = entry.status == .overdue
            if isLate {
                let title = entry.title
                dangers.append(
                    Self.danger(
                        entry.offering,
                        Text(
                            nb: "«\(title(.nb))» er over fristen", nn: "«\(title(.nn))» er over fristen",
                            en: "'\(title(.en))' is overdue")))
            }
            items.append(
                Item(
                    urgency: isLate ? .late : .next, when: Self.day(entry.due, reading.time), offering: entry.offering, what: entry.title,
                    note: Self.note(entry.status)))
        }
        items.sort {
            ($0.urgency.rawValue, $0.when ?? "9999", $0.what.byLanguage["en"] ?? "") < (
                $1.urgency.rawValue, $1.when ?? "9999", $1.what.byLanguage["en"] ?? ""
            )
        }
        return Table(
            "participation.next",
            title: Text(nb: "Hva må jeg gjøre nå?", nn: "Kva må eg gjere no?", en: "What must I do next?"),
            columns: [
                .init("when", .date, Text(nb: "Når", nn: "Når", en: "When")),
                .init("what", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
                .init("note", .localized, Text(nb: "Merk", nn: "Merk", en: "Note")), .offering,
            ],
            rows: items.map { item in
                [Table.Cell(item.when), .localized(item.what), item.note.map { .localized($0) } ?? .empty, .text(item.offering)]
            }, notes: dangers.isEmpty ? [Self.safe(requirements.isEmpty)] : dangers)
    }

    private func applications(of person: String, _ reading: borrowing some ReportReading & ~Copyable) throws -> [Item] {
        let rounds = Dictionary(try reading.rounds(nil).map { ($0.number, $0) }) { first, _ in first }
        let evidence = Dictionary(grouping: try reading.records("participation.evidence", where: []).map(Evidence.init), by: \.application)
        let own = try reading.records("participation.application", where: []).filter { $0["applicant"]?.string == person }
        let newest = own.reduce(into: [String: Int64]()) { newest, application in
            guard let round = application.number("round").flatMap({ rounds[$0] }) else { return }
            newest[round.offering] = max(newest[round.offering] ?? 0, round.number)
        }
        return own.compactMap { application in
            guard let round = application.number("round").flatMap({ rounds[$0] }) else { return nil }
            let lacking = Eligibility(demands: round.rules.demands).lacking(evidence[application.number] ?? [])
                .filter { $0.outcome == .missing || $0.outcome == .refused }
            switch application.state {
            case "draft":
                return Item(
                    urgency: .answer, when: round.deadline, offering: round.offering,
                    what: Text(nb: "Send søknaden", nn: "Send søknaden", en: "Submit the application"), note: Self.lacking(lacking))
            case "offered":
                return Item(
                    urgency: .answer, when: application["answer-by"]?.string, offering: round.offering,
                    what: Text(nb: "Svar på tilbudet om plass", nn: "Svar på tilbodet om plass", en: "Answer the offer of a seat"),
                    note: Text(
                        nb: "uten svar går plassen til en annen", nn: "utan svar går plassen til ein annan",
                        en: "without an answer the seat goes to another"))
            case "submitted", "approved", "qualified", "waiting", "accepted":
                return Item(
                    urgency: .info, when: round.record["answer"]?.string, offering: round.offering,
                    what: Self.ownApplication,
                    note: ["submitted", "approved"].contains(application.state)
                        ? Self.lacking(lacking) ?? application.stateLabel : application.stateLabel)
            case "closed" where round.state == "cancelled" && newest[round.offering] == round.number:
                return Item(urgency: .info, offering: round.offering, what: Self.ownApplication, note: Self.cancelled(round))
            default: return nil
            }
        }
    }

    private static let ownApplication = Text(nb: "Søknaden din", nn: "Søknaden din", en: "Your application")

    private static func cancelled(_ round: RoundReading) -> Text {
        let reason = round.record["reason"]?.string ?? ""
        return Text(
            nb: "kurset går ikke, og søknaden er avsluttet: \(reason)", nn: "kurset går ikkje, og søknaden er avslutta: \(reason)",
            en: "the course is not held, and the application is closed: \(reason)")
    }

    /// What the evidence does not answer yet; nil where it answers all.
    private static func lacking(_ demands: [(demand: AdmissionRules.Demand, outcome: Eligibility.Outcome)]) -> Text? {
        guard !demands.isEmpty else { return nil }
        func list(_ language: Language) -> String {
            demands.map { "\($0.demand.title(language)): \($0.outcome.text(language))" }.joined(separator: "; ")
        }
        return Text(nb: list(.nb), nn: list(.nn), en: list(.en))
    }

    /// What a school owner has nominated her for, and she has not answered.
    private func nominations(of person: String, _ reading: borrowing some ReportReading & ~Copyable) throws -> [Item] {
        let rounds = Dictionary(try reading.rounds(nil).map { ($0.number, $0) }) { first, _ in first }
        return try reading.records("participation.nomination", where: []).compactMap { nomination in
            guard nomination["person"]?.string == person, nomination.state == "proposed",
                let round = nomination.number("round").flatMap({ rounds[$0] }), round.state == "open"
            else { return nil }
            return Item(
                urgency: .answer, when: round.deadline, offering: round.offering,
                what: Text(
                    nb: "Svar på forslaget fra skoleeieren", nn: "Svar på framlegget frå skuleeigaren",
                    en: "Answer the school owner's nomination"),
                note: Text(
                    nb: "du bestemmer selv om du søker", nn: "du avgjer sjølv om du søkjer", en: "you decide yourself whether to apply"))
        }
    }

    /// The applications that wait for her as the school owner.
    private func approvals(by person: String, _ reading: borrowing some ReportReading & ~Copyable) throws -> [Item] {
        let waiting = try reading.records("participation.application", where: []).filter {
            $0.state == "submitted" && $0.relations.contains("school-owner") && $0["applicant"]?.string != person
        }
        let byRound = Dictionary(grouping: waiting) { $0.number("round") ?? 0 }
        return try reading.rounds(nil).compactMap { round in
            guard let count = byRound[round.number]?.count, round.rules.ownerPart != .none else { return nil }
            return Item(
                urgency: .answer, when: round.record["owner-deadline"]?.string, offering: round.offering,
                what: Text(
                    nb: "Godkjenn eller avslå søknader: \(count)", nn: "Godkjenn eller avslå søknader: \(count)",
                    en: "Approve or decline applications: \(count)"))
        }
    }

    private static func danger(_ offering: String, _ why: Text) -> Text {
        Text(
            nb: "Du er i faresonen i \(offering): \(why(.nb)).", nn: "Du er i faresona i \(offering): \(why(.nn)).",
            en: "You are in danger in \(offering): \(why(.en)).")
    }

    private static func safe(_ isApplicant: Bool) -> Text {
        isApplicant
            ? Text(nb: "Du tar ikke del i noe kurs nå.", nn: "Du tek ikkje del i noko kurs no.", en: "You take part in no course now.")
            : Text(
                nb: "Du er ikke i faresonen: ikke for mye fravær, og ingenting over fristen.",
                nn: "Du er ikkje i faresona: ikkje for mykje fråvær, og ingenting over fristen.",
                en: "You are not in danger: not too much absence, and nothing overdue.")
    }

    private static func note(_ status: ActivityProgress.Status) -> Text {
        switch status {
        case .overdue: Text(nb: "over fristen", nn: "over fristen", en: "overdue")
        case .waiting: Text(nb: "levert; venter på andre", nn: "levert; ventar på andre", en: "handed in; waits for others")
        case .ordered: Text(nb: "pålagt deg", nn: "pålagt deg", en: "ordered for you")
        case .started: Text(nb: "begynt", nn: "byrja", en: "started")
        default: Text(nb: "ikke begynt", nn: "ikkje byrja", en: "not begun")
        }
    }

    /// The last day of a deadline, which ends at its midnight.
    static func day(_ due: Instant?, _ time: WorkspaceTime) -> String? {
        due.flatMap { Instant(microseconds: $0.microseconds - 1) }.map { time.zone.day(at: $0).description }
    }
}

/// That a report is about the one who asks, and nobody did.
struct NeedsPerson: ExplainedError {
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "rapporten handler om den som spør", nn: "rapporten handlar om den som spør", en: "the report is about the one who asks")
    }
    var help: Text? { Text(nb: "bruk --as PERSON", nn: "bruk --as PERSON", en: "use --as PERSON") }
}
