public import GRDB

/// Writes letters: chooses the recipient's language, fills in the text by her rights, and keeps it.
public struct NoticeWriter {
    private let languages: [String]
    private let zone: TimeZoneRules

    /// - Parameters:
    ///   - languages: the languages of the workspace, the first for those who have named none of them.
    ///   - zone: the clock of the workspace.
    public init(languages: [String], zone: TimeZoneRules) {
        self.languages = languages
        self.zone = zone
    }

    /// The language tag that a person is written to in.
    public func language(of person: Person) -> String {
        person.language.flatMap { languages.contains($0) ? $0 : nil } ?? languages.first ?? Language.nb.rawValue
    }

    /// Writes a letter about a record, within the transaction of what it tells of.
    ///
    /// - Parameters:
    ///   - declaration: the letter as its module declares it.
    ///   - texts: the module's texts, by path in its folder.
    ///   - event: the event that sends it.
    ///   - value: reads a value as the recipient may; nil where she may not read it.
    /// - Returns: its number.
    /// - Throws: `NoticeRefusal`.
    @discardableResult
    public func write(
        _ declaration: NoticeDeclaration, module: String, texts: [String: String], about record: RecordPlace.Step, to person: Person,
        event: EventHeader, in db: Database, value: (String, Actor) throws -> NoticeValue?
    ) throws -> Int64 {
        let tag = language(of: person)
        let path = "\(declaration.template).\(tag).md"
        guard let text = texts[path], let template = NoticeTemplate.read(.init(id: .init(0), path: path, bytes: Array(text.utf8))).template
        else { throw NoticeRefusal.noText(path) }
        let letter = try NoticeRenderer(language: Language(rawValue: tag) ?? .nb, zone: zone).render(
            template, name: declaration.name, for: .person(person.key)
        ) { path, reader in try Self.common(path, person, event.instant) ?? value(path, reader) }
        try db.execute(
            sql: """
                INSERT INTO kernel_notice (module, name, kind, record, person, language, subject, body, announced, event)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                module, declaration.name, record.kind, record.number, person.key, tag, letter.subject, letter.body,
                event.instant.microseconds, event.sequence,
            ])
        return db.lastInsertedRowID
    }

    /// What every letter can say of its recipient and of the day.
    private static func common(_ path: String, _ person: Person, _ now: Instant) -> NoticeValue? {
        switch path {
        case "recipient.name": .text(person.name)
        case "recipient.given-name": .text(person.givenName)
        case "recipient.family-name": .text(person.familyName)
        case "today": .instant(now)
        default: nil
        }
    }
}
