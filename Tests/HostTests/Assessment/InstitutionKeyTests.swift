import Crypto
import Foundation
import Kernel
import Testing

@testable import Assessment

/// In its own workspace an institution takes only what one of its own keys has signed, and that key while it was accepted.
@Suite struct InstitutionKeyTests {
    private func exported(overlap: Int? = nil) throws -> AssessmentLab {
        let lab = try AssessmentLab { session in
            guard let overlap else { return }
            try session.edit(
                "Config/kjerne.yaml", "assessment: ^1.0", "assessment: {version: ^1.0, settings: {key-overlap-days: \(overlap)}}")
        }
        try lab.prepare()
        try lab.grade("B")
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        try lab.ok("do", "assessment.key.create")
        try lab.ok("export", "result", "vest-h27/p1", "--to", "r.json", "--as", "p1")
        return lab
    }

    private func verify(_ lab: AssessmentLab, _ words: String..., at now: String = AssessmentLab.exam) -> String {
        let answer = lab.session.run(["verify", "result"] + words, now: now)
        return "\(answer.code) \(answer.out)"
    }

    private func body(_ lab: AssessmentLab) throws -> JSONValue {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: lab.session.path + "/r.json"))
        return try #require(try JSONValue(parsing: Array(bytes))["result"])
    }

    /// Writes what somebody has made up and signed.
    private func forge(_ lab: AssessmentLab, _ key: Curve25519.Signing.PrivateKey, _ changes: [String: JSONValue]) throws {
        let members = try #require(body(lab).object).map { ($0.key, changes[$0.key] ?? $0.value) }
        try lab.session.put(String(decoding: try SignedResult(.object(members), with: key).bytes, as: UTF8.self), "forged.json")
    }

    private func secret(_ lab: AssessmentLab) throws -> Curve25519.Signing.PrivateKey {
        let folder = lab.session.path + "/var/keys"
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        return try KeyFile.read(folder + "/" + name)
    }

    @Test func aStrangersKeyIsNotTheInstitutions() throws {
        let lab = try exported()
        #expect(verify(lab, "r.json").hasPrefix("0"))
        let stranger = Curve25519.Signing.PrivateKey()
        try forge(lab, stranger, ["name": .string("Nobody"), "credits": .integer(60)])
        let answer = verify(lab, "forged.json")
        #expect(answer.hasPrefix("1") && answer.contains("none of the institution's"), "\(answer)")
        // Whoever says that she trusts it has said so.
        #expect(verify(lab, "forged.json", "--key", Hex.string(stranger.publicKey.rawRepresentation)).hasPrefix("0"))
        // Without the store nothing tells whose it is, and that is said.
        try FileManager.default.moveItem(atPath: lab.session.path + "/var", toPath: lab.session.path + "/away")
        let elsewhere = verify(lab, "forged.json")
        #expect(elsewhere.hasPrefix("0") && elsewhere.contains("not checked: anyone may have signed the file"), "\(elsewhere)")
    }

    /// Other credits than the decision gives are those of no decision, whoever signed.
    @Test func theCreditsAreThoseOfTheDecision() throws {
        let lab = try exported()
        try forge(lab, try secret(lab), ["credits": .integer(60)])
        #expect(verify(lab, "forged.json").hasPrefix("1"))
    }

    @Test func aReplacedKeyIsAcceptedUntilItsDay() throws {
        let lab = try exported(overlap: 10)
        let old = try secret(lab)
        try lab.ok("do", "assessment.key.create")
        // Made on 16 May 2028, and so until 26 May.
        #expect(verify(lab, "r.json").contains("replaced, but accepted until 2028-05-26"))
        try forge(lab, old, ["signed": .string("2028-05-26")])
        #expect(verify(lab, "forged.json").hasPrefix("0"))
        let after = verify(lab, "r.json", at: "2028-05-28T08:00:00Z")
        #expect(after.hasPrefix("0") && after.contains("out of use after 2028-05-26; the file is dated before that"), "\(after)")
        try lab.ok("due", at: "2028-05-28T08:00:00Z")
        #expect(verify(lab, "r.json", at: "2028-06-01T08:00:00Z").hasPrefix("0"))
        try forge(lab, old, ["signed": .string("2028-05-27")])
        for now in [AssessmentLab.exam, "2028-05-28T08:00:00Z"] {
            let late = verify(lab, "forged.json", at: now)
            #expect(late.hasPrefix("1") && late.contains("is not dated before that"), "\(late)")
        }
    }

    /// What is handed out holds by the schema that is published of it.
    @Test func anExportedFileHoldsByItsSchema() throws {
        let lab = try exported()
        try lab.session.put(lab.session.run("schema", "show", "assessment.result").out, "s.json")
        let answer = lab.session.run("schema", "validate", "s.json", "r.json")
        #expect(answer.code == 0, "\(answer.out)\(answer.err)")
        try lab.session.put(
            String(contentsOfFile: lab.session.path + "/r.json", encoding: .utf8).replacing(
                "\"scale\":\"a-f\"", with: "\"scale\":\"merit\""),
            "r.json")
        #expect(lab.session.run("schema", "validate", "s.json", "r.json").code != 0)
    }
}
