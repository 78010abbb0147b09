extension CourseVariant {
    /// Reads a composed body that its schema has accepted.
    ///
    /// Offsets that cannot be read are reported.
    init?(_ body: Node, layer: Layer, diagnostics: inout [Diagnostic]) {
        self.init(
            body, id: layer.id, title: layer.title, span: layer.root[layer.kind.rawValue]?.span ?? layer.root.span,
            diagnostics: &diagnostics)
    }

    /// Reads the body of a release.
    init?(_ body: Node, id: String, title: Text, span: SourceSpan, diagnostics: inout [Diagnostic]) {
        guard let course = body["course"], let institution = course["institution"]?.string, let code = course["code"]?.string,
            let credits = body["credits"], let amount = credits.number?.double
        else { return nil }
        self.id = id
        self.title = title
        self.span = span
        self.course = Course(
            institution: institution, code: code, version: course["version"]?.integer ?? 1,
            partners: (course["partners"]?.list ?? []).compactMap(\.string))
        self.credits = amount
        creditsSpan = credits.span
        aims = (body["aims"]?.map?.pairs ?? []).map { Reference(id: $0.key, span: $0.keySpan) }
        outcomes = (body["outcomes"]?.map?.pairs ?? []).map { pair in
            Outcome(
                id: pair.key, title: pair.value["title"].map(Text.init(node:)) ?? Text(verbatim: pair.key),
                kind: pair.value["kind"]?.string ?? "",
                aims: Self.references(pair.value["aims"]), span: pair.keySpan)
        }
        var faults: [Diagnostic] = []
        parts = (body["parts"]?.list ?? []).compactMap { Self.part($0, &faults) }
        gatherings = parts.flatMap(\.gatherings)
        activities = parts.flatMap(\.activities)
        diagnostics += faults
        requirements = body["requirements"] ?? Node(.map(NodeMap()), at: body.span)
        self.body = body
    }

    private static func references(_ node: Node?) -> [Reference] {
        (node?.list ?? []).compactMap { item in item.string.map { Reference(id: $0, span: item.span) } }
    }

    /// A time, or the first moment for one that cannot be read: what has it keeps its name for those who count from it.
    private static func offset(_ node: Node?, _ diagnostics: inout [Diagnostic]) -> TimedOffset? {
        guard let node, let text = node.string else { return nil }
        do { return TimedOffset(offset: try Offset(text), span: node.span) } catch {
            diagnostics.append(error.diagnostic("variant/bad-offset", in: node))
            return TimedOffset(offset: .zero, span: node.span)
        }
    }

    private static func part(_ node: Node, _ diagnostics: inout [Diagnostic]) -> Part? {
        guard let id = node["part"] else { return nil }
        let start = offset(node["start"], &diagnostics) ?? TimedOffset(offset: .zero, span: node.span)
        var gatherings: [Gathering] = []
        for item in node["gatherings"]?.list ?? [] {
            guard let name = item["gathering"]?.string, let begins = offset(item["start"], &diagnostics) else { continue }
            gatherings.append(
                Gathering(
                    id: name, title: item["title"].map(Text.init(node:)) ?? Text(verbatim: name), start: begins,
                    days: item["days"]?.number?.double ?? 1, digital: item["digital"]?.bool ?? false,
                    outcomes: references(item["outcomes"]),
                    span: item["gathering"]?.span ?? item.span))
        }
        var activities: [Activity] = []
        for item in node["activities"]?.list ?? [] {
            guard let name = item["activity"]?.string, let kind = item["kind"]?.string else { continue }
            activities.append(
                Activity(
                    id: name, kind: kind, title: item["title"].map(Text.init(node:)), outcomes: references(item["outcomes"]),
                    opens: offset(item["opens"], &diagnostics), due: offset(item["due"], &diagnostics),
                    work: item["work"]?.string ?? "individual",
                    onOrder: item["placed"]?.string == "on-order", settings: item["settings"], span: item["activity"]?.span ?? item.span))
        }
        return Part(
            id: id.string ?? "", title: node["title"].map(Text.init(node:)), code: node["code"]?.string,
            credits: node["credits"]?.number?.double,
            creditsSpan: node["credits"]?.span, start: start, gatherings: gatherings, activities: activities, span: id.span)
    }
}
