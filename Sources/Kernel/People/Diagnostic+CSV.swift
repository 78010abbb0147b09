extension Diagnostic {
    static func unreadableFile(_ failure: FileContent.Failure) -> Diagnostic {
        Diagnostic(
            "csv/unreadable", .error,
            Text(
                nb: "kan ikke lese «\(failure.path)»: \(failure.reason(.nb))",
                nn: "kan ikkje lese «\(failure.path)»: \(failure.reason(.nn))",
                en: "cannot read '\(failure.path)': \(failure.reason(.en))"), at: nil)
    }

    static func fileTooLarge(_ path: String) -> Diagnostic {
        Diagnostic(
            "csv/file-too-large", .error,
            Text(
                nb: "«\(path)» er større enn 256 MiB", nn: "«\(path)» er større enn 256 MiB", en: "'\(path)' is larger than 256 MiB"),
            at: nil,
            help: Text(nb: "del filen i flere", nn: "del fila i fleire", en: "split the file into several"))
    }

    static func emptyCSV(columns: [String], at span: SourceSpan) -> Diagnostic {
        let header = columns.joined(separator: ",")
        return Diagnostic(
            "csv/empty-file", .error, Text(nb: "filen er tom", nn: "fila er tom", en: "the file is empty"), at: span,
            help: Text(
                nb: "første linje skal være «\(header)»", nn: "første linja skal vere «\(header)»",
                en: "the first line should be '\(header)'"))
    }

    static func tooManyRows(_ limit: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "csv/too-many-rows", .error,
            Text(
                nb: "filen har mer enn \(limit) rader", nn: "fila har meir enn \(limit) rader", en: "the file has more than \(limit) rows"),
            at: span, help: Text(nb: "del filen i flere", nn: "del fila i fleire", en: "split the file into several"))
    }

    static func notUTF8(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "csv/not-utf8", .error, Text(nb: "teksten er ikke UTF-8", nn: "teksten er ikkje UTF-8", en: "the text is not UTF-8"), at: span,
            help: Text(
                nb: "lagre filen som UTF-8 (i Excel: «CSV UTF-8»)", nn: "lagre fila som UTF-8 (i Excel: «CSV UTF-8»)",
                en: "save the file as UTF-8 (in Excel: 'CSV UTF-8')"))
    }

    static func controlCharacter(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
        let name = byte == 0x0A ? "U+000A" : "U+00\(Hex.string([byte]).uppercased())"
        return Diagnostic(
            "csv/control-character", .error,
            Text(
                nb: "feltet inneholder et styretegn (\(name))", nn: "feltet inneheld eit styreteikn (\(name))",
                en: "the field holds a control character (\(name))"), at: span,
            help: Text(
                nb: "fjern tegnet; et felt her er én linje", nn: "fjern teiknet; eit felt her er éi linje",
                en: "remove the character; a field here is one line"))
    }

    /// A fault of the CSV form itself.
    static func csv(_ fault: CSVFault, in record: CSVRecord, _ places: CSVPlaces) -> Diagnostic {
        let span = places.span(fault.offset, fault.offset + 1, in: record)
        let opening = fault.other.map { places.span($0, $0 + 1, in: record) }
        switch fault.kind {
        case .unclosedQuote:
            return Diagnostic(
                "csv/unclosed-quote", .error,
                Text(nb: "anførselstegnet lukkes aldri", nn: "hermeteiknet blir aldri lukka", en: "the quote is never closed"), at: span,
                help: Text(
                    nb: "sett et \" på slutten av feltet; et \" inne i feltet skrives \"\"",
                    nn: "set eit \" på slutten av feltet; eit \" inne i feltet skriv du \"\"",
                    en: "put a \" at the end of the field; a \" within the field is written \"\""))
        case .textAfterQuote:
            return Diagnostic(
                "csv/text-after-quote", .error,
                Text(
                    nb: "feltet fortsetter etter anførselstegnet som lukker det", nn: "feltet held fram etter hermeteiknet som lukkar det",
                    en: "the field goes on after its closing quote"), at: span,
                labels: opening.map {
                    [Label($0, Text(nb: "feltet åpnes her", nn: "feltet blir opna her", en: "the field is opened here"))]
                } ?? [], help: doubledQuote)
        case .strayQuote:
            return Diagnostic(
                "csv/stray-quote", .error,
                Text(
                    nb: "et anførselstegn står inne i et felt uten anførselstegn rundt",
                    nn: "eit hermeteikn står inne i eit felt utan hermeteikn rundt",
                    en: "a quote stands within a field that is not quoted"), at: span, help: doubledQuote)
        case .fieldTooLong:
            return Diagnostic(
                "csv/field-too-long", .error,
                Text(nb: "feltet er lengre enn 64 KiB", nn: "feltet er lengre enn 64 KiB", en: "the field is longer than 64 KiB"), at: span,
                help: opening == nil
                    ? Text(nb: "kort ned feltet", nn: "kort ned feltet", en: "shorten the field")
                    : Text(
                        nb: "mangler feltet et \" på slutten?", nn: "manglar feltet eit \" på slutten?", en: "is a \" missing at its end?"))
        case .tooManyFields:
            return Diagnostic(
                "csv/too-many-fields", .error,
                Text(
                    nb: "raden har flere enn \(CSVReader.recordLimit) felt", nn: "rada har fleire enn \(CSVReader.recordLimit) felt",
                    en: "the row has more than \(CSVReader.recordLimit) fields"), at: span)
        case .strayCarriageReturn:
            return Diagnostic(
                "csv/stray-carriage-return", .error,
                Text(
                    nb: "en vognretur (CR) står uten linjeskift (LF) etter", nn: "ein vognretur (CR) står utan linjeskift (LF) etter",
                    en: "a carriage return (CR) stands without a line feed (LF) after it"), at: span,
                help: Text(
                    nb: "lagre filen med linjeskift LF eller CRLF", nn: "lagre fila med linjeskift LF eller CRLF",
                    en: "save the file with LF or CRLF line breaks"))
        }
    }

    private static let doubledQuote = Text(
        nb: "sett \" rundt hele feltet, og skriv \"\" for et \" inne i det",
        nn: "set \" rundt heile feltet, og skriv \"\" for eit \" inne i det",
        en: "put \" around the whole field, and write \"\" for a \" within it")

    static func wrongWidth(found: Int, expected: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            found < expected ? "csv/short-row" : "csv/long-row", .error,
            Text(
                nb: "raden har \(found) felt, men overskriften har \(expected)",
                nn: "rada har \(found) felt, men overskrifta har \(expected)",
                en: "the row has \(found) field\(found == 1 ? "" : "s"), but the header has \(expected)"), at: span,
            help: found < expected
                ? Text(
                    nb: "skriv tomme felt med skilletegn, for eksempel «,,»", nn: "skriv tomme felt med skiljeteikn, til dømes «,,»",
                    en: "write empty fields with their delimiters, for example ',,'")
                : Text(
                    nb: "sett \" rundt et felt som inneholder skilletegnet", nn: "set \" rundt eit felt som inneheld skiljeteiknet",
                    en: "put \" around a field that holds the delimiter"))
    }

    static func moreRowFaults(_ count: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "csv/more-faults", .note,
            Text(nb: "\(count) feil til er ikke vist", nn: "\(count) feil til er ikkje viste", en: "\(count) more faults are not shown"),
            at: span)
    }
}
