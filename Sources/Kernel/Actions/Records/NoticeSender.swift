import GRDB

/// Writes the letter that a transition sends, or that a new or changed record does, by the rights of those who get it.
struct NoticeSender {
    let transaction: ActionTransaction
    let live: LiveConfiguration

    /// - Parameter event: the event of the transition.
    func send(_ name: String, about content: RecordContent, event: EventHeader) throws {
        guard let module = live.module(content.type.module), let declaration = module.declarations.notice(name) else { return }
        // The letter tells of deadlines as they are after what it tells of.
        try transaction.refreshDeadlines(content.type.id, content.number)
        let writer = NoticeWriter(languages: live.languages, zone: live.timeZone)
        let group = group(declaration.to, content.type)
        for person in try group.map({ try members(of: $0, content, event) }) ?? recipients(declaration.to, content) {
            let values = try NoticeValues(content, reader: person, transaction: transaction, live: live)
            // Of a group, those alone get it who may read what it is about.
            if group != nil, !values.isSeen { continue }
            do {
                try writer.write(
                    declaration, module: module.id, texts: module.texts, about: .init(kind: content.type.id, number: content.number),
                    to: person,
                    event: event, in: transaction.db
                ) { path, _ in try values.value(path) }
            } catch NoticeRefusal.unreadable(let letter, let path) {
                // The act stands; that the letter is left out, and why, is on record.
                _ = try transaction.write(
                    NewEvent(
                        "kernel.notice.withheld", records: [RecordReference(content.type.id, content.number), .person(person.key)],
                        payload: .object([("letter", .string(letter)), ("path", .string(path))])))
            }
        }
    }

    /// Takes back the letters of a record to those with whom it shared, as far as they have not reached them: what is no longer shared is not told of.
    func withdraw(about type: RecordType, _ number: Int64) throws {
        for notice in live.module(type.module)?.declarations.notices.filter({ $0.to == ShareAudience.relation }) ?? [] {
            try transaction.db.execute(
                sql: "DELETE FROM kernel_notice WHERE module = ? AND name = ? AND kind = ? AND record = ? AND notified IS NULL",
                arguments: [type.module, notice.name, type.id, number])
        }
    }

    /// The group to whose members it goes; nil where it goes to others.
    private func group(_ to: String, _ type: RecordType) -> NoticeGroup? {
        ["owner", "author", ShareAudience.relation].contains(to) ? nil : NoticeGroup(to, of: type, live: live)
    }

    /// The owner, the author, those with whom it shares, those who hold a role in the offering, or the person at the end of a path; nobody
    /// where there is none.
    private func recipients(_ to: String, _ content: RecordContent) throws -> [Person] {
        let db = transaction.db
        switch to {
        case "owner": return try content.owner.flatMap { try Person.find(key: $0, in: db) }.map { [$0] } ?? []
        case "author":
            guard let author = content.author.flatMap(Actor.init), case .person(let key) = author else { return [] }
            return try Person.find(key: key, in: db).map { [$0] } ?? []
        case ShareAudience.relation:
            let people = try ShareAudience(type: content.type, live: live, db: db).people(of: content.number, at: transaction.instant)
            return try people.filter { Actor.person($0).description != content.author }.compactMap { try Person.find(key: $0, in: db) }
        default: break
        }
        if live.roles.named(to, of: content.type) != nil {
            guard let offering = content.offering else { return [] }
            let keys = try Int64.fetchAll(
                db.cachedStatement(
                    sql: "SELECT DISTINCT person FROM kernel_enrolment WHERE offering = ? AND role = ? AND state = 'active' ORDER BY person"
                ),
                arguments: [offering, to])
            return try keys.compactMap { try Person.find(key: $0, in: db) }
        }
        let path = to.split(separator: ".").map(String.init)
        guard let found = RecordPath(live).resolve(path, of: content.type, row: "r"), case .record(let target) = found.target,
            target == KernelRecord.person.rawValue
        else { return [] }
        let key = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT \(found.sql) FROM \(SQLName.quoted(content.type.table)) r WHERE r._id = ?"),
            arguments: [content.number])
        return try key.flatMap { try Person.find(key: $0, in: db) }.map { [$0] } ?? []
    }

    /// Those of a group but the one whose act sends it.
    private func members(of group: NoticeGroup, _ content: RecordContent, _ event: EventHeader) throws -> [Person] {
        let db = transaction.db
        let keys = try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT m.person FROM \(SQLName.quoted(content.type.table)) r
                    JOIN kernel_group_member m ON m."group" = \(group.key) WHERE r._id = ? ORDER BY m.person
                    """), arguments: [content.number])
        return try keys.filter { Actor.person($0).description != event.actor }.compactMap { try Person.find(key: $0, in: db) }
    }
}
