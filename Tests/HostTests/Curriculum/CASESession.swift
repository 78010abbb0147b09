import Foundation
import Kernel
import Testing

/// A workspace in which CASE packages are read in and written.
struct CASESession {
    let session: CurriculumSession
    var workspace: ShippedWorkspace { session.workspace }

    static let fixtures = ShippedWorkspace.repository + "/Tests/Fixtures/curriculum/case"
    /// The identifier of the document in `havvakt.json`.
    static let havvakt = "5b0c0001-1111-4222-8333-000000000001"

    init(importingGrep: Bool = false) throws {
        session = try CurriculumSession(importing: importingGrep)
        for name in ["havvakt.json", "case-1.1.schema.json"] {
            try FileManager.default.copyItem(atPath: "\(Self.fixtures)/\(name)", toPath: "\(session.workspace.folder)/\(name)")
        }
    }

    func write(_ package: JSONValue, _ name: String) throws { try workspace.write(package.pretty + "\n", to: name) }

    func fixture() throws -> JSONValue { try JSONValue(parsing: Array(workspace.read("havvakt.json").utf8)) }

    /// Writes a package and holds it to the schema.
    func export(_ id: String, to name: String) throws -> JSONValue {
        let result = workspace.run("export", "case", id, "--to", name)
        #expect(result.status == 0, "\(result.errors)")
        let check = workspace.run("schema", "validate", "case-1.1.schema.json", name)
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        return try JSONValue(parsing: Array(workspace.read(name).utf8))
    }
}

extension JSONValue {
    /// The value with the member at a path of names and numbers replaced, or taken out where `value` is nil.
    func setting(_ path: [String], to value: JSONValue?) -> JSONValue {
        guard let first = path.first else { return value ?? .null }
        let rest = Array(path.dropFirst())
        if let items = array, let index = Int(first), items.indices.contains(index) {
            var copy = items
            copy[index] = items[index].setting(rest, to: value)
            return .array(copy)
        }
        var members = object ?? []
        let place = members.firstIndex { $0.key == first }
        if rest.isEmpty, value == nil {
            members.removeAll { $0.key == first }
        } else if let place {
            members[place].value = members[place].value.setting(rest, to: value)
        } else {
            members.append((first, JSONValue.object([]).setting(rest, to: value)))
        }
        return .object(members)
    }
}
