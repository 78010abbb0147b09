/// A change of the modules that `Config/kjerne.yaml` names, made in the text: comments and layout stay as they are.
///
/// ```swift
/// let edit = try ModuleListEdit(file).apply(.enable("notes", range: "^1.0"))
/// ```
/// Whatever is written is read again; an edit that would change anything but the module is refused.
public struct ModuleListEdit {
    public enum Wish: Sendable, Hashable {
        /// The module is named, with this range of versions, and is not set aside; nil keeps the range that is there.
        case enable(String, range: String?)
        /// The module stays named, with its settings, and is set aside.
        case disable(String)
        /// The module is no longer named.
        case remove(String)

        var id: String {
            switch self {
            case .enable(let id, _), .disable(let id), .remove(let id): id
            }
        }
    }

    private var bytes: [UInt8]
    private let root: Node
    private let modules: NodeMap.Pair

    /// - Parameter bytes: the file, whose form has been checked.
    /// - Throws: `ModuleListFault.cannotEdit` where it has no map of modules.
    public init(_ bytes: [UInt8]) throws(ModuleListFault) {
        guard let root = Self.read(bytes), let modules = root.map?.pair("modules"), modules.value.map != nil else {
            throw .cannotEdit
        }
        (self.bytes, self.root, self.modules) = (bytes, root, modules)
    }

    /// The ids that are named, also those that are set aside.
    public var ids: [String] { modules.value.map?.keys ?? [] }

    /// The file after the edit; the same bytes where there is nothing to do.
    ///
    /// - Throws: `ModuleListFault.cannotEdit` where the text is laid out in a way that cannot be changed by itself, `.notNamed` for a module
    ///   that is to go and is not there.
    public func apply(_ wish: Wish) throws(ModuleListFault) -> [UInt8] {
        var edit = self
        let pair = modules.value.map?.pair(wish.id)
        switch (wish, pair) {
        case (.enable(let id, let range), nil): edit.add(id, range: range ?? "*")
        case (.enable(_, let range), let pair?): edit.enable(pair, range: range)
        case (.disable, let pair?): edit.disable(pair)
        case (.remove, let pair?): edit.remove(pair)
        case (_, nil): throw .notNamed(wish.id, known: ids)
        }
        guard edit.bytes != bytes else { return bytes }
        guard let after = Self.read(edit.bytes), after.json.compact == expected(wish).compact else { throw .cannotEdit }
        return edit.bytes
    }

    private static func read(_ bytes: [UInt8]) -> Node? {
        YAMLReader.read(SourceFile(id: .init(0), path: FileKind.workspace.place, bytes: bytes)).document?.root
    }

    /// What the file must mean afterwards.
    private func expected(_ wish: Wish) -> JSONValue {
        var entries = modules.value.json.object ?? []
        let at = entries.firstIndex { $0.key == wish.id }
        switch wish {
        case .remove: if let at { entries.remove(at: at) }
        case .disable: if let at { entries[at].value = Self.set(entries[at].value, enabled: false, range: nil) }
        case .enable(let id, let range):
            if let at {
                entries[at].value = Self.set(entries[at].value, enabled: true, range: range)
            } else {
                entries.append((id, .string(range ?? "*")))
            }
        }
        return .object((root.json.object ?? []).map { $0.key == "modules" ? ($0.key, .object(entries)) : ($0.key, $0.value) })
    }

    private static func set(_ value: JSONValue, enabled: Bool, range: String?) -> JSONValue {
        guard var pairs = value.object else {
            let version = range.map { .string($0) } ?? value
            return enabled ? version : .object([("version", version), ("enabled", .bool(false))])
        }
        if let range, let at = pairs.firstIndex(where: { $0.key == "version" }) { pairs[at].value = .string(range) }
        if let at = pairs.firstIndex(where: { $0.key == "enabled" }) {
            pairs[at].value = .bool(enabled)
        } else if !enabled {
            pairs.append(("enabled", .bool(false)))
        }
        return .object(pairs)
    }

    // MARK: The text

    private mutating func add(_ id: String, range: String) {
        let text = "\(id): \(Self.scalar(range))"
        let map = modules.value
        guard let last = map.map?.pairs.last else {
            // `modules: {}` becomes a block of its own.
            guard bytes[start(map)] == UInt8(ascii: "{") else { return }
            let column = Int(modules.keySpan.start.column) - 1
            replace(start(map)..<Int(map.span.end.byte), with: newline + String(repeating: " ", count: column + 2) + text)
            trimBefore(start(map))
            return
        }
        if isFlow(map) {
            insert(", " + text, at: end(last.value))
        } else {
            let column = Int(last.keySpan.start.column) - 1
            let at = lineEnd(end(last.value))
            insert(newline + String(repeating: " ", count: column) + text, at: at)
        }
    }

    private mutating func enable(_ pair: NodeMap.Pair, range: String?) {
        // The later place first, so that the earlier one stays where it is.
        let version = pair.value.map == nil ? pair.value : pair.value["version"]
        var edits: [(Range<Int>, String)] = []
        if let enabled = pair.value["enabled"], enabled.bool == false { edits.append((start(enabled)..<end(enabled), "true")) }
        if let range, let version, version.string != range { edits.append((start(version)..<end(version), Self.scalar(range))) }
        for edit in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) { replace(edit.0, with: edit.1) }
    }

    private mutating func disable(_ pair: NodeMap.Pair) {
        if let enabled = pair.value["enabled"] {
            if enabled.bool != false { replace(start(enabled)..<end(enabled), with: "false") }
        } else if let last = pair.value.map?.pairs.last {
            if isFlow(pair.value) {
                insert(", enabled: false", at: end(last.value))
            } else {
                let column = Int(last.keySpan.start.column) - 1
                insert(newline + String(repeating: " ", count: column) + "enabled: false", at: lineEnd(end(last.value)))
            }
        } else {
            let place = start(pair.value)..<end(pair.value)
            replace(place, with: "{version: " + String(decoding: bytes[place], as: UTF8.self) + ", enabled: false}")
        }
    }

    private mutating func remove(_ pair: NodeMap.Pair) {
        let pairs = modules.value.map?.pairs ?? []
        guard let at = pairs.firstIndex(where: { $0.key == pair.key }) else { return }
        let key = Int(pair.keySpan.start.byte)
        if isFlow(modules.value) {
            if at + 1 < pairs.count {
                replace(key..<Int(pairs[at + 1].keySpan.start.byte), with: "")
            } else if at > 0 {
                replace(end(pairs[at - 1].value)..<end(pair.value), with: "")
            } else {
                replace(key..<end(pair.value), with: "")
            }
            return
        }
        // The lines of the entry, with what is said at their ends; a comment above it stays.
        let first = lineStart(key)
        let rest = lineEnd(end(pair.value))
        replace(first..<min(bytes.count, rest < bytes.count ? rest + newlineLength(at: rest) : rest), with: "")
        guard pairs.count == 1 else { return }
        let colon = bytes[Int(modules.keySpan.end.byte)...].firstIndex(of: UInt8(ascii: ":")) ?? Int(modules.keySpan.end.byte)
        insert(" {}", at: colon + 1)
    }

    // MARK: Places

    private var newline: String { bytes.contains(0x0D) ? "\r\n" : "\n" }

    private func newlineLength(at place: Int) -> Int { bytes[place] == 0x0D ? 2 : 1 }

    private func isFlow(_ node: Node) -> Bool { bytes[start(node)] == UInt8(ascii: "{") }

    private func start(_ node: Node) -> Int { Int(node.span.start.byte) }

    /// Where a value's own text ends: a block ends with its last value, not where the next line begins.
    private func end(_ node: Node) -> Int {
        let place = start(node)
        let isBracketed = place < bytes.count && [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[place])
        if !isBracketed, let last = node.map?.pairs.last?.value ?? node.list?.last { return end(last) }
        var end = Int(node.span.end.byte)
        while end > place, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    private func lineEnd(_ place: Int) -> Int {
        let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
        return end > place && bytes[end - 1] == 0x0D ? end - 1 : end
    }

    private func lineStart(_ place: Int) -> Int { (bytes[..<place].lastIndex(of: 0x0A) ?? -1) + 1 }

    private mutating func replace(_ range: Range<Int>, with text: String) { bytes.replaceSubrange(range, with: Array(text.utf8)) }
    private mutating func insert(_ text: String, at place: Int) { replace(place..<place, with: text) }

    /// Takes away the spaces before a place.
    private mutating func trimBefore(_ place: Int) {
        var first = place
        while first > 0, bytes[first - 1] == UInt8(ascii: " ") { first -= 1 }
        replace(first..<place, with: "")
    }

    /// A range as YAML reads it back as a text: plain where that is safe also within braces.
    private static func scalar(_ range: String) -> String {
        let isPlain = range.first == "^" && range.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "^.-".contains($0)) }
        return isPlain ? range : "\"\(range)\""
    }
}
