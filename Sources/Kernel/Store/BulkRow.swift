import Foundation
import GRDB
import GRDBSQLite

/// The current row of a `BulkStatement`, read in place.
struct BulkRow: ~Copyable {
    /// The type of a stored value.
    enum Kind: UInt8 {
        case null, integer, real, text, blob
    }

    private let handle: OpaquePointer

    init(handle: OpaquePointer) { self.handle = handle }

    var count: Int32 { sqlite3_column_count(handle) }

    func kind(_ column: Int32) -> Kind {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .real
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .null
        }
    }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
    func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    /// The bytes of a text or blob; empty for null.
    ///
    /// They are gone with the row.
    func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let base = sqlite3_column_blob(handle, column)
        let count = sqlite3_column_bytes(handle, column)
        return UnsafeBufferPointer(start: base?.assumingMemoryBound(to: UInt8.self), count: base == nil ? 0 : Int(count))
    }

    /// A text column as a string; empty for null.
    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// A text column as a string; nil for null.
    func optionalText(_ column: Int32) -> String? { kind(column) == .null ? nil : text(column) }

    /// A column of integers; nil for null.
    func optionalInteger(_ column: Int32) -> Int64? { kind(column) == .null ? nil : integer(column) }

    /// A copy of a column as it is stored.
    func value(_ column: Int32) -> DatabaseValue {
        switch kind(column) {
        case .null: .null
        case .integer: integer(column).databaseValue
        case .real: real(column).databaseValue
        case .text: text(column).databaseValue
        case .blob: Data(bytes(column)).databaseValue
        }
    }

    /// Whether a text column holds exactly these bytes.
    ///
    /// Null equals nothing.
    func isText(_ column: Int32, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard kind(column) == .text else { return false }
        let own = bytes(column)
        return own.count == other.count && own.elementsEqual(other)
    }
}
