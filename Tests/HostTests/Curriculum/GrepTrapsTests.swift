import Foundation
import Kernel
import Testing

/// Whatever is not as it should be in Grep is read, kept as it came, and told by code.
@Suite struct GrepTrapsTests {
    private static let space = "https://kjerne.example/feller/"

    private static func reference(_ code: String) -> String { #"{"kode": "\#(code)", "uri": "\#(space)\#(code)"}"# }

    /// An object, with an identifier that is no UUID, and what stands besides what all objects have.
    private static func object(_ code: String, _ word: String, _ plural: String, title: String, _ rest: String = "") -> String {
        """
        {"kode": "\(code)", "id": "http://psi.example/#\(code)", "uri": "\(space)\(code)", "url-data": "\(space)v1/\(plural)/\(code)",
         "tittel": \(title), "grep-type": "\(space)ontologi/\(word)", "status": "\(space)v1/status/status_publisert",
         "sist-endret": "2026-05-04T10:00:00.12"\(rest)}
        """
    }

    private static func aim(_ code: String, set: String, _ rest: String) -> String {
        object(
            code, "kompetansemaal_lk20", "kompetansemaal-lk20", title: #""måle is""#,
            #", "tilhoerer-laereplan": \#(reference("A01-01")), "tilhoerer-kompetansemaalsett": \#(reference(set)), "#
                + #""tilknyttede-kjerneelementer": [{"referanse": \#(reference("K1")), "forklaring": []}], \#(rest)"#)
    }

    private static let files: [String: String] = {
        var files: [String: String] = [:]
        files["framework.json"] =
            #"{"identifier": "feller", "namespace": "\#(space)", "title": {"nb": "Feller", "nn": "Feller", "en": "Traps"}}"#
        // The day is not the number in its heading.
        let period =
            #""gyldighetsperiode": {"gyldig-fra": {"overskrift": [{"spraak": "nob", "verdi": "Gjelder fra 1.1.1900"}], "#
            + #""dato": "2020-08-01T00:00:00.12"}, "gyldig-til": {"overskrift": [], "dato": null}}"#
        files["laereplaner-lk20/A01-01.json"] = object(
            "A01-01", "laereplan_lk20", "laereplaner-lk20", title: #"[{"spraak": "nob", "verdi": "Plan A"}]"#,
            #", \#(period), "erstattes-av": [\#(reference("A01-02"))], "farge": {"navn": "gul"}"#)
        let plan = #", "tilhoerer-laereplan": \#(reference("A01-01"))"#
        let years =
            #", "etter-aarstrinn": [\#(reference("aarstrinn5"))], "#
            + #""benyttes-paa-aarstrinn": [\#(reference("aarstrinn3")), \#(reference("aarstrinn5"))], "rekkefoelge": "2""#
        files["kompetansemaalsett-lk20/S1.json"] = object(
            "S1", "kompetansemaalsett_lk20", "kompetansemaalsett-lk20",
            title: #"{"tekst": [{"spraak": "default", "verdi": "Mål etter 4. trinn"}], "forskrift": true}"#, plan + years)
        // A plan in modules has sets for no year.
        files["kompetansemaalsett-lk20/S2.json"] = object(
            "S2", "kompetansemaalsett_lk20", "kompetansemaalsett-lk20", title: #""Modul 1""#, plan)
        files["kompetansemaal-lk20/M1.json"] = aim(
            "M1", set: "S1", #""bygger-paa": [{"referanse": \#(reference("M9")), "forklaring": []}]"#)
        files["kompetansemaal-lk20/M2.json"] = aim("M2", set: "S2", #""forklaring": [{"spraak": "nob", "verdi": ""}]"#)
        let core = object("K1", "kjerneelement_lk20", "semester", title: #"[{"spraak": "nno", "verdi": "Is og snø"}]"#, plan)
        files["kjerneelementer-lk20/K1.json"] = "\u{FEFF}" + core
        files["kopi/K1.json"] = core
        files["aarstrinn/aarstrinn_fov.json"] = object(
            "aarstrinn_fov", "aarstrinn", "aarstrinn", title: #"[{"spraak": "nob", "verdi": "Voksne"}]"#, #", "numerisk-verdi": "10""#)
        files["vaertyper/V1.json"] = object("V1", "vaertype", "vaertyper", title: #""Vær""#)
        return files
    }()

    /// The kind, the code, and what stands there.
    private static let oddities: [(kind: String, code: String, found: String)] = [
        ("byte-order-mark", "K1", "kjerneelementer-lk20/K1.json"), ("dangling-reference", "M1", "M9"),
        ("dangling-reference", "A01-01", "A01-02"), ("empty-text", "M2", "$.forklaring"), ("missing-language", "A01-01", "nn"),
        ("number-as-text", "S1", "$.rekkefoelge"), ("number-as-text", "aarstrinn_fov", "$.numerisk-verdi"),
        ("replaced-without-end", "A01-01", "A01-02"), ("same-object-twice", "K1", "kopi/K1.json"), ("same-text", "M1", "M2"),
        ("same-text", "M2", "M1"), ("set-without-year", "S2", "$.benyttes-paa-aarstrinn"), ("unknown-property", "A01-01", "$.farge"),
        ("unknown-type", "V1", "vaertype"), ("wrong-address", "K1", "v1/semester/K1"),
        ("year-and-title-differ", "S1", "aarstrinn5"), ("year-not-covered", "A01-01", "aarstrinn4"),
    ]

    private let workspace: ShippedWorkspace

    init() throws {
        workspace = try CurriculumSession(importing: false).workspace
        for (path, text) in Self.files {
            let url = URL(filePath: workspace.folder + "/feller/" + path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
    }

    @Test func eachIsReadAndTold() throws {
        let read = workspace.run("import", "grep", "feller")
        #expect(read.status == 0 && read.output.hasPrefix("feller: 8 objects, 8 new"), "\(read)")
        let told = workspace.run("report", "curriculum.oddities", "--output", "csv").output.split(whereSeparator: \.isNewline)
        for oddity in Self.oddities {
            let found = told.contains { line in
                line.hasPrefix(oddity.kind + ",") && line.contains(",\(oddity.code),") && line.contains(oddity.found)
            }
            #expect(found, "\(oddity) \(told)")
        }
        #expect(workspace.run("import", "grep", "feller").output.contains("nothing has changed"))
    }

    @Test func whatWasReadCanBeUsed() throws {
        #expect(workspace.run("import", "grep", "feller").status == 0)
        func csv(_ words: String...) -> String { workspace.run(["report"] + words + ["--output", "csv"]).output }
        // The day of a plan is the date, not the heading; an unknown property stays with the object.
        let plan = csv("curriculum.search", "--words", "a01\u{2011}01")
        #expect(plan.contains(",2020-08-01,") && plan.contains("A01-02"), "\(plan)")
        #expect(workspace.run("list", "curriculum.revision", "--code", "A01-01", "--output", "json").output.contains("farge"))
        // A title is shown in the language there is, and that is said.
        let core = csv("curriculum.search", "--words", "K1", "--framework", "feller")
        #expect(core.contains("Is og snø,nn,"), "\(core)")
        let matrix = csv("curriculum.matrix", "--plan", "A01-01")
        #expect(matrix.contains("M1,måle is,default,no,yes") && matrix.contains("M2,måle is,default,no,yes"), "\(matrix)")
        #expect(csv("curriculum.counts", "--framework", "feller").contains("kompetansemaal-lk20,2"))
    }
}
