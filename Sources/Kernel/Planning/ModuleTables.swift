/// Lists of modules and of what is in one.
public enum ModuleTables {
    /// Enabled modules in load order, then the others by id.
    public static func list(_ workspace: Workspace) -> Table {
        let rows =
            workspace.modules.map { ($0, Text(nb: "på", nn: "på", en: "enabled")) }
            + workspace.otherModules.map { ($0, Text(nb: "av", nn: "av", en: "disabled")) }
        return Table(
            "kernel.modules", title: Text(nb: "Moduler", nn: "Modular", en: "Modules"),
            columns: [
                .init("module", .code, Text(nb: "Modul", nn: "Modul", en: "Module")),
                .init("version", .code, Text(nb: "Versjon", nn: "Versjon", en: "Version")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("implementation", .code, Text(nb: "Laget som", nn: "Laga som", en: "Made as")),
                .init("title", .localized, Text(nb: "Navn", nn: "Namn", en: "Title")),
            ],
            rows: rows.map { module, state in
                [
                    .text(module.id), .text(module.version.description), .localized(state), .text(implementation(module)),
                    .localized(module.title),
                ]
            })
    }

    private static func implementation(_ module: ModuleManifest) -> String {
        switch module.implementation {
        case .declaration: "yaml"
        case .swift: "swift"
        case .process: "process"
        }
    }

    /// Everything that one module declares.
    public static func contents(_ module: ModuleManifest) -> Table {
        var rows: [[Table.Cell]] = []
        func add(_ kind: String, _ name: String, _ title: Text?, _ note: String = "") {
            rows.append([.text(kind), .text(name), title.map { .localized($0) } ?? .empty, .text(note)])
        }
        add("module", module.id, module.title, module.version.description)
        for relation in module.requires { add("requires", relation.id, nil) }
        for section in module.sections { add("section", section.key, section.title) }
        for kind in module.activities { add("activity", "\(module.id).\(kind.name)", kind.title) }
        for pair in module.root["roles"]?.map?.pairs ?? [] { add("role", pair.key, pair.value["title"].map(Text.init(node:))) }
        for rule in module.rules {
            add(
                "rule", "\(module.id)/\(rule.name)", rule.title,
                [rule.severity.rawValue, rule.source].compactMap { $0 }.joined(separator: "; "))
        }
        for binding in module.bindings {
            add("contributes", "\(binding.point): \(binding.name)", binding.title, binding.failsClosed ? "fails closed" : "fails open")
        }
        for pair in module.root["records"]?.map?.pairs ?? [] {
            add("record", "\(module.id).\(pair.key)", pair.value["title"].map(Text.init(node:)))
        }
        return Table(
            "kernel.module", title: module.title, parameters: [("module", .string(module.id))],
            columns: [
                .init("kind", .code, Text(nb: "Slag", nn: "Slag", en: "Kind")),
                .init("name", .code, Text(nb: "Navn", nn: "Namn", en: "Name")),
                .init("title", .localized, Text(nb: "Tittel", nn: "Tittel", en: "Title")),
                .init("note", .text, Text(nb: "Merknad", nn: "Merknad", en: "Note")),
            ], rows: rows)
    }

    /// Who needs whom, as a Mermaid flowchart.
    public static func mermaid(_ workspace: Workspace) -> String {
        var lines = ["flowchart LR"]
        for module in workspace.modules {
            lines.append("  \(module.id)[\"\(module.id) \(module.version)\"]")
            for relation in module.requires { lines.append("  \(module.id) --> \(relation.id)") }
            for after in module.after where workspace.modules.contains(where: { $0.id == after.module }) {
                lines.append("  \(module.id) -.-> \(after.module)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
