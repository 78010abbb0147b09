import Foundation
import KernelTesting
import Testing

@testable import Kernel

/// A module that becomes another one while work lies in its tables.
@Suite struct UpgradeTests {
    static let path = "Modules/craft/module.yaml"
    static let first = """
        module: craft
        version: 1.0.0
        kernel: ">=1.0 <2.0"
        title: {nb: Verksted, nn: Verkstad, en: Workshop}
        codes:
          level: {low: {nb: lav, nn: låg, en: low}, high: {nb: høy, nn: høg, en: high}}
        activities:
          task: {title: {nb: Oppgave, nn: Oppgåve, en: Task}, record: piece, completed: {state: sent}}
        records:
          piece:
            title: {nb: Stykke, nn: Stykke, en: Piece}
            parent: kernel.offering
            create: {by: [everyone]}
            update: {by: [everyone]}
            delete: {by: [everyone]}
            read: {everyone: all}
            fields:
              text: {type: text, personal: "no"}
              level: {type: code, of: level, personal: "no"}
              levels: {type: list, of: {type: code, of: level, personal: "no"}, personal: "no"}
              tags: {type: list, of: {type: text, personal: "no"}, personal: "no"}
              number: {type: integer}
              secret: {type: text, personal: "no", sealed: {until: piece.sent, except: [author]}}
              old: {type: text, personal: "no"}
            search: [text]
            workflow: piece
          comment:
            title: {nb: Merknad, nn: Merknad, en: Comment}
            parent: piece
            create: {by: [everyone]}
            read: {everyone: all}
            fields:
              body: {type: text, personal: "no"}
              about: {type: reference, to: piece}
        workflows:
          piece:
            title: {nb: Stykke, nn: Stykke, en: Piece}
            initial: draft
            states:
              draft: {title: {nb: Utkast, nn: Utkast, en: Draft}}
              sent: {final: true, title: {nb: Sendt, nn: Send, en: Sent}}
            transitions:
              send: {title: {nb: Send, nn: Send, en: Send}, from: draft, to: sent, by: [everyone], needs: [text]}

        """

    /// Renames everything, and drops what `drops` says.
    static func second(drops: Bool) -> String {
        var text = first.replacing(
            "version: 1.0.0", with: "version: 2.0.0\(drops ? "\ndrops: {item.old: {nb: Ubrukt, nn: Ubrukt, en: Unused}}" : "")")
        let edits = [
            (
                "  piece:\n    title: {nb: Stykke, nn: Stykke, en: Piece}\n    parent",
                "  item:\n    was: [piece]\n    title: {nb: Ting, nn: Ting, en: Item}\n    parent"
            ),
            ("low: {nb: lav, nn: låg, en: low}", "basic: {title: {nb: enkel, nn: enkel, en: basic}, was: [low]}"),
            (
                "      text: {type: text, personal: \"no\"}\n      level:",
                "      words: {type: text, personal: \"no\", was: [text]}\n      extra: {type: boolean, required: true, default: false}\n      level:"
            ),
            ("      tags: {type: list,", "      marks: {was: [tags], type: list,"),
            ("number: {type: integer}", "number: {type: number}"),
            ("      old: {type: text, personal: \"no\"}\n", ""),
            (
                "      secret: {type: text, personal: \"no\", sealed: {until: piece.sent, except: [author]}}",
                "      hidden: {was: [secret], type: text, personal: \"no\", sealed: {until: item.delivered, except: [author]}}"
            ),
            ("search: [text]", "search: [words]"),
            ("parent: piece", "parent: item"), ("to: piece}", "to: item}"),
            (
                "sent: {final: true, title: {nb: Sendt, nn: Send, en: Sent}}",
                "delivered: {was: [sent], title: {nb: Levert, nn: Levert, en: Delivered}}\n      filed: {final: true, title: {nb: Lagt bort, nn: Lagd bort, en: Filed}}"
            ),
            (
                "      send: {title: {nb: Send, nn: Send, en: Send}, from: draft, to: sent, by: [everyone], needs: [text]}\n",
                """
                      post: {was: [send], title: {nb: Send, nn: Send, en: Send}, from: draft, to: delivered, by: [everyone], needs: [words]}
                      file: {title: {nb: Legg bort, nn: Legg bort, en: File}, from: delivered, to: filed, when: {passed: rest}}
                    deadlines:
                      rest: {title: {nb: Hvile, nn: Kvile, en: Rest}, after: item.post, within: {weeks: 1}}

                """
            ),
            (
                "  task: {title: {nb: Oppgave, nn: Oppgåve, en: Task}, record: piece, completed: {state: sent}}",
                "  job: {was: [task], title: {nb: Oppgave, nn: Oppgåve, en: Task}, record: item, completed: {state: delivered}}"
            ),
        ]
        for (old, new) in edits {
            #expect(text.components(separatedBy: old).count == 2, "\(old)")
            text = text.replacing(old, with: new)
        }
        return text
    }

    private func lab() throws -> RuntimeLab {
        try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  craft: \">=1.0\"\n"
            files[Self.path] = Self.first
        }
    }

    @Test func contentsAreKeptThroughEveryRename() throws {
        let lab = try lab()
        let id = try lab.make(
            "craft.piece.create", "--offering", "nord-h27", "--text", "Så blå", "--level", "low", "--levels", "low", "--levels", "high",
            "--tags", "a", "--tags", "b", "--number", "3", "--old", "gone", by: "p1")
        let other = try lab.make("craft.piece.create", "--offering", "nord-h27", "--text", "other", by: "p2")
        try lab.ok("do", "craft.piece.send", id, "--as", "p1")
        let comment = try lab.make("craft.comment.create", "--piece", id, "--body", "well", "--about", other, by: "t1")

        // What would lose work is refused, unless the module owns up to it and whoever applies agrees.
        let before = try lab.everything()
        try lab.session.put(Self.second(drops: false), Self.path)
        #expect(lab.session.run("check").code == 0, "\(lab.session.run("check").err)")
        let refused = lab.session.run("apply", "--yes", "--lose-work")
        #expect(refused.code != 0)
        #expect((refused.out + refused.err).contains("drops: item.old"), "\(refused.out)\(refused.err)")
        #expect(try lab.everything() == before)
        try lab.session.put(Self.second(drops: true), Self.path)
        let asked = lab.session.run("apply", "--yes")
        #expect(asked.code != 0, "\(asked.out)\(asked.err)")
        #expect(try lab.everything() == before)
        try lab.ok("apply", "--yes", "--lose-work")

        let shown = try #require(try lab.show("craft.item", id, by: "p2"))
        let values = shown["values"] ?? shown
        #expect(shown["state"]?.string == "delivered")
        #expect(values["words"]?.string == "Så blå")
        #expect(values["level"]?.string == "basic")
        #expect(values["levels"]?.compact == #"["basic","high"]"#)
        #expect(values["marks"]?.compact == #"["a","b"]"#)
        #expect(values["number"]?.compact.hasPrefix("3") == true)
        #expect(values["extra"]?.bool == false)
        #expect(values["old"] == nil)
        let below = try #require(try lab.show("craft.comment", comment, by: "p2"))
        #expect((below["values"] ?? below)["body"]?.string == "well")
        #expect(below.compact.contains("\"item\""), "\(below.compact)")
        #expect(lab.session.run("list", "craft.item", "--search", "bla", "--output", "csv").out.contains("Så blå"))

        // The new ways work on what is old.
        try lab.ok("do", "craft.item.update", other, "--number", "2.5", "--levels", "basic", "--as", "p2")
        try lab.ok("do", "craft.item.post", other, "--as", "p2")
        try lab.make("craft.comment.create", "--item", other, "--body", "too", by: "t1")
        #expect(lab.session.run("list", "craft.piece").code != 0)
        #expect(try lab.texts("SELECT DISTINCT kind FROM kernel_state WHERE kind LIKE 'craft.%'") == ["craft.item"])
        #expect(try lab.texts("PRAGMA integrity_check") == ["ok"])
        #expect(try lab.texts("SELECT count(*) FROM pragma_foreign_key_check") == ["0"])
        #expect(lab.session.run("log", "--verify").code == 0)
        #expect(lab.session.run("drift").code == 0)
        // Old events stay as they were written, and are found by what things are called now.
        #expect(try lab.texts("SELECT count(*) FROM kernel_event_record WHERE kind = 'craft.piece'") != ["0"])
        func log(_ words: String...) -> [Substring] {
            lab.session.run(["log", "--output", "csv"] + words).out.split(whereSeparator: \.isNewline)
        }
        let about = log("--record", "craft.item:\(id)")
        #expect(about.count { $0.contains("craft.piece.created") } == 1 && about.count { $0.contains("craft.piece.send") } == 1, "\(about)")
        #expect(log("--event", "craft.item.created").count == 3)
        #expect(log("--event", "craft.item.*").count == 6)
        #expect(log("--action", "craft.item.post").count == 3)
        #expect(log("--event", "craft.piece.created").count == 3)
        // A moment of the new name finds what happened under the old one.
        #expect(try lab.show("craft.item", id, by: "p2")?["state"]?.string == "delivered")
        lab.session.run("due", now: RuntimeLab.late)
        #expect(try lab.texts("SELECT _state FROM craft_item ORDER BY _id") == ["filed", "filed"])
    }

    @Test func whatIsSealedStaysSoUnderItsFormerName() throws {
        let lab = try lab()
        try lab.make("craft.piece.create", "--offering", "nord-h27", "--text", "seen", "--secret", "hush", by: "p1")
        try lab.session.put(Self.second(drops: true), Self.path)
        try lab.ok("apply", "--yes")
        let store = try Store.open(at: lab.session.path + "/var/kjerne.sqlite", access: .readOnly)
        defer { try? store.close() }
        try store.read { db in
            let audience = try LiveConfiguration.load(db, linked: Session.linked).audience
            let event = try #require(try EventLog.read(EventFilter(name: "craft.piece.created"), in: db).first)
            let payload = try JSONValue(parsing: Array((try EventLog.payload(of: event.sequence, in: db) ?? "").utf8))
            #expect(payload["secret"]?.string == "hush")
            let heard = try #require(audience.payload(payload, of: event, for: "craft"))
            #expect(heard["text"]?.string == "seen" && heard["secret"] == nil, "\(heard.compact)")
        }
    }

    /// Whichever of the two modules is upgraded first.
    @Test(arguments: ["bond", "guild"])
    func recordsOfAnotherModuleFollow(other: String) throws {
        let path = "Modules/\(other)/module.yaml"
        let manifest = """
            module: \(other)
            version: 1.0.0
            kernel: ">=1.0 <2.0"
            title: {nb: Laug, nn: Laug, en: Guild}
            requires: {craft: ">=1.0"}
            records:
              badge:
                title: {nb: Merke, nn: Merke, en: Badge}
                parent: craft.piece
                create: {by: [everyone]}
                read: {everyone: all}
                fields:
                  about: {type: reference, to: craft.piece}
                  others: {type: list, of: {type: reference, to: craft.piece}}

            """
        let lab = try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  craft: \">=1.0\"\n  \(other): \">=1.0\"\n"
            files[Self.path] = Self.first
            files[path] = manifest
        }
        let piece = try lab.make("craft.piece.create", "--offering", "nord-h27", "--text", "one", by: "p1")
        let badge = try lab.make(
            "\(other).badge.create", "--piece", piece, "--about", piece, "--others", piece, "--others", piece, by: "p2")
        try lab.session.put(Self.second(drops: true), Self.path)
        try lab.session.put(manifest.replacing("craft.piece", with: "craft.item").replacing("1.0.0", with: "1.1.0"), path)
        try lab.ok("apply", "--yes")
        let shown = try #require(try lab.show("\(other).badge", badge, by: "p1"))
        #expect(shown.compact.contains("\"item\"") && !shown.compact.contains("piece"), "\(shown.compact)")
        #expect(try lab.texts("SELECT item, about FROM \(other)_badge") == ["\(piece)|\(piece)"])
        #expect(try lab.texts("SELECT value FROM \(other)_badge__others") == [piece, piece])
        try lab.make("\(other).badge.create", "--item", piece, "--about", piece, by: "p2")
        #expect(try lab.texts("SELECT count(*) FROM pragma_foreign_key_check") == ["0"])
        #expect(try lab.texts("SELECT count(*) FROM sqlite_master WHERE sql LIKE '%REFERENCES \"craft_piece%'") == ["0"])
        #expect(lab.session.run("drift").code == 0)
    }

    /// An offering stays on a release that knows the kind of activity by its former name.
    @Test func completionGoesOnUnderARenamedKindOfActivity() throws {
        let module = "Modules/walk/module.yaml"
        let variant = "Config/institutions/nord/variants/nord-27.yaml"
        let lab = try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  walk: ^1.0\n"
            files[module] = try String(contentsOfFile: ShippedWorkspace.repository + "/Tests/Fixtures/runtime/walk.yaml", encoding: .utf8)
            try files.replace(
                "      - activity: make-good\n",
                with: "      - {activity: job, kind: walk.task, title: {nb: A, nn: A, en: A}}\n      - activity: make-good\n", in: variant)
        }
        try lab.make("walk.job.create", "--activity", "job", by: "p1")
        try lab.session.edit("Config/institutions/nord/offerings/nord-h27.yaml", "release: follow", "release: r1")
        try lab.ok("apply", "--yes")
        try lab.session.edit(variant, "kind: walk.task", "kind: walk.duty")
        try lab.session.edit(module, "version: 1.0.0", "version: 1.1.0")
        try lab.session.edit(module, "  task: {title", "  duty: {was: [task], title")
        try lab.ok("apply", "--yes")
        #expect(try lab.texts("SELECT kind FROM kernel_activity WHERE activity = 'job'") == ["walk.task"])
        #expect(try lab.texts("SELECT count(*) FROM kernel_completion") == ["1"])
        let other = try lab.make("walk.job.create", "--activity", "job", by: "p2")
        #expect(try lab.texts("SELECT count(*) FROM kernel_completion") == ["2"])
        let progress = lab.session.run("report", "kernel.progress", "--output", "csv", "--as", "t1").out
        #expect(progress.components(separatedBy: ",job,").count == 4, "\(progress)")
        try lab.ok("do", "walk.job.delete", other, "--as", "p2")
        #expect(try lab.texts("SELECT count(*) FROM kernel_completion") == ["1"])
    }

    /// The same of an activity that a group's record completes for its members.
    @Test func groupWorkCountsUnderARenamedKindOfActivity() throws {
        let module = "Modules/circle/module.yaml"
        let variant = "Config/institutions/nord/variants/nord-27.yaml"
        let lab = try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  circle: ^1.0\n"
            files[module] = try String(contentsOfFile: ShippedWorkspace.repository + "/Tests/Fixtures/runtime/circle.yaml", encoding: .utf8)
            try files.replace(
                "      - activity: make-good\n",
                with: "      - {activity: talk, kind: circle.talk, title: {nb: A, nn: A, en: A}}\n      - activity: make-good\n",
                in: variant)
        }
        try lab.ok("do", "kernel.group.create", "--id", "school", "--title", "School")
        try lab.ok("do", "kernel.group.add", "--group", "school", "--person", "p1")
        try lab.session.edit("Config/institutions/nord/offerings/nord-h27.yaml", "release: follow", "release: r1")
        try lab.ok("apply", "--yes")
        try lab.session.edit(variant, "kind: circle.talk", "kind: circle.meeting")
        try lab.session.edit(module, "version: 1.0.0", "version: 1.1.0")
        try lab.session.edit(module, "  talk: {title", "  meeting: {was: [talk], title")
        try lab.ok("apply", "--yes")
        #expect(try lab.texts("SELECT kind FROM kernel_activity WHERE activity = 'talk'") == ["circle.talk"])
        let note = try lab.make("circle.note.create", "--group", "school", "--activity", "nord-h27/talk", by: "p1")
        #expect(try lab.texts("SELECT status FROM kernel_completion") == ["started"])
        try lab.ok("do", "circle.note.finish", note, "--as", "p1")
        #expect(try lab.texts("SELECT status FROM kernel_completion") == ["done"])
    }

    @Test func recordsAreNotMovedUnderAnother() throws {
        let lab = try lab()
        let piece = try lab.make("craft.piece.create", "--offering", "nord-h27", "--text", "one", by: "p1")
        let moved = Self.first.replacing("version: 1.0.0", with: "version: 1.1.0").replacing(
            "parent: piece", with: "parent: kernel.offering")
        try lab.session.put(moved, Self.path)
        let comment = "craft.comment.create"
        try lab.ok("do", comment, "--piece", piece, "--body", "x", "--as", "p1")
        let before = try lab.everything()
        let refused = lab.session.run("apply", "--yes", "--lose-work")
        #expect(refused.code == 77 && refused.err.contains("cannot be moved"), "\(refused.out)\(refused.err)")
        #expect(try lab.everything() == before)
    }

    @Test func aModuleThatReturnsHasItsWork() throws {
        let lab = try lab()
        let id = try lab.make("craft.piece.create", "--offering", "nord-h27", "--text", "kept", "--tags", "a", by: "p1")
        try lab.session.edit("Config/kjerne.yaml", "  craft: \">=1.0\"\n", "")
        let refused = lab.session.run("apply", "--yes")
        #expect(refused.code != 0, "\(refused.out)\(refused.err)")
        try lab.ok("apply", "--yes", "--lose-work")
        #expect(try lab.show("craft.piece", id) == nil)
        #expect(lab.act("craft.piece.update", id, "--text", "x").code != 0)
        #expect(!lab.session.run("list", "craft.piece").out.contains("kept"))
        #expect(try lab.texts("SELECT text FROM craft_piece") == ["kept"])
        // It returns as its next version, all at once.
        try lab.session.put(Self.second(drops: true), Self.path)
        try lab.session.edit("Config/kjerne.yaml", "  lab: ^1.0\n", "  lab: ^1.0\n  craft: \">=1.0\"\n")
        try lab.ok("apply", "--yes", "--lose-work")
        let shown = try #require(try lab.show("craft.item", id, by: "p1"))
        #expect(shown.compact.contains("\"kept\"") && shown.compact.contains(#"["a"]"#), "\(shown.compact)")
        #expect(lab.session.run("log", "--verify").code == 0)
    }
}
