import Kernel
import KernelTesting
import Testing

/// Roles that are held on one activity or one record.
@Suite struct AssignmentTests {
    /// The lab with a judge, who reads the works that she is a judge of, and reports on works for judges.
    private func lab() throws -> RuntimeLab {
        try RuntimeLab { files in
            try files.replace(
                "records:\n  thing:",
                with: """
                    roles:
                      judge: {title: {nb: dommer, nn: dommar, en: judge}, scopes: [offering, activity, record]}
                    reports:
                      works:
                        title: {nb: Arbeid, nn: Arbeid, en: Works}
                        by: [judge]
                        reads: {work: [text]}
                        columns:
                          - {id: id, value: id, title: {nb: Nummer, nn: Nummer, en: Number}}
                          - {id: text, value: text, title: {nb: Tekst, nn: Tekst, en: Text}}
                      number:
                        title: {nb: Antall, nn: Tal, en: Number}
                        by: [judge]
                        reads: {work: [text]}
                        gives: aggregate
                        floor: 1
                        columns:
                          - {id: number, measure: count, title: {nb: Antall, nn: Tal, en: Number}}
                    records:
                      thing:
                    """, in: RuntimeLab.manifest)
            let old = "      owner: all\n      lecturer: {"
            try files.replace(old, with: "      judge: all\n" + old, in: RuntimeLab.manifest)
            let round = "  round:\n    title"
            try files.replace(round, with: Self.kinds + round, in: RuntimeLab.manifest)
        }
    }

    /// A record known by a word that not everyone reads, and one that its owner alone ever reads.
    private static let kinds = """
          tag:
            title: {nb: Merke, nn: Merke, en: Tag}
            key: [word]
            create: {by: [admin]}
            read:
              admin: all
              judge: all
              coordinator: {fields: all, where: {open: true}}
            fields:
              word: {type: text, required: true, max-length: 20, personal: "no"}
              open: {type: boolean, default: false}
          secret:
            title: {nb: Hemmelighet, nn: Løyndom, en: Secret}
            parent: kernel.enrolment
            owner: enrolment.person
            sealed: {except: owner}
            create: {by: [owner]}
            read: {owner: all}
            fields:
              text: {type: text, max-length: 20, personal: "no"}

        """

    /// Adds `a1`, an administrator, and `k1`, a coordinator, of the whole workspace.
    private func addLeaders(_ lab: RuntimeLab) throws {
        let roster = "a1,Ada,Aas,,,admin,nb\nk1,Kari,Krag,,,coordinator,nb\n"
        try lab.session.put("id,given_name,family_name,email,organisation,role,language\n" + roster, "leaders.csv")
        try lab.ok("people", "import", "leaders.csv")
    }

    private func work(_ lab: RuntimeLab, by person: String) throws -> String {
        try lab.make("lab.work.create", "--activity", "essay", "--text", "by \(person)", by: person)
    }

    private func role(
        _ lab: RuntimeLab, _ act: String, kind: String = "lab.work", on record: String, by person: String? = nil
    ) -> Session.Answer {
        lab.act("kernel.role.\(act)", "--person", "x1", "--role", "judge", "--kind", kind, "--record", record, by: person)
    }

    /// Neither the answer nor the role tells of a record that one does not see.
    @Test func aRoleIsHeldOnNoRecordThatWhoeverGivesItDoesNotSee() throws {
        let lab = try lab()
        let work = try work(lab, by: "p1")
        try #require(try lab.show("lab.work", work, by: "c1") == nil)
        for act in ["assign", "revoke"] {
            let (there, absent) = (role(lab, act, on: work, by: "c1"), role(lab, act, on: "999", by: "c1"))
            #expect(there.code == 65 && there.err.contains("there is no lab.work '\(work)'"), "\(act): \(there)")
            #expect(absent.code == 65 && absent.err.contains("there is no lab.work '999'"), "\(act): \(absent)")
        }
        #expect(try lab.texts("SELECT count(*) FROM kernel_assignment") == ["0"])
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        #expect(role(lab, "assign", on: work, by: "c1").code == 0)
        #expect(try lab.show("lab.work", work, by: "x1") != nil)
        #expect(role(lab, "revoke", on: work, by: "c1").code == 0)
        #expect(try lab.show("lab.work", work, by: "x1") == nil)
    }

    /// The record that is looked for is the one that the role is held on, though another that she does not see has that key.
    @Test func aRoleIsHeldOnTheRecordThatWhoeverGivesItMeans() throws {
        let lab = try lab()
        try addLeaders(lab)
        let open = try lab.make("lab.tag.create", "--word", "first", "--open", "true", by: "a1")
        let hidden = try lab.make("lab.tag.create", "--word", open, by: "a1")
        try #require(open != hidden)
        try #require(try lab.show("lab.tag", open, by: "k1") != nil)
        #expect(role(lab, "assign", kind: "lab.tag", on: open, by: "k1").code == 0)
        #expect(try lab.texts("SELECT record FROM kernel_assignment") == [open])
        #expect(role(lab, "revoke", kind: "lab.tag", on: open, by: "k1").code == 0)
        #expect(try lab.texts("SELECT count(*) FROM kernel_assignment") == ["0"])
    }

    /// Who runs the workspace gives roles on what she does not read, and reads nothing more by it.
    @Test func anAdministratorGivesRolesOnWhatSheDoesNotRead() throws {
        let lab = try lab()
        try addLeaders(lab)
        let work = try work(lab, by: "p1")
        try #require(try lab.show("lab.work", work, by: "a1") == nil)
        for act in ["assign", "revoke"] {
            let (coordinator, absent) = (role(lab, act, on: work, by: "k1"), role(lab, act, on: "999", by: "a1"))
            #expect(coordinator.code == 65 && coordinator.err.contains("there is no lab.work '\(work)'"), "\(act): \(coordinator)")
            #expect(absent.code == 65 && absent.err.contains("there is no lab.work '999'"), "\(act): \(absent)")
        }
        let given = role(lab, "assign", on: work, by: "a1")
        #expect(given.code == 0, "\(given)")
        #expect(try lab.show("lab.work", work, by: "x1") != nil)
        #expect(try lab.show("lab.work", work, by: "a1") == nil)
        let taken = role(lab, "revoke", on: work, by: "a1")
        #expect(taken.code == 0, "\(taken)")
        #expect(try lab.show("lab.work", work, by: "x1") == nil)
    }

    /// Whether a record that a seal keeps is there is told to nobody whom the seal keeps out.
    @Test func noRoleIsGivenOnWhatASealKeeps() throws {
        let lab = try lab()
        try addLeaders(lab)
        let secret = try lab.make("lab.secret.create", "--enrolment", "nord-h27/p1", "--text", "mine", by: "p1")
        for act in ["assign", "revoke"] {
            for person in ["a1", "k1", nil] {
                let answer = role(lab, act, kind: "lab.secret", on: secret, by: person)
                #expect(answer.code == 65 && answer.err.contains("there is no lab.secret '\(secret)'"), "\(act): \(answer)")
            }
        }
        #expect(try lab.texts("SELECT count(*) FROM kernel_assignment") == ["0"])
    }

    /// What is not there to be taken back is not said to have been.
    @Test func aRoleThatIsNotHeldIsNotRevoked() throws {
        let lab = try lab()
        let work = try work(lab, by: "p1")
        let before = try lab.everything()
        let answer = role(lab, "revoke", on: work)
        #expect(answer.code == 77 && answer.err.contains("x1 does not hold the role 'judge' here"), "\(answer)")
        #expect(try lab.everything() == before)
    }

    /// Whoever has the role on one record or activity asks for the report on it, and gets what lies there alone.
    @Test func aRoleOnARecordOrAnActivityGivesItsRowsOfAReport() throws {
        let lab = try lab()
        let works = [try work(lab, by: "p1"), try work(lab, by: "p2")]
        func report(_ name: String) -> Session.Answer {
            lab.session.run("report", name, "--output", "csv", "--as", "x1", now: RuntimeLab.open)
        }
        #expect(report("lab.works").code == 77)
        #expect(role(lab, "assign", on: works[1]).code == 0)
        let one = report("lab.works")
        #expect(one.code == 0 && one.out.contains("by p2") && !one.out.contains("by p1"), "\(one)")
        // A sum over records that someone chose would tell of each.
        #expect(report("lab.number").code == 77)
        try lab.ok("do", "kernel.role.assign", "--person", "x1", "--role", "judge", "--record", "nord-h27/essay")
        let both = report("lab.works")
        #expect(both.code == 0 && both.out.contains("by p2") && both.out.contains("by p1"), "\(both)")
        #expect(report("lab.number").code == 77)
    }
}
