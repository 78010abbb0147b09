/// The check of a header against the columns that an import reads.
struct CSVHeader {
    let record: CSVRecord
    let places: CSVPlaces
    let columns: [CSVColumn]
    let mapping: CSVMapping

    /// The place of each column among the fields; every fault is reported.
    func positions(_ faults: CSVFaultList) -> [Int?] {
        let known = columns.map(\.name)
        let headers = record.fields.map { CSVRows.text($0, in: places.bytes) }
        if headers.count == 1, let other = headers[0].first(where: { "\t|:".contains($0) }) {
            faults.report(.unknownDelimiter(other, at: places.span(record)))
            return []
        }
        var mapped: [String: String] = [:]
        for (header, field) in mapping.pairs {
            if field != CSVMapping.ignored, !known.contains(field) { faults.report(.unknownMappedField(field, known: known)) }
            if !headers.contains(header) { faults.report(.unknownMappedHeader(header, headers: headers, at: places.span(record))) }
            if mapped.updateValue(field, forKey: header) != nil { faults.report(.headerMappedTwice(header)) }
        }
        var positions = [Int?](repeating: nil, count: columns.count)
        var unknown: [(header: String, index: Int)] = []
        for (index, header) in headers.enumerated() {
            let field = mapped[header] ?? header
            guard field != CSVMapping.ignored || mapped[header] == nil else { continue }
            guard let column = known.firstIndex(of: field) else {
                if mapped[header] == nil { unknown.append((header, index)) }
                continue
            }
            if let first = positions[column] {
                faults.report(
                    .duplicateColumn(
                        field, at: places.span(record.fields[index], in: record), first: places.span(record.fields[first], in: record)))
            } else {
                positions[column] = index
            }
        }
        report(unknown, known: known, missing: known.indices.filter { positions[$0] == nil }, faults)
        return positions
    }

    /// The name that a header most likely means: the one that it is but for blanks around it, or the nearest.
    private static func nearest(_ header: String, among names: [String]) -> String? {
        let scalars = header.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        let bare = String(scalars[first...last])
        return names.contains(bare) ? bare : NearestName.suggestion(for: bare, among: names)
    }

    /// A misspelt column is one fault, not an unknown one and a missing one.
    private func report(_ unknown: [(header: String, index: Int)], known: [String], missing: [Int], _ faults: CSVFaultList) {
        var explained: Set<String> = []
        for (number, (header, index)) in unknown.enumerated() {
            let open = missing.map { known[$0] }
            let nearest = Self.nearest(header, among: open) ?? Self.nearest(header, among: known)
            if let nearest { explained.insert(nearest) }
            faults.report(
                .unknownColumn(
                    header, nearest: nearest, known: known, explains: number == 0, at: places.span(record.fields[index], in: record)))
        }
        let wanted = missing.filter { columns[$0].isRequired && !explained.contains(known[$0]) }.map { known[$0] }
        if !wanted.isEmpty {
            faults.report(.missingColumns(wanted, headers: unknown.map(\.header), isExplained: !unknown.isEmpty, at: places.span(record)))
        }
    }
}
