public import GRDB

/// Whom letters come from, as the workspace's settings say.
public struct LetterSender: Sendable, Hashable {
    /// The workspace's id, which makes message ids its own.
    public var workspace: String
    public var address: String
    public var name: Text?

    /// The sender that was last applied.
    ///
    /// - Throws: `NoticeRefusal.noSender`, and `NothingApplied` where there is no configuration.
    public static func load(_ db: Database) throws -> LetterSender {
        guard let row = try Row.fetchOne(db, sql: "SELECT key, json FROM kernel_document WHERE kind = 'workspace'") else {
            throw NothingApplied()
        }
        let settings = try JSONValue(parsing: Array((row["json"] as String).utf8))
        guard let sender = settings["sender"], let address = sender["address"]?.string else { throw NoticeRefusal.noSender }
        let name = (sender["name"] ?? settings["title"])?.object.map { pairs in
            Text(Dictionary(pairs.compactMap { pair in pair.value.string.map { (pair.key, $0) } }) { first, _ in first })
        }
        return LetterSender(workspace: row["key"], address: address, name: name)
    }

    /// A letter as an e-mail, the same bytes each time.
    ///
    /// - Throws: `NoticeRefusal` if sender or recipient has no address that mail can be sent to.
    public func email(_ notice: Notice, to person: Person, zone: TimeZoneRules) throws -> EmailMessage {
        let language = Language(rawValue: notice.language) ?? .nb
        let name = name.map { $0.byLanguage[notice.language] ?? $0(language) } ?? ""
        guard let from = EmailMessage.Mailbox(name: name, address: address) else { throw NoticeRefusal.noSender }
        guard let to = person.email.flatMap({ EmailMessage.Mailbox(name: person.name, address: $0) }) else {
            throw NoticeRefusal.noAddress(notice: notice.id)
        }
        let digest = Digest.hex(Array("\(workspace)\n\(notice.id)\n\(notice.announced)".utf8)).prefix(16)
        return EmailMessage(
            from: from, to: to, subject: notice.subject, body: notice.body, language: notice.language, date: notice.announced, zone: zone,
            id: "notice-\(notice.id).\(digest)")
    }
}
