import Kernel

/// The rows of frameworks, as the kernel's bulk writers take them.
struct FrameworkTables {
    private let frameworks: BulkRecordWriter
    private let heads: BulkRecordUpdater
    private let loads: BulkRecordWriter
    private let loadCounts: BulkRecordUpdater
    private let elements: BulkRecordWriter
    private let revisions: BulkRecordWriter
    private let closing: BulkRecordUpdater
    private let links: BulkRecordWriter
    private let oddities: BulkRecordWriter

    init(_ transaction: ImportTransaction) throws {
        frameworks = try transaction.writer(
            "framework", ["name", "format", "namespace", "title", "publisher", "licence", "credit", "language", "edition"])
        heads = try transaction.updater("framework", ["title", "publisher", "licence", "credit", "language", "edition"])
        loads = try transaction.writer(
            "load", ["framework", "source", "digest", "at", "whole", "objects", "new", "altered", "withdrawn", "unchanged"])
        loadCounts = try transaction.updater("load", ["objects", "new", "altered", "withdrawn", "unchanged", "whole", "digest"])
        elements = try transaction.writer("element", ["framework", "name", "code", "type"])
        revisions = try transaction.writer(
            "revision",
            [
                "element", "code", "type", "since", "digest", "status", "modified", "valid-from", "valid-to", "binding", "title", "plan",
                "set", "position", "years", "words", "raw", "name",
            ])
        closing = try transaction.updater("revision", ["until"])
        links = try transaction.writer("link", ["revision", "from", "kind", "to", "position", "plan"])
        oddities = try transaction.writer("oddity", ["load", "kind", "type", "code", "file", "path", "found"])
    }

    func insert(_ framework: Framework) throws -> Int64 {
        frameworks.set(0, framework.id)
        frameworks.set(1, framework.format.rawValue)
        frameworks.set(2, framework.namespace)
        frameworks.set(3, framework.title.compact)
        frameworks.set(4, framework.publisher)
        frameworks.set(5, framework.licence)
        frameworks.set(6, framework.credit?.compact)
        frameworks.set(7, framework.language)
        frameworks.set(8, framework.version)
        return try frameworks.insert()
    }

    /// Writes anew what a source says of a framework as a whole.
    func update(_ framework: Framework, _ number: Int64) throws {
        for (position, value) in framework.head.enumerated() { heads.set(position, value) }
        try heads.update(number)
    }

    func insertLoad(of framework: Int64, source: String, at instant: Instant) throws -> Int64 {
        loads.set(0, framework)
        loads.set(1, source)
        loads.set(2, "")
        loads.set(3, instant.microseconds)
        for position in 4...9 { loads.set(position, 0) }
        return try loads.insert()
    }

    func finish(_ load: Int64, _ counts: LoadCounts, _ digest: String, isWhole: Bool) throws {
        let values = [counts.objects, counts.new, counts.changed, counts.withdrawn, counts.unchanged]
        for (position, value) in values.enumerated() { loadCounts.set(position, Int64(value)) }
        loadCounts.set(5, isWhole ? 1 : 0)
        loadCounts.set(6, digest)
        try loadCounts.update(load)
    }

    func insert(_ element: Element, of framework: String, _ number: Int64) throws -> Int64 {
        elements.set(0, number)
        elements.set(1, "\(framework)/\(element.code)")
        elements.set(2, element.code)
        elements.set(3, element.type)
        return try elements.insert()
    }

    func insert(_ element: Element, of framework: String, revisionOf owner: Int64, since load: Int64) throws -> Int64 {
        revisions.set(0, owner)
        revisions.set(1, element.code)
        revisions.set(2, element.type)
        revisions.set(3, load)
        revisions.set(4, element.digest)
        revisions.set(5, element.status)
        revisions.set(6, element.modified)
        revisions.set(7, element.validFrom)
        revisions.set(8, element.validTo)
        revisions.set(9, element.isBinding ? 1 : 0)
        revisions.set(10, element.title.compact)
        revisions.set(11, element.plan)
        revisions.set(12, element.set)
        if let position = element.position { revisions.set(13, Int64(position)) } else { revisions.clear(13) }
        revisions.set(14, element.years.isEmpty ? nil : element.years.joined(separator: " "))
        revisions.set(15, element.words)
        revisions.set(17, "\(framework)/\(element.code)")
        return try element.raw.withUnsafeBufferPointer { raw in
            revisions.set(16, text: raw)
            defer { revisions.clear(16) }
            return try revisions.insert()
        }
    }

    /// Ends a revision with a load.
    func close(_ revision: Int64, _ load: Int64) throws {
        closing.set(0, load)
        try closing.update(revision)
    }

    func insert(_ list: [Link], of element: Element, framework: String, _ revision: Int64) throws {
        links.set(0, revision)
        links.set(1, "\(framework)/\(element.code)")
        links.set(5, element.plan)
        for link in list {
            links.set(2, link.kind.rawValue)
            links.set(3, "\(link.framework ?? framework)/\(link.to)")
            links.set(4, Int64(link.position))
            try links.insert()
        }
    }

    func insert(_ oddity: Oddity, _ load: Int64) throws {
        oddities.set(0, load)
        oddities.set(1, oddity.kind.rawValue)
        oddities.set(2, oddity.type)
        oddities.set(3, oddity.code)
        oddities.set(4, oddity.file)
        oddities.set(5, oddity.path)
        oddities.set(6, oddity.found)
        try oddities.insert()
    }
}

extension LocalText {
    /// The text as an object by language, as the store keeps it.
    var compact: String { JSONValue.object(entries.map { ($0.language, .string($0.text)) }).compact }
}
