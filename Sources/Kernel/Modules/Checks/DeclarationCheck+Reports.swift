/// Reports: what they read, count, filter by, sort by and draw.
extension DeclarationCheck {
    mutating func check(_ report: ReportDeclaration, _ node: Node?) {
        guard let node else { return }
        for word in node["sources"].words {
            let known = manifest.extensionPoints.filter { $0.takes != nil }.map { String($0.id.dropFirst(module.module.count + 1)) }
            one(word, among: known, .point)
        }
        for word in node["by"].words { relation(word, of: nil, besides: ["everyone", "shared"]) }
        for word in node["progress"].words { relation(word, of: nil, besides: []) }
        let found = faults.count
        defer {
            if report.form == .aggregate, node["floor"] == nil, faults.count == found {
                faults.append(.noFloor(at: node["gives"]?.span ?? report.span))
            }
        }
        for pair in node["reads"].pairs where target(pair.key, at: pair.keySpan, .record) {
            if report.form == .aggregate, let type = catalog.index.types[full(pair.key)], type.seal != nil,
                report.when == nil || report.floor < 2 || type.module != module.module
            {
                faults.append(.aggregateOfSealed(short(type.id), at: pair.keySpan))
            }
            if pair.value.list != nil { for word in pair.value.words { one(word, among: catalog.words(of: full(pair.key)), .field) } }
        }
        if let when = report.when, let written = node["when"] { checkState(when, at: written.span) }
        let columns = report.columns.map(\.id)
        for column in node["order"].words {
            let name = column.name.hasPrefix("-") ? String(column.name.dropFirst()) : column.name
            if !columns.contains(name) { faults.append(.unknownColumn(name, among: columns, at: column.span)) }
        }
        for column in node["chart"]?["labels"].words ?? [] { self.column(column, columns) }
        for column in node["chart"]?["values"].words ?? [] { self.column(column, columns) }
        checkTwice(report)
        checkMeasuredElsewhere(report)
        guard report.isQuery || !report.filters.isEmpty else { return }
        guard let base = report.reads.first?.record else {
            faults.append(.readsNothing(at: report.span))
            return
        }
        guard catalog.has(base) else { return }
        for column in node["columns"]?.list ?? [] { check(column, report, from: base) }
        let parameters = report.parameters?["properties"]?.map?.keys ?? []
        for pair in node["where"].pairs {
            let route = path(pair.key, report, from: base, at: pair.keySpan)
            if let route { check(values: pair.value, at: route) }
            guard let parameter = pair.value["parameter"], let name = parameter.string else { continue }
            guard parameters.contains(name) else {
                faults.append(.unknownParameter(name, among: parameters, at: parameter.span))
                continue
            }
            if let route, let schema = report.parameters?["properties"]?[name] {
                check(parameter: (name, parameter.span), schema, at: route, pair.key)
            }
        }
    }

    private mutating func column(_ word: (name: String, span: SourceSpan), _ known: [String]) {
        if !known.contains(word.name) { faults.append(.unknownColumn(word.name, among: known, at: word.span)) }
    }

    /// A field that two reports give numbers of, each with groups of its own, could be worked out for few people from their difference.
    private mutating func checkMeasuredElsewhere(_ report: ReportDeclaration) {
        guard let (first, second) = catalog.measuredBefore(report) else { return }
        let name = second.field.split(separator: ".").last.map(String.init) ?? second.field
        // Where it is another module's, its file may not be at hand to show.
        let isOwn = first.report.module == module.module
        faults.append(.measuredTwice(name, other: first.report.id, first: isOwn ? first.span : nil, at: second.span))
    }

    private mutating func checkTwice(_ report: ReportDeclaration) {
        var seen: [String: SourceSpan] = [:]
        for column in report.columns {
            if let first = seen.updateValue(column.span, forKey: column.id) {
                faults.append(.columnTwice(column.id, first: first, at: column.span))
            }
        }
    }

    private mutating func checkState(_ when: (record: String, state: String), at span: SourceSpan) {
        guard target(short(when.record), at: span, .record) else { return }
        let states = catalog.index.types[when.record]?.workflow?.states.map(\.name) ?? []
        if !states.contains(when.state) { faults.append(.unknownName(when.state, kind: .state, among: states, at: span)) }
    }

    private mutating func check(_ node: Node, _ report: ReportDeclaration, from base: String) {
        if let value = node["value"], let path = value.string, let route = self.path(path, report, from: base, at: value.span),
            report.form == .aggregate, !route.isClosed(floor: report.floor)
        {
            faults.append(.openGroup(path, at: value.span))
        }
        guard let measure = node["measure"] else { return }
        if report.form == .rows { faults.append(.measureOfRows(at: measure.span)) }
        for pair in measure.pairs {
            if let name = pair.value.string {
                guard let route = path(name, report, from: base, at: pair.value.span) else { continue }
                if case .value("integer", _) = route.end { continue }
                if case .value("number", _) = route.end { continue }
                faults.append(.noNumber(name, at: pair.value.span))
            } else if let field = pair.value["field"], let name = field.string, let value = pair.value["value"] {
                if let route = path(name, report, from: base, at: field.span) { check(values: value, at: route) }
            }
        }
    }

    /// A path from the record that a report runs over; a module's field at its end must be among those that the report reads.
    private mutating func path(_ path: String, _ report: ReportDeclaration, from base: String, at span: SourceSpan) -> RecordRoute? {
        guard let route = route(path, from: base, at: span) else { return nil }
        let word = String(path.split(separator: ".").last ?? "")
        let owner: String? =
            if case .record = route.end { route.records.dropLast().last } else { route.records.last }
        if report.form == .aggregate, report.floor < 2, owner == KernelRecord.person.rawValue, KernelRecord.ownValues.contains(word) {
            faults.append(.personField(word, at: span))
        }
        guard let owner, let type = catalog.index.types[owner], type.field(word) != nil else { return route }
        if report.form == .aggregate, let seal = type.field(word)?.seal {
            let until = "\(short(seal.record)).\(seal.state)"
            if report.when == nil || report.floor < 2 {
                faults.append(.sealedAggregate(word, until: until, at: span))
            } else if let when = report.when, !catalog.breaks(seal, when) {
                faults.append(.sealedBefore(word, until: until, when: "\(short(when.record)).\(when.state)", at: span))
            }
        }
        let reading = report.reads.first { $0.record == owner }?.reading
        switch reading {
        case .all: break
        case .fields(let names) where names.contains(word): break
        default: faults.append(.notRead(word, of: short(owner), at: span))
        }
        return route
    }
}
