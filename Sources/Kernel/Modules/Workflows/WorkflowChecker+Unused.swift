/// Names that are declared and never used.
extension WorkflowChecker {
    /// Warnings for workflows, time limits, events, letters and sets of words that nothing uses.
    ///
    /// Events and letters of a module with code may be used by that code, and a time limit with a title is shown to people.
    static func unused(_ manifest: ModuleManifest, _ module: ModuleDeclarations) -> [Diagnostic] {
        let root = manifest.root
        var faults: [Diagnostic] = []
        func warn(_ key: String, _ used: Set<String>, _ kind: Text) {
            // One that is misspelt where it is used is a fault there, and not a second one here.
            guard used.isSubset(of: root[key]?.map?.keys ?? []) else { return }
            for pair in root[key].pairs where !used.contains(pair.key) { faults.append(.unused(pair.key, kind: kind, at: pair.keySpan)) }
        }
        warn("workflows", Set(root["records"].pairs.compactMap { $0.value["workflow"]?.string }), .workflow)
        let fields =
            root["records"].pairs.flatMap { $0.value["fields"].pairs }
            + root["workflows"].pairs.flatMap { $0.value["transitions"].pairs.flatMap { $0.value["input"].pairs } }
        warn(
            "codes",
            Set(
                fields.flatMap { [$0.value["of"], $0.value["of"]?["of"], $0.value["words"], $0.value["of"]?["words"]].map { $0?.string } }
                    .compactMap { $0 }), .codes)
        for workflow in module.records.compactMap(\.workflow) {
            let used = workflow.usedMoments
            for deadline in workflow.deadlines where deadline.title == nil && !used.contains(deadline.name) {
                faults.append(.unusedDeadline(deadline.name, at: deadline.span))
            }
        }
        guard case .declaration = manifest.implementation else { return faults }
        let transitions = root["workflows"].pairs.flatMap { $0.value["transitions"].pairs }.map(\.value)
        let actions = root["actions"].pairs.map(\.value)
        warn("events", Set((transitions + actions).compactMap { $0["event"]?.string }), .event)
        let made = root["records"].pairs.flatMap { record in
            ["create", "update"].compactMap { record.value[$0]?["notice"]?.string }
        }
        warn("notices", Set(transitions.compactMap { $0["notice"]?.string } + made), .notice)
        return faults
    }
}

extension Workflow {
    /// The paths of all moments that its transitions and time limits name.
    fileprivate var usedMoments: Set<String> {
        var used = Set(transitions.flatMap { [$0.after?.path, $0.before?.path].compactMap { $0 } + ($0.when?.moments.map(\.path) ?? []) })
        for deadline in deadlines {
            let moments = deadline.after.moments + (deadline.stops?.moments ?? []) + (deadline.outer?.after.moments ?? [])
            used.formUnion(moments.map(\.path).filter { $0 != deadline.name })
        }
        return used
    }
}
