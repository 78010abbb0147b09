import Foundation
import Kernel
import Testing

/// From application to enrolment by commands: what is refused, and that nothing is lost by it.
@Suite struct AdmissionTests {
    @Test func onlyTheInstitutionThatAdmitsAdmits() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.apply(1...1)
        // Fjell is a partner of the course, and sees; Kyst admits.
        #expect(try lab.ok("show", "participation.application", "1", "--as", "adm-fjell").contains("Submitted"))
        #expect(lab.refused("participation.evidence.verify", "1", "--as", "adm-fjell").contains("the admission is done by 'kyst'"))
        #expect(lab.refused("participation.evidence.verify", "1", "--as", "adm-vest").hasPrefix("65"))
        try lab.ok("do", "participation.evidence.verify", "1", "--as", "adm-kyst")
    }

    @Test func lateTwiceAndIncompleteApplicationsAreRefusedAndNothingIsLost() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.ok(
            "do", "participation.application.create", "--round", "1", "--applicant", "a1", "--employer", "kommune-1", "--post",
            "principal", "--remarks", "kept", "--as", "a1")
        let again = lab.refused(
            "participation.application.create", "--round", "1", "--applicant", "a1", "--employer", "kommune-1", "--post", "principal",
            "--as",
            "a1")
        #expect(again.hasPrefix("77"))
        #expect(lab.refused("participation.application.submit", "1", "--as", "a1").contains("no evidence was given for"))
        let late = "2027-05-01T08:00:00Z"
        #expect(
            lab.refused("participation.application.submit", "1", "--as", "a1", at: late).contains("the last day to apply was 2027-04-30"))
        let other = lab.refused(
            "participation.application.create", "--round", "1", "--applicant", "a2", "--employer", "kommune-1", "--post", "principal",
            "--as",
            "a2", at: late)
        #expect(other.contains("the last day to apply was 2027-04-30"))
        #expect(try lab.ok("show", "participation.application", "1", "--as", "a1").contains("kept"))
        // What is decided is not given by the applicant, nor can he apply for someone else.
        let forged = lab.refused(
            "participation.application.create", "--round", "1", "--applicant", "a3", "--employer", "kommune-1", "--post", "principal",
            "--tier", "rektorar", "--as", "a3")
        #expect(forged.contains("tier"))
        #expect(lab.refused("participation.application.update", "1", "--seat", "funded", "--as", "a1").contains("seat"))
        let forOther = lab.refused(
            "participation.application.create", "--round", "1", "--applicant", "a3", "--employer", "kommune-1", "--post", "principal",
            "--as", "a2")
        #expect(forOther.hasPrefix("77"))
    }

    @Test func equivalentsHaveGroundsAndCreditsAddUp() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.apply(1...1)
        try lab.ok("do", "participation.application.approve", "1", "--priority", "1", "--as", "o1")
        try lab.ok("do", "participation.evidence.refuse", "1", "--reason", "unreadable", "--as", "adm-kyst")
        try lab.ok("do", "participation.evidence.verify", "2", "--as", "adm-kyst")
        func add(_ kind: String, _ extra: String...) throws {
            try lab.ok(
                ["do", "participation.evidence.create", "--application", "1", "--demand", "utdanning", "--kind", kind, "--as", "a1"] + extra
            )
        }
        let qualify = ["participation.application.qualify", "1", "--tier", "rektorar", "--as", "adm-kyst"]
        func tryQualify() -> String { lab.refused(qualify[0], qualify[1], qualify[2], qualify[3], qualify[4], qualify[5]) }
        // 15 and 15 credits are 30.
        try add("leadership-credits", "--credits", "15", "--document", "attest.txt")
        try lab.ok("do", "participation.evidence.verify", "3", "--as", "adm-kyst")
        #expect(tryQualify().contains("15 of 30 credits"))
        // Prior learning is assessed as such, with grounds.
        try add("prior-learning")
        #expect(lab.refused("participation.evidence.verify", "4", "--grounds", "x", "--as", "adm-kyst").contains("--basis prior-learning"))
        #expect(lab.refused("participation.evidence.verify", "4", "--basis", "prior-learning", "--as", "adm-kyst").contains("write why"))
        try lab.ok(
            "do", "participation.evidence.verify", "4", "--basis", "prior-learning", "--grounds", "Ten years as principal", "--as",
            "adm-kyst")
        #expect(tryQualify() == "done")
    }

    /// By a rule of its own the institution finds less to be equal, with its grounds; then credits are not counted again.
    @Test func theInstitutionFindsSomethingEqualByItsOwnRule() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.apply(1...1)
        try lab.ok("do", "participation.application.approve", "1", "--priority", "1", "--as", "o1")
        try lab.ok("do", "participation.evidence.refuse", "1", "--reason", "unreadable", "--as", "adm-kyst")
        try lab.ok("do", "participation.evidence.verify", "2", "--as", "adm-kyst")
        try lab.ok(
            "do", "participation.evidence.create", "--application", "1", "--demand", "utdanning", "--kind", "leadership-credits",
            "--credits", "15", "--document", "attest.txt", "--as", "a1")
        let verify = ["participation.evidence.verify", "3", "--basis", "institution-rule", "--as", "adm-kyst"]
        #expect(lab.refused(verify).contains("write why it counts as equal"))
        #expect(lab.refused(verify + ["--grounds", "The old programme of the county"]) == "done")
        #expect(lab.refused("participation.application.qualify", "1", "--tier", "rektorar", "--as", "adm-kyst") == "done")
        let shown = try lab.ok("show", "participation.evidence", "3", "--as", "a1")
        #expect(shown.contains("The institution's own rule") && shown.contains("The old programme of the county"), "\(shown)")
    }

    @Test func theOwnerDecidesInTimeInOthersCasesAndOrdersOnce() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.apply(1...2)
        #expect(lab.refused("participation.application.approve", "1", "--priority", "1", "--as", "o2").hasPrefix("65"))
        #expect(lab.refused("participation.application.approve", "1", "--as", "o1").contains("--priority"))
        try lab.ok("do", "participation.application.approve", "1", "--priority", "1", "--as", "o1")
        #expect(lab.refused("participation.application.approve", "2", "--priority", "1", "--as", "o1").contains("given to another"))
        let late = lab.refused("participation.application.approve", "2", "--priority", "2", "--as", "o1", at: "2027-05-11T08:00:00Z")
        #expect(late.contains("the school owner's last day was 2027-05-10"))
        // Seen by the owner: who applies, not what she wrote or how she is judged.
        let shown = try lab.ok("show", "participation.application", "1", "--as", "o1")
        #expect(shown.contains("a1") && !shown.contains("Grounds") && !shown.contains("Remarks"))
    }

    @Test func theDrawIsMadeOnceFromWhatWasFrozen() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.apply(1...6)
        try lab.judge(1...6, by: "adm-kyst")
        let late = "2027-05-03T08:00:00Z"
        for number in 1...6 {
            try lab.ok("do", "participation.application.qualify", String(number), "--tier", "rektorar", "--as", "adm-kyst")
        }
        try lab.ok("do", "participation.ranking.create", "--round", "1", "--as", "adm-kyst")
        let early = lab.refused("participation.ranking.freeze", "1", "--as", "adm-kyst")
        #expect(early.contains("the last day to apply has not passed"))
        try lab.ok("do", "participation.ranking.freeze", "1", "--as", "adm-kyst", at: late)
        // One withdraws after the freeze: what was frozen is no more, and nothing is drawn from anything else.
        try lab.ok("do", "participation.application.withdraw", "6", "--as", "a6", at: late)
        let changed = lab.refused(
            "participation.ranking.draw", "1", "--lot-seed", "1", "--witness", "Gro Lie", "--as", "adm-kyst", at: late)
        #expect(changed.contains("have changed since the ranking was frozen"))
        try lab.ok("do", "participation.ranking.annul", "1", "--reason", "One withdrew", "--as", "adm-kyst", at: late)
        try lab.ok("do", "participation.ranking.create", "--round", "1", "--why", "One withdrew", "--as", "adm-kyst", at: late)
        try lab.ok("do", "participation.ranking.freeze", "2", "--as", "adm-kyst", at: late)
        try lab.ok("do", "participation.ranking.draw", "2", "--lot-seed", "77", "--witness", "Gro Lie", "--as", "adm-kyst", at: late)
        #expect(
            lab.refused("participation.ranking.draw", "2", "--lot-seed", "78", "--witness", "Gro Lie", "--as", "adm-kyst", at: late)
                .contains("'Decided'"))
        // Everyone is told her own place and why, and no other.
        for number in 1...5 {
            let own = try lab.rows("participation.places", by: "a\(number)", at: late)
            try #require(own.count == 1)
            #expect(own[0]["applicant"]?.string == "a\(number)")
            #expect(own[0]["why"]?["nn"]?.string?.contains("loddtrekking mellom 5") == true)
        }
        #expect(try lab.rows("participation.places", by: "a6", at: late).isEmpty)
        #expect(try lab.rows("participation.places", by: "adm-kyst", at: late).compactMap { $0["place"]?.integer } == [1, 2, 3, 4, 5])
        #expect(try lab.rows("participation.places", by: "adm-vest", at: late).isEmpty)
        // After an offer nothing is drawn anew.
        try lab.ok("do", "participation.round.offer", "1", "--as", "adm-kyst", at: late)
        #expect(lab.refused("participation.ranking.annul", "2", "--reason", "x", "--as", "adm-kyst", at: late).contains("been answered"))
    }

    @Test func timeMovesOffersAndTheListMovesUp() throws {
        let lab = try AdmissionLab.commissioned(minimum: 2)
        try lab.round("oppdrag-h27")
        try lab.apply(1...1)
        try lab.apply(2...4, extra: ["--seat-wish", "commission", "--seat-second", "without-credits"])
        let unknown = lab.refused(
            "participation.application.create", "--round", "1", "--applicant", "a5", "--employer", "kommune-2", "--post", "principal",
            "--seat-wish", "funded", "--as", "a5")
        #expect(unknown == "done")
        #expect(lab.refused("participation.application.submit", "5", "--as", "a5").contains("no evidence"))
        try lab.judge(1...4, by: "adm-oppdrag")
        let may = "2027-05-03T08:00:00Z"
        try lab.ok("due", at: may)
        for number in 1...4 { try lab.ok("do", "participation.application.qualify", String(number), "--as", "adm-oppdrag", at: may) }
        try lab.ok("do", "participation.ranking.create", "--round", "1", "--as", "adm-oppdrag", at: may)
        #expect(lab.refused("participation.round.offer", "1", "--as", "adm-oppdrag", at: may).contains("not ranked"))
        try lab.ok("do", "participation.ranking.freeze", "1", "--as", "adm-oppdrag", at: may)
        let lots = lab.refused("participation.ranking.draw", "1", "--lot-seed", "1", "--witness", "Gro", "--as", "adm-oppdrag", at: may)
        #expect(lots.contains("nobody is equal"))
        try lab.ok("do", "participation.ranking.order", "1", "--as", "adm-oppdrag", at: may)
        try lab.ok("do", "participation.round.offer", "1", "--as", "adm-oppdrag", at: may)
        // The longest in post gets the commissioned seat, the next the one without credits; the others wait.
        #expect(try (1...4).map { try lab.state($0) } == ["offered", "offered", "waiting", "waiting"])
        #expect(try lab.ok("report", "kernel.notices", "--as", "a1", at: may).contains("offer"))
        try lab.ok("do", "participation.application.accept", "2", "--as", "a2", at: may)
        #expect(lab.refused("participation.round.start", "1", "--as", "adm-oppdrag", at: may).contains("the course needs 2 to start"))
        // Ten working days later, with 17 May and Ascension between, the first offer is gone.
        let later = "2027-05-21T08:00:00Z"
        #expect(lab.refused("participation.application.accept", "1", "--as", "a1", at: later).hasPrefix("77"))
        try lab.ok("due", at: later)
        #expect(try lab.state(1) == "expired")
        #expect(lab.refused("participation.round.finish", "1", "--as", "adm-oppdrag", at: later).hasPrefix("77"))
        try lab.ok("do", "participation.round.offer", "1", "--as", "adm-oppdrag", at: later)
        #expect(try (3...4).map { try lab.state($0) } == ["offered", "waiting"])
        try lab.ok("do", "participation.application.accept", "3", "--as", "a3", at: later)
        try lab.ok("do", "participation.round.start", "1", "--as", "adm-oppdrag", at: later)
        // Who leaves frees her seat for the next on the list.
        try lab.ok("do", "participation.round.offer", "1", "--as", "adm-oppdrag", at: later)
        #expect(try lab.state(4) == "waiting")
        try lab.ok("do", "participation.seat.withdraw", "2", "--reason", "A new post", "--as", "a3", at: later)
        try lab.ok("do", "participation.round.offer", "1", "--as", "adm-oppdrag", at: later)
        try lab.ok("do", "participation.application.accept", "4", "--as", "a4", at: later)
        try lab.ok("do", "participation.round.start", "1", "--as", "adm-oppdrag", at: later)
        try lab.ok("do", "participation.round.finish", "1", "--as", "adm-oppdrag", at: later)
        #expect(try (2...4).map { try lab.state($0) } == ["enrolled", "enrolled", "enrolled"])
        let seats = try lab.rows("participation.funder", by: "adm-oppdrag", at: later)
        // The second had accepted the seat without credits, and got the commissioned one that she would rather have when it was free; the
        // third and then the fourth had the one without.
        #expect(seats.first?["seats"]?.integer == 3 && seats.first?["without-credits"]?.integer == 2)
        #expect(seats.first?["withdrawn"]?.integer == 1)
        #expect(try lab.ok("log", "--verify", at: later).contains("The log is whole"))
    }

    @Test func aCancelledRoundClosesWhatIsOpen() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.apply(1...2)
        #expect(lab.refused("participation.round.create", "--offering", "kyst-h27", "--as", "adm-kyst").contains("has round 1 already"))
        try lab.ok("do", "participation.round.cancel", "1", "--reason", "Too few", "--as", "adm-kyst")
        #expect(try (1...2).map { try lab.state($0) } == ["closed", "closed"])
        try lab.round("kyst-h27")
    }

    /// Whoever has applied is written to when the course is not held, and finds the reason where she looks for what to do.
    @Test func theApplicantsAreToldWhyARoundIsCancelled() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.apply(1...2)
        try lab.ok("do", "participation.application.withdraw", "2", "--as", "a2")
        try lab.ok("do", "participation.round.cancel", "1", "--reason", "Too few applied", "--as", "adm-kyst")
        let letters = try lab.rows("kernel.notices", by: "a1")
        #expect(letters.contains { $0["notice"]?.string == "participation.cancelled" }, "\(letters)")
        #expect(try lab.rows("kernel.notices", by: "a2").allSatisfy { $0["notice"]?.string != "participation.cancelled" })
        #expect(try lab.ok("show", "participation.round", "1", "--as", "a1").contains("Too few applied"))
        let next = try lab.ok("report", "participation.next", "--as", "a1")
        #expect(next.contains("the course is not held, and the application is closed: Too few applied"), "\(next)")
        // Who applies again is told of that alone.
        try lab.round("kyst-h27")
        try lab.ok(
            "do", "participation.application.create", "--round", "2", "--applicant", "a1", "--employer", "kommune-1", "--post", "principal",
            "--as", "a1")
        #expect(try !lab.ok("report", "participation.next", "--as", "a1").contains("is not held"))
    }

    /// After the last day nothing is added, changed or taken away, unless the institution has asked for it.
    @Test func evidenceIsGivenInTimeOrWhenAskedFor() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.apply(1...1)
        let late = "2027-05-03T08:00:00Z"
        try lab.ok("due", at: late)
        func add(by person: String) -> String {
            lab.refused(
                "participation.evidence.create", "--application", "1", "--demand", "stilling", "--kind", "leader-employment", "--post",
                "principal", "--from", "1999-08-01", "--percent", "100", "--document", "attest.txt", "--as", person, at: late)
        }
        let refusals = [
            add(by: "a1"), lab.refused("participation.evidence.update", "2", "--from", "1999-08-01", "--as", "a1", at: late),
            lab.refused("participation.evidence.delete", "2", "--as", "a1", at: late),
        ]
        for answer in refusals { #expect(answer.contains("has not asked for more evidence"), "\(answer)") }
        #expect(try lab.rows(command: "list", "participation.evidence", by: "adm-kyst").count == 2)
        #expect(add(by: "adm-kyst") == "done")
        try lab.ok("do", "participation.evidence.refuse", "2", "--reason", "Not signed", "--as", "adm-kyst", at: late)
        #expect(add(by: "a1") == "done")
    }

    /// Where the variant says so, the owner confirms it, or somebody writes why it is accepted without.
    @Test func whatTheOwnerMustConfirmIsConfirmed() throws {
        let lab = try AdmissionLab { session in
            try session.edit(
                "Config/institutions/kyst/variants/kyst-plf-2027.yaml", "    - evidence: stilling\n",
                "    - evidence: stilling\n      confirmed-by-owner: true\n")
        }
        try lab.round("kyst-h27")
        try lab.apply(1...2)
        try lab.ok("do", "participation.evidence.verify", "1", "--as", "adm-kyst")
        let refused = lab.refused("participation.evidence.verify", "2", "--as", "adm-kyst")
        #expect(refused.hasPrefix("77") && refused.contains("the school owner has not confirmed it"), "\(refused)")
        #expect(lab.refused("participation.evidence.confirm", "2", "--as", "o2").hasPrefix("65"))
        #expect(lab.refused("participation.evidence.confirm", "2", "--as", "a1").hasPrefix("77"))
        try lab.ok("do", "participation.evidence.confirm", "2", "--as", "o1")
        try lab.ok("do", "participation.evidence.verify", "2", "--as", "adm-kyst")
        try lab.ok(
            "do", "participation.evidence.verify", "4", "--grounds", "The owner is on leave; the contract was shown", "--as", "adm-kyst")
    }

    /// Forvaltningsloven § 6: whoever is a party does not judge.
    @Test func nobodyJudgesHerOwnCase() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.ok(
            "do", "participation.application.create", "--round", "1", "--applicant", "adm-kyst", "--employer", "kommune-1", "--post",
            "principal", "--as", "adm-kyst")
        for (demand, kind, extra) in [
            ("utdanning", "principal-programme", ["--credits", "30"]),
            ("stilling", "leader-employment", ["--post", "principal", "--from", "2020-08-01", "--percent", "100"]),
        ] {
            try lab.ok(
                [
                    "do", "participation.evidence.create", "--application", "1", "--demand", demand, "--kind", kind, "--document",
                    "attest.txt", "--as", "adm-kyst",
                ] + extra)
        }
        try lab.ok("do", "participation.application.submit", "1", "--as", "adm-kyst")
        for words in [
            ["evidence.verify", "1"], ["evidence.refuse", "1", "--reason", "x"], ["application.disqualify", "1", "--reason", "x"],
            ["application.qualify", "1", "--tier", "rektorar"],
        ] {
            let answer = lab.session.run(
                ["do", "participation.\(words[0])"] + words.dropFirst() + ["--as", "adm-kyst"], now: AdmissionLab.open)
            #expect(answer.code == 77 && answer.err.contains("your own case"), "\(words): \(answer.err)")
        }
    }

    /// A round gives out as many places as it has, and a later round of the same course what the first has left.
    @Test func noMorePlacesAreGivenThanThereAre() throws {
        let lab = try AdmissionLab.commissioned(seats: 2)
        func create(_ places: String) -> Session.Answer {
            lab.session.run(
                [
                    "do", "participation.round.create", "--offering", "oppdrag-h27", "--opens", "2027-01-01", "--deadline", "2027-04-30",
                    "--places", places, "--as", "adm-oppdrag",
                ], now: AdmissionLab.open)
        }
        let more = create("5")
        #expect(more.code == 77 && more.err.contains("the variant has 4 of the kinds"), "\(more.err)")
        #expect(create("1").code == 0)
        #expect(lab.refused("participation.round.update", "1", "--places", "9", "--as", "adm-oppdrag").contains("the variant has 4"))
        let may = "2027-05-03T08:00:00Z"
        func decide(_ round: String, _ numbers: ClosedRange<Int>, at now: String) throws {
            for number in numbers { try lab.ok("do", "participation.application.qualify", "\(number)", "--as", "adm-oppdrag", at: now) }
            try lab.ok("do", "participation.ranking.create", "--round", round, "--as", "adm-oppdrag", at: now)
            try lab.ok("do", "participation.ranking.freeze", round, "--as", "adm-oppdrag", at: now)
            try lab.ok("do", "participation.ranking.order", round, "--as", "adm-oppdrag", at: now)
            try lab.ok("do", "participation.round.offer", round, "--as", "adm-oppdrag", at: now)
        }
        try lab.apply(1...2)
        try lab.judge(1...2, by: "adm-oppdrag")
        try lab.ok("due", at: may)
        try decide("1", 1...2, at: may)
        let states = try (1...2).map { try lab.state($0) ?? "" }.sorted()
        #expect(states == ["offered", "waiting"])
        let winner = try lab.state(1) == "offered" ? "1" : "2"
        try lab.ok("do", "participation.application.accept", winner, "--as", "a\(winner)", at: may)
        try lab.ok("do", "participation.round.start", "1", "--as", "adm-oppdrag", at: may)
        var row = try #require(try lab.rows("participation.admission", by: "adm-oppdrag", at: may).first)
        #expect([row["enrolled"], row["left"], row["free"]].map { $0?.integer } == [1, 0, 0])
        // Who leaves is told of, and her place is free again.
        try lab.ok("do", "participation.seat.withdraw", "1", "--reason", "A new post", "--as", "a\(winner)", at: may)
        row = try #require(try lab.rows("participation.admission", by: "adm-oppdrag", at: may).first)
        #expect([row["enrolled"], row["left"], row["free"]].map { $0?.integer } == [1, 1, 1])
        #expect(row["next"]?["en"]?.string == "Offer 1 free seats")
        try lab.ok("do", "participation.round.offer", "1", "--as", "adm-oppdrag", at: may)
        let other = winner == "1" ? "2" : "1"
        #expect(try lab.state(Int(other) ?? 0) == "offered")
        try lab.ok("do", "participation.application.accept", other, "--as", "a\(other)", at: may)
        try lab.ok("do", "participation.round.start", "1", "--as", "adm-oppdrag", at: may)
        try lab.ok("do", "participation.round.finish", "1", "--as", "adm-oppdrag", at: may)
        // A second round for the same course: one seat of four is taken.
        let june = "2027-06-01T08:00:00Z"
        try lab.ok(
            "do", "participation.round.create", "--offering", "oppdrag-h27", "--opens", "2027-05-01", "--deadline", "2027-05-31",
            "--places",
            "2", "--as", "adm-oppdrag", at: may)
        row = try #require(try lab.rows("participation.admission", by: "adm-oppdrag", at: june).last)
        #expect(row["free"]?.integer == 1)
        let funder = try #require(try lab.rows("participation.funder", by: "adm-oppdrag", at: june).first)
        #expect(funder["places"]?.integer == 2)
    }

    /// Which institution admits, the variant says; a partner neither takes the admission over nor moves its days, and no day closes it by
    /// mistake.
    @Test func whoAdmitsIsNotChangedByHand() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        for person in ["adm-kyst", "adm-fjell"] {
            #expect(lab.refused("participation.round.update", "1", "--admitted-by", "fjell", "--as", person) != "done", "\(person)")
        }
        #expect(
            lab.refused("participation.round.update", "1", "--deadline", "2027-06-30", "--as", "adm-fjell").contains("is done by 'kyst'"))
        #expect(
            lab.refused("participation.round.update", "1", "--deadline", "2026-04-30", "--as", "adm-kyst").contains("has passed already"))
        #expect(lab.refused("participation.round.update", "1", "--deadline", "2027-05-05", "--as", "adm-kyst") == "done")
    }

    /// A role of an institution is one only in an institution: a municipality's own administrator has no part in the admission.
    @Test func anAdministratorOfTheEmployerSeesNoApplication() throws {
        let lab = try AdmissionLab()
        try lab.session.put("id,given_name,family_name,organisation,role\nka,Kai,Adm,kommune-1,administrator\n", "more.csv")
        try lab.ok("people", "import", "more.csv")
        try lab.round("kyst-h27")
        try lab.apply(1...1)
        #expect(try lab.rows(command: "list", "participation.application", by: "ka").isEmpty)
        #expect(try lab.rows(command: "list", "participation.evidence", by: "ka").isEmpty)
        #expect(
            lab.refused(
                "participation.evidence.create", "--application", "1", "--demand", "stilling", "--kind", "leader-employment", "--from",
                "1990-01-01", "--as", "ka") != "done")
        #expect(try lab.rows(command: "list", "participation.application", by: "adm-kyst").count == 1)
    }
}
