import Foundation
import Kernel
import Testing

/// What commands write for programs says what it is, and the schema of that name accepts it.
@Suite struct OutputSchemaTests {
    /// A form that is never written: participation's ranking is hashed in it.
    private static let neverWritten = ["kjerne.ranking/1"]

    private static func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    /// The schemas by the format that they describe.
    private func schemas(_ session: Session) throws -> [String: String] {
        let rows = try Self.json(session.run("schema", "list", "--output", "json").out)["rows"]?.array ?? []
        return Dictionary(
            rows.compactMap { row in row.array.flatMap { ($0[1].string ?? "", $0[0].string ?? "") } },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func everyFormatInTheSourcesHasASchema() throws {
        let session = try ShippedWorkspace()
        let listed = try Self.json(session.run("schema", "list", "--output", "json").output)["rows"]?.array ?? []
        let known = Set(listed.compactMap { $0.array?[1].string })
        let root = URL(filePath: ShippedWorkspace.repository + "/Sources")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var found: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: /"(kjerne\.[a-z-]+\/[0-9]+)"/) {
                found.insert(String(match.1))
            }
        }
        #expect(found.count >= 12)
        let missing = found.subtracting(known).subtracting(Self.neverWritten)
        #expect(missing.isEmpty, "no schema for \(missing.sorted())")
    }

    /// A layer gives a part of the whole, and the schema that editors read takes it.
    @Test func editorsTakeTheShippedLayers() throws {
        let workspace = try ShippedWorkspace()
        func check(_ kind: String, _ file: String) -> ShippedWorkspace.Result {
            workspace.run("schema", "validate", "\(kind).json", file)
        }
        for kind in ["programme", "institution", "variant"] {
            try workspace.write(workspace.run("schema", "show", kind).output, to: "\(kind).json")
        }
        #expect(check("programme", "Config/programmes/plf.yaml").status == 0)
        for name in ["handel", "hovedstad", "kyst", "oppdrag", "storby", "vest"] {
            let folder = "Config/institutions/\(name)"
            #expect(check("institution", folder + "/institution.yaml").status == 0)
            let variant = check("variant", folder + "/variants/\(name)-plf-2027.yaml")
            #expect(variant.status == 0, "\(name): \(variant.output)")
        }
        let head = "variant: x-27\ntitle: {nb: X, nn: X, en: X}\nlayers: [programme/plf]\n"
        let faults: [(body: String, fault: String)] = [
            ("parts: [{part: felles, activities: [{activity: a, due: +1w}]}]\n", ""),
            ("parts: [{part: felles, activities: [{due: +1w}]}]\n", "missing key 'activity'"),
            ("parts: [{part: felles, activities: [{activity: a, deu: +1w}]}]\n", "unknown key 'deu'"),
            ("locks: [{path: credits}]\n", "missing key 'reason'"),
        ]
        for (body, fault) in faults {
            try workspace.write(head + body, to: "x.yaml")
            let answer = check("variant", "x.yaml")
            #expect(answer.status == (fault.isEmpty ? 0 : 1) && (fault.isEmpty || answer.output.contains(fault)), "\(body): \(answer)")
        }
        try workspace.write("variant: x-27\n", to: "x.yaml")
        #expect(check("variant", "x.yaml").output.contains("missing key 'title'"))
    }

    @Test func answersAreAsTheirSchemaSays() throws {
        let lab = try RuntimeLab()
        let essay = try lab.make("lab.work.create", "--activity", "essay", "--text", "t", by: "p1")
        let known = try schemas(lab.session)
        var seen: Set<String> = []
        for words in [
            ["plan"], ["check"], ["people", "list"], ["variants", "show", "nord-27"], ["variants", "graph", "nord-27"],
            ["modules", "graph"],
            ["explain", "value", "nord-27.credits"], ["explain", "deadline", "kernel.enrolment", "nord-h27/p1"],
            ["explain", "right", "p1", "lab.work.deliver", essay], ["explain", "refusal", "lab.work.deliver", essay, "--as", "p2"],
            ["show", "lab.work", essay, "--as", "p1"], ["log", "--verify"], ["log"], ["people", "import", "people.csv"],
            ["enrol", "nord-h27", "p1"], ["do", "lab.work.deliver", "99", "--as", "p1"], ["apply", "--yes"], ["undo", "1", "--dry-run"],
            ["variants", "show", "sor"], ["plam"],
        ] {
            let answer = lab.session.run(words + ["--output", "json"], now: RuntimeLab.open)
            let value = try Self.json(answer.out)
            let format = try #require(value["format"]?.string, "\(words): \(answer)")
            let name = try #require(known[format], "no schema for \(format)")
            try lab.session.put(lab.session.run("schema", "show", name).out, "schema.json")
            try lab.session.put(answer.out, "answer.json")
            let check = lab.session.run("schema", "validate", "schema.json", "answer.json")
            #expect(check.code == 0, "\(words): \(check.out)")
            seen.insert(format)
        }
        #expect(seen.count == 12, "\(seen.sorted())")
    }
}
