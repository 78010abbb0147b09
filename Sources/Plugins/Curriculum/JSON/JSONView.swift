/// One value of a tape.
struct JSONView {
    let tape: JSONTape
    let index: Int

    private var slot: JSONTape.Slot { tape.slots[index] }
    var kind: JSONTape.Kind { slot.kind }
    var isNull: Bool { kind == .null }

    /// The bytes of the value as they stand, of a string those within the quotes.
    var bytes: UnsafeBufferPointer<UInt8> {
        let slot = slot
        return UnsafeBufferPointer(rebasing: tape.bytes[Int(slot.start)..<Int(slot.end)])
    }

    /// The member of that name; nil where there is none, or where the value is no object.
    subscript(name: StaticString) -> JSONView? {
        let slot = slot
        guard slot.kind == .object else { return nil }
        var key = index + 1
        while key < Int(slot.next) {
            let value = key + 1
            if JSONView(tape: tape, index: key).isWord(name) { return JSONView(tape: tape, index: value) }
            key = Int(tape.slots[value].next)
        }
        return nil
    }

    /// The member of that name where it is not null.
    func present(_ name: StaticString) -> JSONView? { self[name].flatMap { $0.isNull ? nil : $0 } }

    /// Whether a string is that word.
    func isWord(_ word: StaticString) -> Bool {
        let slot = slot
        let count = Int(slot.end - slot.start)
        guard slot.kind == .string, count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<count where tape.bytes[Int(slot.start) + offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// Hands each member of an object to `body`.
    func forEachMember(_ body: (_ key: JSONView, _ value: JSONView) throws -> Void) rethrows {
        let slot = slot
        guard slot.kind == .object else { return }
        var key = index + 1
        while key < Int(slot.next) {
            try body(JSONView(tape: tape, index: key), JSONView(tape: tape, index: key + 1))
            key = Int(tape.slots[key + 1].next)
        }
    }

    /// Hands each item of an array to `body`.
    func forEachItem(_ body: (_ item: JSONView) throws -> Void) rethrows {
        let slot = slot
        guard slot.kind == .array else { return }
        var item = index + 1
        while item < Int(slot.next) {
            try body(JSONView(tape: tape, index: item))
            item = Int(tape.slots[item].next)
        }
    }

    /// Whether a string stands otherwise than it is written.
    var hasEscapes: Bool { slot.hasEscapes }

    /// A string's text; nil for anything else.
    var string: String? {
        let slot = slot
        guard slot.kind == .string else { return nil }
        return slot.hasEscapes ? JSONEscapes.decode(bytes) : String(decoding: bytes, as: UTF8.self)
    }

    /// An integer, also where it is written as text.
    var integer: Int? {
        switch kind {
        case .number, .string: Int(String(decoding: bytes, as: UTF8.self))
        default: nil
        }
    }

    var isTrue: Bool { kind == .bool && bytes.first == UInt8(ascii: "t") }
}
