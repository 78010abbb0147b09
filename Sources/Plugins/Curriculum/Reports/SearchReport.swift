import Kernel

/// `curriculum.search`: words in any language or a code, with filters; what is replaced says by what.
struct SearchReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let words = parameters["words"]?.string ?? ""
        let limit = parameters["limit"]?.integer ?? 50
        let filter = try AimFilter(parameters, reading)
        var conditions: [RecordQuery.FieldCondition] = []
        if let type = parameters["type"]?.string {
            try reading.require(type, .type, field: "type")
            conditions.append(.init("type", .oneOf([type])))
        }
        let code = CurriculumCode.normal(words)
        var total: Int?
        let byCode: [RecordQuery.FieldCondition] = [.init("code", .oneOf([words, code]))]
        var found = words.isEmpty ? [] : try reading.items(byCode)
        // What the publisher took back is kept, and found by its code, or by asking for it.
        if !words.isEmpty { found += try reading.withdrawn(byCode) }
        let unread = words.isEmpty || !found.isEmpty ? [] : try reading.referred(to: words)
        if found.isEmpty, parameters["status"]?.string == CurriculumItem.withdrawn {
            found = try reading.withdrawn(conditions, words: words)
        } else if found.isEmpty, unread.isEmpty {
            // A plan, a subject or a status may be of either reform, and of whatever has it; what aims alone have asks for aims.
            if words.isEmpty, conditions.isEmpty, !filter.isAboutAll {
                conditions.append(.init("type", .oneOf(filter.isAboutPlans ? GrepType.aims : [GrepType.aim])))
            }
            // Without filters the store finds the best and counts the rest.
            found = try reading.items(conditions, words: words, limit: filter.isOpen ? limit : nil)
            if filter.isOpen, found.count == limit { total = try reading.count(conditions, words: words) }
        }
        let fitting = found.filter(filter.allows)
        let shown = Array(fitting.prefix(limit))
        let all = total ?? fitting.count
        let replacements = try Replacements(shown.map(\.name) + unread, reading)
        var notes = filter.notes + (unread.isEmpty ? [] : [AimFilter.notReadIn(words)]) + (try reading.notes(shown.map(\.name)))
        if all > shown.count {
            notes.insert(
                Text(
                    nb: "Viser \(shown.count) av \(all).", nn: "Viser \(shown.count) av \(all).",
                    en: "Showing \(shown.count) of \(all)."), at: 0)
        }
        return Table(
            "curriculum.search", title: Text(nb: "Søk i læreplanverket", nn: "Søk i læreplanverket", en: "Search the curriculum"),
            parameters: parameters.shown,
            columns: [
                .code, .type, .text, .language, .binding, .plan, .set, .status,
                .init("valid-from", .date, Text(nb: "Gjelder fra", nn: "Gjeld frå", en: "Valid from")),
                .init("valid-to", .date, Text(nb: "Gjelder til", nn: "Gjeld til", en: "Valid to")), .replacedBy,
            ],
            rows: unread.map { name in
                [.text(String(name.drop { $0 != "/" }.dropFirst()))] + [Table.Cell](repeating: .empty, count: 9)
                    + [.optional(replacements[name])]
            }
                + shown.map { item in
                    let (text, language) = reading.text(item)
                    return [
                        .text(item.code), .text(item.type), .text(text), .text(language), item.bindingCell, .optional(item.plan),
                        .optional(item.set), .optional(item.isWithdrawn ? CurriculumItem.withdrawn : item.status),
                        .optional(item.validFrom), .optional(item.validTo),
                        .optional(replacements[item.name]),
                    ]
                }, notes: notes)
    }
}
