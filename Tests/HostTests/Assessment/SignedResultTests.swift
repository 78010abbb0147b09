import Crypto
import Kernel
import Testing

@testable import Assessment

/// A signed result is checked by the file alone; whatever is changed in it is found.
@Suite struct SignedResultTests {
    private func file(_ key: Curve25519.Signing.PrivateKey) throws -> [UInt8] {
        let part = ResultCombination.Part(exam: "hjemmeeksamen", weight: 0, isGate: true, grade: "B")
        let combination = ResultCombination(rule: .all, number: nil, rounding: .up, scale: .letters)
        let result = try #require(JointResult([part], by: combination))
        let body = JSONValue.object([
            ("computed", result.json), ("grade", .string("B")), ("digest", .string(try result.digest())), ("name", .string("Kari Nes")),
            ("course", .string("LPF6000")),
        ])
        return try SignedResult(body, with: key).bytes
    }

    @Test func soundAsWritten() throws {
        let key = Curve25519.Signing.PrivateKey()
        let half = Hex.string(key.publicKey.rawRepresentation)
        #expect(try ResultVerifier().verify(file(key), keys: []).isSound)
        #expect(try ResultVerifier().verify(file(key), keys: [half]).isSound)
        let other = Hex.string(Curve25519.Signing.PrivateKey().publicKey.rawRepresentation)
        #expect(try !ResultVerifier().verify(file(key), keys: [other]).isSound)
    }

    @Test(arguments: [
        ("\"grade\":\"B\",\"name\"", "\"grade\":\"A\",\"name\""), ("Kari Nes", "Kari Nys"),
        ("\"grade\":\"B\",\"weight\"", "\"grade\":\"A\",\"weight\""),
    ])
    func aChangeIsFound(old: String, new: String) throws {
        let text = String(decoding: try file(.init()), as: UTF8.self)
        let changed = text.replacing(old, with: new)
        try #require(changed != text || text.contains(old) == false)
        if changed != text { #expect(try !ResultVerifier().verify(Array(changed.utf8), keys: []).isSound) }
    }

    /// Whose a key is nobody can tell by the file: the row says that it was not checked.
    @Test func whoseTheKeyIsIsSaidToBeUnchecked() throws {
        let key = Curve25519.Signing.PrivateKey()
        let rows = try ResultVerifier().verify(file(key), keys: []).table.rows
        #expect(rows.last?[1] == .empty)
        let half = Hex.string(key.publicKey.rawRepresentation)
        #expect(try ResultVerifier().verify(file(key), keys: [half]).table.rows.allSatisfy { $0[1] == .boolean(true) })
    }

    /// What the signature does not cover is no part of a file.
    @Test func nothingStandsBesideWhatIsSigned() throws {
        let text = String(decoding: try file(.init()), as: UTF8.self).replacing("{\"format\"", with: "{\"credits\":60,\"format\"")
        #expect(throws: NoResultFile.self) { try ResultVerifier().verify(Array(text.utf8), keys: []) }
    }

    /// With a key of small order one signature fits many texts.
    @Test(arguments: ["00", "01", "ec", "ed", "ee"], ["00", "80"]) func aKeyOfSmallOrderSignsNothing(low: String, sign: String) throws {
        let isHigh = low.hasPrefix("e")
        let top = isHigh ? (sign == "80" ? "ff" : "7f") : sign
        let key = low + String(repeating: isHigh ? "f" : "0", count: 60) + top
        let bytes = try #require(Hex.bytes(key))
        #expect(SmallOrder.contains(bytes))
        // The neutral element as the first half, and nothing as the second.
        let signature = "01" + String(repeating: "0", count: 126)
        let result = try #require(try JSONValue(parsing: file(.init()))["result"])
        let forged = JSONValue.object([
            ("format", .string(SignedResult.format)), ("key", .string(key)), ("result", result), ("signature", .string(signature)),
        ])
        #expect(try !ResultVerifier().verify(forged.canonical, keys: [key]).isSound)
    }

    @Test(arguments: ["{}", "[]", "{\"format\":\"kjerne.result/1\",\"result\":{},\"key\":\"00\",\"signature\":\"zz\"}"])
    func whatIsNoResultIsRefused(text: String) {
        #expect(throws: NoResultFile.self) { try ResultVerifier().verify(Array(text.utf8), keys: []) }
    }

    /// Numbers that no scheme has are read as a file that does not hold, and never as a fault of the program.
    @Test(arguments: [
        ("\"rule\":\"all\"", "\"rule\":\"weighted\"", "\"weight\":0", "\"weight\":1e300"),
        ("\"rule\":\"all\"", "\"rule\":\"best-of\"", "\"number\":null", "\"number\":-3"),
    ])
    func impossibleNumbersDoNotHold(rule: String, other: String, number: String, impossible: String) throws {
        let text = String(decoding: try file(.init()), as: UTF8.self)
        let changed = text.replacing(rule, with: other).replacing(number, with: impossible)
        try #require(changed.contains(impossible))
        #expect(try !ResultVerifier().verify(Array(changed.utf8), keys: []).isSound)
    }

    @Test func whatIsNotJSONIsNoResult() throws {
        let deep = String(repeating: "[", count: 2000)
        let cut = String(decoding: try file(.init()), as: UTF8.self).dropLast(20)
        for text in ["", "{\"a\":1,\"a\":2}", deep, String(cut)] {
            #expect(throws: NoResultFile.self) { try ResultVerifier().verify(Array(text.utf8), keys: []) }
        }
    }
}
