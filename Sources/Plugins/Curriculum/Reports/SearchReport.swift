import Kernel

/// `curriculum.search`: words in any language or a code, with filters; what is replaced says by what.
struct SearchReport: ReportProvider {
    /// The beginnings that the words are, where all of them are words of letters alone.
    private static func begun(_ words: String) -> String? {
        let parts = words.split(whereSeparator: \.isWhitespace)
        guard !parts.isEmpty, parts.allSatisfy({ $0.count > 2 && $0.allSatisfy(\.isLetter) }) else { return nil }
        return parts.map { $0 + "*" }.joined(separator: " ")
    }

    private static func onlyBegun(_ words: String) -> Text {
        Text(
            nb: "Ingenting har akkurat «\(words)»; det som vises, har ord som begynner slik.",
            nn: "Ingenting har akkurat «\(words)»; det som blir vist, har ord som byrjar slik.",
            en: "Nothing has just '\(words)'; what is shown has words that begin so.")
    }

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let words = parameters["words"]?.string ?? ""
        let limit = parameters["limit"]?.integer ?? 50
        let filter = try AimFilter(parameters, reading)
        var conditions: [RecordQuery.FieldCondition] = []
        if let word = parameters["type"]?.string {
            let type = try reading.type(word)
            conditions.append(.init("type", .oneOf([type])))
        }
        let code = CurriculumCode.normal(words)
        var total: Int?
        var said: [Text] = []
        var meant = words
        let names = CurriculumCode.names(words)
        let byCode: [RecordQuery.FieldCondition] =
            names.isEmpty ? [.init("code", .oneOf([words, code]))] : [.init("name", .oneOf(names))]
        var found = words.isEmpty ? [] : try reading.items(byCode)
        // What the publisher took back is kept, and found by its code, or by asking for it.
        if !words.isEmpty { found += try reading.withdrawn(byCode) }
        let unread = words.isEmpty || !found.isEmpty ? [] : try reading.referred(to: words)
        if found.isEmpty, filter.asksForWithdrawn {
            found = try reading.withdrawn(conditions, words: words)
        } else if found.isEmpty, unread.isEmpty {
            // A plan, a subject or a status may be of either reform, and of whatever has it; what aims alone have asks for aims.
            if words.isEmpty, conditions.isEmpty, !filter.isAboutAll {
                conditions.append(.init("type", .oneOf(filter.isAboutPlans ? GrepType.aims : [GrepType.aim])))
            }
            // Without filters the store finds the best and counts the rest.
            let bound = filter.isOpen ? limit : nil
            found = try reading.items(conditions, words: words, limit: bound)
            if try filter.allowed(found, reading).isEmpty, let begun = Self.begun(words) {
                found = try reading.items(conditions, words: begun, limit: bound)
                if try !filter.allowed(found, reading).isEmpty { (said, meant) = ([Self.onlyBegun(words)], begun) }
            }
            if filter.isOpen, found.count == limit { total = try reading.count(conditions, words: meant) }
        }
        let fitting = try filter.allowed(found, reading)
        let shown = try reading.withPlans(Array(fitting.prefix(limit)))
        let all = total ?? fitting.count
        let replacements = try Replacements(shown.map(\.name) + unread, reading)
        var notes = said + filter.notes + (unread.isEmpty ? [] : [AimFilter.notReadIn(words)]) + (try reading.notes(shown.map(\.name)))
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
                    let shown = reading.text(item)
                    return [
                        .text(item.code), TypeWord.cell(item.type), .spoken(shown), LanguageWord.cell(shown.language), item.bindingCell,
                        item.planCell, .optional(item.set), StatusWord.cell(item.isWithdrawn ? CurriculumItem.withdrawn : item.status),
                        .optional(item.validFrom), .optional(item.validTo),
                        .optional(replacements[item.name]),
                    ]
                }, notes: notes)
    }
}
