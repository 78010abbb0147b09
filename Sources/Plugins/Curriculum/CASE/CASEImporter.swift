import GRDB
import Kernel

/// `kjerne import case`: a CASE package of 1.0 or 1.1, whole.
struct CASEImporter: Importer {
    func run(_ source: ImportSource, in transaction: ImportTransaction) throws -> ImportOutcome {
        let bytes: [UInt8]
        do { bytes = try FileContent.read(source.path, limit: Self.limits.bytes) } catch {
            throw SourcedFaults(.unreadable(source.name, error.reason))
        }
        guard bytes.count <= Self.limits.bytes else { throw SourcedFaults(.archiveTooLarge(source.name, entry: nil)) }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var sources = SourceMap()
        let file = sources.add(path: source.name, bytes: hasMark ? Array(bytes.dropFirst(3)) : bytes)
        let result = JSONReader.read(file, limits: Self.limits)
        guard let root = result.document?.root, result.isSound else {
            var faults = Diagnostics()
            faults.report(contentsOf: result.diagnostics)
            throw SourcedFaults(faults, sources: sources)
        }
        var reader = try CASEReader(root, file, faults: CASEFaults(file, sources))
        if hasMark { reader.check.note(.byteOrderMark, nil, nil, nil, nil) }
        return try write(reader, root, Digest.hex(bytes), source, in: transaction)
    }

    private func write(
        _ reader: CASEReader, _ root: Node, _ digest: String, _ source: ImportSource, in transaction: ImportTransaction
    ) throws -> ImportOutcome {
        let writer = try FrameworkWriter(reader.framework, source: source.name, in: transaction)
        if let document = reader.elements.first, let current = writer.current(document.code), current.digest != document.digest,
            let known = current.modified, let own = document.modified, Self.isBefore(own, known)
        {
            throw SourcedFaults(
                .olderPackage("$.CFDocument", own, than: known, at: root["CFDocument"]?["lastChangeDateTime"]?.span ?? root.span),
                sources: reader.check.faults.sources)
        }
        for (index, element) in reader.elements.enumerated() {
            try writer.add(element)
            if index % 256 == 0 { transaction.report(Double(index) / Double(reader.elements.count)) }
        }
        for oddity in reader.check.oddities {
            // What the package does not hold may stand in another that has been read in.
            if oddity.kind == .danglingReference, let code = oddity.found, try Self.stands(code, in: transaction.db) { continue }
            writer.note(oddity)
        }
        // A package without the list of items says nothing about them; one with an empty list says that there are none.
        let hasItems = root[CASEKind.item.list].map { !$0.isNull } ?? false
        if !hasItems { writer.note(Oddity(kind: .missingProperty, file: source.name, path: "$.\(CASEKind.item.list)")) }
        let whole = hasItems ? writer.types : writer.types.intersection(CASEReader.reserved)
        return try writer.finish(wholeTypes: whole, digest: digest)
    }

    private static func stands(_ code: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM curriculum_element WHERE code = ?)", arguments: [code]) ?? false
    }

    private static func isBefore(_ a: String, _ b: String) -> Bool {
        guard let a = CASEText.moment(a), let b = CASEText.moment(b), let first = try? Instant(a), let second = try? Instant(b) else {
            return false
        }
        return first < second
    }

    /// State frameworks come with tens of thousands of items in one file.
    private static var limits: ReaderLimits {
        var limits = ReaderLimits.standard
        limits.bytes = 64 << 20
        limits.nodes = 8_000_000
        return limits
    }
}
