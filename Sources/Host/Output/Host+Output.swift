import Kernel

/// Answers, in the form that was asked for.
extension Host {
    /// Writes a table as `--output` says.
    func show(_ table: Table) throws {
        switch global.output ?? .table {
        case .table:
            io.write(TableRenderer(language: language, plain: global.plain, color: usesColor).render(try told(table)))
        case .json: io.write(table.json(language).pretty + "\n")
        case .csv: io.write(table.csv(language))
        case .html: io.write(HTMLRenderer(language: language).render(try told(table)))
        case .sarif: throw HostError.wrongFormat("sarif", can: OutputFormat.ofTables.map(\.rawValue))
        }
    }

    /// A table for people, its moments by the clock of the workspace.
    func told(_ table: Table) throws -> Table {
        guard table.hasInstants else { return table }
        do { return table.told(in: try readingStore().read { try WorkspaceTime.load($0).zone }) } catch StoreError.missing {
            return table
        } catch is NothingApplied {
            // After the first apply was undone nothing says which clock holds.
            return table
        }
    }

    /// Writes an answer that is a text to people and a value to programs.
    func show(_ value: @autoclosure () -> JSONValue, text: @autoclosure () -> String) throws {
        switch global.output ?? .table {
        case .table: io.write(text())
        case .json: io.write(value().pretty + "\n")
        case let other: throw HostError.wrongFormat(other.rawValue, can: OutputFormat.ofValues.map(\.rawValue))
        }
    }

    /// Writes the paths of files, one a line to people.
    func show(files paths: [String]) throws {
        if global.output ?? .table == .table {
            io.write(paths.map { $0 + "\n" }.joined())
        } else {
            try show(
                Table(
                    "kernel.files", title: Text(nb: "Filer", nn: "Filer", en: "Files"),
                    columns: [.init("path", .text, Text(nb: "Fil", nn: "Fil", en: "File"))], rows: paths.map { [.text($0)] }))
        }
    }

    /// Says something beside the answer: on standard error.
    func note(_ text: Text) { io.writeError(text(language) + "\n") }

    var usesColor: Bool { io.isTerminal && !global.plain && io.environment["NO_COLOR"] == nil && io.environment["TERM"] != "dumb" }

    /// The text in the language of the run.
    func say(nb: String, nn: String, en: String) -> String { Text(nb: nb, nn: nn, en: en)(language) }
}
