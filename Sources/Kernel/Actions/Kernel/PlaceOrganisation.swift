import GRDB

/// `kernel.organisation.place`: says which organisation another one is part of, for example a school of its owner.
///
/// Rosters do not tell it, and rights that reach from an owner to its schools need it.
struct PlaceOrganisation: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin"]
    static let title = Text(
        nb: "plassere en organisasjon under en annen", nn: "plassere ein organisasjon under ein annan",
        en: "place an organisation under another")
    static let action = "kernel.organisation.place"

    var fields: [Field] {
        [
            .reference(
                "organisation", to: .organisation, Text(nb: "Organisasjonen", nn: "Organisasjonen", en: "The organisation")),
            .reference(
                "within", to: .organisation,
                Text(nb: "Den som den er en del av", nn: "Den som han er ein del av", en: "The one that it is part of")),
        ]
    }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let (part, whole) = (try values.organisation("organisation"), try values.organisation("within"))
        let db = transaction.db
        let isDeclared = try Bool.fetchOne(
            db, sql: "SELECT origin = 'configuration' FROM kernel_organisation WHERE id = ?", arguments: [part])
        guard isDeclared != true else {
            throw refusal(
                Text(
                    nb: "«\(part)» er en institusjon i konfigurasjonen, og er ikke en del av noen annen",
                    nn: "«\(part)» er ein institusjon i konfigurasjonen, og er ikkje ein del av nokon annan",
                    en: "'\(part)' is an institution of the configuration, and is part of no other"))
        }
        let isRound = try Bool.fetchOne(
            db,
            sql: """
                WITH RECURSIVE line (id) AS (SELECT ?1 UNION SELECT o.parent FROM kernel_organisation o JOIN line ON o.id = line.id
                WHERE o.parent IS NOT NULL) SELECT EXISTS (SELECT 1 FROM line WHERE id = ?2)
                """, arguments: [whole, part])
        guard isRound != true else {
            throw refusal(
                Text(
                    nb: "«\(whole)» er selv en del av «\(part)»", nn: "«\(whole)» er sjølv ein del av «\(part)»",
                    en: "'\(whole)' is itself part of '\(part)'"))
        }
        try db.execute(
            sql: "UPDATE kernel_organisation SET parent = ?2 WHERE id = ?1 AND parent IS NOT ?2", arguments: [part, whole])
        if db.changesCount > 0 {
            try transaction.emit(
                NewEvent(
                    "kernel.organisation.placed", records: [RecordReference(KernelRecord.organisation.rawValue, part)],
                    payload: .object([("within", .string(whole))])))
        }
        return ActionOutcome(id: part, state: "active", effect: .object([]))
    }

    private func refusal(_ text: Text) -> ActRefusal { .guarded(by: Self.action, text) }
}

extension KernelInput {
    /// The id of the organisation that a field names.
    fileprivate func organisation(_ name: String) throws -> String {
        let id = text(name) ?? ""
        let finder = ReferenceFinder(live: live, db: db)
        guard try finder.find(KernelRecord.organisation.rawValue, id) != nil else {
            let known = try finder.known(KernelRecord.organisation.rawValue)
            throw DiagnosticsError(.noSuchRecord(id, KernelRecord.organisation.rawValue, known: known, at: node[name]?.span))
        }
        return id
    }
}
