import GRDB

/// A declared query that gives numbers over groups of records.
///
/// It reads for its module: records and sealed fields that the one who asks could not see one by one, but only of the places where a role
/// lets her ask, and nothing before the declared state and under the declared floor.
struct DeclaredAggregate: DeclaredReport {
    let declaration: ReportDeclaration
    let type: RecordType
    let live: LiveConfiguration

    var keepsPrints: Bool { declaration.floor > 1 }

    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer {
        let catalog = RecordCatalog(live.modules.map(\.declarations), roles: live.roles)
        if let (first, second) = catalog.measuredBefore(declaration) {
            throw MeasuredElsewhere(report: first.report.label, field: second.field)
        }
        let scope = AggregateScope.sql(declaration, of: type, request)
        let records = try AggregateReading(declaration, type, request, within: scope, in: db).observations()
        if records.observations.isEmpty { try ReportFilters(declaration, of: type, request, in: db).requireSense() }
        if let note = declaration.nothingBefore(live), records.observations.isEmpty {
            return ReportAnswer(
                Table(name, title: title, parameters: request.shown, columns: emptyColumns(records.breakdown), rows: [], notes: [note]))
        }
        let report = SuppressedReport(
            name, title: title, breakdown: records.breakdown, columns: numbers, floor: declaration.floor, zone: request.live.timeZone)
        let parameters = JSONValue.object(
            request.shown.map { ($0.0, $0.1) }
                + (scope == nil ? [] : [("within", .string(String(Digest.hex((scope ?? "").utf8).prefix(16))))]))
        let prints = ReportPrints(report: name, fields: catalog.measured(by: declaration).map(\.field), db: db)
        let outcome = report.print(
            records.observations, parameters: parameters, at: request.instant, earlier: keepsPrints ? try prints.all() : [])
        if keepsPrints, case .new(_, let print?) = outcome { try prints.keep(print) }
        var table = outcome.table
        table.parameters = request.shown
        table.chart = chart
        table.rows = sorted(table, records.breakdown)
        if let note = declaration.nothingBefore(live) { table.notes.append(note) }
        return ReportAnswer(table)
    }

    /// The columns of numbers.
    private var numbers: [SuppressedReport.Column] {
        declaration.columns.compactMap { column in
            guard let aggregate = column.measure else { return nil }
            let measure = measure(aggregate)
            return SuppressedReport.Column(
                column.id, column.title ?? measure.title, unit: column.unit, field: aggregate.field, measure: measure)
        }
    }

    private func measure(_ aggregate: ReportDeclaration.Column.Aggregate) -> KernelMeasure {
        switch aggregate {
        case .count: .count
        case .sum: .sum
        case .mean: .mean
        case .minimum: .minimum
        case .maximum: .maximum
        case .share(let field, let value):
            .share(AggregateReading.value(value, ReportPath(field.split(separator: ".").map(String.init), of: type, live: live)))
        }
    }

    private func emptyColumns(_ breakdown: Breakdown) -> [Table.Column] {
        breakdown.dimensions.map { Table.Column($0.id, .localized, $0.text) }
            + numbers.map { Table.Column($0.id, $0.countsRecords ? .integer : .number, unit: $0.unit, $0.text) }
    }

    /// The rows in the declared order, sums of everything last.
    ///
    /// A number that is not shown decides nothing.
    private func sorted(_ table: Table, _ breakdown: Breakdown) -> [[Table.Cell]] {
        let order = RowOrder(declaration.order)
        return order.sorted(
            table.rows.map { row in
                let keys = order.columns.map { column -> RowOrder.Key in
                    guard let index = table.columns.firstIndex(where: { $0.id == column.id }), index < row.count else { return .nothing }
                    guard index < breakdown.dimensions.count, case .localized(let text) = row[index] else {
                        return row[index].double.map(RowOrder.Key.number) ?? .nothing
                    }
                    return breakdown.dimensions[index].keys.firstIndex { $0.text == text }.map { .number(Double($0)) } ?? .nothing
                }
                return (row, keys)
            })
    }
}
