extension WorkingCalendar {
    /// Reads a calendar from a file's node.
    ///
    /// The file has been checked with `schemaYAML`; what that cannot see (dates that do not exist) is reported here. A value of
    /// another form than the schema's is reported too and never taken for something else.
    ///
    /// - Returns: the calendar, or nil and every reason why not.
    public static func read(_ node: Node) -> (WorkingCalendar?, [Diagnostic]) {
        var reader = Reader()
        let calendar = reader.calendar(node)
        return (reader.diagnostics.isEmpty ? calendar : nil, reader.diagnostics)
    }

    /// Reads the parts and keeps what is wrong with them.
    private struct Reader {
        var diagnostics: [Diagnostic] = []

        mutating func calendar(_ node: Node) -> WorkingCalendar? {
            let id = value("calendar", in: node, \.string)
            let title = value("title", in: node) { $0.asText }
            let weekend = value("weekend", in: node, \.list)?.compactMap { weekday($0) }
            let holidays = value("holidays", in: node, \.list)?.compactMap { holiday($0) }
            let consolidated = node["consolidated"].flatMap { date($0) }
            guard let id, let title, let weekend, let holidays else { return nil }
            return WorkingCalendar(id: id, title: title, weekend: Set(weekend), holidays: holidays, consolidated: consolidated)
        }

        private mutating func holiday(_ node: Node) -> Holiday? {
            guard let id = value("holiday", in: node, \.string), let rule = rule(node) else { return nil }
            return Holiday(id: id, rule: rule, title: node["title"]?.asText, source: node["source"]?.string)
        }

        private mutating func rule(_ node: Node) -> Holiday.Rule? {
            if let on = node["on"] { return monthAndDay(on) }
            if let easter = node["easter"] {
                guard let offset = easter.integer, Holiday.easterOffsets.contains(offset) else {
                    return fault(.calendarForm("easter", at: easter.span))
                }
                return .easter(offset)
            }
            guard let dates = value("dates", in: node, \.list) else { return nil }
            return .dates(dates.compactMap { date($0) })
        }

        /// `MM-DD`, of a date that some year has.
        private mutating func monthAndDay(_ node: Node) -> Holiday.Rule? {
            guard let text = node.string else { return fault(.calendarForm("on", at: node.span)) }
            let leapYear = "2000-"
            do {
                let date = try Day(leapYear + text).date
                return .on(month: date.month, day: date.day)
            } catch {
                let start = max(error.range.lowerBound - leapYear.utf8.count, 0)
                let range = start..<max(error.range.upperBound - leapYear.utf8.count, start)
                return fault(.noSuchYearlyDate(text, at: StringFault(range, error.reason).span(in: node)))
            }
        }

        private mutating func date(_ node: Node) -> Day? {
            guard let text = node.string else { return fault(.calendarForm("date", at: node.span)) }
            do { return try Day(text) } catch { return fault(error.diagnostic("time/date", in: node)) }
        }

        private mutating func weekday(_ node: Node) -> Weekday? {
            node.string.flatMap { Weekday(named: $0) } ?? fault(.calendarForm("weekend", at: node.span))
        }

        private mutating func value<Value>(_ key: String, in node: Node, _ read: (Node) -> Value?) -> Value? {
            node[key].flatMap(read) ?? fault(.calendarForm(key, at: node[key]?.span ?? node.span))
        }

        private mutating func fault<Value>(_ diagnostic: Diagnostic) -> Value? {
            diagnostics.append(diagnostic)
            return nil
        }
    }
}

extension Node {
    /// The text of a map from language to string.
    fileprivate var asText: Text? {
        guard let map, !map.isEmpty else { return nil }
        var texts: [String: String] = [:]
        for pair in map.pairs {
            guard let text = pair.value.string else { return nil }
            texts[pair.key] = text
        }
        return Text(texts)
    }
}

extension Diagnostic {
    fileprivate static func calendarForm(_ key: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "calendar/form", .error,
            Text(
                nb: "«\(key)» mangler eller har feil form", nn: "«\(key)» manglar eller har feil form",
                en: "'\(key)' is missing or has the wrong form"), at: span,
            help: Text(
                nb: "`kjerne schema show calendar` viser formen", nn: "`kjerne schema show calendar` viser forma",
                en: "`kjerne schema show calendar` shows the form"))
    }

    fileprivate static func noSuchYearlyDate(_ text: String, at span: SourceSpan) -> Diagnostic {
        let text = text.excerpt
        return Diagnostic(
            "calendar/date", .error,
            Text(
                nb: "«\(text)» finnes ikke i noe år", nn: "«\(text)» finst ikkje i noko år",
                en: "'\(text)' is not a date in any year"), at: span,
            help: Text(
                nb: "skriv måned og dag slik: \"05-17\"", nn: "skriv månad og dag slik: \"05-17\"",
                en: "write month and day like this: \"05-17\""))
    }
}
