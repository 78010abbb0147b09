import Foundation
import Kernel
import Testing

/// That import and export lose nothing that the standard carries.
@Suite struct CASERoundTripTests {
    /// The objects of a package by list and identifier.
    private static func objects(_ package: JSONValue) -> [String: JSONValue] {
        var found: [String: JSONValue] = ["CFDocument": package["CFDocument"] ?? .null]
        let lists = (package.object ?? []) + (package["CFDefinitions"]?.object ?? [])
        for (name, list) in lists {
            for object in list.array ?? [] { found["\(name) \(object["identifier"]?.string ?? "")"] = object }
        }
        return found
    }

    /// An object without what 1.1 forbids, and without members that say nothing.
    private static func standard(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            .object(
                members.filter { !["CFDocumentURI", "caseVersion"].contains($0.key) && !($0.key == "notes" && $0.value.isNull) }.map {
                    ($0.key, $0.key == "extensions" ? $0.value : standard($0.value))
                })
        case .array(let items): .array(items.map(standard))
        default: value
        }
    }

    @Test(arguments: [false, true])
    func generatedPackages(isOld: Bool) throws {
        let session = try CASESession()
        for seed in 0..<16 as Range<UInt64> {
            var generator = CASEGenerator(seed: seed, isOld: isOld)
            let package = generator.package()
            try session.write(package, "in.json")
            let result = session.workspace.run("import", "case", "in.json")
            #expect(result.status == 0, "seed \(seed): \(result.errors)")
            let written = try session.export(generator.document, to: "out.json")
            let (own, others) = (Self.objects(package), Self.objects(written))
            #expect(Set(own.keys) == Set(others.keys), "seed \(seed)")
            for (name, object) in own {
                #expect(others[name].map(Self.standard) == Self.standard(object), "seed \(seed): \(name)")
            }
            #expect(session.workspace.run("import", "case", "out.json").status == 0, "seed \(seed)")
            #expect(try session.export(generator.document, to: "again.json") == written, "seed \(seed)")
            #expect(try session.workspace.read("again.json") == session.workspace.read("out.json"), "seed \(seed)")
        }
    }

    @Test func whatWasWrittenIsReadInElsewhere() throws {
        let first = try CASESession()
        #expect(first.workspace.run("import", "case", "havvakt.json").status == 0)
        let written = try first.export(CASESession.havvakt, to: "out.json")
        let second = try CASESession()
        try second.write(written, "in.json")
        #expect(second.workspace.run("import", "case", "in.json").status == 0)
        #expect(try second.export(CASESession.havvakt, to: "out.json") == written)
        #expect(try second.workspace.read("out.json") == first.workspace.read("out.json"))
    }

    @Test func whatTheStandardDoesNotKnowGoesToTheExtensions() throws {
        let session = try CASESession()
        var package = try session.fixture().setting(["extensions"], to: .object([("own", .bool(true))]))
        package = package.setting(["batch"], to: .string("7")).setting(["CFDefinitions", "extensions"], to: .object([("d", .integer(1))]))
        package = package.setting(["CFRubrics", "0", "CFRubricCriteria", "0", "colour"], to: .string("blue"))
        try session.write(package, "in.json")
        #expect(session.workspace.run("import", "case", "in.json").status == 0)
        let written = try session.export(CASESession.havvakt, to: "out.json")
        #expect(written["CFItems"]?.array?[1]["extensions"]?["exampleText"]?.string == "white caps")
        #expect(written["extensions"] == .object([("own", .bool(true)), ("batch", .string("7"))]))
        #expect(written["CFDefinitions"]?["extensions"]?["d"]?.integer == 1)
        #expect(written["CFRubrics"]?.array?[0]["CFRubricCriteria"]?.array?[0]["extensions"]?["colour"]?.string == "blue")
        #expect(session.workspace.run("import", "case", "out.json").status == 0)
        #expect(try session.export(CASESession.havvakt, to: "again.json") == written)
    }

    @Test func aPlanThatWasWrittenIsReadInElsewhere() throws {
        let grep = try CASESession(importingGrep: true)
        let other = try CASESession()
        for tag in ["", "@nn", "@en", "@sme"] {
            let plan = try grep.export("SKO01-02\(tag)", to: "plan.json")
            let id = try #require(plan["CFDocument"]?["identifier"]?.string)
            try other.write(plan, "plan.json")
            let result = other.workspace.run("import", "case", "plan.json")
            #expect(result.status == 0, "\(result.errors)")
            #expect(try other.export(id, to: "out.json") == plan)
            #expect(other.workspace.run("import", "case", "out.json").output == "\(id): nothing has changed.\n")
        }
    }
}
