import Foundation
import GRDB
import Kernel
import Testing

/// Deadlines, what falls due, and letters, by the commands a person would type, with a module that is YAML alone.
@Suite struct DeadlineCommandTests {
    private static let notes = """
        module: notes
        version: 1.0.0
        kernel: ">=1.0 <2.0"
        title: {nb: Notater, nn: Notat, en: Notes}
        events:
          note.answered: {version: 1, payload: {type: object}}
        records:
          note:
            title: {nb: Notat, nn: Notat, en: Note}
            parent: kernel.enrolment
            owner: enrolment.person
            create: {by: [owner]}
            read: {owner: all, lecturer: all}
            fields:
              activity: {type: reference, to: kernel.activity, required: true}
              text: {type: text, personal: no}
            workflow: note
        workflows:
          note:
            initial: draft
            states: {draft: {}, delivered: {}, answered: {}, closed: {final: true}}
            transitions:
              deliver: {from: draft, to: delivered, by: [owner], before: activity.due, title: {nb: Lever, nn: Lever, en: Deliver}}
              answer: {from: delivered, to: answered, by: [lecturer], before: answer, event: note.answered}
              close: {from: answered, to: closed, when: complaint}
            deadlines:
              answer:
                title: {nb: Svarfrist, nn: Svarfrist, en: Time to answer}
                after: note.delivered
                within: {working-days: 10}
                late: accepted
                stops: note.answered
              complaint:
                title: {nb: Klagefrist, nn: Klagefrist, en: Time to complain}
                after: note.answered
                within: {weeks: 3}
                roll: next-working-day
                late: decision
                outer: {after: note.answered, within: P2M}
                source: "UH-loven § 11-10"
        activities:
          note:
            title: {nb: Notat, nn: Notat, en: Note}
            record: note

        """

    /// Kari has a note, which is due on 4 October; Ola is her lecturer, and Per has nothing to do with it.
    private func session() throws -> Session {
        let session = try Session(nil)
        let root = "course"
        #expect(session.run("new", root).code == 0)
        try session.put(Self.notes, "\(root)/Modules/notes/module.yaml")
        try session.edit(
            "\(root)/Config/kjerne.yaml", "modules: {}",
            "modules: {notes: ^1.0}\nsender: {address: studier@vest.example, name: {nb: Vest, nn: Vest, en: West}}")
        let variant = "\(root)/Config/institutions/academy/variants/first-course.yaml"
        let text = try String(contentsOfFile: session.path + "/" + variant, encoding: .utf8)
        try session.put(text + "    activities:\n      - {activity: first-note, kind: notes.note, due: +4w}\n", variant)
        try session.put(
            "id,given_name,family_name,email,language\nkari,Kåri,Li,kari@skole.example,nn\nola,Ola,Dal,,nb\nper,Per,Ås,,nb\n", "people.csv")
        #expect(run(session, "apply", "--yes").code == 0)
        #expect(run(session, "people", "import", "people.csv").code == 0)
        #expect(run(session, "enrol", "first-course-2027", "kari").code == 0)
        #expect(run(session, "enrol", "first-course-2027", "ola", "--role", "lecturer").code == 0)
        let create = ["--as", "kari", "do", "notes.note.create", "--enrolment", "1", "--activity", "first-note", "--text", "x"]
        #expect(session.run(["--workspace", root] + create).code == 0)
        return session
    }

    @discardableResult
    private func run(_ session: Session, _ arguments: [String], now: String = Session.now) -> Session.Answer {
        session.run(["--workspace", "course"] + arguments, now: now)
    }

    @discardableResult
    private func run(_ session: Session, _ arguments: String..., now: String = Session.now) -> Session.Answer {
        session.run(["--workspace", "course"] + arguments, now: now)
    }

    @Test func aDeadlineIsExplainedToThoseWhoMaySeeTheRecord() throws {
        let session = try session()
        let late = run(session, "--as", "kari", "do", "notes.note.deliver", "1", now: "2027-10-05T08:00:00Z")
        #expect(late.code == 77 && late.err.contains("until Monday 4 October 2027 at 24:00"))
        #expect(run(session, "--as", "kari", "do", "notes.note.deliver", "1", now: "2027-09-20T08:00:00Z").code == 0)
        let explained = run(session, "--as", "kari", "explain", "deadline", "notes.note", "1")
        #expect(
            explained.out == """
                Time to answer (answer), notes.note 1: ends on Monday 4 October 2027 at 24:00
                  Counts from note.delivered: Monday 20 September 2027 (event 6)
                  Lasts 10 working days: until Monday 4 October 2027

                Time to complain (complaint), notes.note 1: does not run yet
                  Has not happened: note.answered
                  Source: UH-loven § 11-10

                """)
        let json = run(session, "explain", "deadline", "notes.note", "1", "answer", "--output", "json")
        let explanations = try JSONValue(parsing: Array(json.out.utf8))["explanations"]?.array
        #expect(explanations?.count == 1 && explanations?.first?["due"]?.string == "2027-10-04T22:00:00Z")
        let nearest = run(session, "explain", "deadline", "notes.note", "1", "answr")
        #expect(nearest.code == 65 && nearest.err.contains("did you mean 'answer'?"))
        // Who may not see the note is told what he would be told if it were not there.
        let other = run(session, "--as", "per", "explain", "deadline", "notes.note", "1")
        let none = run(session, "--as", "per", "explain", "deadline", "notes.note", "7")
        #expect(other.code == 65 && other.err.replacing("'1'", with: "'7'") == none.err)
        #expect(run(session, "explain", "deadline", "notes.nte", "1").err.contains("did you mean 'notes.note'?"))
    }

    @Test func anActivityThatIsExtendedForOneIsExplainedToHer() throws {
        let session = try session()
        let words = ["explain", "deadline", "kernel.enrolment", "first-course-2027/kari"]
        #expect(
            run(session, ["--as", "kari"] + words).out == """
                first-note, first-course-2027/kari: ends on Monday 4 October 2027 at 24:00
                  Counts from offering.start: Monday 6 September 2027
                  4 weeks after: Monday 4 October 2027

                """)
        let extend = run(
            session, "do", "kernel.deadline.extend", "--enrolment", "first-course-2027/kari", "--activity", "first-note", "--until",
            "2027-10-11", "--reason", "illness in the family")
        // People are told by their own clock, programs in UTC.
        #expect(extend.code == 0 && extend.out.contains("  until: 2027-10-11 24:00\n"), "\(extend.out)")
        let asked = run(
            session, "do", "kernel.deadline.extend", "--enrolment", "first-course-2027/kari", "--activity", "first-note", "--until",
            "2027-10-12", "--reason", "illness", "--dry-run", "--output", "json")
        #expect(asked.out.contains(#""until": "2027-10-12T22:00:00Z""#), "\(asked.out)")
        let own = run(session, ["--as", "kari"] + words + ["first-note"])
        #expect(own.out.contains("ends on Monday 11 October 2027 at 24:00"), "\(own.out)\(own.err)")
        #expect(own.out.contains("because: illness in the family"))
        // Her lecturer sees until when, and not why; others nothing at all.
        let lecturer = run(session, ["--as", "ola"] + words)
        #expect(lecturer.out.contains("Extended until Monday 11 October 2027") && !lecturer.out.contains("illness"))
        #expect(run(session, ["--as", "per"] + words).code == 65)
        let json = try JSONValue(parsing: Array(run(session, words + ["--output", "json"]).out.utf8))["explanations"]?.array?.first
        #expect(json?["due"]?.string == "2027-10-11T22:00:00Z" && json?["ordinary"]?.string == "2027-10-04T22:00:00Z")
        // What is extended is not overdue.
        let progress = run(
            session, "--as", "kari", "report", "kernel.progress", "--output", "csv", now: "2027-10-06T08:00:00Z")
        #expect(progress.out.contains("2027-10-11T22:00:00Z") && !progress.out.contains("overdue"), "\(progress.out)")
    }

    @Test func anotherCalendarMovesWhatIsCountedByIt() throws {
        let session = try session()
        #expect(run(session, "--as", "kari", "do", "notes.note.deliver", "1", now: "2027-09-20T08:00:00Z").code == 0)
        try session.edit(
            "course/Config/calendars/norway.yaml", "consolidated:",
            "  - holiday: rest\n    title: {nb: Hvile, nn: Kvile, en: Rest}\n    on: \"09-22\"\nconsolidated:")
        #expect(run(session, "apply", "--yes", now: "2027-09-21T08:00:00Z").code == 0)
        let explained = run(session, "explain", "deadline", "notes.note", "1", "answer")
        #expect(explained.out.contains("ends on Tuesday 5 October 2027 at 24:00") && explained.out.contains("22 September 2027: Rest"))
        let store = try Store.open(at: session.path + "/course/var/kjerne.sqlite", access: .readOnly)
        let kept = try store.read { try DeadlineExplanation.list("notes.note", 1, in: $0).map(\.due) }
        #expect(kept == [try Instant("2027-10-05T22:00:00Z")])
    }

    @Test func aLetterThatSaysWhatItCannotKnowIsAFault() throws {
        let session = try session()
        let module = "course/Modules/notes/module.yaml"
        try session.edit(module, "event: note.answered}", "event: note.answered, notice: answered}")
        let text = try String(contentsOfFile: session.path + "/" + module, encoding: .utf8)
        try session.put(text + "notices: {answered: {template: texts/answered, to: owner}}\n", module)
        for (language, day) in [("nb", "date:deadline.complaint"), ("nn", "date:deadline.complain"), ("en", "deadline.complaint")] {
            try session.put(
                "# {{activity}}\n\nHei, {{recipient.given-name}}: {{\(day)}}\n", "course/Modules/notes/texts/answered.\(language).md")
        }
        let check = run(session, "check")
        #expect(check.code == 1)
        #expect(
            check.out == """
                Modules/notes/texts/answered.nn.md:3:34: error: the letter cannot say 'deadline.complain' [notice/unknown-placeholder]
                  |
                3 | Hei, {{recipient.given-name}}: {{date:deadline.complain}}
                  |                                  ^^^^^^^^^^^^^^^^^^^^^^ did you mean 'deadline.complaint'?

                1 error

                """)
    }

    @Test func whatFallsDueIsShown() throws {
        let session = try session()
        #expect(run(session, "due", "--dry-run", now: "2027-12-01T00:00:00Z").out == "Nothing has fallen due.\n")
        run(session, "--as", "kari", "do", "notes.note.deliver", "1", now: "2027-09-20T08:00:00Z")
        #expect(run(session, "--as", "ola", "do", "notes.note.answer", "1", now: "2027-09-21T08:00:00Z").code == 0)
        #expect(run(session, "due", "--dry-run", now: "2027-10-12T21:59:59Z").out == "Nothing has fallen due.\n")
        let due = run(session, "due", "--dry-run", "--output", "csv", now: "2027-10-12T22:00:00Z")
        #expect(due.code == 0 && due.out.contains("2027-10-12T22:00:00Z,notes.note,1,close,close,"))
    }

    /// A store that another writes to is no refusal: 75 says to try again.
    @Test func aBusyStoreIsToBeTriedAgain() throws {
        let session = try session()
        run(session, "--as", "kari", "do", "notes.note.deliver", "1", now: "2027-09-20T08:00:00Z")
        #expect(run(session, "--as", "ola", "do", "notes.note.answer", "1", now: "2027-09-21T08:00:00Z").code == 0)
        let writer = try DatabaseQueue(path: session.path + "/course/var/kjerne.sqlite")
        let due: Session.Answer = try writer.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            defer { try? db.execute(sql: "ROLLBACK") }
            return run(session, "due", now: "2027-10-12T22:00:00Z")
        }
        try writer.close()
        #expect(due.code == 75 && due.out.contains("not done yet"), "\(due)")
        #expect(!due.out.contains("refused") && due.err.contains("Stopped: the store could not be written."), "\(due)")
        #expect(run(session, "due", now: "2027-10-12T22:00:00Z").code == 0)
    }

    @Test func lettersAreExportedAsMail() throws {
        let session = try session()
        let store = try Store.open(at: session.path + "/course/var/kjerne.sqlite", access: .readWrite(create: false))
        try store.write(durability: .normal) { db in
            try db.execute(
                sql: """
                    INSERT INTO kernel_notice (module, name, kind, record, person, language, subject, body, announced, event)
                    SELECT 'notes', 'answer', 'notes.note', 1, key, 'nn', 'Svar på notatet', 'Hei.' || char(10), 1821000000000000, 1
                    FROM kernel_person WHERE id IN ('kari', 'ola') ORDER BY id
                    """)
        }
        try store.close()
        let letter = run(session, "export", "eml", "1")
        #expect(letter.code == 0 && letter.out.hasPrefix("Date: ") && letter.out.contains("\r\nFrom: Vest <studier@vest.example>\r\n"))
        #expect(run(session, "--as", "kari", "export", "eml", "1").out == letter.out)
        #expect(run(session, "--as", "ola", "export", "eml", "1").code == 77)
        #expect(run(session, "--as", "ola", "export", "eml", "99").code == 77)
        #expect(run(session, "export", "eml", "99").code == 65)
        #expect(run(session, "export", "eml", "2").err.contains("no e-mail address"))
        #expect(run(session, "export", "eml", "all").code == 64)
        let all = run(session, "export", "eml", "all", "--to", "letters")
        #expect(all.code == 0 && all.out == "letters/notice-1.eml\n" && all.err == "Without an e-mail address, not written: 2.\n")
        #expect(try String(contentsOfFile: session.path + "/letters/notice-1.eml", encoding: .utf8) == letter.out)
    }
}
