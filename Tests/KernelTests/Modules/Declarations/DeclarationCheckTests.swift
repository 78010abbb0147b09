import Testing

@testable import Kernel

/// The sample manifest with one thing changed, and the fault that follows.
@Suite struct DeclarationCheckTests {
    /// The faults of the sample beside a module `other` that it does not require.
    ///
    /// - Parameter others: roles besides the module's own.
    static func faults(_ yaml: String, others: [Role] = [], isComplete: Bool = true) throws -> [Diagnostic] {
        var faults: [Diagnostic] = []
        let root = try SampleManifest.root(yaml)
        let schema = try SampleManifest.faults(root)
        #expect(schema.isEmpty, "\(schema.map { $0.message(.en) })")
        let manifest = try #require(ModuleManifest.read(root, folder: "Modules/work", digest: "", diagnostics: &faults))
        let (module, read) = manifest.declarations()
        let other = ModuleDeclarations.read(
            try SampleManifest.root("records: {thing: {fields: {name: {type: text, personal: no}}}}"), module: "other", version: "1.0.0")
        let catalog = RecordCatalog([module, other.declarations], roles: manifest.roles + others)
        return read
            + DeclarationCheck.faults(manifest, module, catalog: catalog, guards: ["impartial"], isComplete: isComplete)
    }

    @Test func theSampleIsSound() throws {
        let faults = try Self.faults(SampleManifest.yaml).map { "\($0.id): \($0.message(.en))" }
        #expect(faults.isEmpty, "\(faults)")
    }

    struct Change: Sendable, CustomStringConvertible {
        var old: String
        var new: String
        var fault: String
        /// What the message names.
        var name: String
        init(_ old: String, _ new: String, _ fault: String, _ name: String) {
            (self.old, self.new, self.fault, self.name) = (old, new, fault, name)
        }
        var description: String { "\(new) -> \(fault)" }
    }

    @Test(arguments: [
        Change("parent: submission", "parent: submision", "record/unknown", "submision"),
        Change("parent: submission", "parent: other.thing", "record/not-required", "other"),
        Change("parent: kernel.enrolment", "parent: judgement", "record/parent-cycle", "submission -> judgement -> submission"),
        Change("owner: enrolment.person", "owner: enrolment.offering", "record/owner", "enrolment.offering"),
        Change("owner: enrolment.person", "owner: enrolment.persn", "record/path", "persn"),
        Change("    owner: enrolment.person\n", "", "record/no-owner", "submission"),
        Change("unique: [[enrolment, activity]]", "unique: [[enrolment, activty]]", "module/unknown-name", "activty"),
        Change("unique: [[enrolment, activity]]", "unique: [[enrolment, tags]]", "record/list-in-key", "tags"),
        Change("key: [submission, assessor]", "unique: [[submission, grade]]", "record/key-tells", "grade"),
        Change("key: [submission, assessor]", "key: [submission, grade]", "record/key-tells", "grade"),
        Change(
            "key: [submission, assessor]\n    create: {by: [examiner]}\n    update: {by: [author]}",
            "unique: [[author, grade]]\n    create: {by: [examiner]}\n    update: {by: [author, examiner]}", "record/key-tells", "grade"),
        Change(
            "    key: [submission, assessor]\n", "    key: [submission, assessor]\n    sealed: {except: author}\n", "record/key-tells",
            "submission"),
        Change("key: [submission, assessor]", "key: [submission, assesor]", "module/unknown-name", "assesor"),
        Change("index: [[alias]]", "index: [[allias]]", "module/unknown-name", "allias"),
        Change("search: [text, name]", "search: [text, pages]", "record/search", "pages"),
        Change("create: {by: [examiner]}", "create: {by: [examinor]}", "record/unknown-relation", "examinor"),
        Change("create: {by: [examiner]}", "create: {by: [submission.activity]}", "record/unknown-relation", "submission.activity"),
        Change("create: {by: [examiner]}", "create: {by: [owner]}", "record/no-owner", "judgement"),
        Change("create: {by: [examiner]}", "create: {by: [examiner, author]}", "record/made-by-nobody", "author"),
        Change("in: [returned]}", "in: [retuned]}", "module/unknown-name", "retuned"),
        Change("examiner: [text, alias], peer", "examiner: [text, alis], peer", "module/unknown-name", "alis"),
        Change("once: delivered", "once: delivred", "module/unknown-name", "delivred"),
        Change("where: {done: true", "where: {doen: true", "record/path", "doen"),
        Change("where: {done: true", "where: {done: 1", "schema/type", "1"),
        Change("where: {done: true", "where: {done: [true, no]", "schema/type", "no"),
        Change("where: {done: true", "where: {pages: many", "schema/type", "many"),
        Change("where: {done: true", "where: {pages: 1.5", "schema/type", "1.5"),
        Change("where: {done: true", "where: {share: half", "schema/type", "half"),
        Change("where: {done: true", "where: {text: 5", "schema/type", "5"),
        Change("where: {done: true", "where: {form: medium", "module/unknown-name", "medium"),
        Change("where: {done: true", "where: {form: 1", "schema/type", "1"),
        Change("where: {done: true", "where: {day: 1 May", "schema/format", "1 May"),
        Change("where: {done: true", "where: {at: 2027-05-01", "schema/format", "2027-05-01"),
        Change("where: {done: true", "where: {length: long", "schema/format", "long"),
        Change("where: {done: true", "where: {name: x", "record/not-compared", "localized"),
        Change("where: {done: true", "where: {version: first", "schema/type", "first"),
        Change("where: {done: true", "where: {created: early", "schema/format", "early"),
        Change("tags: [a, b]", "tags: [a, 2]", "schema/type", "2"),
        Change("lecturer: all, examiner", "participant: [text], examiner", "record/narrower-participant", "participant"),
        Change(
            "{type: reference, to: kernel.activity, required: true}", "{type: reference, to: kernel.activty, required: true}",
            "record/unknown", "kernel.activty"),
        Change(
            "tags: {type: list, of: text, personal: no}",
            "tags: {type: list, of: text, personal: no}\n      before: {type: reference, to: submission, required: true}",
            "record/never-made", "submission"),
        Change(
            "tags: {type: list, of: text, personal: no}",
            "tags: {type: list, of: text, personal: no}\n      main: {type: reference, to: judgement, required: true}",
            "record/never-made", "submission"),
        Change("version: 1.2.0\n", "version: 1.2.0\ndrops: {submission: {nb: a, nn: a, en: a}}\n", "module/drops", "submission"),
        Change(
            "version: 1.2.0\n", "version: 1.2.0\ndrops: {submission.second-reader: {nb: a, nn: a, en: a}}\n", "module/drops",
            "submission.reviewer"),
        Change("version: 1.2.0\n", "version: 1.2.0\ndrops: {submision.text: {nb: a, nn: a, en: a}}\n", "module/drops", "submision"),
        Change(
            "version: 1.2.0\n", "version: 1.2.0\ndrops: {work.submission.text: {nb: a, nn: a, en: a}}\n", "module/drops",
            "work.submission.text"),
        Change("of: {type: file, max: 20MB, types: [application/pdf], personal: no}", "of: {type: file}", "record/personal", "files"),
        Change("pages: {type: integer, minimum: 1, maximum: 40, default: 3}", "state: {type: integer}", "record/reserved-name", "state"),
        Change("data: {type: json", "enrolment: {type: integer}\n      data: {type: json", "record/same-column", "enrolment"),
        Change("until: submission.agreed", "until: submission.agred", "module/unknown-name", "agred"),
        Change("until: submission.agreed", "until: kernel.person.agreed", "record/seal", "kernel.person"),
        Change("until: submission.agreed, except: author", "until: submission.agreed, except: autor", "record/unknown-relation", "autor"),
        Change("was: [second-reader]", "was: [alias]", "module/name-in-use", "alias"),
        Change("before: activity.due", "before: activity.dew", "workflow/unknown-moment", "activity.dew"),
        Change("to: kernel.activity, required: true", "to: kernel.activity", "record/no-activity", "submission"),
        Change("{children: judgement, in: sealed, count", "{children: submission, in: draft, count", "workflow/not-a-child", "submission"),
        Change("{children: judgement, in: sealed, count", "{children: judgment, in: sealed, count", "record/unknown", "judgment"),
        Change("in: sealed, count: examiners", "in: seald, count: examiners", "module/unknown-name", "seald"),
        Change(
            "within: {working-days: 10}",
            "within: P1M, outer: {after: activity.due, within: P1Y}, open-while: [{children: submission, in: draft}]",
            "workflow/not-a-child", "submission"),
        Change(
            "within: {working-days: 10}",
            "within: P1M, outer: {after: activity.due, within: P1Y}, open-while: [{children: judgement, in: opn}]",
            "module/unknown-name", "opn"),
        Change("count: examiners", "count: examinators", "workflow/unknown-count", "examinators"),
        Change("event: submission.delivered}", "event: submission.delivred}", "module/unknown-name", "submission.delivred"),
        Change("notice: result}", "notice: resullt}", "module/unknown-name", "resullt"),
        Change("to: owner}", "to: onwer}", "record/unknown-relation", "onwer"),
        Change("by: [lecturer], input", "by: [lecturer], guard: impartal, input", "workflow/unknown-guard", "impartal"),
        Change("needs: [grade]", "needs: [grad]", "module/unknown-name", "grad"),
        Change("from: open, to: sealed", "from: opn, to: sealed", "module/unknown-name", "opn"),
        Change("latest: [result.notified", "latest: [reslt.notified", "workflow/unknown-moment", "reslt.notified"),
        Change("within: {working-days: 10}", "within: lenght", "module/unknown-name", "lenght"),
        Change("within: {working-days: 10}", "within: pages", "module/unknown-name", "pages"),
        Change("{type: text, max-length: 5000,", "{type: text, words: grads, max-length: 5000,", "module/unknown-name", "grads"),
        Change("seal: {from: open", "update: {from: open", "workflow/reserved-name", "update"),
        Change("submission.assign:", "submission.deliver:", "module/action-twice", "submission.deliver"),
        Change("completed: {state: final}", "completed: {state: finl}", "module/unknown-name", "finl"),
        Change("    record: submission\n    completed: {state: final}", "    record: submision", "record/unknown", "submision"),
        Change("reads: {judgement: [grade]", "reads: {judgement: [grade, mark]", "module/unknown-name", "mark"),
        Change("reads: {judgement: [grade]", "reads: {judgement: [assessor]", "report/not-read", "grade"),
        Change("when: submission.agreed", "when: submission.agred", "module/unknown-name", "agred"),
        Change("value: submission.activity", "value: submission.activty", "record/path", "activty"),
        Change("{parameter: offering}", "{parameter: ofering}", "report/unknown-parameter", "ofering"),
        Change("order: [-number, activity]", "order: [-numbr, activity]", "report/unknown-column", "numbr"),
        Change("labels: activity", "labels: activty", "report/unknown-column", "activty"),
        Change("{field: grade, value: F}", "{field: grade, value: G}", "module/unknown-name", "G"),
        Change("{field: grade, value: F}", "{field: grade, value: 6}", "schema/type", "6"),
        Change("grade: A}", "grade: [A, true]}", "schema/type", "true"),
        Change("grade: A}", "submission.day: soon}", "schema/format", "soon"),
        Change("state: [sealed]", "state: [1]", "schema/type", "1"),
        Change("state: [sealed]", "state: [seald]", "module/unknown-name", "seald"),
        Change("measure: count", "measure: {mean: grade}", "report/measure", "grade"),
        Change("gives: aggregate", "gives: rows", "report/measure", "rows"),
        Change("{id: number, measure", "{id: activity, measure", "report/column-twice", "activity"),
        Change("module: work", "module: sqlite", "module/reserved", "sqlite"),
    ]) func oneFault(_ change: Change) throws {
        #expect(SampleManifest.yaml.ranges(of: change.old).count == 1, "\(change.old) stands more than once, or nowhere")
        let faults = try Self.faults(SampleManifest.yaml.replacing(change.old, with: change.new, maxReplacements: 1))
        let found = faults.filter { $0.id == change.fault }
        #expect(!found.isEmpty, "\(faults.map(\.id))")
        #expect(found.contains { $0.message(.en).contains(change.name) }, "\(found.map { $0.message(.en) })")
        #expect(found.allSatisfy { $0.span != nil })
    }

    /// Values of the right type, also where several types are, and what the report is given.
    @Test(arguments: [
        "pages: [3, 4]", "share: 1", "share: 0.5", "day: 2027-05-01", "at: 2027-05-01T10:00:00Z", "length: P1D", "form: [long, short]",
        "activity: essay", "reviewer: p1", "state: delivered", "version: 1", "alias: 7", "enrolment.since: 2027-05-01T10:00:00Z",
        "activity.kind: work.paper", "author: x",
    ]) func whatFitsIsNoFault(filter: String) throws {
        let faults = try Self.faults(SampleManifest.yaml.replacing("where: {done: true", with: "where: {\(filter)"))
        #expect(faults.isEmpty, "\(faults.map { $0.message(.en) })")
    }

    /// A reference that may be empty, that code fills in, or that an importer writes, keeps nobody from beginning.
    @Test(arguments: ["{type: reference, to: submission}", "{type: reference, to: submission, required: true, decided: true}"])
    func whatMayWaitIsNoCircle(field: String) throws {
        let tags = "tags: {type: list, of: text, personal: no}"
        let faults = try Self.faults(SampleManifest.yaml.replacing(tags, with: "\(tags)\n      before: \(field)")).map(\.id)
        #expect(!faults.contains("record/never-made"), "\(faults)")
    }

    /// What is gone, was gone before, or has become narrower.
    @Test(arguments: ["submission.gone", "gone", "submission.pages"]) func whatMayBeDropped(name: String) throws {
        let yaml = SampleManifest.yaml.replacing("version: 1.2.0\n", with: "version: 1.2.0\ndrops: {\(name): {nb: a, nn: a, en: a}}\n")
        #expect(try Self.faults(yaml).isEmpty)
    }

    /// Records that need each other in a circle are told of once.
    @Test func aCircleIsToldOnce() throws {
        let tags = "tags: {type: list, of: text, personal: no}"
        let faults = try Self.faults(
            SampleManifest.yaml.replacing(tags, with: "\(tags)\n      main: {type: reference, to: judgement, required: true}"))
        #expect(faults.map(\.id) == ["record/never-made"])
        let way = "what needs what: submission.main -> judgement.submission -> submission"
        #expect(faults.first?.notes.map { $0(.en) } == [way])
    }

    /// A key of her own with which only the author could meet what she wrote tells nobody anything.
    @Test(arguments: ["unique: [[author, grade]]", "unique: [[submission, author]]\n    sealed: {except: author}"])
    func aKeyOfTheAuthorsOwnTellsNobody(key: String) throws {
        let faults = try Self.faults(SampleManifest.yaml.replacing("key: [submission, assessor]", with: key)).map(\.id)
        #expect(!faults.contains("record/key-tells"), "\(faults)")
    }

    /// What people say of themselves is counted over several, or not at all.
    @Test(arguments: [(1, true), (2, false), (5, false)]) func aggregatesOfWhatPeopleSayOfThemselvesHaveAFloor(floor: Int, isFault: Bool)
        throws
    {
        let yaml = SampleManifest.yaml.replacing("value: submission.activity}", with: "value: submission.enrolment.person.language}")
            .replacing("floor: 5", with: "floor: \(floor)")
        #expect(try Self.faults(yaml).contains { $0.id == "report/person-field" } == isFault)
    }

    /// A role of a module that this one does not require may be called like a field: then the field is meant, and nobody is to blame.
    @Test(
        arguments: [("other", false, false), ("other", true, true), ("work", false, true), (nil, false, true)] as [(String?, Bool, Bool)])
    func aRoleIsCalledLikeAField(module: String?, isRequired: Bool, isFault: Bool) throws {
        let role = Role(id: "assessor", title: Text(verbatim: "assessor"), scopes: [.offering], module: module)
        let read = "read: {author: all, examiner: all,"
        let yaml = SampleManifest.yaml.replacing(read, with: read + " assessor: all,")
        let requires = "version: 1.2.0\nrequires: {other: \"^1.0\"}\n"
        let faults = try Self.faults(isRequired ? yaml.replacing("version: 1.2.0\n", with: requires) : yaml, others: [role])
        #expect(faults.map(\.id) == (isFault ? ["record/role-or-field"] : []), "\(faults.map { $0.message(.en) })")
    }

    /// Of a module that is not enabled, what others declare is not judged.
    @Test func othersAreNotJudgedWhereTheyAreNotKnown() throws {
        let yaml = SampleManifest.yaml.replacing("parent: kernel.enrolment", with: "parent: far.away").replacing(
            "lecturer: all", with: "stranger: all")
        #expect(try !Self.faults(yaml).isEmpty)
        let faults = try Self.faults(yaml.replacing("enrolment.person", with: "away.person"), isComplete: false).map(\.id)
        #expect(
            !faults.contains("record/unknown") && !faults.contains("record/not-required") && !faults.contains("record/unknown-relation"))
    }

    @Test func pathsLeadThroughReferences() throws {
        let catalog = RecordCatalog([try SampleManifest.read()], roles: [])
        let route = try catalog.resolve(["submission", "enrolment", "person"], from: "work.judgement")
        #expect(route.records == ["work.judgement", "work.submission", "kernel.enrolment", "kernel.person"])
        guard case .record("kernel.person") = route.end else { throw SampleManifest.Other("the path ends elsewhere") }
        guard case .state("work.submission") = try catalog.resolve(["submission", "state"], from: "work.judgement").end else {
            throw SampleManifest.Other("the path ends at no state")
        }
        let fault = #expect(throws: UnknownStep.self) { try catalog.resolve(["submission", "alias", "more"], from: "work.judgement") }
        #expect(fault?.position == 2 && fault?.record == nil)
    }
}
