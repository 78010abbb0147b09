/// Faults that both readers find.
extension Diagnostic {
    static func fileTooLarge(_ size: Int, limit: Int, at span: SourceSpan) -> Diagnostic {
        let (size, limit) = ((size + 1_048_575) / 1_048_576, limit / 1_048_576)
        return Diagnostic(
            "document/too-large", .error,
            Text(
                nb: "filen er på \(size) MiB, og grensen er \(limit) MiB",
                nn: "fila er på \(size) MiB, og grensa er \(limit) MiB",
                en: "the file is \(size) MiB, and the limit is \(limit) MiB"),
            at: span,
            help: Text(
                nb: "del innholdet på flere filer, eller importer det som data",
                nn: "del innhaldet på fleire filer, eller importer det som data",
                en: "split it into several files, or import it as data"))
    }

    static func otherEncoding(_ encoding: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "document/encoding", .error,
            Text(
                nb: "filen er lagret som \(encoding), ikke UTF-8", nn: "fila er lagra som \(encoding), ikkje UTF-8",
                en: "the file is saved as \(encoding), not UTF-8"),
            at: span, help: .saveAsUTF8)
    }

    static func notUTF8(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
        let hex = "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        // What the same byte means in Windows-1252, the usual origin of such files here.
        let letters: [UInt8: String] = [
            0xC5: "Å", 0xC6: "Æ", 0xD8: "Ø", 0xE5: "å", 0xE6: "æ", 0xF8: "ø", 0xE9: "é", 0xF2: "ò", 0x96: "–", 0x94: "”", 0x92: "’",
        ]
        let notes = letters[byte].map { letter in
            [
                Text(
                    nb: "i Windows-1252 er denne byten «\(letter)», så filen er trolig lagret slik",
                    nn: "i Windows-1252 er denne byten «\(letter)», så fila er truleg lagra slik",
                    en: "in Windows-1252 this byte is '\(letter)', so that is probably how the file was saved")
            ]
        }
        return Diagnostic(
            "document/not-utf8", .error,
            Text(nb: "byten \(hex) er ikke UTF-8", nn: "byten \(hex) er ikkje UTF-8", en: "the byte \(hex) is not UTF-8"),
            at: span, notes: notes ?? [], help: .saveAsUTF8)
    }

    static func forbiddenCharacter(_ scalar: Unicode.Scalar, at span: SourceSpan) -> Diagnostic {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let escape = scalar.value < 0x100 ? "\\x" + digits.suffix(2) : "\\u" + digits
        let padded = digits.count == 1 ? "\\x0" + digits : escape
        return Diagnostic(
            "document/forbidden-character", .error,
            Text(
                nb: "tegnet \(code) kan ikke stå i en YAML-fil", nn: "teiknet \(code) kan ikkje stå i ei YAML-fil",
                en: "the character \(code) cannot stand in a YAML file"),
            at: span,
            help: Text(
                nb: "fjern det, eller skriv \(padded) i en tekst i doble anførselstegn",
                nn: "fjern det, eller skriv \(padded) i ein tekst i doble hermeteikn",
                en: "remove it, or write \(padded) in a text in double quotes"))
    }

    static func tooDeep(limit: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "document/too-deep", .error,
            Text(
                nb: "lister og kart ligger mer enn \(limit) nivåer inni hverandre",
                nn: "lister og kart ligg meir enn \(limit) nivå inni kvarandre",
                en: "lists and maps lie more than \(limit) levels inside each other"),
            at: span)
    }

    static func tooManyNodes(limit: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "document/too-many-values", .error,
            Text(
                nb: "filen har mer enn \(limit) nøkler og verdier", nn: "fila har meir enn \(limit) nøklar og verdiar",
                en: "the file has more than \(limit) keys and values"),
            at: span,
            help: Text(
                nb: "del innholdet på flere filer, eller importer det som data",
                nn: "del innhaldet på fleire filer, eller importer det som data",
                en: "split it into several files, or import it as data"))
    }

    static func tooManyFaults(_ limit: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "document/too-many-faults", .error,
            Text(
                nb: "lesingen stoppet etter \(limit) feil", nn: "lesinga stoppa etter \(limit) feil",
                en: "reading stopped after \(limit) faults"),
            at: span)
    }

    static func duplicateKey(_ key: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
        let key = key.excerpt
        return Diagnostic(
            "document/duplicate-key", .error,
            Text(nb: "nøkkelen «\(key)» står to ganger", nn: "nøkkelen «\(key)» står to gonger", en: "the key '\(key)' occurs twice"),
            at: span,
            labels: [Label(first, Text(nb: "første gang her", nn: "første gong her", en: "first here"))],
            help: Text(
                nb: "fjern den ene, eller gi den et annet navn", nn: "fjern den eine, eller gje han eit anna namn",
                en: "remove one of them, or give it another name"))
    }

    static func emptyDocument(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "document/empty", .error,
            Text(nb: "filen har ikke noe innhold", nn: "fila har ikkje noko innhald", en: "the file has no content"), at: span)
    }

    static func outOfMemory(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "document/out-of-memory", .error,
            Text(
                nb: "det er ikke nok minne til å lese filen", nn: "det er ikkje nok minne til å lese fila",
                en: "there is not enough memory to read the file"),
            at: span)
    }
}

extension Text {
    fileprivate static let saveAsUTF8 = Text(
        nb: "lagre filen som UTF-8 i redigeringsprogrammet", nn: "lagre fila som UTF-8 i redigeringsprogrammet",
        en: "save the file as UTF-8 in your editor")
}
