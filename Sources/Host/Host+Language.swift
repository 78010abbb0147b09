import Kernel

/// Who is acted as, and in which language she is answered.
extension Host {
    /// The language of the person acted as, where neither `--lang` nor `KJERNE_LANG` asks for one; nil where it is not known.
    ///
    /// Asked before any command runs, those too that only read files: whoever acts as somebody acts as somebody who is there.
    ///
    /// - Throws: `HostError.unknown` for a person who is not in the store. What is wrong with the workspace or the store, the command itself
    ///   says; here it only means that the locale decides.
    func languageOfActor() throws -> Language? {
        guard let id = global.actor else { return nil }
        let store: Store
        let person: Person?
        do {
            store = try readingStore()
            person = try store.read { try Person.find(id, in: $0) }
        } catch {
            return nil
        }
        guard let person else {
            _ = try actor(in: store)
            return nil
        }
        guard global.lang == nil, io.environment["KJERNE_LANG"].flatMap(Language.init(rawValue:)) == nil else { return nil }
        return person.language.flatMap(Language.init(rawValue:))
    }
}
