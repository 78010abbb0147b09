/// Holds what a module declares against what there is: records, fields, relations, roles, states, moments, letters and events.
///
/// Every name that leads nowhere is a fault at its place, with the nearest name that exists.
struct DeclarationCheck {
    let manifest: ModuleManifest
    let module: ModuleDeclarations
    let catalog: RecordCatalog
    /// The guards that enabled modules contribute.
    let guards: [String]
    /// Whether every module that this one may name is known; otherwise only its own names are judged.
    let isComplete: Bool
    var faults: [Diagnostic] = []

    /// What is wrong with the names of a module.
    static func faults(
        _ manifest: ModuleManifest, _ module: ModuleDeclarations, catalog: RecordCatalog, guards: [String], isComplete: Bool
    ) -> [Diagnostic] {
        var check = DeclarationCheck(manifest: manifest, module: module, catalog: catalog, guards: guards, isComplete: isComplete)
        check.run()
        return check.faults
    }

    private mutating func run() {
        checkNames()
        checkDrops()
        for record in module.records { check(record, manifest.root["records"]?[record.name]) }
        for pair in manifest.root["records"].pairs {
            one(pair.value["workflow"], among: manifest.root["workflows"]?.map?.keys ?? [], .workflow)
        }
        for pair in manifest.root["workflows"].pairs { checkStates(pair.value) }
        for report in module.reports { check(report, manifest.root["reports"]?[report.name]) }
        for activity in module.activities { check(activity, manifest.root["activities"]?[activity.name]) }
        for action in module.actions {
            let node = manifest.root["actions"]?[action.name]
            target(node?["record"], .record)
            relations(node?["by"], of: action.record.flatMap { catalog.index.types[$0] })
            one(node?["event"], among: module.events.map(\.name), .event)
        }
        for pair in manifest.root["imports"].pairs {
            relations(pair.value["by"], of: nil)
            one(pair.value["event"], among: module.events.map(\.name), .event)
        }
        for pair in manifest.root["exports"].pairs {
            relations(pair.value["by"], of: nil)
            for read in pair.value["reads"].pairs { target(read.key, at: read.keySpan, .record) }
        }
    }

    /// The states that transitions name.
    private mutating func checkStates(_ node: Node) {
        let states = node["states"]?.map?.keys ?? []
        one(node["initial"], among: states, .state)
        for transition in node["transitions"].pairs {
            for word in transition.value["from"].words { one(word, among: states, .state) }
            one(transition.value["to"], among: states, .state)
            one(transition.value["notice"], among: module.notices.map(\.name), .notice)
            one(transition.value["event"], among: module.events.map(\.name), .event)
        }
    }

    private mutating func check(_ activity: DeclaredActivity, _ node: Node?) {
        target(node?["record"], .record)
        guard let type = activity.record.flatMap({ catalog.index.types[$0] }) else { return }
        for word in (node?["completed"]?["state"]).words { one(word, among: type.workflow?.states.map(\.name) ?? [], .state) }
        guard activity.counting == .member, let place = node?["completed"]?["of"]?.span else { return }
        let pointsAtActivity = type.fields.contains { field in
            if case .reference(let reference) = field.type { reference.target == KernelRecord.activity.rawValue } else { false }
        }
        if !pointsAtActivity || !liesInGroup(type) { faults.append(.noGroupWork(short(type.id), at: place)) }
    }

    /// Whether a record hangs under a group, directly or by its parents.
    private func liesInGroup(_ type: RecordType) -> Bool {
        var place: RecordType? = type
        for _ in 0..<32 {
            guard let parent = place?.parent else { return false }
            if parent == KernelRecord.group.rawValue { return true }
            place = catalog.index.types[parent]
        }
        return false
    }

    /// A name that must be one of those known.
    mutating func one(_ node: Node?, among known: [String], _ kind: Text) {
        guard let node, let name = node.string else { return }
        one((name, node.span), among: known, kind)
    }

    mutating func one(_ word: (name: String, span: SourceSpan), among known: [String], _ kind: Text) {
        if !known.contains(word.name) { faults.append(.unknownName(word.name, kind: kind, among: known, at: word.span)) }
    }

    /// A record that is named: it exists, and its module is one that this one requires.
    ///
    /// - Returns: whether it is there.
    @discardableResult
    mutating func target(_ node: Node?, _ kind: Text) -> Bool {
        guard let node, let name = node.string else { return false }
        return target(name, at: node.span, kind)
    }

    @discardableResult
    mutating func target(_ name: String, at span: SourceSpan, _ kind: Text) -> Bool {
        let id = full(name)
        let owner = id.prefix { $0 != "." }
        let isOwn = owner == module.module || owner == "kernel"
        if !isOwn && !isComplete { return catalog.has(id) }
        guard isOwn || manifest.requires.contains(where: { $0.id == owner }) else {
            faults.append(
                catalog.has(id)
                    ? .notRequired(String(owner), record: id, at: span)
                    : .unknownRecord(name, kind: kind, among: reachable, at: span))
            return catalog.has(id)
        }
        if catalog.has(id) { return true }
        faults.append(.unknownRecord(name, kind: kind, among: reachable, at: span))
        return false
    }

    /// The records that the manifest may name, its own first.
    private var reachable: [String] {
        let modules = Set(manifest.requires.map(\.id))
        let types = catalog.index.types.values
        return types.filter { $0.module == module.module }.map(\.name).sorted() + KernelRecord.allCases.map(\.rawValue)
            + types.filter { modules.contains($0.module) }.map(\.id).sorted()
    }

    /// The full name of a record that the manifest names.
    func full(_ name: String) -> String { name.contains(".") ? name : "\(module.module).\(name)" }

    /// The name by which the manifest would call a record: its own without the module.
    func short(_ id: String) -> String { id.hasPrefix(module.module + ".") ? String(id.dropFirst(module.module.count + 1)) : id }

    /// Where a path that stands in the file leads; nil, with a fault, where it leads nowhere.
    mutating func route(_ path: String, from record: String, at span: SourceSpan) -> RecordRoute? {
        let words = path.split(separator: ".").map(String.init)
        do { return try catalog.resolve(words, from: record) } catch {
            // What another module declares is not judged where that module is not known.
            if !isComplete, let place = error.record, !place.hasPrefix(module.module + "."), !place.hasPrefix("kernel.") { return nil }
            let start = words.prefix(error.position).reduce(0) { $0 + $1.unicodeScalars.count + 1 }
            let part = span.part(start..<start + error.word.unicodeScalars.count, of: path)
            faults.append(.unknownStep(error, short: short, at: part))
            return nil
        }
    }
}

extension Text {
    static let point = Text(nb: "utvidelsespunktet", nn: "utvidingspunktet", en: "extension point")
    static let record = Text(nb: "posten", nn: "posten", en: "record")
    static let workflow = Text(nb: "arbeidsflyten", nn: "arbeidsflyten", en: "workflow")
    static let field = Text(nb: "feltet", nn: "feltet", en: "field")
    static let setting = Text(nb: "innstillingen", nn: "innstillinga", en: "setting")
    static let state = Text(nb: "tilstanden", nn: "tilstanden", en: "state")
    static let notice = Text(nb: "brevet", nn: "brevet", en: "letter")
    static let codes = Text(nb: "ordsettet", nn: "ordsettet", en: "set of words")
    static let aliasScope = Text(nb: "virkeområdet", nn: "verkeområdet", en: "scope")
    static let event = Text(nb: "hendelsen", nn: "hendinga", en: "event")
}
