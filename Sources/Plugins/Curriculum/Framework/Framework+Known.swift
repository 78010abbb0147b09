import GRDB
import Kernel

extension Framework {
    /// The framework whose codes lie in that namespace: Udir's, or one that has been read in before.
    static func known(namespace: String?, in db: Database) throws -> Framework? {
        guard let namespace else { return nil }
        if namespace == udir.namespace { return udir }
        let row = try Row.fetchOne(
            db, sql: "SELECT name, format FROM curriculum_framework WHERE namespace = ?", arguments: [namespace])
        return row.map { Framework(id: $0[0], format: Format(rawValue: $0[1]) ?? .grep, namespace: namespace, title: LocalText()) }
    }

    /// Holds the name against the frameworks that have been read in, and against Udir's: one name, one format, one namespace.
    ///
    /// - Throws: `SourcedFaults` where the name is taken.
    func requireOwnName(in db: Database) throws {
        if id == Self.udir.id, namespace != Self.udir.namespace { throw SourcedFaults(.frameworkTaken(id)) }
        let row = try Row.fetchOne(db, sql: "SELECT format, namespace FROM curriculum_framework WHERE name = ?", arguments: [id])
        guard let row else { return }
        guard row[0] == format.rawValue, row[1] == namespace else { throw SourcedFaults(.frameworkTaken(id)) }
    }

    /// The national curriculum as Utdanningsdirektoratet publishes it, under NLOD (https://data.norge.no/nlod).
    static var udir: Framework {
        Framework(
            id: "grep", format: .grep, namespace: "http://psi.udir.no/kl06/",
            title: LocalText([("nb", "Læreplanverket"), ("nn", "Læreplanverket"), ("en", "The national curriculum")]),
            publisher: "Utdanningsdirektoratet", licence: "NLOD",
            credit: LocalText([
                ("nb", "Inneholder data under norsk lisens for offentlige data (NLOD) tilgjengeliggjort av Utdanningsdirektoratet"),
                ("nn", "Inneheld data under norsk lisens for offentlege data (NLOD) gjorde tilgjengelege av Utdanningsdirektoratet"),
                (
                    "en",
                    "Contains data under the Norwegian licence for open government data (NLOD) made available by Utdanningsdirektoratet"
                ),
            ]), language: "nb", version: "v201906")
    }
}
