/// Checks the letters of a module: their form, and that they say nothing that they could not know.
public enum NoticeCheck {
    /// - Parameters:
    ///   - module: the module that has the letters.
    ///   - index: what all enabled modules declare.
    ///   - files: the module's texts, by path in its folder.
    ///   - languages: the languages of the workspace; a letter that is missing in one is reported with the manifest.
    public static func run(
        _ module: ModuleDeclarations, _ index: DeclarationIndex, files: [String: SourceFile], languages: [String]
    ) -> [Diagnostic] {
        module.notices.flatMap { notice -> [Diagnostic] in
            let vocabulary = vocabulary(of: notice.name, module, index)
            let waits = OwnArrival(notice: notice.name, module: module, index: index).deadlines
            return languages.flatMap { language -> [Diagnostic] in
                guard let file = files["\(notice.template).\(language).md"] else { return [] }
                let (template, faults) = NoticeTemplate.read(file)
                return faults + (template.map { check($0, vocabulary, waits: waits) } ?? [])
            }
        }
    }

    /// What is wrong with the placeholders of one letter.
    ///
    /// - Parameter waits: the time limits that count from the letter itself, and the moments that say so.
    static func check(_ template: NoticeTemplate, _ vocabulary: NoticeVocabulary, waits: [String: Moment] = [:]) -> [Diagnostic] {
        template.placeholders.compactMap { path, format, span in
            switch vocabulary.paths[path] {
            case nil: .unknownPlaceholder(path, known: vocabulary.paths.keys.sorted(), at: span)
            case .plain? where format == .date: .notADay(path, at: span)
            default: waits[path].map { .ownArrival(path, moment: $0.path, at: span) }
            }
        }
    }

    /// What the records can say that send the letter, by a transition or when they are made; where none does, what any record of the module can.
    static func vocabulary(of notice: String, _ module: ModuleDeclarations, _ index: DeclarationIndex) -> NoticeVocabulary {
        let senders = module.records.filter { $0.sends(notice) }
        return NoticeVocabulary(common: (senders.isEmpty ? module.records : senders).map { NoticeVocabulary($0, index) })
    }
}
