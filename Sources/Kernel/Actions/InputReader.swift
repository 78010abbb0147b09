import GRDB

/// Reads the fields of an action's input: checked by schema with a place for each fault, then turned into what the store keeps.
struct InputReader {
    let action: String
    let fields: [Field]
    let required: [String]
    var values: ValueReader

    /// - Parameters:
    ///   - action: the name of the action that the fields belong to.
    ///   - standing: who names the records that it refers to.
    ///   - offering: where names of activities and people's enrolments are looked for.
    init(
        of action: String, _ fields: [Field], required: [String], _ environment: ActionEnvironment, in db: Database, as standing: Standing?,
        offering: String? = nil
    ) {
        self.action = action
        self.fields = fields
        self.required = required
        values = ValueReader(
            finder: ReferenceFinder(live: environment.live, db: db, standing: standing, offering: offering), files: environment.files,
            openFile: environment.openFile)
    }

    /// Checks the form of the input.
    ///
    /// - Parameters:
    ///   - action: the name of the action, by which its compiled schema is kept.
    ///   - schema: what the action says of its input.
    /// - Throws: `DiagnosticsError` with all faults.
    static func check(_ node: Node, of action: String, live: LiveConfiguration, _ schema: @autoclosure () -> JSONValue) throws {
        let compiled = try live.memory.schema(of: action) { try compile(schema()) }
        var all = Diagnostics()
        all.report(contentsOf: compiled.validate(node))
        reportNULs(node, to: &all)
        if all.hasErrors { throw DiagnosticsError(all) }
    }

    static func compile(_ schema: JSONValue) throws -> Schema {
        let root = try StoredNode.read(String(decoding: try schema.canonical, as: UTF8.self), name: "input")
        let (compiled, faults) = Schema.compile(root, dialect: .project)
        guard let compiled else {
            var all = Diagnostics()
            all.report(contentsOf: faults)
            throw DiagnosticsError(all)
        }
        return compiled
    }

    /// Texts are kept as the store keeps them, which ends a text at the character NUL; what came after it would be lost unseen.
    private static func reportNULs(_ node: Node, to faults: inout Diagnostics) {
        if let text = node.string {
            if text.unicodeScalars.contains("\0") { faults.report(.nulCharacter(at: node.span)) }
        } else if let list = node.list {
            for item in list { reportNULs(item, to: &faults) }
        } else {
            for pair in node.map?.pairs ?? [] {
                if pair.key.unicodeScalars.contains("\0") { faults.report(.nulCharacter(at: pair.keySpan)) }
                reportNULs(pair.value, to: &faults)
            }
        }
    }

    /// The values by field name; all faults at once.
    mutating func read(_ node: Node) throws -> [String: FieldValue] {
        try Self.check(node, of: action, live: values.finder.live, InputSchema.of(fields, required: required))
        var found: [String: FieldValue] = [:]
        var faults = Diagnostics()
        for field in fields {
            guard let value = node[field.name] else { continue }
            do {
                let read = try values.read(value, field)
                if field.isRequired || required.contains(field.name), read.isBlank, !read.isEmpty {
                    faults.report(.blank(field.label, at: value.span))
                }
                found[field.name] = read
            } catch let error as DiagnosticsError {
                faults.report(contentsOf: error.diagnostics)
            }
        }
        if faults.hasErrors { throw DiagnosticsError(faults) }
        return found
    }

    /// Writes the rows of the files that came with the input.
    func keepFiles(in db: Database) throws {
        for (digest, file) in values.kept.sorted(by: { $0.key < $1.key }) {
            try db.cachedStatement(sql: "INSERT INTO kernel_file (digest, size, type) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING")
                .execute(arguments: [digest, file.size, file.type])
        }
    }
}

extension Diagnostic {
    static func nulCharacter(at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "input/nul", .error,
            Text(
                nb: "teksten har tegnet NUL (U+0000), som ikke kan lagres", nn: "teksten har teiknet NUL (U+0000), som ikkje kan lagrast",
                en: "the text has the character NUL (U+0000), which cannot be kept"), at: span,
            help: Text(nb: "ta det bort", nn: "ta det bort", en: "take it out"))
    }
}

extension Diagnostic {
    static func blank(_ field: Text, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "input/blank", .error,
            Text(
                nb: "«\(field(.nb))» må si noe; her står bare mellomrom", nn: "«\(field(.nn))» må seie noko; her står berre mellomrom",
                en: "'\(field(.en))' must say something; there are only spaces"), at: span)
    }
}
