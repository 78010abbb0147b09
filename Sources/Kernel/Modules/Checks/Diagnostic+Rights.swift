/// Faults of rights and seals.
extension Diagnostic {
    static func unknownRelation(_ name: String, among known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/unknown-relation", .error,
            Text(
                nb: "«\(name)» er verken en relasjon, en rolle eller en sti til en person",
                nn: "«\(name)» er verken ein relasjon, ei rolle eller ein sti til ein person",
                en: "'\(name)' is neither a relation, a role nor a path to a person"), at: span, label: .didYouMean(name, among: known),
            help: .oneOf(known))
    }

    static func relationIsNoPerson(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/unknown-relation", .error,
            Text(
                nb: "stien «\(path)» leder ikke til en person", nn: "stien «\(path)» fører ikkje til ein person",
                en: "the path '\(path)' does not lead to a person"), at: span)
    }

    /// Of a letter, which may go to all in a group too.
    static func neitherPersonNorGroup(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/unknown-relation", .error,
            Text(
                nb: "stien «\(path)» leder verken til en person eller til en gruppe",
                nn: "stien «\(path)» fører verken til ein person eller til ei gruppe",
                en: "the path '\(path)' leads neither to a person nor to a group"), at: span)
    }

    static func roleOrField(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/role-or-field", .error,
            Text(
                nb: "«\(name)» er både en rolle og et felt i posten", nn: "«\(name)» er både ei rolle og eit felt i posten",
                en: "'\(name)' is both a role and a field of the record"), at: span,
            help: Text(
                nb: "gi feltet et annet navn; ellers får alle med rollen det som er ment for den ene",
                nn: "gi feltet eit anna namn; elles får alle med rolla det som er meint for den eine",
                en: "give the field another name; otherwise everyone with the role gets what is meant for the one"))
    }

    static func madeByNobody(_ relation: String, record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/made-by-nobody", .error,
            Text(
                nb: "ingen har relasjonen «\(relation)» til en «\(record)» før den er laget",
                nn: "ingen har relasjonen «\(relation)» til ein «\(record)» før han er laga",
                en: "nobody stands in the relation '\(relation)' to a '\(record)' before it is made"), at: span,
            help: Text(
                nb: "skriv en rolle, owner, eller en sti fra posten til en person",
                nn: "skriv ei rolle, owner, eller ein sti frå posten til ein person",
                en: "write a role, owner, or a path from the record to a person"))
    }

    static func narrowerParticipant(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/narrower-participant", .warning,
            Text(
                nb: "eieren er også deltaker, så her får hun ikke lese mer enn deltakerne",
                nn: "eigaren er òg deltakar, så her får ho ikkje lese meir enn deltakarane",
                en: "the owner is a participant too, so she reads no more than participants do here"), at: span,
            notes: [
                Text(
                    nb: "av flere relasjoner gjelder den mest begrensede", nn: "av fleire relasjonar gjeld den mest avgrensa",
                    en: "of several relations the most limited decides")
            ], help: Text(nb: "skriv peer for de andre", nn: "skriv peer for dei andre", en: "write peer for the others"))
    }

    static func notAbove(_ record: String, among known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/not-above", .error,
            Text(
                nb: "«\(record)» ligger ikke over denne posten", nn: "«\(record)» ligg ikkje over denne posten",
                en: "'\(record)' does not lie above this record"), at: span, label: .didYouMean(record, among: known),
            help: known.isEmpty ? nil : .oneOf(known))
    }

    static func pseudonymOfNobody(_ record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/pseudonym", .error,
            Text(
                nb: "«\(record)» er anonym, så det er ingen forfatter å gi et pseudonym",
                nn: "«\(record)» er anonym, så det er ingen forfattar å gi eit pseudonym",
                en: "'\(record)' is anonymous, so there is no writer to give a pseudonym"), at: span,
            help: Text(
                nb: "ta bort anonymous eller pseudonymous", nn: "ta bort anonymous eller pseudonymous",
                en: "take away anonymous or pseudonymous"))
    }

    static func aggregateOfSealed(_ record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/sealed-record", .error,
            Text(
                nb: "«\(record)» er forseglet; en rapport over den må ha when og floor, og være modulens egen",
                nn: "«\(record)» er forsegla; ein rapport over han må ha when og floor, og vere modulen sin eigen",
                en: "'\(record)' is sealed; a report over it must have when and floor, and be the module's own"), at: span,
            help: Text(
                nb: "skriv for eksempel when: round.closed og floor: 5", nn: "skriv til dømes when: round.closed og floor: 5",
                en: "write for example when: round.closed and floor: 5"))
    }

    /// - Parameters:
    ///   - known: `RECORD.STATE` for each state of the record and of those above it.
    ///   - written: what stands there.
    static func sealElsewhere(_ record: String, among known: [String], written: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/seal", .error,
            Text(
                nb: "et segl brytes av posten selv eller en over den, ikke av «\(record)»",
                nn: "eit segl blir brote av posten sjølv eller ein over han, ikkje av «\(record)»",
                en: "a seal is broken by the record itself or one above it, not by '\(record)'"), at: span,
            label: .didYouMean(written, among: known), help: known.isEmpty ? nil : .oneOf(known))
    }
}
