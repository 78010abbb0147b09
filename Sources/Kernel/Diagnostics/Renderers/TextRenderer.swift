/// Writes diagnostics for people, each with the line it is about.
/// ```
/// module.yaml:2:1: error: unknown key 'nmae' [schema/unknown-key]
///   |
/// 2 | nmae: Curriculum
///   | ^^^^ did you mean 'name'?
///   = help: valid keys are 'id', 'name'
/// ```
/// What comes from a file is shown with its control characters escaped. Long lines are cut around the place.
public struct TextRenderer: Sendable {
    /// How the text may look.
    public enum Style: Sendable, Hashable, CaseIterable {
        /// With the escape codes of a terminal.
        case colored
        /// With lines and carets drawn in ASCII.
        case uncolored
        /// In sentences without drawings, for screen readers.
        case plain
    }

    public var language: Language
    public var style: Style

    public init(language: Language, style: Style = .uncolored) {
        self.language = language
        self.style = style
    }

    /// All diagnostics in the order of the files, a blank line after each, and their number, as in `2 errors, 1 warning`.
    ///
    /// Empty for none.
    public func render(_ diagnostics: Diagnostics, in sources: SourceMap) -> String {
        let sorted = diagnostics.sorted(in: sources)
        guard !sorted.isEmpty else { return "" }
        return sorted.map { render($0, in: sources) + "\n" }.joined() + summary(sorted) + "\n"
    }

    /// One diagnostic on as many lines as it takes, each ended by a line break.
    public func render(_ diagnostic: Diagnostic, in sources: SourceMap) -> String {
        style == .plain ? plain(diagnostic, sources) : drawn(diagnostic, sources)
    }

    /// How many errors, warnings and notes there are.
    public func summary(_ diagnostics: [Diagnostic]) -> String {
        Diagnostic.Severity.allCases.compactMap { severity in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : severity.count(count)(language)
        }.joined(separator: ", ")
    }

    // MARK: Drawn

    /// One underlined place: the fault's own, or that of a label.
    private struct Mark {
        let span: SourceSpan
        let text: String?
        let isPrimary: Bool
    }

    private func drawn(_ diagnostic: Diagnostic, _ sources: SourceMap) -> String {
        let colors = Colors(isOn: style == .colored)
        var lines = [headline(diagnostic, sources, colors)]
        var marks: [Mark] = []
        if let span = diagnostic.span { marks.append(Mark(span: span, text: diagnostic.label.map(shown), isPrimary: true)) }
        marks += diagnostic.labels.map { Mark(span: $0.span, text: shown($0.text), isPrimary: false) }
        let gutter = String(marks.map(\.span.start.line).max() ?? 1).count
        let margin = String(repeating: " ", count: gutter)

        var files: [SourceFile.ID] = []
        for mark in marks where !files.contains(mark.span.file) { files.append(mark.span.file) }
        for id in files {
            let file = sources[id]
            let here = marks.filter { $0.span.file == id }.sorted {
                ($0.span.start.line, $1.isPrimary ? 1 : 0) < ($1.span.start.line, $0.isPrimary ? 1 : 0)
            }
            if id != diagnostic.span?.file {
                lines.append("\(margin)\(colors.frame("-->")) \(place(file, here[0].span.start))")
            }
            // A file without a line has nothing to show.
            if file.bytes.isEmpty { continue }
            lines.append("\(margin) \(colors.frame("|"))")
            var previous: (line: Int32, excerpt: SourceExcerpt)?
            for mark in here {
                let line = mark.span.start.line
                let excerpt = SourceExcerpt(mark.span, in: file)
                if previous?.line != line || previous?.excerpt.line != excerpt.line {
                    if let previous, line > previous.line + 1 { lines.append("...") }
                    let number = String(line)
                    let padding = String(repeating: " ", count: gutter - number.count)
                    lines.append(trimmed("\(colors.frame("\(padding)\(number) |")) \(excerpt.line)"))
                }
                previous = (line, excerpt)
                let indent = String(repeating: " ", count: VisibleText.width(excerpt.before))
                let sign = String(repeating: mark.isPrimary ? "^" : "-", count: max(1, VisibleText.width(excerpt.marked)))
                let text = mark.text.map { " " + $0 } ?? ""
                let color = mark.isPrimary ? colors.severity(diagnostic.severity) : colors.frame
                lines.append("\(margin) \(colors.frame("|")) \(indent)\(color(sign + text))")
            }
        }
        for (word, text) in remarks(diagnostic) { lines.append("\(margin) \(colors.frame("=")) \(colors.strong(word + ":")) \(text)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func headline(_ diagnostic: Diagnostic, _ sources: SourceMap, _ colors: Colors) -> String {
        let word = colors.severity(diagnostic.severity)(diagnostic.severity.word(language))
        let place = diagnostic.span.map { "\(self.place(sources[$0.file], $0.start)): " } ?? ""
        return "\(place)\(word)\(colors.strong(": " + shown(diagnostic.message))) [\(diagnostic.id)]"
    }

    private func place(_ file: SourceFile, _ start: SourcePosition) -> String {
        (file.path.isEmpty ? "" : VisibleText.escape(file.path) + ":") + "\(start.line):\(start.column)"
    }

    private func remarks(_ diagnostic: Diagnostic) -> [(String, String)] {
        let note = Text(nb: "merknad", nn: "merknad", en: "note")(language)
        let help = Text(nb: "hjelp", nn: "hjelp", en: "help")(language)
        return diagnostic.shownNotes.map { (note, shown($0)) } + (diagnostic.help.map { [(help, shown($0))] } ?? [])
    }

    private func shown(_ text: Text) -> String { VisibleText.escape(text(language)) }

    private func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
    }

    // MARK: Plain

    private func plain(_ diagnostic: Diagnostic, _ sources: SourceMap) -> String {
        let colors = Colors(isOn: false)
        var lines = [headline(diagnostic, sources, colors)]
        if let span = diagnostic.span { lines += plain(span, diagnostic.label, sources, isPrimary: true) }
        for label in diagnostic.labels {
            lines += plain(label.span, label.text, sources, isPrimary: label.span.file == diagnostic.span?.file)
        }
        lines += remarks(diagnostic).map { "  \($0): \($1)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private func plain(_ span: SourceSpan, _ text: Text?, _ sources: SourceMap, isPrimary: Bool) -> [String] {
        let file = sources[span.file]
        let excerpt = SourceExcerpt(span, in: file)
        let line = Text(nb: "linje \(span.start.line)", nn: "linje \(span.start.line)", en: "line \(span.start.line)")(language)
        let place = isPrimary ? line : VisibleText.escape(file.path) + ", " + line
        var lines = excerpt.line.isEmpty ? [] : ["  \(place): \(excerpt.line)"]
        if let text { lines.append("  \(place): \(excerpt.marked.isEmpty ? "" : excerpt.marked + ": ")\(shown(text))") }
        return lines
    }
}
