import Testing

/// A decision about one person is complained of by her, looked at again, and decided by others where the institution keeps to it.
///
/// Source: forvaltningsloven §§ 6 to 10, 29 and 31.
@Suite struct DecisionComplaintTests {
    /// Within three weeks of what is decided and told at `AssessmentLab.exam`.
    private let soon = "2028-05-18T08:00:00Z"

    /// `p1` is registered; `co1`, `co2` and `co3` coordinate the course.
    private func lab(_ change: (Session) throws -> Void = { _ in }) throws -> AssessmentLab {
        let lab = try AssessmentLab(change: change)
        try lab.session.put(
            """
            id,given_name,family_name,email,organisation,role,language
            co2,Nils,Vik,,vest,coordinator,nb
            co3,Eli,Fjell,,vest,coordinator,nb

            """, "coordinators.csv")
        try lab.ok("people", "import", "coordinators.csv")
        try lab.adoptGuide()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        return lab
    }

    private func letters(_ name: String, _ lab: AssessmentLab, at now: String = AssessmentLab.exam) throws -> [String] {
        try lab.ok("report", "kernel.notices", "--output", "csv", at: now).split(whereSeparator: \.isNewline).map(String.init)
            .filter { $0.contains(",assessment.\(name),") }
    }

    /// The last letter of a name arrives.
    private func arrive(_ name: String, _ lab: AssessmentLab, at now: String = AssessmentLab.exam) throws {
        let letter = try #require(try letters(name, lab, at: now).last)
        try lab.ok("do", "kernel.notice.deliver", "--notice", String(letter.prefix { $0 != "," }), "--channel", "portal", at: now)
    }

    private func refuseAccommodation(_ lab: AssessmentLab) throws {
        try lab.ok("do", "assessment.accommodation.create", "--activity", "hjemmeeksamen", "--measure", "own-room", "--as", "p1")
        try lab.ok("do", "assessment.accommodation.apply", "1", "--as", "p1")
        try lab.ok("do", "assessment.accommodation.refuse", "1", "--reason", "No room.", "--as", "co1")
    }

    @Test func aRefusalIsDecidedAnew() throws {
        let lab = try lab()
        try refuseAccommodation(lab)
        try arrive("accommodation-decision", lab)
        try lab.ok("do", "assessment.accommodation-complaint.create", "--accommodation", "1", "--as", "p1")
        let make = ["assessment.accommodation-complaint.make", "1", "--as", "p1"]
        #expect(lab.refused(make, at: soon) != "done")
        try lab.ok("do", "assessment.accommodation-complaint.update", "1", "--grounds", "I hear too much.", "--as", "p1", at: soon)
        // Three weeks from when the letter arrived, on 16 May.
        #expect(lab.refused(make, at: "2028-06-07T08:00:00Z").hasPrefix("77"))
        #expect(lab.refused(make, at: "2028-06-06T08:00:00Z") == "done")
        let now = "2028-06-06T09:00:00Z"
        try lab.ok("do", "assessment.accommodation-complaint.uphold", "1", "--answer", "We look at it again.", "--as", "co1", at: now)
        #expect(try lab.state("assessment.accommodation", 1) == "applied")
        #expect(try letters("decision-complaint", lab, at: now).count == 1)
        // What is not decided is not complained of.
        try lab.ok("do", "assessment.accommodation-complaint.create", "--accommodation", "1", "--grounds", "g", "--as", "p1", at: now)
        let again = ["assessment.accommodation-complaint.make", "2", "--as", "p1"]
        #expect(lab.refused(again, at: now).contains("assessment/complainable"))
        // The new decision has a letter of its own: until it arrives the time has not run out, whenever the first one did.
        try lab.ok("do", "assessment.accommodation.refuse", "1", "--reason", "Still none.", "--as", "co2", at: now)
        #expect(try letters("accommodation-decision", lab, at: now).count == 2)
        #expect(lab.refused(again, at: "2028-07-20T08:00:00Z") == "done")
        try lab.ok("do", "assessment.accommodation-complaint.uphold", "2", "--answer", "Yes.", "--as", "co1", at: "2028-07-20T08:00:00Z")
        try lab.ok(
            "do", "assessment.accommodation.grant", "1", "--documented", "true", "--reason", "Now there is one.", "--as", "co1",
            at: "2028-07-20T08:00:00Z")
    }

    @Test func othersDecideForTheAppealsBody() throws {
        let lab = try lab()
        try lab.ok("do", "assessment.postponement.create", "--candidate", "1", "--ground", "other", "--as", "p1")
        try lab.ok("do", "assessment.postponement.apply", "1", "--as", "p1")
        try lab.ok("do", "assessment.postponement.refuse", "1", "--reason", "No valid ground.", "--as", "co1")
        try arrive("postponement-decision", lab)
        let create = ["assessment.postponement-complaint.create", "--postponement", "1", "--grounds", "It is valid."]
        #expect(lab.refused(create + ["--as", "p2"]) != "done")
        #expect(lab.refused(create + ["--as", "co1"]).hasPrefix("77"))
        #expect(lab.refused(create + ["--as", "p1"]) == "done")
        try lab.ok("do", "assessment.postponement-complaint.make", "1", "--as", "p1")
        try lab.ok("do", "assessment.postponement-complaint.reject", "1", "--answer", "We keep to it.", "--as", "co2")
        #expect(try lab.state("assessment.postponement-complaint", 1) == "board")
        for person in ["co1", "co2"] {
            for act in ["board-upholds", "board-rejects"] {
                let answer = lab.refused(["assessment.postponement-complaint.\(act)", "1", "--answer", "a", "--as", person])
                #expect(answer.hasPrefix("77") && answer.contains("assessment/other-hands"), "\(person) \(act): \(answer)")
            }
        }
        try lab.ok("do", "assessment.postponement-complaint.board-rejects", "1", "--answer", "The decision stands.", "--as", "co3")
        #expect(try lab.state("assessment.postponement-complaint", 1) == "rejected")
        #expect(try lab.state("assessment.postponement", 1) == "refused")
        #expect(try letters("decision-complaint", lab).count == 2)
        // One complaint about one decision.
        #expect(lab.refused(create + ["--as", "p1"]) == "done")
        #expect(lab.refused(["assessment.postponement-complaint.make", "2", "--as", "p1"]).contains("assessment/complainable"))
    }

    @Test func whatIsWithdrawnCanBeMadeAgain() throws {
        let lab = try lab()
        try refuseAccommodation(lab)
        try arrive("accommodation-decision", lab)
        for number in ["1", "2"] {
            try lab.ok("do", "assessment.accommodation-complaint.create", "--accommodation", "1", "--grounds", "g", "--as", "p1")
            try lab.ok("do", "assessment.accommodation-complaint.make", number, "--as", "p1")
            if number == "1" { try lab.ok("do", "assessment.accommodation-complaint.drop", "1", "--as", "p1") }
        }
        #expect(try lab.state("assessment.accommodation-complaint", 2) == "made")
    }

    /// A letter that never arrived takes no time from her, but for the year.
    @Test func notAfterAYear() throws {
        let lab = try lab()
        try refuseAccommodation(lab)
        try lab.ok("do", "assessment.accommodation-complaint.create", "--accommodation", "1", "--grounds", "g", "--as", "p1")
        let make = ["assessment.accommodation-complaint.make", "1", "--as", "p1"]
        let late = lab.refused(make, at: "2029-05-17T08:00:00Z")
        #expect(late.contains("assessment/complainable") && late.contains("§ 31"), "\(late)")
        #expect(lab.refused(make, at: "2029-05-16T08:00:00Z") == "done")
    }

    @Test func anAcquittalGivesTheAttemptBack() throws {
        let lab = try lab { try $0.edit("Config/institutions/vest/institution.yaml", "attempts: 3", "attempts: 1") }
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "1", "--suspicion", "copied", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.notify", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.send", "1", "--as", "co1")
        try lab.ok(
            "do", "assessment.suspicion.exclude", "1", "--reason", "It was.", "--from", "2028-05-16", "--until", "2028-12-31", "--grave",
            "false", "--for", "5", "--against", "0", "--as", "co1")
        try arrive("cheating-excluded", lab)
        let register = ["assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1"]
        #expect(lab.refused(register, at: soon) != "done")
        try lab.ok("do", "assessment.suspicion-complaint.create", "--suspicion", "1", "--grounds", "It is mine.", "--as", "p1", at: soon)
        try lab.ok("do", "assessment.suspicion-complaint.make", "1", "--as", "p1", at: soon)
        try lab.ok("do", "assessment.suspicion-complaint.reject", "1", "--answer", "It was.", "--as", "co1", at: soon)
        try lab.ok("do", "assessment.suspicion-complaint.board-upholds", "1", "--answer", "Look again.", "--as", "co2", at: soon)
        #expect(try lab.state("assessment.suspicion", 1) == "board")
        // Nobody is excluded by an open case, and the attempt is used until it is decided.
        let open = lab.refused(register, at: soon)
        #expect(open.contains("1 of 1 attempts are used"), "\(open)")
        try lab.ok("do", "assessment.suspicion.dismiss", "1", "--reason", "It was not.", "--as", "co1", at: soon)
        #expect(lab.refused(register, at: soon) == "done")
    }

    /// `oppdrag-h27` with work that `p1` has delivered on 1 September 2027.
    private func delivered(_ lab: AssessmentLab, at now: String) throws {
        try lab.session.put("offering,person,role\noppdrag-h27,p1,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        try lab.ok("do", "assessment.work.create", "--activity", "oppdrag-h27/problemstilling", "--text", "mine", "--as", "p1", at: now)
        try lab.ok("do", "assessment.work.deliver", "1", "--as", "p1", at: now)
    }

    @Test func requiredWorkThatIsNotApproved() throws {
        let lab = try lab()
        let now = "2027-09-01T08:00:00Z"
        try delivered(lab, at: now)
        try lab.ok("do", "assessment.work.reject", "1", "--comment", "The question is too wide.", at: now)
        try arrive("work-rejected", lab, at: now)
        let told = try lab.ok("explain", "deadline", "assessment.work", "1", "complaint", "--as", "p1", "--lang", "en", at: now)
        #expect(told.contains("22 September 2027") && told.contains("fvl. § 29"), "\(told)")
        try lab.ok("do", "assessment.work-complaint.create", "--work", "1", "--grounds", "It is narrow.", "--as", "p1", at: now)
        try lab.ok("do", "assessment.work-complaint.make", "1", "--as", "p1", at: now)
        try lab.ok("do", "assessment.work-complaint.uphold", "1", "--answer", "It is.", at: now)
        #expect(try lab.state("assessment.work", 1) == "delivered")
        try lab.ok("do", "assessment.work.approve", "1", at: now)
        #expect(try lab.state("assessment.work", 1) == "approved")
    }

    @Test func requiredWorkThatWasAnnulledIsApprovedAgain() throws {
        let lab = try lab()
        let now = "2027-09-01T08:00:00Z"
        try delivered(lab, at: now)
        try lab.ok("do", "assessment.work.approve", "1", at: now)
        try lab.ok("do", "assessment.work-suspicion.create", "--work", "1", "--suspicion", "copied", at: now)
        try lab.ok("do", "assessment.work-suspicion.notify", "1", at: now)
        try lab.ok("do", "assessment.work-suspicion.send", "1", at: now)
        try lab.ok("do", "assessment.work-suspicion.annul", "1", "--reason", "copied", "--for", "3", "--against", "0", at: now)
        try arrive("cheating-annulled", lab, at: now)
        // Annulment is complained of as such; no approval was refused.
        try lab.ok("do", "assessment.work-complaint.create", "--work", "1", "--grounds", "g", "--as", "p1", at: now)
        #expect(lab.refused(["assessment.work-complaint.make", "1", "--as", "p1"], at: now).contains("assessment/complainable"))
        try lab.ok("do", "assessment.work-suspicion-complaint.create", "--work-suspicion", "1", "--grounds", "g", "--as", "p1", at: now)
        try lab.ok("do", "assessment.work-suspicion-complaint.make", "1", "--as", "p1", at: now)
        try lab.ok("do", "assessment.work-suspicion-complaint.uphold", "1", "--answer", "Look again.", at: now)
        #expect(try lab.state("assessment.work", 1) == "not-approved")
        try lab.ok("do", "assessment.work-suspicion.dismiss", "1", "--reason", "It was not.", at: now)
        #expect(try lab.state("assessment.work", 1) == "approved")
    }

    /// Three coordinators of the institution of `oppdrag-h27`, and work there that `o1` did not approve, and that `p1` complains of.
    private func complained(_ lab: AssessmentLab, at now: String) throws {
        try lab.session.put(
            """
            id,given_name,family_name,email,organisation,role,language
            o1,Siri,Haug,,oppdrag,coordinator,nb
            o2,Nils,Vik,,oppdrag,coordinator,nb
            o3,Eli,Fjell,,oppdrag,coordinator,nb

            """, "oppdrag.csv")
        try lab.ok("people", "import", "oppdrag.csv")
        try delivered(lab, at: now)
        try lab.ok("do", "assessment.work.reject", "1", "--comment", "The question is too wide.", "--as", "o1", at: now)
        try arrive("work-rejected", lab, at: now)
        try lab.ok("do", "assessment.work-complaint.create", "--work", "1", "--grounds", "It is narrow.", "--as", "p1", at: now)
        try lab.ok("do", "assessment.work-complaint.make", "1", "--as", "p1", at: now)
    }

    /// Whoever takes another decision later does not take the place of the one who took what is complained of.
    @Test func whoTookWhatIsComplainedOfIsNoOtherHand() throws {
        let lab = try lab()
        let now = "2027-09-01T08:00:00Z"
        try complained(lab, at: now)
        try lab.ok("do", "assessment.work.compensate", "1", "--task", "an essay", "--as", "o3", at: now)
        try lab.ok("do", "assessment.work.deliver-instead", "1", "--as", "p1", at: now)
        try lab.ok("do", "assessment.work.reject", "1", "--comment", "Nor is this enough.", "--as", "o2", at: now)
        try lab.ok("do", "assessment.work-complaint.reject", "1", "--answer", "We keep to it.", "--as", "o3", at: now)
        for person in ["o1", "o3"] {
            let answer = lab.refused(["assessment.work-complaint.board-upholds", "1", "--answer", "a", "--as", person], at: now)
            #expect(answer.hasPrefix("77") && answer.contains("assessment/other-hands"), "\(person): \(answer)")
        }
        try lab.ok("do", "assessment.work-complaint.board-upholds", "1", "--answer", "Look again.", "--as", "o2", at: now)
        #expect(try lab.state("assessment.work", 1) == "delivered")
    }

    /// What is complained of can still be decided anew when the complaint is answered.
    @Test func workDoesNotLapseWhileItIsComplainedOf() throws {
        let lab = try lab()
        let now = "2027-09-01T08:00:00Z"
        try complained(lab, at: now)
        let lapse = ["assessment.work.lapse", "1", "--as", "o2"]
        let made = lab.refused(lapse, at: now)
        #expect(made.contains("assessment/no-open-complaint") && made.contains("assessment.work-complaint 1"), "\(made)")
        try lab.ok("do", "assessment.work-complaint.reject", "1", "--answer", "We keep to it.", "--as", "o2", at: now)
        let board = lab.refused(lapse, at: now)
        #expect(board.contains("assessment/no-open-complaint"), "\(board)")
        try lab.ok("do", "assessment.work-complaint.board-upholds", "1", "--answer", "Look again.", "--as", "o3", at: now)
        #expect(try lab.state("assessment.work", 1) == "delivered")
        try lab.ok("do", "assessment.work.return", "1", "--comment", "Narrow it.", "--as", "o1", at: now)
        #expect(lab.refused(lapse, at: now) == "done")
    }

    /// The complaint is about the refusal: it opens neither an approval that came meanwhile nor an annulment of that.
    @Test(arguments: [false, true]) func whatWasDecidedMeanwhileStays(isAnnulled: Bool) throws {
        let lab = try lab()
        let now = "2027-09-01T08:00:00Z"
        try complained(lab, at: now)
        try lab.ok("do", "assessment.work.compensate", "1", "--task", "an essay", "--as", "o3", at: now)
        try lab.ok("do", "assessment.work.deliver-instead", "1", "--as", "p1", at: now)
        try lab.ok("do", "assessment.work.approve", "1", "--as", "o2", at: now)
        if isAnnulled {
            try lab.ok("do", "assessment.work-suspicion.create", "--work", "1", "--suspicion", "copied", at: now)
            try lab.ok("do", "assessment.work-suspicion.notify", "1", at: now)
            try lab.ok("do", "assessment.work-suspicion.send", "1", at: now)
            try lab.ok("do", "assessment.work-suspicion.annul", "1", "--reason", "copied", "--for", "3", "--against", "0", at: now)
        }
        try lab.ok("do", "assessment.work-complaint.uphold", "1", "--answer", "It was narrow.", "--as", "o2", at: now)
        #expect(try lab.state("assessment.work-complaint", 1) == "upheld")
        #expect(try lab.state("assessment.work", 1) == (isAnnulled ? "not-approved" : "approved"))
    }
}
