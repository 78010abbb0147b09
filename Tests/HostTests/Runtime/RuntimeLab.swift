import Foundation
import Kernel
import KernelTesting
import KjerneHost

/// A small workspace with a module, `lab`, that has one of everything the runtime of records knows; people are enrolled in `nord-h27`.
///
/// `p1`, `p2` and `p3` participate, `t1` and `t2` are lecturers, `c1` is a coordinator, `x1` is a stranger.
final class RuntimeLab: Sendable {
    static let manifest = "Modules/lab/module.yaml"
    /// The essay is open from 2027-09-20 and due on 2027-10-25.
    static let early = "2027-09-15T08:00:00Z"
    static let open = "2027-09-28T08:00:00Z"
    static let late = "2027-12-01T08:00:00Z"

    let session: Session

    init(language: String = "en", change: (inout WorkspaceFixture) throws -> Void = { _ in }) throws {
        var files = try WorkspaceFixture()
        files["Config/kjerne.yaml"] += "  lab: ^1.0\n"
        files[Self.manifest] = try String(
            contentsOfFile: WorkspaceFixture.root(#filePath) + "/Tests/Fixtures/runtime/lab.yaml", encoding: .utf8)
        try change(&files)
        session = try Session(files, language: language)
        try ok("apply", "--yes")
        let roster = ["p1", "p2", "p3", "t1", "t2", "c1", "x1"].map { "\($0),Navn\($0),Slekt\($0),,Skolen,teacher,nb\n" }.joined()
        try session.put("id,given_name,family_name,email,organisation,role,language\n" + roster, "people.csv")
        try ok("people", "import", "people.csv")
        for (person, role) in [
            ("p1", "participant"), ("p2", "participant"), ("p3", "participant"), ("t1", "lecturer"), ("t2", "lecturer"),
            ("c1", "coordinator"),
        ] {
            try ok("enrol", "nord-h27", person, "--role", role)
        }
    }

    struct Failed: Error, CustomStringConvertible { var description: String }

    /// Runs a command that must succeed.
    @discardableResult
    func ok(_ words: String..., now: String = RuntimeLab.open) throws -> String { try ok(words, now: now) }

    @discardableResult
    func ok(_ words: [String], now: String = RuntimeLab.open) throws -> String {
        let answer = session.run(words, now: now)
        guard answer.code == 0 else { throw Failed(description: "\(words): \(answer.code)\n\(answer.out)\(answer.err)") }
        return answer.out
    }

    /// `do`, by a person; the operator where none is named.
    @discardableResult
    func act(_ words: String..., by person: String? = nil, now: String = RuntimeLab.open) -> Session.Answer {
        session.run(["do"] + words + (person.map { ["--as", $0] } ?? []), now: now)
    }

    /// Does what must succeed, and gives the number of the record.
    @discardableResult
    func make(_ words: String..., by person: String? = nil, now: String = RuntimeLab.open) throws -> String {
        try make(words, by: person, now: now)
    }

    @discardableResult
    func make(_ words: [String], by person: String? = nil, now: String = RuntimeLab.open) throws -> String {
        let text = try ok(["do"] + words + (person.map { ["--as", $0] } ?? []) + ["--output", "json"], now: now)
        return try JSONValue(parsing: Array(text.utf8))["id"]?.string ?? ""
    }

    /// Someone's own token for an anonymous record below `parent`.
    func token(_ record: String, _ parent: String, by person: String, seed: String? = nil, now: String = RuntimeLab.open) throws -> String {
        let words = ["do", "kernel.token.collect", "--record", record, "--parent", parent, "--as", person, "--output", "json"]
        let text = try ok((seed.map { ["--seed", $0] } ?? []) + words, now: now)
        return try JSONValue(parsing: Array(text.utf8))["effect"]?["token"]?.string ?? ""
    }

    /// The record as someone sees it; nil where it is not there for him.
    func show(_ record: String, _ id: String, by person: String? = nil) throws -> JSONValue? {
        let answer = session.run(["show", record, id, "--output", "json"] + (person.map { ["--as", $0] } ?? []), now: Self.open)
        return answer.code == 0 ? try JSONValue(parsing: Array(answer.out.utf8)) : nil
    }

    /// All that could have changed: the store's meaning and the log's anchor.
    func everything() throws -> String {
        let store = try Store.open(at: session.path + "/var/kjerne.sqlite", access: .readOnly)
        defer { try? store.close() }
        return try store.read { try ContentDigest.of($0) } + session.run("log", "--verify").out
    }

    /// Rows of a query over the store.
    func texts(_ sql: String) throws -> [String] {
        let store = try Store.open(at: session.path + "/var/kjerne.sqlite", access: .readOnly)
        defer { try? store.close() }
        return try store.read { try TestRows.strings(sql, in: $0) }
    }

    /// The files that lie beside the store.
    func files() -> [String] {
        let folder = session.path + "/var/files"
        return (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).filter { $0.contains("/") }.sorted()
    }
}
