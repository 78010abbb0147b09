/// Reads a table in which each row is the input of one action.
///
/// Columns are the fields of the action, and `id` where it is about a record; an empty cell is a field that is not given.
public enum CSVInputs {
    /// - Throws: `DiagnosticsError` with the first 1,000 faults of form.
    public static func read(_ file: SourceFile, of action: any NamedAction, mapping: CSVMapping = CSVMapping()) throws -> [ActionInput] {
        let text = InputText(schema: action.schema)
        let required = Set((action.schema["required"]?.array ?? []).compactMap(\.string))
        var columns = text.names.map { CSVColumn($0, required: required.contains($0)) }
        if action.about != nil { columns.insert(CSVColumn("id", required: true), at: 0) }
        return try file.bytes.withUnsafeBufferPointer { bytes in
            let places = CSVPlaces(file: file.id, bytes: bytes)
            let faults = CSVFaultList()
            guard let layout = CSVLayout.read(places, columns: columns, mapping: mapping, faults: faults) else {
                throw DiagnosticsError(faults.diagnostics(end: SourceSpan(startOf: places.file)))
            }
            var rows = CSVRows(bytes, layout)
            var inputs: [ActionInput] = []
            reading: while true {
                switch rows.next() {
                case .end: break reading
                case .fault(let fault): faults.report(.csv(fault, in: rows.record, places))
                case .record:
                    guard isSound(rows, places, faults) else { continue }
                    var wrong: [Diagnostic] = []
                    let row = input(rows, columns, text, bytes, places, &wrong)
                    if wrong.isEmpty { inputs.append(row) }
                    for fault in wrong { faults.report(fault) }
                }
            }
            guard !faults.isEmpty else { return inputs }
            // The other rows are not tried without those that cannot be read; what their values say of themselves is told beside them.
            let schema = try InputReader.compile(action.schema)
            for row in inputs { for fault in schema.validate(row.values) { faults.report(fault) } }
            throw DiagnosticsError(faults.diagnostics(end: places.end(after: rows.record)))
        }
    }

    private static func isSound(_ rows: borrowing CSVRows, _ places: CSVPlaces, _ faults: CSVFaultList) -> Bool {
        let record = rows.record
        guard rows.hasRightWidth else {
            faults.report(.wrongWidth(found: record.fields.count, expected: rows.width, at: places.span(record)))
            return false
        }
        if let invalid = UTF8Check.firstInvalid(in: places.bytes, record.start..<record.end) {
            faults.report(.notUTF8(at: places.span(invalid, invalid + 1, in: record)))
            return false
        }
        return true
    }

    private static func input(
        _ rows: borrowing CSVRows, _ columns: [CSVColumn], _ text: InputText, _ bytes: UnsafeBufferPointer<UInt8>, _ places: CSVPlaces,
        _ faults: inout [Diagnostic]
    ) -> ActionInput {
        var id: String?
        var map = NodeMap()
        for (index, column) in columns.enumerated() {
            guard let field = rows.field(index), !field.isEmpty else { continue }
            let words = CSVRows.text(field, in: bytes)
            let span = places.span(field, in: rows.record)
            if column.name == "id", !text.names.contains("id") {
                id = words
                continue
            }
            let parts = text.isList(column.name) ? words.split(separator: "|").map(String.init) : [words]
            if let value = text.value(column.name, parts.map { ($0, span) }, &faults) {
                map.set(.init(key: column.name, keySpan: span, value: value))
            }
        }
        return ActionInput(id: id, values: Node(.map(map), at: places.span(rows.record)))
    }
}
