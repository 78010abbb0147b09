import Foundation
import Kernel
import Testing

/// Seats of several kinds: those that nobody wished, those that somebody would rather have, and those that are given outside the ranking.
@Suite struct SeatsTests {
    private static let may = "2027-05-03T08:00:00Z"

    /// The commissioned course with one seat of each kind, ordered by the first municipality.
    private func lab(unwished: String = "kept", orderedBy: String = "kommune-1") throws -> AdmissionLab {
        try AdmissionLab.commissioned(orderedBy: orderedBy, unwished: unwished)
    }

    /// Applications that are judged, ranked and answered.
    private func offered(
        _ lab: AdmissionLab, _ numbers: ClosedRange<Int>, qualified: ClosedRange<Int>, wish: [String] = ["--seat-wish", "commission"]
    ) throws {
        try lab.round("oppdrag-h27")
        try lab.apply(numbers, extra: wish)
        try lab.judge(numbers, by: "adm-oppdrag")
        try lab.ok("due", at: Self.may)
        for number in numbers {
            let isQualified = qualified.contains(number)
            try lab.ok(
                ["do", "participation.application.\(isQualified ? "qualify" : "disqualify")", "\(number)", "--as", "adm-oppdrag"]
                    + (isQualified ? [] : ["--reason", "No post as leader"]), at: Self.may)
        }
        try lab.ok("do", "participation.ranking.create", "--round", "1", "--as", "adm-oppdrag", at: Self.may)
        try lab.ok("do", "participation.ranking.freeze", "1", "--as", "adm-oppdrag", at: Self.may)
        try lab.ok("do", "participation.ranking.order", "1", "--as", "adm-oppdrag", at: Self.may)
        try offer(lab)
    }

    private func offer(_ lab: AdmissionLab) throws {
        try lab.ok("do", "participation.round.offer", "1", "--as", "adm-oppdrag", at: Self.may)
    }

    private func kinds(_ lab: AdmissionLab) throws -> [String: [String: JSONValue]] {
        let rows = try lab.rows("participation.seats", by: "adm-oppdrag", at: Self.may)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["kind"]?.string ?? "", $0) })
    }

    private func answer(_ lab: AdmissionLab, _ number: Int, _ word: String) -> String {
        lab.refused("participation.application.\(word)", "\(number)", "--as", "a\(number)", at: Self.may)
    }

    @Test func seatsThatNobodyWishedAreLeftAndToldOfByKind() throws {
        let lab = try lab()
        try offered(lab, 1...4, qualified: 1...4)
        #expect(try (1...4).map { try lab.state($0) } == ["offered", "waiting", "waiting", "waiting"])
        let seats = try kinds(lab)
        #expect(["commission", "self-paying", "without-credits"].map { seats[$0]?["free"]?.integer } == [0, 1, 1])
        #expect(["commission", "self-paying", "without-credits"].map { seats[$0]?["credits"]?.bool } == [true, true, false])
        #expect(seats["self-paying"]?["means"]?["en"]?.string == "left: nobody on the waiting list takes them")
        #expect(seats["commission"]?["offered"]?.integer == 1 && seats["commission"]?["means"]?["en"]?.string == "full")
        // Nobody is told to offer what nobody takes.
        let row = try #require(try lab.rows("participation.admission", by: "adm-oppdrag", at: Self.may).first)
        #expect(row["free"]?.integer == 2 && row["next"]?["en"]?.string == "Wait for answers: 1")
        #expect(lab.session.run(["report", "participation.seats", "--as", "a1"], now: Self.may).code == 77)
        #expect(try lab.rows("participation.seats", by: "adm-vest", at: Self.may).isEmpty)
    }

    @Test func unwishedSeatsAreOfferedToTheNextWhoMayWaitInstead() throws {
        let lab = try lab(unwished: "offered")
        try offered(lab, 1...4, qualified: 1...4)
        #expect(try (1...4).map { try lab.state($0) } == ["offered", "offered", "waiting", "waiting"])
        #expect(try lab.ok("show", "participation.application", "2", "--as", "a2", at: Self.may).contains("Self-paying seat"))
        #expect(answer(lab, 1, "keep-waiting").contains("you asked for this seat"))
        #expect(answer(lab, 2, "keep-waiting") == "done")
        // Whoever would rather wait is not offered it again; the next is.
        try offer(lab)
        #expect(try (1...4).map { try lab.state($0) } == ["offered", "waiting", "offered", "waiting"])
        #expect(answer(lab, 3, "accept") == "done")
        // The seat that is free again goes first to the one who has waited for it.
        #expect(answer(lab, 1, "turn-down") == "done")
        try offer(lab)
        #expect(try (1...4).map { try lab.state($0) } == ["turned-down", "offered", "accepted", "waiting"])
        // And then to the one who has a lesser seat, whose seat goes on.
        #expect(answer(lab, 2, "turn-down") == "done")
        let next = try #require(try lab.rows("participation.admission", by: "adm-oppdrag", at: Self.may).first?["next"]?["en"]?.string)
        #expect(next == "Offer 1 free seats")
        try offer(lab)
        #expect(try (3...4).map { try lab.state($0) } == ["accepted", "offered"])
        let seats = try kinds(lab)
        #expect(seats["commission"]?["offered"]?.integer == 1 && seats["self-paying"]?["offered"]?.integer == 1)
        #expect(try lab.ok("show", "participation.application", "3", "--as", "a3", at: Self.may).contains("Commissioned seat"))
        #expect(try lab.ok("report", "kernel.notices", "--as", "a3", at: Self.may).contains("better"))
    }

    /// Seats that a school owner has ordered are for its own leaders.
    @Test func commissionedSeatsAreForTheOneWhoOrderedThem() throws {
        let lab = try lab(orderedBy: "kommune-2")
        try lab.round("oppdrag-h27")
        let refused = try #require(
            (try? lab.apply(1...1, extra: ["--seat-wish", "commission"])).map { "done" }
                ?? lab.refused("participation.application.submit", "1", "--as", "a1"))
        #expect(refused.contains("no seats of the kind 'commission' for you; it has self-paying, without-credits"), "\(refused)")
        try lab.ok("do", "participation.application.update", "1", "--seat-wish", "self-paying", "--as", "a1")
        try lab.ok("do", "participation.application.submit", "1", "--as", "a1")
    }

    @Test func aSeatIsGivenOutsideTheRankingByADecisionOfItsOwn() throws {
        let lab = try lab()
        try offered(lab, 1...4, qualified: 1...3)
        func award(_ application: String, _ extra: String..., by person: String = "adm-oppdrag", seat: String = "commission") -> String {
            let answer = lab.session.run(
                [
                    "do", "participation.award.create", "--application", application, "--seat", seat, "--ground", "complaint", "--reason",
                    "The post was proved after all", "--decided-by", "The appeals board", "--as", person,
                ] + extra, now: Self.may)
            return answer.code == 0 ? "done" : "\(answer.code) \(answer.err)"
        }
        for person in ["co-oppdrag", "a4", "o1", "adm-vest"] { #expect(award("4", by: person) != "done", "\(person)") }
        #expect(award("4").contains("no seat of the kind 'commission' is free: 1 of 1 are in use"))
        #expect(award("4", seat: "funded").contains("for her the course has commission, self-paying, without-credits"))
        #expect(award("1", "--extra", "true").contains("cannot be given a seat now"))
        let words = ["do", "participation.award.create", "--application", "4", "--seat", "commission", "--ground", "complaint"]
        let silent = lab.session.run(words + ["--decided-by", "The board", "--extra", "true", "--as", "adm-oppdrag"], now: Self.may)
        #expect(silent.code == 65 && silent.err.contains("reason"), "\(silent.err)")
        #expect(award("4", "--extra", "true") == "done")
        #expect(try lab.state(4) == "offered")
        // She is told, with the reason, and nobody else sees it.
        let letters = try lab.rows("kernel.notices", by: "a4", at: Self.may)
        #expect(letters.contains { $0["notice"]?.string?.contains("award") == true }, "\(letters)")
        let own = try lab.ok("show", "participation.award", "1", "--as", "a4", at: Self.may)
        #expect(own.contains("The post was proved after all") && own.contains("The appeals board"))
        #expect(lab.session.run(["show", "participation.award", "1", "--as", "a1"], now: Self.may).code == 65)
        // It is counted, and takes no seat from anyone.
        var row = try #require(try lab.rows("participation.admission", by: "adm-oppdrag", at: Self.may).first)
        #expect(row["outside"]?.integer == 1 && row["free"]?.integer == 2)
        #expect(answer(lab, 4, "keep-waiting").contains("no place on the waiting list"))
        #expect(answer(lab, 4, "accept") == "done")
        #expect(answer(lab, 1, "accept") == "done")
        try lab.ok("do", "participation.round.start", "1", "--as", "adm-oppdrag", at: Self.may)
        let seats = try kinds(lab)
        let commissioned = seats["commission"]
        #expect(["had", "outside", "extra", "free"].map { commissioned?[$0]?.integer } == [2, 1, 1, 0])
        let funder = try #require(try lab.rows("participation.funder", by: "adm-oppdrag", at: Self.may).first)
        #expect(funder["seats"]?.integer == 2 && funder["commission"]?.integer == 2)
        // Also after the admission is over: who accepts then is enrolled at once.
        try lab.ok("do", "participation.round.finish", "1", "--as", "adm-oppdrag", at: Self.may)
        #expect(try lab.state(2) == "closed")
        #expect(award("2", seat: "self-paying") == "done")
        #expect(answer(lab, 2, "accept") == "done")
        #expect(try lab.state(2) == "enrolled")
        row = try #require(try lab.rows("participation.admission", by: "adm-oppdrag", at: Self.may).first)
        #expect(row["enrolled"]?.integer == 3 && row["outside"]?.integer == 2)
        #expect(try lab.ok("log", "--verify", at: Self.may).contains("The log is whole"))
    }

    /// What an applicant turns out not to be qualified for is taken back with a reason, and goes to the next; her owner is not told why.
    @Test func anOfferIsTakenBackWithAReason() throws {
        let lab = try lab()
        try offered(lab, 1...2, qualified: 1...2)
        #expect(answer(lab, 1, "accept") == "done")
        func revoke(by person: String) -> String {
            lab.refused(
                "participation.application.revoke", "1", "--reason", "The certificate was false", "--as", person, at: Self.may)
        }
        for person in ["co-oppdrag", "o1", "a2"] { #expect(revoke(by: person) != "done", "\(person)") }
        #expect(revoke(by: "adm-oppdrag") == "done")
        #expect(try lab.state(1) == "unqualified")
        #expect(try lab.ok("show", "participation.application", "1", "--as", "a1", at: Self.may).contains("The certificate was false"))
        #expect(try !lab.ok("show", "participation.application", "1", "--as", "o1", at: Self.may).contains("The certificate was false"))
        try offer(lab)
        #expect(try lab.state(2) == "offered")
    }

    /// Who is a party decides nothing for herself, and a frozen ranking is decided before anything is given beside it.
    @Test func nobodyGivesHerselfASeatNorBesideAFrozenRanking() throws {
        let lab = try lab()
        try lab.round("oppdrag-h27")
        try lab.apply(1...3)
        try lab.judge(1...3, by: "adm-oppdrag")
        try lab.ok("due", at: Self.may)
        for number in 1...2 {
            try lab.ok("do", "participation.application.qualify", "\(number)", "--as", "adm-oppdrag", at: Self.may)
        }
        try lab.ok("do", "participation.application.disqualify", "3", "--reason", "x", "--as", "adm-oppdrag", at: Self.may)
        try lab.session.put("id,given_name,family_name,organisation,role\na1,Kari,Nes 1,oppdrag,administrator\n", "more.csv")
        try lab.ok("people", "import", "more.csv", at: Self.may)
        func award(_ application: String, by person: String) -> String {
            lab.refused(
                "participation.award.create", "--application", application, "--seat", "self-paying", "--ground", "institution", "--reason",
                "Needed", "--decided-by", "The dean", "--as", person, at: Self.may)
        }
        #expect(award("1", by: "a1").contains("in your own case"))
        try lab.ok("do", "participation.ranking.create", "--round", "1", "--as", "adm-oppdrag", at: Self.may)
        try lab.ok("do", "participation.ranking.freeze", "1", "--as", "adm-oppdrag", at: Self.may)
        #expect(award("3", by: "adm-oppdrag").contains("ranking 1 is frozen and not decided"))
        try lab.ok("do", "participation.ranking.order", "1", "--as", "adm-oppdrag", at: Self.may)
        #expect(award("3", by: "adm-oppdrag") == "done")
        // A seat outside the ranking is no offer by it.
        #expect(
            lab.refused("participation.ranking.annul", "1", "--reason", "A slip", "--as", "adm-oppdrag", at: Self.may) == "done")
    }

    @Test func aSeatThatIsRegisteredByHandIsOneThatThereIs() throws {
        let lab = try lab()
        for number in 1...3 { try lab.ok("enrol", "oppdrag-h27", "a\(number)") }
        func seat(_ number: Int, _ kind: String, _ extra: String...) -> String {
            let answer = lab.session.run(
                [
                    "do", "participation.seat.create", "--enrolment", "oppdrag-h27/a\(number)", "--kind", kind, "--employer", "kommune-1",
                    "--as", "adm-oppdrag",
                ] + extra, now: AdmissionLab.open)
            return answer.code == 0 ? "done" : "\(answer.code) \(answer.err)"
        }
        #expect(seat(1, "funded").contains("it has commission, self-paying, without-credits"))
        #expect(seat(1, "without-credits").contains("gives no credits"))
        #expect(seat(1, "self-paying") == "done")
        #expect(seat(2, "self-paying").contains("no seat of the kind 'self-paying' is free"))
        #expect(seat(2, "self-paying", "--extra", "true").contains("say on what ground"))
        #expect(seat(2, "self-paying", "--extra", "true", "--outside", "institution", "--why", "A late complaint") == "done")
        #expect(seat(3, "without-credits", "--credits", "false") == "done")
    }
}
