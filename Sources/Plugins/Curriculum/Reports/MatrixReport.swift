import Kernel

/// `curriculum.matrix`: the aims of a plan against its core elements, themes, skills or verbs, both ways; empty rows and columns stay.
struct MatrixReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let plan = try reading.plan(parameters["plan"]?.string ?? "")
        let by = parameters["by"]?.string ?? "core-element"
        let kind = Link.Kind(rawValue: by) ?? .coreElement
        let own = try reading.items(of: plan)
        let aims = own.filter { GrepType.aims.contains($0.type) }.sorted {
            ($0.set ?? "", $0.position, $0.code) < ($1.set ?? "", $1.position, $1.code)
        }
        // What names another plan first has its links under that one.
        let guests = aims.filter { $0.plan != plan.code }
        let links =
            try reading.links([.init("plan", .oneOf([plan.code]))], [kind], of: aims)
            + guests.chunks(of: 500).flatMap { try reading.links([.init("from", .oneOf($0.map(\.name)))], [kind], of: $0) }
        var columns = try reading.items(named: links.map(\.to))
        let missing = Set(links.map(\.to)).subtracting(columns.map(\.name)).sorted()
        switch kind {
        case .coreElement: columns += own.filter { item in item.type == GrepType.coreElement && !columns.contains { $0.name == item.name } }
        case .theme, .skill:
            let type = kind == .theme ? GrepType.theme : GrepType.skill
            columns += try reading.items([.init("type", .oneOf([type]))]).filter { item in
                item.framework == plan.framework && !columns.contains { $0.name == item.name }
            }
        default: break
        }
        columns.sort { ($0.position, $0.code) < ($1.position, $1.code) }
        let tied = Set(links.map { "\($0.from) \($0.to)" })
        let across =
            columns.map { Head($0, reading.text($0)) }
            + missing.map { Head(name: $0, code: String($0.drop { $0 != "/" }.dropFirst()), text: "") }
        let down = aims.map { Head($0, reading.text($0)) }
        let isTurned = parameters["turn"]?.bool ?? false
        let (rows, heads) = isTurned ? (across, down) : (down, across)
        let cells: [[Table.Cell]] = rows.map { row in
            let ties = heads.map { head in tied.contains(isTurned ? "\(head.name) \(row.name)" : "\(row.name) \(head.name)") }
            let marks: [Table.Cell] = ties.map { $0 ? .boolean(true) : .empty }
            return [.text(row.code), .spoken((row.text, row.language)), LanguageWord.cell(row.language), row.binding] + marks + [
                .integer(ties.count { $0 })
            ]
        }
        // A head in another language than the reader's says so, as the rows do in their column.
        let language = reading.language.rawValue
        let middle = heads.map {
            Table.Column($0.code, .boolean, isTurned || $0.text.isEmpty ? Text(verbatim: $0.code) : $0.head(in: language))
        }
        var table = Table(
            "curriculum.matrix",
            title: Self.title(kind), parameters: parameters.shown,
            columns: [.code, .text, .language, .binding] + middle + [.count], rows: cells,
            notes: (aims.isEmpty ? [Self.withoutAims(plan.code)] : []) + (try reading.notes(own.map(\.name))))
        table.parameterValues["by"] = TypeWord.text(Self.type(kind))
        return table
    }

    /// That there is nothing to show, since only the plan itself is there.
    private static func withoutAims(_ plan: String) -> Text {
        Text(
            nb: "Ingen av målene i \(plan) er lest inn.", nn: "Ingen av måla i \(plan) er lesne inn.",
            en: "None of the aims of \(plan) has been read in.")
    }

    private static func type(_ kind: Link.Kind) -> String {
        switch kind {
        case .theme: GrepType.theme
        case .skill: GrepType.skill
        case .verb: GrepType.verb
        default: GrepType.coreElement
        }
    }

    private static func title(_ kind: Link.Kind) -> Text {
        switch kind {
        case .theme:
            Text(nb: "Mål mot tverrfaglige temaer", nn: "Mål mot tverrfaglege tema", en: "Aims against cross-curricular themes")
        case .skill:
            Text(nb: "Mål mot grunnleggende ferdigheter", nn: "Mål mot grunnleggjande ferdigheiter", en: "Aims against basic skills")
        case .verb: Text(nb: "Mål mot verb", nn: "Mål mot verb", en: "Aims against verbs")
        default: Text(nb: "Mål mot kjerneelementer", nn: "Mål mot kjerneelement", en: "Aims against core elements")
        }
    }

    /// What stands at the head of a row or column.
    private struct Head {
        var name: String
        var code: String
        var text: String
        var language = ""
        var binding = Table.Cell.empty

        init(name: String, code: String, text: String) { (self.name, self.code, self.text) = (name, code, text) }

        init(_ item: CurriculumItem, _ shown: (text: String, language: String)) {
            (name, code, text, language, binding) = (item.name, item.code, shown.text, shown.language, item.bindingCell)
        }

        func head(in own: String) -> Text {
            guard language != own, !language.isEmpty else { return Text(verbatim: text) }
            return Text(LanguageWord.text(language).byLanguage.mapValues { "\(text) (\($0))" })
        }
    }
}
