import Crypto

/// SHA-256 over rows, each value with its type and length before it, so that no two contents look alike.
struct RowHash {
    private var hash = SHA256()
    private var buffer: [UInt8] = []
    private static let chunk = 1 << 16

    init() { buffer.reserveCapacity(Self.chunk * 2) }

    mutating func begin(table: String) {
        buffer.append(0xFF)
        add(bytes: Array(table.utf8))
    }

    mutating func add(_ row: borrowing BulkRow) {
        buffer.append(0xFE)
        for column in 0..<row.count {
            let kind = row.kind(column)
            buffer.append(kind.rawValue)
            switch kind {
            case .null: break
            case .integer: add(UInt64(bitPattern: row.integer(column)))
            case .real: add(row.real(column).bitPattern)
            case .text, .blob: add(bytes: row.bytes(column))
            }
        }
        if buffer.count >= Self.chunk { flush() }
    }

    mutating func finish() -> String {
        flush()
        return Hex.string(hash.finalize())
    }

    private mutating func add(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { buffer.append(contentsOf: $0) }
    }

    private mutating func add(bytes: some Collection<UInt8>) {
        add(UInt64(bytes.count))
        buffer.append(contentsOf: bytes)
    }

    private mutating func flush() {
        hash.update(data: buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
