import Testing

/// What the module's own code sees to in the life of a concept round.
@Suite struct RoundLifeTests {
    /// Nobody is asked to place nothing anywhere.
    @Test func aRoundOpensWhenThereIsSomethingToPlaceAndSomewhereToPlaceIt() throws {
        let school = try SchoolLab()
        let concept = try school.lab.make("curriculum.concept.create", "--group", "heimen", "--title", "Dybdelæring", by: "r1")
        let round = try school.lab.make(
            "curriculum.round.create", "--concept", concept, "--title", "Høst", "--invited", "5", by: "r1")
        let before = try school.lab.everything()
        let refused = school.lab.act("curriculum.round.open", round, by: "r1")
        #expect(refused.code == 77 && refused.err.contains("0 vignettes and 0 categories"), "\(refused)")
        #expect(try school.lab.everything() == before)
    }

    /// By hand or because its time is up: what is open below a round closes with it.
    @Test(arguments: [false, true]) func sittingsCloseWithTheirRound(byTime: Bool) throws {
        let school = try SchoolLab()
        let made = try school.round(vignettes: 2, invited: 3)
        let round = try school.lab.make(
            "curriculum.round.create", "--concept", made.concept, "--title", "Vår", "--invited", "3", "--closes", "2027-10-01", by: "r1")
        try school.lab.ok("do", "curriculum.round.open", round, "--as", "r1")
        let sitting = try school.lab.make("curriculum.sitting.create", "--round", round, "--kind", "before", by: "r1")
        if byTime {
            try school.lab.ok("due", now: RuntimeLab.late)
        } else {
            try school.lab.ok("do", "curriculum.round.close", round, "--as", "r1")
        }
        #expect(try school.lab.texts("SELECT _state FROM curriculum_sitting WHERE _id = \(sitting)") == ["closed"])
        let told = school.lab.session.run("log", "--event", "curriculum.sitting.close", "--output", "csv")
        #expect(told.out.split(separator: "\r\n").count == 2, "\(told.out)")
    }

    /// Before and after must be asked of the same examples, into the same categories, on the same scale.
    @Test func aConceptStaysAsItIsJudged() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let made = try school.round(vignettes: 2, invited: 5)
        func refuse(_ word: String) throws {
            let before = try lab.everything()
            let answers = [
                lab.act("curriculum.vignette.create", "--concept", made.concept, "--number", "9", "--text", "One more", by: "s01"),
                lab.act("curriculum.vignette.update", made.vignettes[0], "--text", "Another", by: "s01"),
                lab.act("curriculum.category.create", "--concept", made.concept, "--position", "9", "--title", "perhaps", by: "r1"),
                lab.act("curriculum.category.update", made.categories[0], "--title", "never", by: "r1"),
                lab.act("curriculum.concept.update", made.concept, "--scale", "nominal", by: "r1"),
            ]
            for answer in answers {
                #expect(answer.code == 77 && answer.err.contains(word) && answer.err.contains("judged-as-it-stands"), "\(answer)")
            }
            #expect(try lab.everything() == before)
        }
        try refuse("is open")
        // What is not judged may change.
        try lab.ok("do", "curriculum.concept.update", made.concept, "--question", "What do we mean?", "--scale", "ordinal", "--as", "r1")
        try school.sitting(made, "before", people: Array(SchoolLab.staff.prefix(5))) { ($0 + $1) % 3 }
        try refuse("classified")
        try lab.ok("do", "curriculum.round.close", made.round, "--as", "r1")
        try refuse("classified")
        // A round that nobody has answered holds nothing back once it is closed.
        let other = try school.round(vignettes: 2, invited: 5)
        try lab.ok("do", "curriculum.round.close", other.round, "--as", "r1")
        try lab.ok("do", "curriculum.vignette.update", other.vignettes[0], "--text", "Another", "--as", "s01")
    }

    @Test func aRoundWhoseTimeIsPastDoesNotOpen() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let made = try school.round(vignettes: 2, invited: 5)
        let round = try lab.make(
            "curriculum.round.create", "--concept", made.concept, "--title", "Vår", "--invited", "3", "--closes", "2027-09-27", by: "r1")
        let refused = lab.act("curriculum.round.open", round, by: "r1")
        #expect(refused.code == 77 && refused.err.contains("was to close on 2027-09-27 at the latest"), "\(refused)")
        // The day itself is not past.
        try lab.ok("do", "curriculum.round.update", round, "--closes", "2027-09-28", "--as", "r1")
        try lab.ok("do", "curriculum.round.open", round, "--as", "r1")
    }
}
