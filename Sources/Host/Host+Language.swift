import Kernel

/// In which language someone is answered.
extension Host {
    /// The language of the person acted as, where neither `--lang` nor `KJERNE_LANG` asks for one; nil where it is not known.
    ///
    /// What is wrong with the workspace, the store or the person, the command itself says; here it only means that the locale decides.
    func languageOfActor() -> Language? {
        guard let id = global.actor, global.lang == nil, io.environment["KJERNE_LANG"].flatMap(Language.init(rawValue:)) == nil else {
            return nil
        }
        do {
            return try readingStore().read { try Person.find(id, in: $0)?.language }.flatMap(Language.init(rawValue:))
        } catch {
            return nil
        }
    }
}
