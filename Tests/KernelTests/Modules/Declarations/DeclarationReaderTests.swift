import Testing

@testable import Kernel

@Suite struct DeclarationReaderTests {
    @Test func theSampleIsSound() throws {
        let faults = try SampleManifest.faults(SampleManifest.root()).map { "\($0.span?.start.line ?? 0): \($0.message(.en))" }
        #expect(faults.isEmpty, "\(faults)")
    }

    /// The store keeps manifests as JSON.
    @Test func yamlAndJSONGiveTheSame() throws {
        let root = try SampleManifest.root()
        let bytes = try root.json.canonical
        let copy = try #require(JSONReader.read(SourceFile(id: .init(0), path: "", bytes: Array(bytes))).document?.root)
        let (fromYAML, fromJSON) = (try SampleManifest.read(), ModuleDeclarations.read(copy, module: "work", version: "1.2.0"))
        #expect(fromJSON.diagnostics.isEmpty)
        // Canonical JSON sorts keys, so order is left out of the comparison.
        func names(_ module: ModuleDeclarations) -> [String] {
            let records = module.records.flatMap { record in
                [record.id, "\(record.parent ?? "") \(record.owner) \(record.unique) \(record.create) \(record.search)"]
                    + record.fields.map { "\(record.id).\($0.name) \($0.type.word) \($0.personal) \($0.isRequired)" }
                    + (record.workflow?.transitions.map { "\($0.from) \($0.name) \($0.to) \($0.by) \($0.needs)" } ?? [])
            }
            return (records + module.reports.map(\.id) + module.notices.map(\.name) + module.actions.map(\.id) + module.events.map(\.name))
                .sorted()
        }
        #expect(names(fromYAML) == names(fromJSON.declarations))
    }

    @Test func recordsAreRead() throws {
        let module = try SampleManifest.read()
        let submission = try #require(module.record("submission"))
        #expect(submission.id == "work.submission" && submission.table == "work_submission")
        #expect(
            submission.parent == "kernel.enrolment" && submission.parentField == "enrolment" && submission.owner == ["enrolment", "person"])
        #expect(
            submission.unique == [["enrolment", "activity"]] && submission.indexes == [["alias"]] && submission.search == ["text", "name"])
        #expect(submission.create == ["owner"] && submission.update == ["owner"] && submission.delete == ["owner"])
        #expect(submission.read.map(\.relation) == ["owner", "lecturer", "examiner", "peer"])
        #expect(submission.read[3].once == "delivered" && submission.openStates == ["returned"])
        #expect(submission.read[3].filters == [.init(path: ["done"], values: ["true"]), .init(path: ["tags"], values: ["a", "b"])])
        #expect(submission.read[2].reading == .fields(["text", "alias"]) && submission.read[0].reading == .all)
        #expect(
            submission.fields.map(\.type.word) == [
                "reference", "text", "list", "alias", "integer", "number", "boolean", "date", "instant", "duration", "localized", "json",
                "code",
                "reference", "list",
            ])
        #expect(submission.field("text")?.personal == .yes(purpose: "assessment", retention: "P1Y", source: "The Act"))
        #expect(submission.field("reviewer")?.was == ["second-reader"])
        guard case .list(.file(let limits)) = submission.field("files")?.type else {
            throw SampleManifest.Other("files is no list of files")
        }
        #expect(limits.maximum == 20_000_000 && limits.types == ["application/pdf"])
        let judgement = try #require(module.record("judgement"))
        #expect(judgement.parent == "work.submission" && judgement.key == ["submission", "assessor"])
        let grade = try #require(judgement.field("grade"))
        #expect(grade.seal == Field.Seal(record: "work.submission", state: "agreed", except: ["author"]))
        guard case .code(let values) = grade.type else { throw SampleManifest.Other("grade is no code") }
        #expect(values.map(\.id) == ["A", "F"] && values[1].was == ["fail"] && values[1].title(.nb) == "F")
    }

    /// What is unique may have words for whoever would make a second.
    @Test func aTextStandsBesideWhatIsUnique() throws {
        let yaml = SampleManifest.yaml.replacing(
            "unique: [[enrolment, activity]]", with: "unique: [{fields: [enrolment, activity], taken: {nb: A, nn: B, en: C}}]")
        let read = ModuleDeclarations.read(try SampleManifest.root(yaml), module: "work", version: "1.2.0")
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map { $0.message(.en) })")
        let submission = try #require(read.declarations.record("submission"))
        #expect(submission.unique == [["enrolment", "activity"]])
        #expect(submission.repeatTexts[["enrolment", "activity"]]?(.nn) == "B")
    }

    @Test func workflowsAreRead() throws {
        let workflow = try #require(SampleManifest.read().record("submission")?.workflow)
        #expect(workflow.initial == "draft" && workflow.states.map(\.name) == ["draft", "delivered", "agreed", "final", "returned"])
        #expect(workflow.state("final")?.isFinal == true && workflow.state("returned")?.was == ["sent-back"])
        let deliver = try #require(workflow.transition("deliver"))
        #expect(deliver.from == ["draft", "returned"] && deliver.to == "delivered" && deliver.needs == ["text"])
        #expect(deliver.before?.path == "activity.due" && deliver.event == "submission.delivered")
        guard case .children(let record, let states, let count, _) = workflow.transition("agree")?.when else {
            throw SampleManifest.Other("agree has no condition on children")
        }
        #expect(record == "work.judgement" && states == ["sealed"] && count == .named("examiners"))
        guard case .any(let any) = workflow.transition("finalise")?.when, case .passed(let moment) = any.first,
            case .all(let all) = any.last,
            case .children(_, _, .all, _) = all.last
        else { throw SampleManifest.Other("the condition of finalise is another") }
        #expect(moment.path == "complaint")
        let complaint = try #require(workflow.deadline("complaint"))
        #expect(complaint.after.pick == .latest && complaint.after.moments.map(\.path) == ["result.notified", "submission.agreed"])
        #expect(complaint.within == .weeks(3) && complaint.roll == .nextWorkingDay && complaint.late == .decision)
        #expect(complaint.outer?.within.description == "P1Y")
        #expect(workflow.deadline("reply")?.stops?.pick == .earliest)
    }

    /// A limit as long as the record says, and a text with words for some of its values.
    @Test func aLengthIsAFieldAndATextHasWords() throws {
        let yaml = SampleManifest.yaml.replacing("within: {working-days: 10}", with: "within: length")
            .replacing("{type: text, max-length: 5000,", with: "{type: text, words: grades, max-length: 5000,")
        let read = ModuleDeclarations.read(try SampleManifest.root(yaml), module: "work", version: "1.2.0")
        let submission = try #require(read.declarations.record("submission"))
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map { $0.message(.en) })")
        #expect(submission.workflow?.deadline("reply")?.length == "length")
        #expect(submission.workflow?.deadline("complaint")?.length == nil)
        let text = try #require(submission.field("text"))
        #expect(text.type.word == "text" && text.type.words.map(\.id).contains("A"))
        let shown = RecordTables.cell(.string("A"), text)
        let other = RecordTables.cell(.string("distinction"), text)
        #expect(shown != other && other == .localized(Text(verbatim: "distinction")))
    }

    @Test func theRestIsRead() throws {
        let module = try SampleManifest.read()
        let report = try #require(module.reports.first)
        #expect(report.reads.map(\.record) == ["work.judgement", "work.submission"] && report.form == .aggregate && report.floor == 5)
        #expect(report.when?.record == "work.submission" && report.when?.state == "agreed" && report.isQuery)
        #expect(report.columns.map(\.measure) == [nil, .count, .share(field: "grade", value: "F")])
        #expect(report.filters.map(\.values) == [[], ["sealed"], ["A"]] && report.filters[0].parameter == "offering")
        #expect(report.order == ["-number", "activity"] && report.chart?.values == ["number"])
        #expect(module.activities.first?.record == "work.submission" && module.activities.first?.completed == ["final"])
        #expect(module.actions.first?.record == "work.submission" && module.actions.first?.event == "result.notified")
        #expect(module.event("result.notified")?.version == 2 && module.notice("result")?.to == "owner")
    }

    @Test(arguments: [
        ("{type: text, min-length: 9, max-length: 3, personal: no}", "record/limits"),
        ("{type: integer, minimum: 9, maximum: 3}", "record/limits"),
        ("{type: text, pattern: \"[a\", personal: no}", "schema/bad-pattern"),
        ("{type: file, max: 99999999999999GB, personal: no}", "record/size"),
        ("{type: integer, default: many}", "record/default"),
        ("{type: integer, maximum: 3, default: 4}", "record/default"),
        ("{type: text, pattern: \"^a\", default: b, personal: no}", "record/default"),
        ("{type: date, default: \"2027-02-30\"}", "record/default"),
        ("{type: code, of: [a, b], default: c, personal: no}", "record/default"),
        ("{type: code, of: grade, personal: no}", "module/unknown-name"),
        ("{type: reference, to: kernel.offering, default: x}", "record/default"),
        ("{type: list, of: {type: integer}, default: [1, x]}", "record/default"),
    ]) func faultsOfFields(_ field: String, _ id: String) throws {
        let yaml = SampleManifest.yaml.replacing("day: {type: date, default: \"2027-01-31\"}", with: "day: \(field)")
        let root = try SampleManifest.root(yaml)
        #expect(try SampleManifest.faults(root).isEmpty)
        #expect(ModuleDeclarations.read(root, module: "work", version: "1.2.0").diagnostics.map(\.id) == [id])
    }

    @Test(arguments: [
        "{type: list, of: {type: list, of: text}, personal: no}", "{type: alias, scope: planet}", "{type: file, max: much, personal: no}",
        "{type: list, of: number, default: true, personal: maybe}", "{type: code, personal: no}", "{type: reference}",
    ]) func formsThatTheSchemaRefuses(_ field: String) throws {
        let yaml = SampleManifest.yaml.replacing("day: {type: date, default: \"2027-01-31\"}", with: "day: \(field)")
        #expect(try !SampleManifest.faults(SampleManifest.root(yaml)).isEmpty)
    }
}
