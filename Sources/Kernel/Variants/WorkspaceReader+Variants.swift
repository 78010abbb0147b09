/// Calendars, layers, variants, offerings and the rules over them.
extension WorkspaceReader {
    mutating func readCalendars(_ schemas: KindSchemas) throws(DiagnosticsError) {
        guard let settings = workspace.settings else { return }
        let schema = SchemaChecker(try compile(schemas.plain(.calendar, sources: &workspace.sources)))
        // Whoever asks for a calendar whose file has faults is not to blame.
        var faulty: Set<String> = workspace.tree.couldNotRead("Config/calendars/\(settings.calendar).yaml") ? [settings.calendar] : []
        for path in paths(of: .calendar) {
            guard let root = document(path, bytes: workspace.tree[path] ?? [], schema: schema), let id = root["calendar"]?.string else {
                faulty.insert(String(path.split(separator: "/")[2].dropLast(".yaml".count)))
                continue
            }
            let (calendar, faults) = WorkingCalendar.read(root)
            report(faults)
            if let calendar { workspace.calendars[id] = (calendar, root) } else { faulty.insert(id) }
        }
        if workspace.calendars[settings.calendar] == nil, !faulty.contains(settings.calendar), let node = settings.root["calendar"],
            node.string != nil
        {
            report(.unknownCalendar(settings.calendar, known: workspace.calendars.keys.sorted(), at: node.span))
        }
    }

    mutating func readLayers(_ schemas: KindSchemas) throws(DiagnosticsError) {
        report(try schemas.takenSections(of: workspace.modules, sources: &workspace.sources))
        let body = try schemas.body(modules: workspace.modules, sources: &workspace.sources)
        let schema = try compile(schemas.layers(body: body, sources: &workspace.sources))
        workspace.bodySchema = schema
        var spans: [String: SourceSpan] = [:]
        for kind in [FileKind.programme, .institution, .variant] {
            guard let layerKind = Layer.Kind(rawValue: kind.rawValue) else { continue }
            let definition = KindSchemas.definition(of: kind)
            let files = paths(of: kind).map { (path: $0, source: workspace.sources.add(path: $0, bytes: workspace.tree[$0] ?? [])) }
            let documents = Workers.map(
                files.map(\.source), tools: { SchemaChecker(schema, definition: definition) ?? SchemaChecker(schema) },
                { CheckedDocument.read($0, schema: $1, partial: true) })
            for ((path, source), document) in zip(files, documents) {
                report(document.faults)
                let name = HiddenLayers.name(of: layerKind, at: path)
                guard let root = document.root, let layer = layer(root, layerKind, document, name: name) else {
                    unreadable.insert(name)
                    continue
                }
                let span = root[kind.rawValue]?.span ?? SourceSpan(startOf: source.id)
                if !layer.faultSpans.contains(where: { $0.overlaps(span) }) {
                    report(Self.nameFaults(layer.id, path: path, kind: kind, at: span))
                }
                // Whoever stands on the name of the file is not to blame if the layer is called something else.
                if layer.name != name { unreadable.insert(name) }
                if let first = spans.updateValue(span, forKey: layer.name) {
                    report(.layerTwice(layer.name, first: first, at: span))
                    continue
                }
                workspace.layers[layer.name] = layer
            }
        }
    }

    /// A layer with what is missing in its head; its form need not be right.
    private mutating func layer(_ root: Node, _ kind: Layer.Kind, _ document: CheckedDocument, name: String) -> Layer? {
        guard var layer = Layer(root, kind: kind, name: String(name.dropFirst(kind.rawValue.count + 1))) else { return nil }
        layer.trust = document.trust
        let start = SourceSpan(file: root.span.file, start: root.span.start, end: root.span.start)
        for key in Layer.required(kind) where root[key] == nil {
            report(.missingKey(key, for: nil, at: start))
            layer.trust = max(layer.trust, .values)
        }
        if layer.trust == .values && !layer.holdsNames { layer.trust = .names }
        if layer.trust > .mended {
            let spans = document.faults.compactMap(\.span)
            layer.faultSpans = spans
            // Nobody can tell what a lock holds whose path cannot be read.
            layer.locks.removeAll { lock in spans.contains { $0.overlaps(lock.span) } }
        }
        return layer
    }

    private static func nameFaults(_ id: String, path: String, kind: FileKind, at span: SourceSpan) -> [Diagnostic] {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"))
        let expected = String(
            Substring(kind == .institution ? parts[parts.count - 2] : parts[parts.count - 1].dropLast(".yaml".utf8.count)))
        return id == expected ? [] : [.fileName(id, path: path, at: span)]
    }

    mutating func composeVariants() {
        guard let schema = workspace.bodySchema, let settings = workspace.settings else { return }
        let calendar = workspace.calendars[settings.calendar]
        let graph = LayerGraph(layers: workspace.layers, unreadable: unreadable)
        let composition = VariantComposition(
            graph: graph,
            institutions: workspace.layers.values.lazy.filter { $0.kind == .institution }.map(\.id).sorted(),
            modules: Release.bound(workspace.modules),
            calendar: (settings.calendar, Digest.hex((try? calendar?.root.json.canonical) ?? [])),
            locks: workspace.locks.mapValues(\.digest))
        report(graph.faults())
        let results = Workers.map(
            workspace.layers.values.filter { $0.kind == .variant }.sorted { $0.name < $1.name },
            tools: { (checker: SchemaChecker(schema), view: RememberedView(schema.root)) },
            { composition.compose($0, checker: $1.checker, view: $1.view) })
        for result in results {
            report(result.faults)
            if let composed = result.composed { workspace.variants.append(composed) }
            if let variant = result.judged { judged[variant.id] = variant }
        }
    }

    mutating func readOfferings(_ schemas: KindSchemas) throws(DiagnosticsError) {
        let schema = SchemaChecker(try compile(schemas.plain(.offering, sources: &workspace.sources)))
        let calendar = workspace.calendar
        let known = Set(workspace.layers.values.lazy.filter { $0.kind == .variant }.map(\.id))
        let composed = judged.merging(workspace.variants.map { ($0.variant.id, $0.variant) }) { first, _ in first }
        var spans: [String: SourceSpan] = [:]
        for path in paths(of: .offering) {
            let document = CheckedDocument.read(workspace.sources.add(path: path, bytes: workspace.tree[path] ?? []), schema: schema)
            report(document.faults)
            guard let root = document.root, document.trust <= .values else { continue }
            // A value that is wrong is not wrong a second time for what it leads to.
            let wrong = document.trust == .values ? document.faults.compactMap(\.span) : []
            func fresh(_ faults: [Diagnostic]) -> [Diagnostic] {
                faults.filter { fault in !(fault.span.map { span in wrong.contains { $0.overlaps(span) } } ?? false) }
            }
            var faults: [Diagnostic] = []
            let read = DeclaredOffering(root, faults: &faults)
            report(fresh(faults))
            guard let offering = read else { continue }
            let span = root["offering"]?.span ?? root.span
            report(fresh(Self.nameFaults(offering.id, path: path, kind: .offering, at: span)))
            if let first = spans.updateValue(span, forKey: offering.id) {
                report(.layerTwice(offering.id, first: first, at: span))
                continue
            }
            if !known.contains(offering.variant) {
                if !unreadable.contains("variant/\(offering.variant)") {
                    report(fresh([.unknownVariant(offering.variant, known: known.sorted(), at: offering.variantSpan)]))
                }
                continue
            }
            if wrong.isEmpty { workspace.offerings.append(offering) }
            guard let variant = composed[offering.variant], let calendar else { continue }
            let result = Scheduler.schedule(variant, start: offering.start, calendar: calendar, fixed: offering.dates)
            report(fresh(result.diagnostics))
            workspace.schedules[offering.id] = result.schedule
        }
        workspace.offerings.sort { $0.id < $1.id }
        guard let calendar, let anyDay = Day(year: 2027, month: 1, day: 4) else { return }
        let offered = Set(workspace.offerings.map(\.variant))
        for (_, variant) in composed.sorted(by: { $0.key < $1.key }) where !offered.contains(variant.id) {
            report(Scheduler.schedule(variant, start: anyDay, calendar: calendar).diagnostics)
        }
    }

    mutating func runRules() {
        // What a lock holds cannot be judged without it.
        guard let calendar = workspace.calendar, !workspace.tree.failures.contains(where: { $0.path.hasPrefix("Config/locks") }) else {
            return
        }
        let institutions = Dictionary(
            uniqueKeysWithValues: workspace.layers.values.filter { $0.kind == .institution }.map { ($0.id, $0) })
        let rules = RuleChecker.bind(workspace.registry, workspace.modules)
        let completion = workspace.registry[CompletionRules.self]
        let activities = workspace.modules.flatMap { module in
            (module.root["activities"]?.map?.pairs ?? []).map { (kind: "\(module.id).\($0.key)", hasRecord: $0.value["record"] != nil) }
        }
        let recordKinds = Set(activities.filter(\.hasRecord).map(\.kind))
        let offerings = Dictionary(grouping: workspace.offerings.lazy.filter { $0.release == .follow }, by: \.variant)
        for composed in workspace.variants {
            let runs = (offerings[composed.variant.id] ?? []).compactMap { offering in
                workspace.schedules[offering.id].map { VariantInspection.Run(offering: offering.id, start: offering.start, schedule: $0) }
            }
            let checker = RuleChecker(
                variant: composed.variant, runs: runs, calendar: calendar, institutions: institutions,
                settings: workspace.moduleSettings, recordKinds: recordKinds,
                activityKinds: Set(activities.map(\.kind)), locks: workspace.locks, registry: workspace.registry)
            report(checker.run(rules, completion: completion))
        }
    }
}
