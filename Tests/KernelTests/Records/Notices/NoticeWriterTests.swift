import GRDB
import Testing

@testable import Kernel

@Suite struct NoticeWriterTests {
    private static let texts = [
        "texts/result.nb.md": "# Resultat: {{grade}}\n\nHei {{recipient.name}}, i dag er det {{date:today}}.\n",
        "texts/result.nn.md": "# Resultat\n\nHei {{recipient.given-name}}: {{grade}}.\n",
    ]

    private func write(
        _ store: RecordStore, to person: String, value: @escaping (String, Actor) throws -> NoticeValue? = { _, _ in .text("greidd") }
    )
        throws -> Notice
    {
        let declaration = NoticeDeclaration(name: "result", template: "texts/result", to: "owner", span: RecordType.nowhere)
        return try store.write { db in
            let person = try #require(try Person.find(person, in: db))
            let event = try EventLog.append(
                NewEvent("trial.result.announced", records: [RecordReference("trial.paper", 1)], payload: .null), action: "test",
                context: &store.context, in: db)
            let id = try NoticeWriter(languages: ["nb", "nn"], zone: store.time.zone).write(
                declaration, module: "trial", texts: Self.texts, about: .init(kind: "trial.paper", number: 1), to: person, event: event,
                in: db,
                value: value)
            try store.engine(db).refresh("trial.paper", 1)
            return try #require(try Notice.find(id, in: db))
        }
    }

    private func deliver(_ store: RecordStore, _ id: Int64, _ channel: String = "email") throws -> ActionResult<NoticeDeliveryAction.Effect>
    {
        try ActionPipeline.perform(
            NoticeDeliveryAction(plan: DeadlinePlan(store.index), time: store.time), .init(notice: id, channel: channel),
            context: &store.context, in: store.test.store)
    }

    @Test func aPersonIsWrittenToInHerLanguage() throws {
        let store = try RecordStore()
        _ = try store.test.importPeople("id,given_name,family_name,language\nkari,Kari,Li,nn\nola,Ola,Dal,en\n")
        try store.paper()
        let kari = try write(store, to: "kari")
        #expect(kari.language == "nn" && kari.subject == "Resultat" && kari.body == "Hei Kari: greidd.\n")
        let ola = try write(store, to: "ola")
        #expect(ola.language == "nb" && ola.subject == "Resultat: greidd")
        #expect(ola.body == "Hei Ola Dal, i dag er det 15. januar 2027.\n")
        #expect(ola.notified == nil)
        #expect(ola.announced == (try store.context.clock.now()))
    }

    @Test func noLetterSaysWhatItsRecipientMayNotRead() throws {
        let store = try RecordStore()
        try store.paper()
        let key = try #require(try store.test.store.read { try Person.find("kari", in: $0)?.key })
        #expect(throws: NoticeRefusal.unreadable(letter: "result", path: "grade")) {
            try write(store, to: "kari") { path, reader in
                #expect(reader == .person(key))
                return path == "grade" ? nil : .empty
            }
        }
        #expect(NoticeRefusal.unreadable(letter: "result", path: "grade").kind == .refused)
        #expect(try store.test.store.read { try Notice.list(in: $0) }.isEmpty)
    }

    @Test func aLetterIsDeliveredOnceAndSetsTheClock() throws {
        let store = try RecordStore()
        let paper = try store.paper()
        try store.at("2027-10-04T10:00:00Z")
        let notice = try write(store, to: "kari")
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-10-25")
        try store.at("2027-10-06T10:00:00Z")
        let result = try deliver(store, notice.id)
        #expect(result.effect.isNew && result.events.count == 1 && result.outcome.state == "delivered")
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-10-27")
        let rows = try store.rows()
        try store.write { try store.engine($0).rebuild() }
        #expect(try store.rows() == rows)
        try store.at("2027-10-09T10:00:00Z")
        let again = try deliver(store, notice.id, "paper")
        #expect(!again.effect.isNew && again.events.isEmpty && again.effect.notice.channel == "email")
        let header = try store.test.store.read {
            try EventLog.read(EventFilter(record: RecordReference("kernel.notice", notice.id)), in: $0)
        }
        #expect(header.map(\.name) == ["kernel.notice.delivered"])
        #expect(header.first?.records.contains(RecordReference("trial.paper", paper)) == true)
        #expect(throws: NoticeRefusal.unknown(99)) { try deliver(store, 99) }
        for channel in ["", "E-mail", "a b", "x\n"] {
            #expect(throws: NoticeRefusal.badChannel(channel)) { try deliver(store, notice.id, channel) }
        }
        let table = try store.test.store.read { db in
            let filter = Notice.Filter(isDelivered: true)
            return try NoticeTables.list(try Notice.list(filter, in: db), filter: filter, in: db)
        }
        #expect(
            table.rows.map { $0.map { $0.text(.en) } } == [
                [
                    "1", "trial.result", "trial.paper", "1", "kari", "nb", "Resultat: greidd", "2027-10-04T10:00:00Z",
                    "2027-10-06T10:00:00Z", "email",
                ]
            ])
        #expect(try store.test.store.read { try Notice.list(.init(isDelivered: false), in: $0) }.isEmpty)
    }

    @Test func theSameLetterGivesTheSameBytes() throws {
        let store = try RecordStore()
        _ = try store.test.importPeople("id,given_name,family_name,email\nkari,Kari,Li,kari@skole.example\n")
        try store.paper()
        let (kari, ola) = (try write(store, to: "kari"), try write(store, to: "ola"))
        #expect(throws: NothingApplied.self) { try store.test.store.read { try LetterSender.load($0) } }
        try store.write { db in
            try db.execute(
                sql: "INSERT INTO kernel_document (kind, key, digest, json) VALUES ('workspace', 'demo', ?, ?)",
                arguments: [
                    String(repeating: "0", count: 64),
                    #"{"sender":{"address":"studier@vest.example","name":{"nb":"Vest"}},"title":{"nb":"Demo"}}"#,
                ])
        }
        let (first, second) = try store.test.store.read { db in
            let sender = try LetterSender.load(db)
            let person = try #require(try Person.find("kari", in: db))
            return (try sender.email(kari, to: person, zone: store.time.zone), try sender.email(kari, to: person, zone: store.time.zone))
        }
        #expect(first.bytes == second.bytes && first.from.name == "Vest" && first.id.hasPrefix("notice-1."))
        #expect(throws: NoticeRefusal.noAddress(notice: ola.id)) {
            try store.test.store.read { db in
                try LetterSender.load(db).email(ola, to: try #require(try Person.find("ola", in: db)), zone: store.time.zone)
            }
        }
        try store.write { try $0.execute(sql: "UPDATE kernel_document SET json = '{}'") }
        #expect(throws: NoticeRefusal.noSender) { try store.test.store.read { try LetterSender.load($0) } }
    }
}
