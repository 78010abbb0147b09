import Foundation
import Kernel

/// A framework in Grep's shape, written for one test.
struct OwnGrep {
    let identifier: String
    private var files: [String: String] = [:]

    init(_ identifier: String) {
        self.identifier = identifier
        files["framework.json"] = """
            {"identifier": "\(identifier)", "namespace": "\(space)", "title": {"nb": "\(identifier)", "nn": "\(identifier)", "en": "\(identifier)"},
             "publisher": "Test", "licence": "CC0", "credit": {"nb": "Prøve", "nn": "Prøve", "en": "Trial"}, "language": "nb", "version": "1"}
            """
    }

    /// The sample of the repository as a framework of another name, with the first day of its newest plan.
    init(sampleAs identifier: String, from day: String) throws {
        self.identifier = identifier
        let root = ShippedWorkspace.repository + "/Curricula/eksempel"
        for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() where path.hasSuffix(".json") {
            files[path] = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
                .replacing("kjerne.example/eksempel/", with: "kjerne.example/\(identifier)/")
                .replacing("\"identifier\": \"eksempel\"", with: "\"identifier\": \"\(identifier)\"")
        }
        files["laereplaner-lk20/SKO01-02.json"] = files["laereplaner-lk20/SKO01-02.json"]?.replacing("\"2026-08-01", with: "\"\(day)")
    }

    private var space: String { "https://kjerne.example/\(identifier)/" }

    private func reference(_ code: String) -> String { #"{"kode": "\#(code)", "uri": "\#(space)\#(code)"}"# }

    private func references(_ codes: [String]) -> String { "[" + codes.map(reference).joined(separator: ", ") + "]" }

    private mutating func add(_ code: String, _ word: String, _ plural: String, _ title: String, _ status: String, _ rest: String) {
        files["\(plural)/\(code).json"] = """
            {"id": "\(identifier)-\(code)", "kode": "\(code)", "uri": "\(space)\(code)", "url-data": "\(space)v1/\(plural)/\(code)",
             "tittel": [{"spraak": "nob", "verdi": "\(title)"}, {"spraak": "nno", "verdi": "\(title)"}, {"spraak": "eng", "verdi": "\(title)"}],
             "grep-type": "\(space)ontologi/\(word)", "status": "\(space)v1/status/status_\(status)",
             "sist-endret": "2026-05-04T10:00:00", \(rest)}
            """
    }

    mutating func plan(_ code: String, from: String, to: String? = nil, status: String = "publisert", older: Bool = false) {
        let end = to.map { "\"\($0)T00:00:00\"" } ?? "null"
        add(
            code, older ? "laereplan" : "laereplan_lk20", older ? "laereplaner" : "laereplaner-lk20", "Plan \(code)", status,
            #""gyldighetsperiode": {"gyldig-fra": {"dato": "\#(from)T00:00:00"}, "gyldig-til": {"dato": \#(end)}}"#)
    }

    mutating func set(_ code: String, plan: String, year: Int, aims: [String]) {
        add(
            code, "kompetansemaalsett_lk20", "kompetansemaalsett-lk20", "After year \(year)", "publisert",
            #""tilhoerer-laereplan": \#(reference(plan)), "kompetansemaal": \#(references(aims)), "#
                + #""etter-aarstrinn": [\#(reference("aarstrinn\(year)"))], "benyttes-paa-aarstrinn": [\#(reference("aarstrinn\(year)"))]"#)
        for aim in aims {
            add(
                aim, "kompetansemaal_lk20", "kompetansemaal-lk20", "Aim \(aim)", "publisert",
                #""tilhoerer-laereplan": \#(reference(plan)), "tilhoerer-kompetansemaalsett": \#(reference(code))"#)
        }
    }

    /// An aim of the older reform, which may stand in several plans.
    mutating func olderAim(_ code: String, plans: [String], core: String? = nil) {
        add(
            code, "kompetansemaal", "kompetansemaal", "Aim \(code)", "publisert",
            #""laereplan-referanser": \#(references(plans))"#
                + (core.map { #", "tilknyttede-kjerneelementer": \#(references([$0]))"# } ?? ""))
    }

    /// Writes the framework, its objects in another form of the same JSON where one is given.
    ///
    /// - Returns: the path of the folder.
    func write(_ form: (String) throws -> String = { $0 }) throws -> String {
        let folder = NSTemporaryDirectory() + "kjerne-grep-\(UUID().uuidString)/\(identifier)"
        for (path, text) in files {
            let url = URL(filePath: folder + "/" + path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try form(text).write(to: url, atomically: true, encoding: .utf8)
        }
        return folder
    }
}
