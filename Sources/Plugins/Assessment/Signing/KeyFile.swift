import Crypto
import Foundation
import GRDB
import GRDBSQLite
import Kernel

/// The private half of a signing key, in a file beside the store that its owner alone can read.
struct KeyFile {
    /// `keys` beside the store's file; nil for a store in memory.
    static func folder(_ db: Database) -> String? {
        guard let connection = db.sqliteConnection, let name = sqlite3_db_filename(connection, "main") else { return nil }
        let path = String(cString: name)
        guard let slash = path.lastIndex(of: "/") else { return nil }
        return path[..<slash] + "/keys"
    }

    static func path(_ fingerprint: String, in folder: String) -> String { "\(folder)/assessment-\(fingerprint.prefix(16)).key" }

    /// The first 32 hexadecimal digits of the public half's SHA-256.
    static func fingerprint(_ key: [UInt8]) -> String { String(Hex.string(SHA256.hash(data: key)).prefix(32)) }

    /// Writes a new file; it is never readable by others, not even for an instant.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw KeyFault.cannotWrite(path, .systemReason(errno)) }
        defer { close(descriptor) }
        let text = Array((Hex.string(bytes) + "\n").utf8)
        guard text.withUnsafeBytes({ Glibc.write(descriptor, $0.baseAddress, $0.count) }) == text.count, fsync(descriptor) == 0 else {
            throw KeyFault.cannotWrite(path, .systemReason(errno))
        }
    }

    /// The private key; others than the owner must not be able to read the file.
    static func read(_ path: String) throws -> Curve25519.Signing.PrivateKey {
        var status = stat()
        guard stat(path, &status) == 0 else { throw KeyFault.missing(path) }
        guard status.st_mode & 0o077 == 0 else { throw KeyFault.readable(path) }
        let bytes: [UInt8]
        do { bytes = try FileContent.read(path, limit: 4096) } catch { throw KeyFault.missing(path) }
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let raw = Hex.bytes(text), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw) else {
            throw KeyFault.missing(path)
        }
        return key
    }
}

/// What is wrong with a key's file.
enum KeyFault: ExplainedError {
    case cannotWrite(String, Text)
    case missing(String)
    case readable(String)
    case none
    case seeded
    case inMemory

    var kind: ErrorKind { .refused }

    var message: Text {
        switch self {
        case .cannotWrite(let path, let reason):
            Text(
                nb: "\(path) kan ikke skrives: \(reason(.nb))", nn: "\(path) kan ikkje skrivast: \(reason(.nn))",
                en: "\(path) cannot be written: \(reason(.en))")
        case .missing(let path):
            Text(
                nb: "den private nøkkelen \(path) er ikke der eller kan ikke leses",
                nn: "den private nøkkelen \(path) er ikkje der eller kan ikkje lesast",
                en: "the private key \(path) is not there or cannot be read")
        case .readable(let path):
            Text(
                nb: "andre enn eieren kan lese \(path)", nn: "andre enn eigaren kan lese \(path)",
                en: "others than its owner can read \(path)")
        case .none: Text(nb: "det finnes ingen signeringsnøkkel", nn: "det finst ingen signeringsnøkkel", en: "there is no signing key")
        case .seeded:
            Text(
                nb: "en nøkkel kan ikke lages av et frø som andre kjenner", nn: "ein nøkkel kan ikkje lagast av eit frø som andre kjenner",
                en: "a key cannot be made from a seed that others know")
        case .inMemory:
            Text(nb: "databasen ligger ikke i en fil", nn: "databasen ligg ikkje i ei fil", en: "the store is not in a file")
        }
    }

    var help: Text? {
        switch self {
        case .readable(let path): Text(verbatim: "chmod 600 \(path)")
        case .none, .missing: Text(verbatim: "kjerne do assessment.key.create")
        case .seeded: Text(nb: "kjør uten --seed", nn: "køyr utan --seed", en: "run without --seed")
        default: nil
        }
    }
}
