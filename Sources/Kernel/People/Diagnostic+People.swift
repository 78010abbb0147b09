extension Diagnostic {
    static func emptyID(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/empty-id", .error, Text(nb: "raden har ingen id", nn: "rada har ingen id", en: "the row has no id"), at: span,
            help: Text(
                nb: "id er nøkkelen til personen, og skal være den samme i hver import",
                nn: "id er nøkkelen til personen, og skal vere den same i kvar import",
                en: "id is the person's key, and should be the same in each import"))
    }

    static func badID(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/bad-id", .error, Text(nb: "ugyldig id «\(id)»", nn: "ugyldig id «\(id)»", en: "bad id '\(id)'"), at: span,
            help: formOfID)
    }

    static func reservedID(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/reserved-id", .error,
            Text(
                nb: "«\(id)» er noe annet enn en person i loggen", nn: "«\(id)» er noko anna enn ein person i loggen",
                en: "'\(id)' is something other than a person in the log"), at: span,
            help: Text(nb: "gi personen en annen id", nn: "gi personen ein annan id", en: "give the person another id"))
    }

    static func badOrganisation(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/bad-organisation", .error,
            Text(
                nb: "en organisasjon kan ikke hete «\(id)»", nn: "ein organisasjon kan ikkje heite «\(id)»",
                en: "an organisation cannot be called '\(id)'"), at: span, help: formOfID)
    }

    private static let formOfID = Text(
        nb: """
            en id har høyst 255 byte, ingen ", / eller \\, ingen usynlige tegn, verken mellomrom, punktum eller bindestrek først, ikke \
            mellomrom sist, og å, é og slike er ett tegn hver (NFC)
            """,
        nn: """
            ein id har høgst 255 byte, ingen ", / eller \\, ingen usynlege teikn, korkje mellomrom, punktum eller bindestrek først, ikkje \
            mellomrom sist, og å, é og slike er eitt teikn kvar (NFC)
            """,
        en: """
            an id has at most 255 bytes, no ", / or \\, no invisible characters, no space, full stop or hyphen first, no space last, and each \
            accented letter is one character (NFC)
            """)

    /// - Parameters:
    ///   - lacksColumn: whether the file has no column for organisations at all.
    ///   - known: the roles that need none.
    static func roleWithoutOrganisation(_ role: String, lacksColumn: Bool, known: [String], at span: SourceSpan) -> Diagnostic {
        var seen: Set<String> = []
        let list = known.filter { seen.insert($0).inserted }.joined(separator: ", ")
        return Diagnostic(
            "people/role-without-organisation", .error,
            lacksColumn
                ? Text(
                    nb: "rollen «\(role)» gjelder i en organisasjon, og filen har ingen kolonne «organisation»",
                    nn: "rolla «\(role)» gjeld i ein organisasjon, og fila har ingen kolonne «organisation»",
                    en: "the role '\(role)' is one in an organisation, and the file has no column 'organisation'")
                : Text(
                    nb: "rollen «\(role)» gjelder i en organisasjon, og raden nevner ingen",
                    nn: "rolla «\(role)» gjeld i ein organisasjon, og rada nemner ingen",
                    en: "the role '\(role)' is one in an organisation, and the row names none"), at: span,
            help: list.isEmpty
                ? nil
                : Text(
                    nb: "uten organisasjon kan rollen være \(list)", nn: "utan organisasjon kan rolla vere \(list)",
                    en: "without an organisation the role can be \(list)"))
    }

    static func repeatedPerson(_ id: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/repeated-person", .error,
            Text(
                nb: "personen «\(id)» står to ganger i filen", nn: "personen «\(id)» står to gonger i fila",
                en: "the person '\(id)' occurs twice in the file"), at: span,
            labels: [Label(first, Text(nb: "første gang her", nn: "første gongen her", en: "first here"))],
            help: Text(nb: "fjern den ene raden", nn: "fjern den eine rada", en: "remove one of the rows"))
    }

    static func noName(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/no-name", .error,
            Text(nb: "personen har ikke noe navn", nn: "personen har ikkje noko namn", en: "the person has no name"),
            at: span,
            help: Text(
                nb: "fyll ut given_name eller family_name", nn: "fyll ut given_name eller family_name",
                en: "fill in given_name or family_name"))
    }

    static func badEmail(_ address: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/bad-email", .error,
            Text(
                nb: "«\(address)» er ikke en e-postadresse", nn: "«\(address)» er ikkje ei e-postadresse",
                en: "'\(address)' is not an e-mail address"), at: span,
            help: Text(
                nb: "skriv den som navn@eksempel.no, eller la feltet stå tomt",
                nn: "skriv ho som namn@eksempel.no, eller la feltet stå tomt",
                en: "write it as name@example.org, or leave the field empty"))
    }

    static func unknownLanguage(_ tag: String, known: [String], at span: SourceSpan) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "people/unknown-language", .error,
            Text(nb: "ukjent språk «\(tag)»", nn: "ukjent språk «\(tag)»", en: "unknown language '\(tag)'"),
            at: span, label: NearestName.suggestion(for: tag, among: known).map(Text.didYouMean),
            help: Text(nb: "språkene er \(list)", nn: "språka er \(list)", en: "the languages are \(list)"))
    }

    static func unknownOrganisation(_ id: String, nearest: String?, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/unknown-organisation", .error,
            Text(nb: "ukjent organisasjon «\(id)»", nn: "ukjend organisasjon «\(id)»", en: "unknown organisation '\(id)'"), at: span,
            label: nearest.map(Text.didYouMean),
            help: Text(
                nb: "rett den, eller utelat --known-organisations; da opprettes den som skole",
                nn: "rett han, eller ta bort --known-organisations; då blir han oppretta som skule",
                en: "correct it, or leave out --known-organisations; it is then created as a school"))
    }

    static func unknownRole(_ role: String, known: [String], at span: SourceSpan?) -> Diagnostic {
        // Several modules may declare a role of the same name.
        var seen: Set<String> = []
        let list = known.filter { seen.insert($0).inserted }.joined(separator: ", ")
        return Diagnostic(
            "people/unknown-role", .error, Text(nb: "ukjent rolle «\(role)»", nn: "ukjend rolle «\(role)»", en: "unknown role '\(role)'"),
            at: span,
            label: NearestName.suggestion(for: role, among: known).map(Text.didYouMean),
            help: list.isEmpty
                ? Text(
                    nb: "ingen rolle kan gis her", nn: "inga rolle kan givast her", en: "no role can be given here")
                : Text(nb: "rollene her er \(list)", nn: "rollene her er \(list)", en: "the roles here are \(list)"))
    }

    static func badRole(_ role: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/bad-role", .error,
            Text(
                nb: "rollen er for lang, eller har mellomrom i endene", nn: "rolla er for lang, eller har mellomrom i endane",
                en: "the role is too long, or has spaces at its ends"),
            at: span,
            help: Text(
                nb: "høyst \(Roster.roleLength) tegn", nn: "høgst \(Roster.roleLength) teikn", en: "at most \(Roster.roleLength) characters"
            ))
    }

    static func roleNotGrantable(_ role: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/role-not-grantable", .error,
            Text(
                nb: "rollen «\(role)» for hele arbeidsområdet kan bare gis av driften eller en administrator",
                nn: "rolla «\(role)» for heile arbeidsområdet kan berre givast av drifta eller ein administrator",
                en: "the role '\(role)' in the whole workspace can be given by the operator or an administrator only"), at: span,
            help: Text(
                nb: "la en av dem kjøre importen, eller fjern rollen fra raden",
                nn: "la ein av dei køyre importen, eller fjern rolla frå rada",
                en: "let one of them run the import, or remove the role from the row"))
    }

    static func unknownPerson(_ id: String, nearest: String?, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "people/unknown-person", .error, Text(nb: "ukjent person «\(id)»", nn: "ukjend person «\(id)»", en: "unknown person '\(id)'"),
            at: span,
            label: nearest.map(Text.didYouMean),
            help: Text(
                nb: "«kjerne people list» viser alle; «kjerne people import» legger til flere",
                nn: "«kjerne people list» viser alle; «kjerne people import» legg til fleire",
                en: "'kjerne people list' shows everyone; 'kjerne people import' adds more"))
    }

    static func unknownOffering(_ id: String, nearest: String?, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "people/unknown-offering", .error,
            Text(nb: "ukjent gjennomføring «\(id)»", nn: "ukjend gjennomføring «\(id)»", en: "unknown offering '\(id)'"), at: span,
            label: nearest.map(Text.didYouMean),
            help: Text(
                nb: "«kjerne offerings list» viser alle; «kjerne apply» oppretter dem som står i Config",
                nn: "«kjerne offerings list» viser alle; «kjerne apply» opprettar dei som står i Config",
                en: "'kjerne offerings list' shows all; 'kjerne apply' creates those in Config"))
    }

    static func retiredOffering(_ id: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "people/retired-offering", .error,
            Text(
                nb: "gjennomføringen «\(id)» er avviklet og tar ikke imot flere",
                nn: "gjennomføringa «\(id)» er avvikla og tek ikkje imot fleire",
                en: "the offering '\(id)' is retired and takes no one in"), at: span)
    }

    static func emptyCell(_ column: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "people/empty-cell", .error, Text(nb: "«\(column)» er tom", nn: "«\(column)» er tom", en: "'\(column)' is empty"), at: span)
    }

    static func badResume(_ word: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "people/bad-resume", .error,
            Text(
                nb: "«\(word)» er verken true eller false", nn: "«\(word)» er verken true eller false",
                en: "'\(word)' is neither true nor false"),
            at: span,
            help: Text(
                nb: "true lar den som har sluttet, delta igjen", nn: "true lèt den som har slutta, delta igjen",
                en: "true lets someone who has left take part again"))
    }
}
