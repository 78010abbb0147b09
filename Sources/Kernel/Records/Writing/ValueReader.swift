import GRDB

/// Turns what a person wrote into what the store keeps, field by field, with a place for every fault.
struct ValueReader {
    let finder: ReferenceFinder
    let files: FileStore
    /// Turns the path of a file that someone hands in into its bytes.
    let openFile: (String, Int) throws -> [UInt8]
    /// The digests of files that were new.
    private(set) var written: [String] = []
    private(set) var kept: [String: (size: Int, type: String)] = [:]

    init(finder: ReferenceFinder, files: FileStore, openFile: @escaping (String, Int) throws -> [UInt8]) {
        self.finder = finder
        self.files = files
        self.openFile = openFile
    }

    /// The value of a field; the form of the node has been checked by the field's schema.
    ///
    /// - Throws: `DiagnosticsError` for a reference to nothing, a date that is none, a file of the wrong kind.
    mutating func read(_ node: Node, _ field: Field) throws -> FieldValue {
        node.isNull ? .empty : try read(node, field.type, field.name)
    }

    private mutating func read(_ node: Node, _ type: FieldType, _ name: String) throws -> FieldValue {
        switch type {
        case .text, .code: return .scalar((node.string ?? "").databaseValue)
        case .integer, .alias: return .scalar(Int64(node.integer ?? 0).databaseValue)
        case .number:
            let number = node.number ?? Number(0)
            guard ExactDecimal(number)?.isKept(by: number.double) == true else {
                throw DiagnosticsError(.roundedNumber(to: number.double, at: node.span))
            }
            return .scalar(number.double.databaseValue)
        case .boolean: return .scalar((node.bool == true ? 1 : 0).databaseValue)
        case .date:
            do { return .scalar(try Day(node.string ?? "").description.databaseValue) } catch {
                throw DiagnosticsError(error.diagnostic("input/date", in: node))
            }
        case .instant:
            do { return .scalar(try Instant(node.string ?? "").microseconds.databaseValue) } catch {
                throw DiagnosticsError(error.diagnostic("input/instant", in: node))
            }
        case .duration: return .scalar((node.string ?? "").databaseValue)
        case .localized, .json:
            if let place = Self.inexact(node) { throw DiagnosticsError(.inexactNumber(at: place)) }
            return .scalar(String(decoding: try node.json.canonical, as: UTF8.self).databaseValue)
        case .list(let item):
            var items: [FieldValue] = []
            for node in node.list ?? [] { items.append(try read(node, item, name)) }
            return .list(items)
        case .file(let limits): return try file(node, limits, name)
        case .reference(let reference): return try self.reference(node, reference, name)
        }
    }

    /// The place of a number that the store could not give back as it was written: infinite, or whole and beyond 2^53.
    private static func inexact(_ node: Node) -> SourceSpan? {
        if let items = node.list { return items.lazy.compactMap(inexact).first }
        if let pairs = node.map?.pairs { return pairs.lazy.compactMap { inexact($0.value) }.first }
        guard let number = node.number?.double else { return nil }
        let isWhole = number == number.rounded()
        return !number.isFinite || isWhole && abs(number) > 9_007_199_254_740_991 ? node.span : nil
    }

    private func reference(_ node: Node, _ reference: FieldType.Reference, _ name: String) throws -> FieldValue {
        let id = node.string ?? node.integer.map(String.init) ?? ""
        if let key = reference.by {
            if !reference.keepsDangling, try !exists(reference.target, key, id) {
                throw DiagnosticsError(.noSuchRecord(id, reference.target, known: [], at: node.span))
            }
            return .scalar(id.databaseValue)
        }
        guard let key = try finder.find(reference.target, id) else {
            throw DiagnosticsError(.noSuchRecord(id, reference.target, known: try finder.known(reference.target), at: node.span))
        }
        return .scalar(key)
    }

    private func exists(_ target: String, _ key: String, _ id: String) throws -> Bool {
        if KernelRecord(rawValue: target) != nil { return try finder.find(target, id) != nil }
        guard let type = finder.live.record(target), type.field(key) != nil else { return false }
        return try Bool.fetchOne(
            finder.db,
            sql: "SELECT EXISTS (SELECT 1 FROM \(SQLName.quoted(type.table)) WHERE \(SQLName.quoted(SQLName.column(key))) = ?)",
            arguments: [id]) ?? false
    }

    private mutating func file(_ node: Node, _ limits: FieldType.FileLimits, _ name: String) throws -> FieldValue {
        let path = node.string ?? ""
        let bytes: [UInt8]
        do { bytes = try openFile(path, limits.maximum) } catch let error as FileContent.Failure {
            throw DiagnosticsError(.unreadableFile(path, reason: error.reason, at: node.span))
        }
        guard bytes.count <= limits.maximum else {
            throw DiagnosticsError(.fileTooLarge(path, limit: limits.maximum, at: node.span))
        }
        let type = MediaType.of(bytes)
        guard MediaType.fits(type, limits.types) else {
            throw DiagnosticsError(.fileOfOtherType(path, found: type, allowed: limits.types, at: node.span))
        }
        let parts = path.split(separator: "/")
        let called = String(parts.last ?? "file")
        if let said = MediaType.belied(called, by: type) {
            throw DiagnosticsError(.fileNamedOtherwise(path, found: type, said: said, at: node.span))
        }
        let (digest, isNew) = try files.put(bytes)
        if isNew { written.append(digest) }
        kept[digest] = (bytes.count, type)
        return .file(digest: digest, name: called)
    }
}

extension Diagnostic {
    static func noSuchRecord(_ id: String, _ target: String, known: [String], at span: SourceSpan?) -> Diagnostic {
        let kind = KernelRecord(rawValue: target)?.label ?? Text(verbatim: target)
        let nearest = Text.didYouMean(id, among: known)
        return Diagnostic(
            "input/no-such-record", .error,
            Text(
                nb: "«\(id)» finnes ikke (\(kind(.nb)))", nn: "«\(id)» finst ikkje (\(kind(.nn)))", en: "there is no \(kind(.en)) '\(id)'"),
            at: span, label: span == nil ? nil : nearest, help: span == nil ? nearest : nil)
    }

    static func inexactNumber(at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "input/number", .error,
            Text(
                nb: "tallet er for stort til å bli tatt vare på slik det er skrevet",
                nn: "talet er for stort til å bli teke vare på slik det er skrive",
                en: "the number is too large to be kept as it is written"), at: span,
            help: Text(
                nb: "skriv det i anførselstegn, som tekst", nn: "skriv det i hermeteikn, som tekst", en: "put it in quotes, as text"))
    }

    /// - Parameter double: the nearest number that can be kept.
    static func roundedNumber(to double: Double, at span: SourceSpan?) -> Diagnostic {
        let nearest = JSONValue.number(double).compact
        return Diagnostic(
            "input/number", .error,
            Text(
                nb: "tallet er for stort til å bli tatt vare på slik det er skrevet",
                nn: "talet er for stort til å bli teke vare på slik det er skrive",
                en: "the number is too large to be kept as it is written"), at: span,
            help: double.isFinite
                ? Text(
                    nb: "det nærmeste som kan tas vare på, er \(nearest)", nn: "det næraste som kan takast vare på, er \(nearest)",
                    en: "the nearest that can be kept is \(nearest)") : nil)
    }

    static func unreadableFile(_ path: String, reason: Text, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "input/unreadable-file", .error,
            Text(
                nb: "filen «\(path)» kan ikke leses: \(reason(.nb))", nn: "fila «\(path)» kan ikkje lesast: \(reason(.nn))",
                en: "the file '\(path)' cannot be read: \(reason(.en))"), at: span)
    }

    static func fileTooLarge(_ path: String, limit: Int, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "input/file-too-large", .error,
            Text(
                nb: "filen «\(path)» er større enn \(limit) byte", nn: "fila «\(path)» er større enn \(limit) byte",
                en: "the file '\(path)' is larger than \(limit) bytes"), at: span)
    }

    static func fileNamedOtherwise(_ path: String, found: String, said: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "input/file-type", .error,
            Text(
                nb: "«\(path)» er en fil av typen \(found), men navnet sier \(said)",
                nn: "«\(path)» er ei fil av typen \(found), men namnet seier \(said)",
                en: "'\(path)' is a file of type \(found), but its name says \(said)"), at: span,
            help: Text(
                nb: "gi filen det navnet den skal ha", nn: "gi fila det namnet ho skal ha",
                en: "give the file the name that it should have"))
    }

    static func fileOfOtherType(_ path: String, found: String, allowed: [String], at span: SourceSpan?) -> Diagnostic {
        let list = allowed.joined(separator: ", ")
        return Diagnostic(
            "input/file-type", .error,
            Text(
                nb: "filen «\(path)» er \(found), ikke \(list)", nn: "fila «\(path)» er \(found), ikkje \(list)",
                en: "the file '\(path)' is \(found), not \(list)"), at: span)
    }
}
