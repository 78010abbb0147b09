import GRDB

/// A declared query that gives a row for each record that the reader may see.
///
/// A column whose path she may not follow is empty, and a record whose filtered field she may not read does not fit.
struct DeclaredRows: DeclaredReport {
    let declaration: ReportDeclaration
    let type: RecordType

    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer {
        let reader = try RecordReader(request.live, as: request.actor, at: request.instant, in: db)
        let filters = try ReportFilters(declaration, of: type, request, in: db)
        // Lists and files are no scalars; they come as the record shows them.
        let columns = declaration.columns.map { (column: $0, path: ReportPath($0.path, of: type, live: request.live)) }
        let paths = columns.compactMap(\.path)
        let visible = try VisiblePaths(paths + filters.paths, of: type, reader: reader)
        var rows: [(cells: [Table.Cell], keys: [RowOrder.Key])] = []
        let order = RowOrder(declaration.order)
        for record in try reader.read(type, where: filters.sql, StatementArguments(filters.arguments), needs: filters.fields) {
            let values = try visible.values(of: record)
            guard values[paths.count...].allSatisfy({ $0 != nil }) else { continue }
            var next = 0
            var keys: [String: RowOrder.Key] = [:]
            let cells = columns.map { column, path -> Table.Cell in
                guard let path else { return RecordTables.cell(record[column.path.first ?? ""], type.field(column.path.first ?? "")) }
                defer { next += 1 }
                guard let value = values[next] else { return .empty }
                let isFile = if case .field(let field) = path.end, case .file = field.type { true } else { false }
                let cell = isFile ? RecordTables.cell(record[path.path[0]], type.field(path.path[0])) : path.cell(value.json)
                keys[column.id] = RowOrder.key(cell, rank: value.rank, value: value.json, words: path.words, language: request.language)
                return cell
            }
            rows.append((cells, order.columns.map { keys[$0.id] ?? .nothing }))
        }
        if rows.isEmpty { try filters.requireSense() }
        let table = Table(
            name, title: title, parameters: request.shown,
            columns: columns.map { column, path in
                Table.Column(
                    column.id, path?.columnType ?? .text, unit: column.unit,
                    column.title ?? path?.label ?? type.field(column.path.first ?? "")?.label ?? Text(verbatim: column.id))
            }, rows: order.sorted(rows), chart: chart)
        return ReportAnswer(table)
    }
}
