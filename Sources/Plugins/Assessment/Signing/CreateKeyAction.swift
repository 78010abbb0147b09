import Crypto
import GRDB
import Kernel

/// `assessment.key.create`: makes an Ed25519 key; the one before it is accepted for a while longer.
struct CreateKeyAction: ActionHandler {
    func perform(_ input: HandledInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        if case .seeded = transaction.context.randomness { throw KeyFault.seeded }
        guard let folder = KeyFile.folder(transaction.db), let live = transaction.live else { throw KeyFault.inMemory }
        let key = Curve25519.Signing.PrivateKey()
        let half = Array(key.publicKey.rawRepresentation)
        let fingerprint = KeyFile.fingerprint(half)
        do { try FileContent.makeFolder(folder) } catch { throw KeyFault.cannotWrite(folder, error.reason) }
        // A key whose record is never committed is a file that signs nothing.
        try KeyFile.write(Array(key.rawRepresentation), to: KeyFile.path(fingerprint, in: folder))
        let old = try Int64.fetchAll(transaction.db, sql: "SELECT _id FROM assessment_signing_key WHERE _state = 'active' ORDER BY _id")
        let number = try transaction.make(
            "signing-key", ["fingerprint": .text(fingerprint), "public": .text(Hex.string(half))])
        let days = input.settings["key-overlap-days"]?.integer ?? 365
        let until = try live.timeZone.day(at: transaction.instant).adding(days: days)
        for known in old { try transaction.advance("signing-key", known, "replace", ["until": .text(until.description)]) }
        return ActionOutcome(
            id: String(number), state: "active",
            effect: .object([("fingerprint", .string(fingerprint)), ("public", .string(Hex.string(half)))]))
    }
}

/// A key is replaced when there is a newer one.
struct NewerKeyGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let isThere = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM assessment_signing_key WHERE _state = 'active' AND _id > ?)", arguments: [act.number])
        guard isThere != true else { return }
        throw ActRefusal.rule(
            "has-newer-key", nb: "lag en ny nøkkel først: assessment.key.create", nn: "lag ein ny nøkkel først: assessment.key.create",
            en: "make a new key first: assessment.key.create")
    }
}
