extension Diagnostic {
    static func letterNotUTF8(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "notice/not-utf8", .error, Text(nb: "brevet er ikke UTF-8", nn: "brevet er ikkje UTF-8", en: "the letter is not UTF-8"),
            at: span,
            help: Text(nb: "lagre filen som UTF-8", nn: "lagre fila som UTF-8", en: "save the file as UTF-8"))
    }

    static func noSubject(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "notice/no-subject", .error,
            Text(nb: "brevet har ikke noe emne", nn: "brevet har ikkje noko emne", en: "the letter has no subject"), at: span,
            help: Text(
                nb: "la den første linjen være «# » og emnet", nn: "lat den fyrste linja vere «# » og emnet",
                en: "let the first line be '# ' and the subject"))
    }

    static func emptyLetter(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "notice/empty", .error,
            Text(nb: "brevet har bare et emne", nn: "brevet har berre eit emne", en: "the letter has a subject only"), at: span)
    }

    static func openPlaceholder(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "notice/open-placeholder", .error,
            Text(
                nb: "«{{» lukkes ikke på samme linje", nn: "«{{» blir ikkje lukka på same linje", en: "'{{' is not closed on the same line"),
            at: span, help: Text(nb: "skriv {{navn}}", nn: "skriv {{namn}}", en: "write {{name}}"))
    }

    static func unknownFormat(_ word: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "notice/unknown-format", .error,
            Text(
                nb: "«\(word.excerpt)» er ikke en måte å skrive en verdi på",
                nn: "«\(word.excerpt)» er ikkje ein måte å skrive ein verdi på", en: "'\(word.excerpt)' is not a way to write a value"),
            at: span, help: Text(nb: "bare «date:» finnes", nn: "berre «date:» finst", en: "only 'date:' is known"))
    }

    static func notAPath(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "notice/not-a-path", .error,
            Text(
                nb: "«\(path.excerpt)» er ikke en sti til en verdi", nn: "«\(path.excerpt)» er ikkje ein sti til ein verdi",
                en: "'\(path.excerpt)' is not a path to a value"), at: span)
    }

    static func unknownPlaceholder(_ path: String, known: [String], at span: SourceSpan) -> Diagnostic {
        let nearest = NearestName.suggestion(for: path, among: known)
        return Diagnostic(
            "notice/unknown-placeholder", .error,
            Text(
                nb: "brevet kan ikke si «\(path.excerpt)»", nn: "brevet kan ikkje seie «\(path.excerpt)»",
                en: "the letter cannot say '\(path.excerpt)'"), at: span, label: nearest.map(Text.didYouMean),
            help: nearest == nil ? .oneOf(Array(known.prefix(40))) : nil)
    }

    /// - Parameter moment: what the time limit counts from that is the letter itself.
    static func ownArrival(_ path: String, moment: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "notice/own-arrival", .error,
            Text(
                nb: "brevet kan ikke si «\(path)»: fristen regnes fra brevet selv",
                nn: "brevet kan ikkje seie «\(path)»: fristen blir rekna frå brevet sjølv",
                en: "the letter cannot say '\(path)': the time limit counts from the letter itself"), at: span,
            notes: [
                Text(
                    nb: "«\(moment)» har ikke vært når brevet skrives", nn: "«\(moment)» har ikkje vore når brevet blir skrive",
                    en: "'\(moment)' has not happened yet when the letter is written")
            ],
            help: Text(
                nb: "skriv hvor lang fristen er, for eksempel «innen tre uker etter at du fikk dette brevet»",
                nn: "skriv kor lang fristen er, til dømes «innan tre veker etter at du fekk dette brevet»",
                en: "say how long it is, for example 'within three weeks of receiving this letter'"))
    }

    static func notADay(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "notice/not-a-day", .error,
            Text(
                nb: "«\(path)» er verken en dag eller et tidspunkt", nn: "«\(path)» er korkje ein dag eller eit tidspunkt",
                en: "'\(path)' is neither a day nor an instant"), at: span,
            help: Text(nb: "skriv {{\(path)}}", nn: "skriv {{\(path)}}", en: "write {{\(path)}}"))
    }
}
