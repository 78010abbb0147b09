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
        let declared = module.declarations().declarations
        for record in declared.records { add("record", record.id, record.title, rights(record)) }
        for record in declared.records {
            for transition in record.workflow?.transitions ?? [] {
                let who = transition.by + (transition.when == nil ? [] : ["when"])
                add(
                    "transition", "\(record.id).\(transition.name)", transition.title,
                    "\(transition.from.joined(separator: ", ")) -> \(transition.to): \(who.joined(separator: ", "))")
            }
            for deadline in record.workflow?.deadlines ?? [] {
                let after = deadline.after.moments.map(\.path).joined(separator: ", ")
                add(
                    "deadline", "\(record.id).\(deadline.name)", deadline.title,
                    ["\(after) + \(deadline.within)", deadline.source].compactMap { $0 }.joined(separator: "; "))
            }
        }
        for action in declared.actions { add("action", action.id, action.title, "by: \(action.by.joined(separator: ", "))") }
        for report in declared.reports {
            add(
                "report", report.id, report.title,
                report.by.isEmpty ? report.form.rawValue : "\(report.form.rawValue); by: \(report.by.joined(separator: ", "))")
        }
        for notice in declared.notices { add("letter", "\(module.id).\(notice.name)", nil, "to: \(notice.to)") }
        for event in declared.events { add("event", "\(module.id).\(event.name)", nil, "version \(event.version)") }
        return Table(
            "kernel.module", title: module.title, parameters: [("module", .string(module.id))],
            columns: [
                .init("kind", .code, Text(nb: "Slag", nn: "Slag", en: "Kind")),
                .init("name", .code, Text(nb: "Navn", nn: "Namn", en: "Name")),
                .init("title", .localized, Text(nb: "Tittel", nn: "Tittel", en: "Title")),
                .init("note", .text, Text(nb: "Merknad", nn: "Merknad", en: "Note")),
            ], rows: rows)
    }

    /// Who may do what with a record, on one line.
    private static func rights(_ record: RecordType) -> String {
        var parts: [String] = []
        for (act, relations) in [("create", record.create), ("update", record.update), ("delete", record.delete)] where !relations.isEmpty {
            parts.append("\(act): \(relations.joined(separator: ", "))")
        }
        let reading = record.read.map { grant -> String in
            let fields: String
            switch grant.reading {
            case .all: fields = ""
            case .fields(let names): fields = " [\(names.joined(separator: ", "))]"
            }
            return grant.relation + fields + (grant.once.map { " once \($0)" } ?? "") + (grant.filters.isEmpty ? "" : " where …")
        }
        if !reading.isEmpty { parts.append("read: \(reading.joined(separator: ", "))") }
        return parts.joined(separator: "; ")
    }

    /// The workflows that a module's records follow, or the one of that name; empty where there is none.
    public static func workflows(_ module: ModuleManifest, named name: String? = nil) -> [Workflow] {
        var seen: Set<String> = []
        return module.declarations().declarations.records.compactMap(\.workflow).filter {
            (name == nil || $0.name == name) && seen.insert($0.name).inserted
        }
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
