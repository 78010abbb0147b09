import Kernel

/// Who is acted as, and in which language she is answered.
extension Host {
    /// The person acted as; nil for the operator.
    ///
    /// - Throws: `HostError.unknown` if she is not in the store.
    func person(in store: Store) throws -> Person? {
        guard let id = global.actor else { return nil }
        return try store.read { db in
            if let person = try Person.find(id, in: db) { return person }
            throw HostError.unknownPerson(id, nearest: try Person.nearestID(to: id, in: db))
        }
    }

    /// The person acted as, looked for before the command does anything; nil also where the workspace does not say in which store to look.
    ///
    /// What is wrong with the workspace, the command itself says.
    ///
    /// - Throws: `HostError.unknown` if she is not in the store, or there is none; `StoreError`.
    func actingPerson() throws -> Person? {
        guard let id = global.actor, let path = try? namedStorePath() else { return nil }
        do { return try person(in: Store.open(at: path, access: .readOnly)) } catch StoreError.missing {
            throw HostError.unknownPerson(id, nearest: nil)
        }
    }

    /// The language of `person`, where neither `--lang` nor `KJERNE_LANG` asks for one; nil where she has none of the program's.
    func language(of person: Person?) -> Language? {
        guard global.lang == nil, io.environment["KJERNE_LANG"].flatMap(Language.init(rawValue:)) == nil else { return nil }
        return person?.language.flatMap(Language.init(rawValue:))
    }
}

extension HostError {
    /// There is nobody with that id; the nearest one is named where there is one.
    static func unknownPerson(_ id: String, nearest: String?) -> HostError {
        .unknown(Text(nb: "personen", nn: "personen", en: "person"), id, known: nearest.map { [$0] } ?? [])
    }
}
