import Crypto
import Kernel

/// `kjerne verify result FILE`: computes the grade anew from the parts, and checks digest, signature and key; nothing else is needed.
///
/// Where the store is that it came from, it also says whether a later decision has taken the place of this one.
struct ResultVerifier: Verifier {
    func verify(_ bytes: [UInt8], keys: [String]) throws -> Verification { try verification(bytes, keys, standing: nil, known: nil) }

    func verify(
        _ bytes: [UInt8], keys: [String], reading: borrowing some ReportReading & ~Copyable
    ) throws -> Verification {
        var known: KeyStanding?
        if let value = try? JSONValue(parsing: bytes), let file = SignedResult(reading: value) { known = try KeyStanding(file, reading) }
        return try verification(bytes, keys, standing: OutcomeStanding(bytes, reading), known: known)
    }

    private func verification(
        _ bytes: [UInt8], _ keys: [String], standing: OutcomeStanding?, known: KeyStanding?
    ) throws -> Verification {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw NoResultFile()
        }
        guard let file = SignedResult(reading: value) else { throw NoResultFile() }
        // What was not checked neither holds nor does not.
        var checks: [(Text, Bool?, Text)] = []
        let grade = file.body["grade"]?.string ?? ""
        let computed = file.body["computed"].flatMap(JointResult.init(reading:))
        checks.append(
            (
                Text(nb: "karakteren følger av delene", nn: "karakteren følgjer av delane", en: "the grade follows from the parts"),
                computed?.grade == grade,
                computed?.grounds ?? Text(nb: "delene kan ikke leses", nn: "delane kan ikkje lesast", en: "the parts cannot be read")
            ))
        let digest = try computed?.digest() ?? ""
        checks.append(
            (
                Text(nb: "fingeravtrykket stemmer", nn: "fingeravtrykket stemmer", en: "the digest fits"),
                digest == file.body["digest"]?.string,
                Text(verbatim: String(digest.prefix(16)))
            ))
        checks.append(
            (
                Text(nb: "signaturen stemmer", nn: "signaturen stemmer", en: "the signature fits"), try file.isSigned(),
                Text(verbatim: KeyFile.fingerprint(file.key))
            ))
        let key = Hex.string(file.key)
        if !keys.isEmpty {
            checks.append(
                (
                    Text(nb: "nøkkelen er en du stoler på", nn: "nøkkelen er ein du stoler på", en: "the key is one that you trust"),
                    keys.contains { $0.lowercased() == key }, Text(verbatim: String(key.prefix(16)))
                ))
        }
        if let row = Self.row(known, isTrusted: !keys.isEmpty) { checks.append(row) }
        if let standing {
            checks.append(
                (
                    Text(nb: "vedtaket står fortsatt", nn: "vedtaket står framleis", en: "the decision still stands"),
                    standing == .stands, standing.text
                ))
        }
        let isSound = checks.allSatisfy { $0.1 != false }
        var notes = [
            Text(
                nb: "\(file.body["name"]?.string ?? ""): \(grade) i \(file.body["course"]?.string ?? "").",
                nn: "\(file.body["name"]?.string ?? ""): \(grade) i \(file.body["course"]?.string ?? "").",
                en: "\(file.body["name"]?.string ?? ""): \(grade) in \(file.body["course"]?.string ?? "").")
        ]
        if keys.isEmpty, known == nil {
            notes.append(
                Text(
                    nb: "Nøkkelen er ikke sammenlignet med noen: gi institusjonens offentlige nøkkel med --key.",
                    nn: "Nøkkelen er ikkje samanlikna med nokon: gi den offentlege nøkkelen til institusjonen med --key.",
                    en: "The key was not compared with any: give the institution's public key with --key."))
        }
        if standing == nil {
            let (day, edition) = (file.body["signed"]?.string ?? "", file.body["edition"]?.integer ?? 0)
            notes.append(
                Text(
                    nb: "Vedtak \(edition) sto da filen ble signert \(day). Om et senere vedtak har avløst det, vet institusjonen.",
                    nn: "Vedtak \(edition) stod då fila vart signert \(day). Om eit seinare vedtak har avløyst det, veit institusjonen.",
                    en:
                        "Decision \(edition) stood when the file was signed on \(day). The institution knows whether a later one has replaced it."
                ))
        }
        return Verification(
            isSound: isSound,
            table: Table(
                "assessment.verification", title: Text(nb: "Signert resultat", nn: "Signert resultat", en: "Signed result"),
                columns: [
                    .init("check", .localized, Text(nb: "Kontroll", nn: "Kontroll", en: "Check")),
                    .init("holds", .boolean, Text(nb: "Stemmer", nn: "Stemmer", en: "Holds")),
                    .init("found", .localized, Text(nb: "Funnet", nn: "Funne", en: "Found")),
                ], rows: checks.map { [.localized($0.0), $0.1.map { .boolean($0) } ?? .empty, .localized($0.2)] }, notes: notes))
    }
}

extension ResultVerifier {
    /// Whose the key is, as far as it is known here; nil where the one who asks trusts a key that the workspace does not know.
    private static func row(_ known: KeyStanding?, isTrusted: Bool) -> (Text, Bool?, Text)? {
        let check = Text(nb: "nøkkelen er institusjonens", nn: "nøkkelen er institusjonen sin", en: "the key is the institution's")
        if let known { return isTrusted && known == .unknown ? nil : (check, known.holds, known.text) }
        guard !isTrusted else { return nil }
        return (
            check, nil,
            Text(
                nb: "ikke kontrollert: hvem som helst kan ha signert filen", nn: "ikkje kontrollert: kven som helst kan ha signert fila",
                en: "not checked: anyone may have signed the file")
        )
    }
}

/// That a file is no signed result.
struct NoResultFile: ExplainedError {
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(nb: "filen er ikke et signert resultat", nn: "fila er ikkje eit signert resultat", en: "the file is no signed result")
    }
    var help: Text? { Text(verbatim: "kjerne export result OFFERING/PERSON --to FILE") }
}
