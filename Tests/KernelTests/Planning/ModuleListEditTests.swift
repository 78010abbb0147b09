import Foundation
import Kernel
import Testing

/// Modules are named, set aside and taken out in the text of `Config/kjerne.yaml`, and nothing else in it changes.
@Suite struct ModuleListEditTests {
    static func file(_ modules: String) -> String {
        """
        # The host.
        workspace: demo
        \(modules)
        store: {path: var/kjerne.sqlite} # the end

        """
    }

    private func edit(_ modules: String, _ wish: ModuleListEdit.Wish) throws -> String {
        String(decoding: try ModuleListEdit(Array(Self.file(modules).utf8)).apply(wish), as: UTF8.self)
    }

    static let cases: [(before: String, wish: ModuleListEdit.Wish, after: String)] = [
        // Into an empty list, a block and braces.
        ("modules: {}", .enable("notes", range: "^1.0"), "modules:\n  notes: ^1.0"),
        ("modules: {} # none", .enable("notes", range: "^1.0"), "modules:\n  notes: ^1.0 # none"),
        ("modules:\n  a: ^1.0 # why", .enable("b", range: ">=1.0 <2.0"), "modules:\n  a: ^1.0 # why\n  b: \">=1.0 <2.0\""),
        (
            "modules:\n    a:\n      version: ^1.0\n      settings: {x: 1}\n  # below", .enable("b", range: "^2.0"),
            "modules:\n    a:\n      version: ^1.0\n      settings: {x: 1}\n    b: ^2.0\n  # below"
        ),
        ("modules: {a: ^1.0, b: ^1.0}", .enable("c", range: "*"), "modules: {a: ^1.0, b: ^1.0, c: \"*\"}"),
        // Another range, in place.
        ("modules:\n  a: ^1.0 # why", .enable("a", range: "^2.0"), "modules:\n  a: ^2.0 # why"),
        (
            "modules:\n  a: {version: ^1.0, settings: {x: 1}}", .enable("a", range: "^2.0"),
            "modules:\n  a: {version: ^2.0, settings: {x: 1}}"
        ),
        ("modules:\n  a: ^1.0", .enable("a", range: nil), "modules:\n  a: ^1.0"),
        // Set aside, and back.
        ("modules:\n  a: ^1.0 # why", .disable("a"), "modules:\n  a: {version: ^1.0, enabled: false} # why"),
        (
            "modules:\n  a: {version: ^1.0, settings: {x: 1}}", .disable("a"),
            "modules:\n  a: {version: ^1.0, settings: {x: 1}, enabled: false}"
        ),
        (
            "modules:\n  a: # why\n    version: ^1.0\n    settings:\n      x: 1\n  b: ^1.0", .disable("a"),
            "modules:\n  a: # why\n    version: ^1.0\n    settings:\n      x: 1\n    enabled: false\n  b: ^1.0"
        ),
        ("modules:\n  a: {version: ^1.0, enabled: false}", .disable("a"), "modules:\n  a: {version: ^1.0, enabled: false}"),
        ("modules:\n  a: {version: ^1.0, enabled: false}", .enable("a", range: nil), "modules:\n  a: {version: ^1.0, enabled: true}"),
        ("modules:\n  a: {enabled: false, version: ^1.0}", .enable("a", range: "^3.1"), "modules:\n  a: {enabled: true, version: ^3.1}"),
        // Out of a block and braces: first, in the middle, last, the only one.
        ("modules:\n  # first\n  a: ^1.0 # a\n  # second\n  b: ^1.0", .remove("a"), "modules:\n  # first\n  # second\n  b: ^1.0"),
        ("modules:\n  a: ^1.0\n  b:\n    version: ^1.0\n    settings: {x: 1}", .remove("b"), "modules:\n  a: ^1.0"),
        ("modules: # all\n  a: ^1.0", .remove("a"), "modules: {} # all"),
        ("modules: {a: ^1.0, b: ^1.0, c: ^1.0}", .remove("a"), "modules: {b: ^1.0, c: ^1.0}"),
        ("modules: {a: ^1.0, b: ^1.0, c: ^1.0}", .remove("c"), "modules: {a: ^1.0, b: ^1.0}"),
        ("modules: {a: ^1.0}", .remove("a"), "modules: {}"),
    ]

    @Test(arguments: cases.indices) func theEditIsAllThatChanges(index: Int) throws {
        let (before, wish, after) = Self.cases[index]
        #expect(try edit(before, wish) == Self.file(after))
    }

    /// Naming a module and taking it out again gives the same bytes, whatever the layout.
    @Test(arguments: ["modules:\n  a: ^1.0 # why", "modules: {a: ^1.0}", "modules:\n  a:\n    version: ^1.0"])
    func outAndInAgainIsTheSame(modules: String) throws {
        let named = try ModuleListEdit(Array(Self.file(modules).utf8)).apply(.enable("zz", range: "^1.0"))
        #expect(String(decoding: try ModuleListEdit(named).apply(.remove("zz")), as: UTF8.self) == Self.file(modules))
    }

    @Test func linesOfWindowsStayLinesOfWindows() throws {
        let text = Self.file("modules:\n  a: ^1.0\n  b: ^1.0").replacingOccurrences(of: "\n", with: "\r\n")
        for wish in [ModuleListEdit.Wish.enable("c", range: "^1.0"), .disable("b"), .remove("b")] {
            let after = try ModuleListEdit(Array(text.utf8)).apply(wish)
            #expect(after.indices.allSatisfy { after[$0] != 0x0A || after[$0 - 1] == 0x0D })
        }
    }

    @Test func aModuleThatIsNotThereIsNamedWithTheNearest() throws {
        #expect(throws: ModuleListFault.self) { try edit("modules: {reflection: ^1.0}", .remove("reflexion")) }
        do { _ = try edit("modules: {reflection: ^1.0}", .disable("reflexion")) } catch let error as ModuleListFault {
            #expect(error.help?(.en) == "did you mean 'reflection'?")
        }
    }

    /// Where the text cannot be changed by itself, nothing is written.
    @Test(arguments: ["modules: &all {a: ^1.0}", "modules: !!map\n  a: ^1.0", "? modules\n: a: ^1.0\n  b: ^1.0"])
    func strangeLayoutsAreRefusedOrRight(modules: String) throws {
        for wish in [ModuleListEdit.Wish.enable("c", range: "^1.0"), .disable("a"), .remove("a")] {
            // Either the file means exactly what was wished, which the edit itself has read back, or it says that it cannot.
            do { _ = try edit(modules, wish) } catch ModuleListFault.cannotEdit {}
        }
    }
}
