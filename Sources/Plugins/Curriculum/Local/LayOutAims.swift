import GRDB
import Kernel

/// `curriculum.lay-out-aims`: takes every aim of a plan, or of those of its sets that are to be reached by one checkpoint, into a local plan.
///
/// Those that are there already stay as people have made them.
struct LayOutAims: ActionHandler {
    func perform(_ input: HandledInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        guard let local = input.record, let live = transaction.live, let type = live.record("curriculum.local-aim") else {
            throw UnknownWord(sort: .localPlan, word: "")
        }
        if local.state != "draft", let workflow = local.type.workflow {
            func label(_ state: String) -> Text { workflow.state(state)?.label ?? Text(verbatim: state) }
            throw ActRefusal.closed(record: local.type.label, state: label(local.state ?? ""), open: [label("draft")])
        }
        let plan = try NationalPlan(input.values["plan"]?.string ?? "", in: transaction.db)
        try plan.require(on: input.values["date"]?.string ?? live.timeZone.day(at: transaction.instant).description)
        let known = try Self.known(local.number, plan, in: transaction.db)
        var (made, there) = (0, 0)
        for (set, checkpoint) in try Self.chosen(plan, input.values) {
            for code in set.aims {
                let name = ElementName(framework: plan.framework, code: code)
                guard !known.contains(Place(name: name.text, checkpoint: checkpoint)) else {
                    there += 1
                    continue
                }
                try transaction.records.create(
                    type,
                    [
                        "code": .scalar(try Self.word(name, in: transaction.db).databaseValue),
                        "set": .scalar(
                            try Self.word(ElementName(framework: plan.framework, code: set.code), in: transaction.db).databaseValue),
                        "checkpoint": .scalar(checkpoint.databaseValue),
                    ], parent: local.number.databaseValue)
                made += 1
            }
        }
        return ActionOutcome(
            id: String(local.number), state: local.state, version: local.version,
            effect: .object([("plan", .string(plan.code)), ("aims", .integer(made)), ("there", .integer(there))]))
    }

    private struct Place: Hashable {
        var name: String
        var checkpoint: Int
    }

    /// What a local plan has already.
    ///
    /// - Throws: `AmbiguousCode` where it is not known whether that is an aim of the plan.
    private static func known(_ local: Int64, _ plan: NationalPlan, in db: Database) throws -> Set<Place> {
        let rows = try Row.fetchAll(
            db, sql: "SELECT code, checkpoint, \"set\" FROM curriculum_local_aim WHERE local_plan = ?", arguments: [local])
        let names = try NationalPlan.names(rows.map { $0[0] }, in: db)
        return Set(
            try rows.map { row -> Place in
                switch names.meaning(row[0], set: row[2]) {
                case .one(let name): return Place(name: name, checkpoint: row[1])
                case .several(let names): throw AmbiguousCode(word: row[0], names: names)
                case .unknown:
                    let name = CurriculumCode.names(row[0]).last ?? "\(plan.framework)/\(CurriculumCode.normal(row[0]))"
                    return Place(name: name, checkpoint: row[1])
                }
            })
    }

    /// How an element is named: by its code, with the framework where another has one of the same code.
    private static func word(_ name: ElementName, in db: Database) throws -> String {
        let statement = try db.cachedStatement(sql: "SELECT count(*) FROM curriculum_element WHERE code = ?")
        return try Int.fetchOne(statement, arguments: [name.code]) == 1 ? name.code : name.text
    }

    /// The sets that are asked for, each with its checkpoint.
    private static func chosen(_ plan: NationalPlan, _ values: Node) throws -> [(NationalPlan.AimSet, Int)] {
        let checkpoint = values["checkpoint"]?.integer
        if let word = values["set"]?.string {
            let names = CurriculumCode.names(word)
            let set = plan.sets.first { set in
                names.isEmpty
                    ? [word, CurriculumCode.normal(word)].contains(set.code)
                    : names.contains(ElementName(framework: plan.framework, code: set.code).text)
            }
            guard let set else {
                throw UnknownWord(sort: .set, word: word, known: plan.sets.map(\.code))
            }
            guard let year = checkpoint ?? set.checkpoint else { throw NoCheckpoint(sets: [set.code]) }
            return [(set, year)]
        }
        guard let checkpoint else {
            let without = plan.sets.filter { $0.checkpoint == nil }.map(\.code)
            guard without.isEmpty else { throw NoCheckpoint(sets: without) }
            return plan.sets.compactMap { set in set.checkpoint.map { (set, $0) } }
        }
        let found = plan.sets.filter { $0.checkpoint == checkpoint }
        guard !found.isEmpty else {
            throw UnknownWord(
                sort: .checkpoint, word: String(checkpoint), known: Set(plan.sets.compactMap(\.checkpoint)).sorted().map(String.init))
        }
        return found.map { ($0, checkpoint) }
    }
}

/// That sets of aims do not say after which year they must be reached.
struct NoCheckpoint: ExplainedError {
    var sets: [String]
    var kind: ErrorKind { .badInput }
    var message: Text {
        let list = sets.joined(separator: ", ")
        return Text(
            nb: "\(list) sier ikke etter hvilket årstrinn målene skal nås", nn: "\(list) seier ikkje etter kva årstrinn måla skal nåast",
            en: "\(list) does not say after which school year the aims must be reached")
    }
    var help: Text? {
        Text(
            nb: "legg ut ett sett om gangen: --set KODE --checkpoint TRINN",
            nn: "legg ut eitt sett om gongen: --set KODE --checkpoint TRINN",
            en: "lay out one set at a time: --set CODE --checkpoint YEAR")
    }
}
