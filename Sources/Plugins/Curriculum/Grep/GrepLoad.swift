import Kernel

/// One import of Grep: every object of an archive into the store.
struct GrepLoad {
    private let archive: any Archive
    private let source: ImportSource
    private let transaction: ImportTransaction
    private let given: Framework?
    private var writer: FrameworkWriter?
    private var checks = GrepChecks()
    private var seen: [String: (digest: String, file: String)] = [:]
    private var wholeTypes: Set<String> = []
    private var passedOver: [String] = []
    private var early: [Oddity] = []
    private var faults = GrepFaults()
    private let tape = JSONTape()
    private var canonical = JSONCanonical()

    init(_ archive: any Archive, _ source: ImportSource, in transaction: ImportTransaction) throws {
        self.archive = archive
        self.source = source
        self.transaction = transaction
        given = try FrameworkFile.read(archive)
    }

    mutating func run() throws -> ImportOutcome {
        for path in archive.asides + archive.paths.filter(Self.isAside) {
            passedOver.append(path)
            early.append(Oddity(kind: .passedOver, file: path))
        }
        let paths = archive.paths.filter { !Self.isAside($0) }.filter {
            $0.hasSuffix(".json") && $0.split(separator: "/").last != "framework.json"
        }
        var done = 0
        try archive.forEach(of: paths) { path, bytes in
            try take(path, bytes)
            done += 1
            if done % 256 == 0 { transaction.report(Double(done) / Double(paths.count)) }
        }
        try faults.throwIfAny()
        guard let writer else { throw SourcedFaults(.noGrepObject(source.name)) }
        for oddity in early { writer.note(oddity) }
        let others = try writer.remaining(of: GrepType.plans.filter { !wholeTypes.contains($0) }).compactMap {
            PlanEdition($0.code, type: $0.type, $0.state)
        }
        for oddity in checks.oddities(isWhole: !wholeTypes.isEmpty, others: others, knows: writer.knows) { writer.note(oddity) }
        var outcome = try writer.finish(wholeTypes: wholeTypes, digest: archive.digest)
        if !passedOver.isEmpty { outcome.notes.append(.passedOver(passedOver)) }
        return outcome
    }

    /// Whether a file is what a Mac puts beside those of a zip, or an archive within the archive.
    private static func isAside(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return parts.contains("__MACOSX") || parts.last?.hasPrefix("._") == true || path.lowercased().hasSuffix(".zip")
    }

    private mutating func take(_ path: String, _ all: UnsafeBufferPointer<UInt8>) throws {
        let hasMark = all.starts(with: [0xEF, 0xBB, 0xBF])
        let bytes = hasMark ? UnsafeBufferPointer(rebasing: all[3...]) : all
        let folder = path.split(separator: "/").dropLast().last.map(String.init).flatMap { GrepType.isPlural($0) ? $0 : nil }
        let view: JSONView
        do { view = try tape.read(bytes) } catch { return faults.syntax(path, bytes, at: error.offset) }
        guard String(validating: bytes, as: UTF8.self) != nil else { return faults.syntax(path, bytes, at: 0) }
        if folder == nil, archive.paths.count > 1, view["kode"] == nil {
            passedOver.append(path)
            early.append(Oddity(kind: .passedOver, file: path))
            return
        }
        guard view.kind == .object else { return faults.shape(path, bytes, GrepShapeFault(path: "$", expected: .object)) }
        var reader: GrepReader
        do { reader = try GrepReader(view, file: path, folder: folder) } catch { return faults.shape(path, bytes, error) }
        reader.element.raw = Array(bytes)
        reader.element.digest = Digest.hex(try canonical.bytes(of: view))
        if hasMark {
            early.append(Oddity(kind: .byteOrderMark, type: reader.element.type, code: reader.element.code, file: path))
        }
        // A single file holds one object, whatever folders its own path goes through.
        if let folder, !(archive is FileArchive) { wholeTypes.insert(folder) }
        try add(reader, view, path, bytes)
    }

    private mutating func add(_ reader: GrepReader, _ view: JSONView, _ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws {
        var element = reader.element
        if let first = seen[element.code] {
            guard first.digest == element.digest else { return faults.twice(element.code, path, first.file, bytes) }
            early.append(
                Oddity(kind: .sameObjectTwice, type: element.type, code: element.code, file: path, found: first.file))
            return
        }
        seen[element.code] = (element.digest, path)
        let writer = try writer ?? begin(view, element.code)
        self.writer = writer
        if let namespace = writer.framework.namespace, let address = view["uri"]?.string, address != namespace + element.code {
            return faults.foreign(element.code, path, address, namespace: namespace, bytes)
        }
        if let current = writer.current(element.code), current.digest != element.digest,
            let raw = try writer.raw(element.code), Self.canonicalDigest(raw) == element.digest
        {
            // A store that an earlier version filled has digests of the bytes as they came.
            element.digest = current.digest
        }
        if let current = writer.current(element.code), current.digest != element.digest, let known = current.modified,
            let modified = element.modified, modified < known
        {
            return faults.older(element.code, path, modified, than: known, bytes)
        }
        early += reader.oddities
        checks.add(element)
        // After a fault all of it is taken back, so that nothing more need be written.
        if faults.isEmpty { try writer.add(element) }
    }

    /// The digest of what an object in the store says; nil where it cannot be read.
    private static func canonicalDigest(_ raw: [UInt8]) -> String? {
        raw.withUnsafeBufferPointer { bytes in
            var canonical = JSONCanonical()
            return (try? JSONTape().read(bytes)).flatMap { try? canonical.bytes(of: $0) }.map { Digest.hex($0) }
        }
    }

    /// Finds out whose codes these are, by the first object.
    private func begin(_ view: JSONView, _ code: String) throws -> FrameworkWriter {
        let uri = view["uri"]?.string ?? ""
        let namespace = uri.hasSuffix(code) ? String(uri.dropLast(code.count)) : nil
        guard let framework = try given ?? Framework.known(namespace: namespace, in: transaction.db) else {
            throw SourcedFaults(.unknownFramework(source.name, namespace: namespace))
        }
        try framework.requireOwnName(in: transaction.db)
        return try FrameworkWriter(framework, source: source.name, in: transaction)
    }
}

extension Text {
    fileprivate static func passedOver(_ files: [String]) -> Text {
        let names = files.prefix(5).joined(separator: ", ") + (files.count > 5 ? ", …" : "")
        return Text(
            nb: "Ikke Grep-objekter, og derfor hoppet over: \(names).", nn: "Ikkje Grep-objekt, og derfor hoppa over: \(names).",
            en: "No Grep objects, and therefore passed over: \(names).")
    }
}
