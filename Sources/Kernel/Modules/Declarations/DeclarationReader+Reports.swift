/// Reports: columns, filters, order and picture.
extension DeclarationReader {
    func report(_ pair: NodeMap.Pair) -> ReportDeclaration {
        let node = pair.value
        let chart = node["chart"].flatMap { chart -> (kind: String, labels: String, values: [String])? in
            guard let kind = chart["kind"]?.string, let labels = chart["labels"]?.string else { return nil }
            return (kind, labels, chart["values"].names)
        }
        return ReportDeclaration(
            module: module, name: pair.key, title: node["title"].text, description: node["description"].text, by: node["by"].names,
            parameters: node["parameters"], reads: node["reads"].pairs.map { (full($0.key), Self.reading($0.value)) },
            sources: node["sources"].names, progress: node["progress"].names,
            form: node["gives"]?.string.flatMap(ReportDeclaration.Form.init(rawValue:)) ?? .rows, floor: node["floor"]?.integer ?? 1,
            when: node["when"]?.string.map(state), columns: (node["columns"]?.list ?? []).compactMap(Self.column),
            filters: node["where"].pairs.map(Self.filter), order: node["order"].names, chart: chart, span: pair.keySpan)
    }

    private static func column(_ node: Node) -> ReportDeclaration.Column? {
        guard let id = node["id"] else { return nil }
        return ReportDeclaration.Column(
            id: id.string ?? "", title: node["title"].text, unit: node["unit"]?.string, path: path(node["value"]?.string),
            measure: node["measure"].flatMap(measure), type: node["type"]?.string, span: id.span)
    }

    private static func measure(_ node: Node) -> ReportDeclaration.Column.Aggregate? {
        if node.string == "count" { return .count }
        guard let pair = node.pairs.first else { return nil }
        switch (pair.key, pair.value.string) {
        case ("sum", let field?): return .sum(field)
        case ("mean", let field?): return .mean(field)
        case ("minimum", let field?): return .minimum(field)
        case ("maximum", let field?): return .maximum(field)
        default:
            guard let field = pair.value["field"]?.string, let value = pair.value["value"].flatMap(word) else { return nil }
            return .share(field: field, value: value)
        }
    }

    private static func filter(_ pair: NodeMap.Pair) -> ReportDeclaration.Filter {
        let values = pair.value.list ?? [pair.value]
        return ReportDeclaration.Filter(
            path: path(pair.key), values: values.compactMap(word), parameter: pair.value["parameter"]?.string, span: pair.keySpan)
    }
}
