import Crypto
import Kernel

/// A joint result with the signature of the institution, as it is handed out.
struct SignedResult: Sendable {
    static let format = "kjerne.result/1"

    var body: JSONValue
    var key: [UInt8]
    var signature: [UInt8]

    /// Signs what a result says.
    init(_ body: JSONValue, with key: Curve25519.Signing.PrivateKey) throws {
        self.body = body
        self.key = Array(key.publicKey.rawRepresentation)
        signature = Array(try key.signature(for: try Self.signed(body)))
    }

    /// Reads a file; nil where it is none.
    ///
    /// It has nothing but the body, which the signature covers as a whole, the name of the format, which it covers too, and what checks it.
    init?(reading value: JSONValue) {
        guard value.object?.count == 4, value["format"]?.string == Self.format, let body = value["result"],
            let key = value["key"]?.string.flatMap(Hex.bytes),
            let signature = value["signature"]?.string.flatMap(Hex.bytes), key.count == 32, signature.count == 64
        else { return nil }
        self.body = body
        self.key = key
        self.signature = signature
    }

    private static func signed(_ body: JSONValue) throws -> [UInt8] { Array((format + "\n").utf8) + (try body.canonical) }

    /// The file: canonical JSON.
    var bytes: [UInt8] {
        get throws {
            try JSONValue.object([
                ("format", .string(Self.format)), ("key", .string(Hex.string(key))), ("result", body),
                ("signature", .string(Hex.string(signature))),
            ]).canonical + [UInt8(ascii: "\n")]
        }
    }

    /// Whether the signature is that of the key over the body; with a key that is none, nothing is signed.
    func isSigned() throws -> Bool {
        try !SmallOrder.contains(key)
            && Curve25519.Signing.PublicKey(rawRepresentation: key).isValidSignature(signature, for: try Self.signed(body))
    }
}
