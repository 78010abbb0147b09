/// Faults of what records name: other records, fields, and the person whose they are.
extension Diagnostic {
    static func unknownRecord(_ name: String, kind: Text, among known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/unknown", .error,
            Text(
                nb: "\(kind(.nb)) «\(name)» finnes ikke", nn: "\(kind(.nn)) «\(name)» finst ikkje",
                en: "the \(kind(.en)) '\(name)' does not exist"), at: span, label: .didYouMean(name, among: known), help: .oneOf(known))
    }

    static func notRequired(_ module: String, record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/not-required", .error,
            Text(
                nb: "«\(record)» hører til modulen «\(module)», som ikke står under requires",
                nn: "«\(record)» høyrer til modulen «\(module)», som ikkje står under requires",
                en: "'\(record)' belongs to the module '\(module)', which does not stand under requires"), at: span,
            help: Text(
                nb: "legg til requires: {\(module): …}", nn: "legg til requires: {\(module): …}", en: "add requires: {\(module): …}"))
    }

    /// A record that is to count for the members of a group, but does not lie in one or cannot say which activity it is for.
    static func noGroupWork(_ record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/no-group-work", .error,
            Text(
                nb: "«\(record)» kan ikke telle for medlemmene i en gruppe", nn: "«\(record)» kan ikkje telje for medlemmene i ei gruppe",
                en: "'\(record)' cannot count for the members of a group"), at: span,
            help: Text(
                nb: "posten må ligge under kernel.group og ha en referanse til kernel.activity",
                nn: "posten må liggje under kernel.group og ha ein referanse til kernel.activity",
                en: "the record must lie under kernel.group and have a reference to kernel.activity"))
    }

    /// - Parameter line: the records from the first back to itself.
    static func parentCycle(_ line: [String], at span: SourceSpan) -> Diagnostic {
        let shown = line.joined(separator: " -> ")
        return Diagnostic(
            "record/parent-cycle", .error,
            Text(
                nb: "posten ligger under seg selv: \(shown)", nn: "posten ligg under seg sjølv: \(shown)",
                en: "the record lies under itself: \(shown)"), at: span)
    }

    static func ownerIsNoPerson(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/owner", .error,
            Text(
                nb: "«\(path)» leder ikke til en person", nn: "«\(path)» fører ikkje til ein person",
                en: "'\(path)' does not lead to a person"),
            at: span,
            help: Text(
                nb: "stien må slutte ved kernel.person, som enrolment.person",
                nn: "stien må slutte ved kernel.person, som enrolment.person",
                en: "the path must end at kernel.person, as enrolment.person does"))
    }

    static func noOwner(_ record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/no-owner", .error,
            Text(
                nb: "«\(record)» sier ikke hvem som er eier, så owner er ingen",
                nn: "«\(record)» seier ikkje kven som er eigar, så owner er ingen",
                en: "'\(record)' does not say who its owner is, so owner is nobody"), at: span,
            help: Text(
                nb: "legg til owner med en sti til personen", nn: "legg til owner med ein sti til personen",
                en: "add owner with a path to the person"))
    }

    static func noOffering(_ record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/no-offering", .error,
            Text(
                nb: "«\(record)» ligger ikke i noe tilbud", nn: "«\(record)» ligg ikkje i noko tilbod",
                en: "'\(record)' lies in no offering"), at: span,
            help: Text(
                nb:
                    "gi posten, eller en over den, en forelder eller et påkrevd felt som viser til et tilbud, en påmelding, en aktivitet eller en gruppe",
                nn:
                    "gi posten, eller ein over han, ein forelder eller eit påkravd felt som viser til eit tilbod, ei påmelding, ein aktivitet eller ei gruppe",
                en:
                    "give it, or one above it, a parent or a required field that refers to an offering, an enrolment, an activity or a group"
            ))
    }

    static func noActivity(_ record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/no-activity", .error,
            Text(
                nb: "«\(record)» hører ikke til noen aktivitet", nn: "«\(record)» høyrer ikkje til nokon aktivitet",
                en: "'\(record)' belongs to no activity"), at: span,
            help: Text(
                nb: "gi posten, eller en over den, et påkrevd felt som viser til kernel.activity",
                nn: "gi posten, eller ein over han, eit påkravd felt som viser til kernel.activity",
                en: "give it, or one above it, a required field that refers to kernel.activity"))
    }

    static func unknownStep(_ step: UnknownStep, short: (String) -> String, at span: SourceSpan) -> Diagnostic {
        guard let record = step.record.map(short) else {
            return Diagnostic(
                "record/path", .error,
                Text(
                    nb: "stien har sluttet ved en verdi før «\(step.word)»", nn: "stien har slutta ved ein verdi før «\(step.word)»",
                    en: "the path has ended at a value before '\(step.word)'"), at: span)
        }
        return Diagnostic(
            "record/path", .error,
            Text(
                nb: "«\(record)» har ingenting som heter «\(step.word)»", nn: "«\(record)» har ingenting som heiter «\(step.word)»",
                en: "'\(record)' has nothing called '\(step.word)'"), at: span, label: .didYouMean(step.word, among: step.known),
            help: step.known.isEmpty ? nil : .oneOf(step.known))
    }

    static func listInKey(_ field: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/list-in-key", .error,
            Text(
                nb: "«\(field)» er en liste og kan ikke være del av en nøkkel eller en indeks",
                nn: "«\(field)» er ei liste og kan ikkje vere del av ein nøkkel eller ein indeks",
                en: "'\(field)' is a list, and cannot be part of a key or an index"), at: span)
    }

    static func keyOptional(_ field: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/key-optional", .error,
            Text(
                nb: "«\(field)» er del av nøkkelen og kan stå tomt, så en post kunne bli uten navn",
                nn: "«\(field)» er del av nøkkelen og kan stå tomt, så ein post kunne bli utan namn",
                en: "'\(field)' is part of the key and may be left empty, so that a record could have no name"), at: span,
            help: Text(
                nb: "legg til required: true ved feltet", nn: "legg til required: true ved feltet", en: "add required: true to the field"))
    }

    static func keyTellsOthers(_ field: String, relation: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/key-tells-others", .warning,
            Text(
                nb: "nøkkelen med «\(field)» røper poster som «\(relation)» ikke får lese",
                nn: "nøkkelen med «\(field)» røper postar som «\(relation)» ikkje får lese",
                en: "the key with '\(field)' tells '\(relation)' of records that '\(relation)' may not read"), at: span,
            notes: [
                Text(
                    nb: "den som prøver en verdi som er tatt, blir avvist", nn: "den som prøver ein verdi som er teken, blir avvist",
                    en: "whoever tries a value that is taken is refused")
            ],
            help: Text(
                nb: "ta med det posten ligger under, eller author, i listen", nn: "ta med det posten ligg under, eller author, i lista",
                en: "add what the record lies under, or author, to the list"))
    }

    static func keyTells(_ field: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/key-tells", .error,
            Text(
                nb: "nøkkelen med «\(field)» røper om en annen har skrevet det samme",
                nn: "nøkkelen med «\(field)» røper om ein annan har skrive det same",
                en: "the key with '\(field)' tells whether someone else wrote the same"), at: span,
            notes: [
                Text(
                    nb: "det er forseglet eller uten navn, og den som prøver en verdi, får vite at den er tatt",
                    nn: "det er forsegla eller utan namn, og den som prøver ein verdi, får vite at han er teken",
                    en: "it is sealed or has no name, and whoever tries a value is told that it is taken")
            ],
            help: Text(
                nb: "ta med author i unique, og la bare author endre posten",
                nn: "ta med author i unique, og lat berre author endre posten",
                en: "add author to the unique list, and let nobody but the author change the record"))
    }

    static func notSearchable(_ field: String, type: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/search", .error,
            Text(
                nb: "«\(field)» er av typen «\(type)»; det søkes bare i text og localized",
                nn: "«\(field)» er av typen «\(type)»; ein søkjer berre i text og localized",
                en: "'\(field)' is of type '\(type)'; only text and localized are searched"), at: span)
    }

    static func personalUnsaid(_ field: String, item: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/personal", .error,
            Text(
                nb: "listen «\(field)» sier ikke om den er en personopplysning",
                nn: "lista «\(field)» seier ikkje om ho er ei personopplysning",
                en: "the list '\(field)' does not say whether it is personal"), at: span,
            notes: [
                Text(
                    nb: "en liste av \(item) må si det", nn: "ei liste av \(item) må seie det", en: "a list of \(item) must say so")
            ],
            help: Text(
                nb: "skriv personal: no, eller personal: {purpose: …, retention: …, source: …}",
                nn: "skriv personal: no, eller personal: {purpose: …, retention: …, source: …}",
                en: "write personal: no, or personal: {purpose: …, retention: …, source: …}"))
    }
}
