import KernelTesting
import Testing

@testable import Kernel

/// Golden files of letters: what is wrong with one, and what comes of one.
@Suite struct NoticeGoldenTests {
    @Test func diagnostics() throws {
        let golden = GoldenDiagnostics(folder: "Tests/Fixtures/diagnostics/notices")
        #expect(try golden.names().count >= 4)
        let store = try RecordStore()
        let module = try #require(store.index.modules["trial"])
        for mismatch in try golden.run({ inputs in
            var sources = SourceMap()
            var files: [String: SourceFile] = [:]
            for input in inputs { files[input.path] = sources.add(path: "Modules/trial/" + input.path, bytes: input.bytes) }
            var found = Diagnostics()
            found.report(contentsOf: NoticeCheck.run(module, store.index, files: files, languages: ["nb", "nn", "en"]))
            return TextRenderer(language: .en).render(found, in: sources)
        }) { Issue.record("\(mismatch)") }
    }

    /// A letter in each language as an e-mail file; the line breaks of the file are shown as LF.
    @Test func letters() throws {
        let golden = GoldenDiagnostics(folder: "Tests/Fixtures/letters")
        #expect(try golden.names().count >= 2)
        for mismatch in try golden.run(Self.letters) { Issue.record("\(mismatch)") }
    }

    private static func letters(_ inputs: [GoldenDiagnostics.Input]) throws -> String {
        let zone = try TimeZoneRules.load("Europe/Oslo")
        let values = try #require(
            inputs.first { $0.path == "values.yaml" }.flatMap {
                YAMLReader.read(.init(id: .init(0), path: "", bytes: $0.bytes)).document?.root
            })
        let sender = LetterSender(
            workspace: "demo", address: "studier@vest.example", name: Text(nb: "Høgskolen Vest", nn: "Høgskulen Vest", en: "West College"))
        let person = Person(
            key: 7, id: "p7", givenName: "Čájá", familyName: "Østensjø-Bjørnstjernesen", email: "caja@skole.example", language: nil)
        return try inputs.filter { $0.path.hasSuffix(".md") }.map { input in
            let tag = String(input.path.split(separator: ".")[1])
            let (read, faults) = NoticeTemplate.read(.init(id: .init(0), path: input.path, bytes: input.bytes))
            let template = try #require(read, "\(faults)")
            let letter = try NoticeRenderer(language: #require(Language(rawValue: tag)), zone: zone).render(
                template, name: "result", for: .person(7)
            ) { path, _ in try value(values[path]) }
            let notice = Notice(
                id: 12, module: "trial", name: "result", record: .init(kind: "trial.paper", number: 3), person: 7, language: tag,
                subject: letter.subject, body: letter.body, announced: try Instant("2027-03-18T09:15:00Z"), event: 41)
            return String(decoding: try sender.email(notice, to: person, zone: zone).bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        }.joined(separator: "----\n")
    }

    private static func value(_ node: Node?) throws -> NoticeValue? {
        guard let node else { return nil }
        if let day = node["day"]?.string { return .day(try Day(day)) }
        if let instant = node["instant"]?.string { return .instant(try Instant(instant)) }
        if let end = node["end"]?.string { return .end(try Instant(end)) }
        if let number = node.integer { return .integer(number) }
        if let number = node.number?.double { return .number(number) }
        if let value = node.bool { return .boolean(value) }
        if node.map != nil { return .localized(Text(node: node)) }
        return node.string.map(NoticeValue.text) ?? .empty
    }
}
