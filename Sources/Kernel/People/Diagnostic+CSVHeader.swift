extension Diagnostic {
    /// - Parameter explains: whether to say how columns are named and mapped, which is said once for a file.
    static func unknownColumn(
        _ header: String, nearest: String?, known: [String], explains: Bool, at span: SourceSpan
    ) -> Diagnostic {
        let passes = "--map '\(header)=\(CSVMapping.ignored)'"
        let takes = nearest.map { "--map '\(header)=\($0)'" }
        let columns = known.joined(separator: ", ")
        return Diagnostic(
            "csv/unknown-column", .error,
            Text(nb: "ukjent kolonne «\(header)»", nn: "ukjend kolonne «\(header)»", en: "unknown column '\(header)'"), at: span,
            label: nearest.map(Text.didYouMean),
            notes: !explains ? [] : [Text(nb: "kolonnene er \(columns)", nn: "kolonnane er \(columns)", en: "the columns are \(columns)")],
            help: !explains
                ? nil
                : Text(
                    nb: takes.map { "rett overskriften, eller bruk \($0) (\(passes) hopper over kolonnen)" }
                        ?? "rett overskriften, eller bruk \(passes), som hopper over kolonnen",
                    nn: takes.map { "rett overskrifta, eller bruk \($0) (\(passes) hoppar over kolonnen)" }
                        ?? "rett overskrifta, eller bruk \(passes), som hoppar over kolonnen",
                    en: takes.map { "correct the header, or use \($0) (\(passes) passes the column over)" }
                        ?? "correct the header, or use \(passes), which passes the column over"))
    }

    static func unknownDelimiter(_ character: Character, at span: SourceSpan) -> Diagnostic {
        let isTab = character == "\t"
        return Diagnostic(
            "csv/delimiter", .error,
            Text(
                nb: "feltene er skilt med \(isTab ? "tabulator" : "«\(character)»")",
                nn: "felta er skilde med \(isTab ? "tabulator" : "«\(character)»")",
                en: "the fields are parted by \(isTab ? "tabs" : "'\(character)'")"), at: span,
            help: Text(
                nb: "lagre filen som CSV med komma eller semikolon", nn: "lagre fila som CSV med komma eller semikolon",
                en: "save the file as CSV with commas or semicolons"))
    }

    /// - Parameters:
    ///   - columns: the columns that are missing, at least one.
    ///   - headers: those of the file.
    ///   - isExplained: whether another fault of the header has said how columns are mapped.
    static func missingColumns(_ columns: [String], headers: [String], isExplained: Bool, at span: SourceSpan) -> Diagnostic {
        let header = headers.first ?? "HEADER"
        let column = columns[0]
        let all = { (left: String, right: String) in columns.map { left + $0 + right }.joined(separator: ", ") }
        return Diagnostic(
            "csv/missing-column", .error,
            columns.count == 1
                ? Text(nb: "kolonnen «\(column)» mangler", nn: "kolonnen «\(column)» manglar", en: "the column '\(column)' is missing")
                : Text(
                    nb: "disse kolonnene mangler: \(all("«", "»"))", nn: "desse kolonnane manglar: \(all("«", "»"))",
                    en: "these columns are missing: \(all("'", "'"))"), at: span,
            help: isExplained
                ? nil
                : Text(
                    nb: "legg den til; har den et annet navn i filen, bruk --map '\(header)=\(column)'",
                    nn: "legg han til; har han eit anna namn i fila, bruk --map '\(header)=\(column)'",
                    en: "add it; if it has another name in the file, use --map '\(header)=\(column)'"))
    }

    static func duplicateColumn(_ column: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "csv/duplicate-column", .error,
            Text(
                nb: "kolonnen «\(column)» finnes to ganger", nn: "kolonnen «\(column)» finst to gonger",
                en: "the column '\(column)' occurs twice"), at: span,
            labels: [Label(first, Text(nb: "første gang her", nn: "første gongen her", en: "first here"))],
            help: Text(
                nb: "fjern den ene, eller hopp over den med --map", nn: "fjern den eine, eller hopp over han med --map",
                en: "remove one of them, or pass it over with --map"))
    }

    static func malformedMapping(_ argument: String) -> Diagnostic {
        Diagnostic(
            "csv/malformed-mapping", .error,
            Text(
                nb: "«\(argument)» er ikke på formen OVERSKRIFT=FELT", nn: "«\(argument)» er ikkje på forma OVERSKRIFT=FELT",
                en: "'\(argument)' is not of the form HEADER=FIELD"), at: nil,
            help: Text(
                nb: "skriv for eksempel --map Fornavn=given_name", nn: "skriv til dømes --map Fornamn=given_name",
                en: "write for example --map Firstname=given_name"))
    }

    static func unknownMappedField(_ field: String, known: [String]) -> Diagnostic {
        let columns = known.joined(separator: ", ")
        return Diagnostic(
            "csv/unknown-mapped-field", .error,
            Text(
                nb: "--map peker på det ukjente feltet «\(field)»", nn: "--map peikar på det ukjende feltet «\(field)»",
                en: "--map points to the unknown field '\(field)'"), at: nil,
            label: NearestName.suggestion(for: field, among: known).map(Text.didYouMean),
            help: Text(nb: "feltene er \(columns)", nn: "felta er \(columns)", en: "the fields are \(columns)"))
    }

    static func unknownMappedHeader(_ header: String, headers: [String], at span: SourceSpan) -> Diagnostic {
        let found = headers.joined(separator: ", ")
        return Diagnostic(
            "csv/unknown-mapped-header", .error,
            Text(
                nb: "--map nevner «\(header)», som filen ikke har", nn: "--map nemner «\(header)», som fila ikkje har",
                en: "--map names '\(header)', which the file does not have"), at: span,
            label: NearestName.suggestion(for: header, among: headers).map(Text.didYouMean),
            help: Text(nb: "filen har \(found)", nn: "fila har \(found)", en: "the file has \(found)"))
    }

    static func headerMappedTwice(_ header: String) -> Diagnostic {
        Diagnostic(
            "csv/mapped-twice", .error,
            Text(
                nb: "--map nevner «\(header)» to ganger", nn: "--map nemner «\(header)» to gonger", en: "--map names '\(header)' twice"),
            at: nil)
    }
}
