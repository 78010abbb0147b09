import Kernel

/// Which two states are compared: two loads of one framework, or two revisions of a plan.
enum ComparisonRequest {
    case loads(from: Int, to: Int, framework: String)
    case plans(from: ElementName, to: ElementName)

    /// What the parameters `from`, `to`, `from-load`, `to-load` and `framework` ask for; with none of them the last load.
    ///
    /// - Throws: `ComparisonRefusal`, or `AmbiguousCode` for a code of several frameworks.
    init(_ parameters: Node, _ reading: borrowing some ReportReading & ~Copyable) throws {
        let (from, to) = (parameters["from"]?.string, parameters["to"]?.string)
        let framework = parameters["framework"]?.string
        let loads = (parameters["from-load"]?.integer, parameters["to-load"]?.integer)
        if from != nil || to != nil {
            guard let from, let to, loads.0 == nil, loads.1 == nil else { throw ComparisonRefusal.halves }
            for plan in [from, to] where try reading.plans(plan).isEmpty {
                throw ComparisonRefusal.noPlan(
                    CurriculumCode.names(plan).last ?? CurriculumCode.normal(plan),
                    known: try reading.items([.init("type", .oneOf(GrepType.plans))]).map(\.code))
            }
            self = .plans(from: try reading.plan(from, in: framework), to: try reading.plan(to, in: framework))
            return
        }
        let known = try reading.loads()
        if let framework, !known.isEmpty { try reading.requireFramework(framework) }
        guard let last = known.last(where: { (loads.1 == nil || $0.number == loads.1) && (framework == nil || $0.framework == framework) })
        else { throw ComparisonRefusal.noLoad(loads.1) }
        let earlier = known.last { $0.framework == last.framework && $0.number < last.number }?.number ?? 0
        let first = loads.0 ?? earlier
        if first != 0, !known.contains(where: { $0.number == first && $0.framework == last.framework }) {
            throw ComparisonRefusal.noLoad(first)
        }
        guard first < last.number else { throw ComparisonRefusal.backwards }
        self = .loads(from: first, to: last.number, framework: last.framework)
    }
}

extension ReportReading where Self: ~Copyable {
    /// Every load with the name of its framework, the oldest first.
    func loads() throws -> [(number: Int, framework: String)] {
        let names = Dictionary(
            try records(RecordQuery("curriculum.framework", ["name"])).map { ($0.number, $0["name"]?.string ?? "") }
        ) { first, _ in first }
        return try records(RecordQuery("curriculum.load", ["framework"])).map { record in
            let owner = record["framework"]
            return (Int(record.number), owner?.string ?? owner?.integer.flatMap { names[Int64($0)] } ?? "")
        }
    }
}

/// Why two states cannot be compared.
enum ComparisonRefusal: ExplainedError {
    case halves
    case noPlan(String, known: [String])
    case noLoad(Int?)
    case backwards

    /// That nothing has been read in is a state of the store, and no fault of what was asked.
    var kind: ErrorKind { if case .noLoad(nil) = self { .refused } else { .badInput } }

    var message: Text {
        switch self {
        case .halves:
            Text(
                nb: "to utgaver av en plan trenger både from og to, og ingen innlesinger",
                nn: "to utgåver av ein plan treng både from og to, og ingen innlesingar",
                en: "two revisions of a plan need both from and to, and no loads")
        case .noPlan(let code, _):
            Text(
                nb: "det er ikke lest inn noen plan «\(code)»", nn: "det er ikkje lesen inn nokon plan «\(code)»",
                en: "no plan '\(code)' has been read in")
        case .noLoad(let number?):
            Text(
                nb: "det finnes ingen innlesing \(number) av det læreplanverket",
                nn: "det finst inga innlesing \(number) av det læreplanverket", en: "there is no load \(number) of that framework")
        case .noLoad(nil):
            Text(
                nb: "det er ikke lest inn noe å sammenligne", nn: "det er ikkje lese inn noko å samanlikne",
                en: "nothing to compare has been read in")
        case .backwards:
            Text(
                nb: "from-load må være eldre enn to-load", nn: "from-load må vere eldre enn to-load",
                en: "from-load must be older than to-load")
        }
    }

    var help: Text? {
        if case .noPlan(let code, let known) = self, let near = Text.didYouMean(code, among: known) { return near }
        return Text(
            nb:
                "for eksempel --from SKO01-01 --to SKO01-02, eller --from-load 1 --to-load 2; kjerne list curriculum.load viser innlesingene",
            nn: "til dømes --from SKO01-01 --to SKO01-02, eller --from-load 1 --to-load 2; kjerne list curriculum.load viser innlesingane",
            en: "for example --from SKO01-01 --to SKO01-02, or --from-load 1 --to-load 2; kjerne list curriculum.load shows the loads")
    }
}
