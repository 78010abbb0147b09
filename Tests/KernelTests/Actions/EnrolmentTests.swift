import GRDB
import Testing

@testable import Kernel

@Suite struct EnrolmentTests {
    private func store() throws -> TestStore {
        let test = try TestStore()
        try test.add(offering: "vest-2027")
        try test.add(offering: "old", state: .retired)
        try test.add(people: "kari", "ola", "anna")
        return test
    }

    private func enrol(_ test: TestStore, _ offering: String, _ person: String, _ role: String = "participant") throws
        -> ActionResult<EnrolmentAction.Effect>
    {
        var context = RunContext.test
        return try ActionPipeline.perform(
            EnrolmentAction(), .init(offering: offering, person: person, role: role), context: &context, in: test.store)
    }

    @Test func aPersonIsEnrolledOnceInEachRole() throws {
        let test = try store()
        let first = try enrol(test, "vest-2027", "kari")
        #expect(first.effect.isNew && first.outcome.state == "active" && first.outcome.version == 1 && first.events.count == 1)
        let before = try test.head
        let again = try enrol(test, "vest-2027", "kari")
        #expect(!again.effect.isNew && again.outcome.id == first.outcome.id && again.events.isEmpty)
        #expect(try test.head == before)
        #expect(try enrol(test, "vest-2027", "kari", "lecturer").effect.isNew)
        #expect(try test.store.read { try Offering.find("vest-2027", in: $0)?.enrolments } == 2)
        #expect(try test.store.read { try Enrolment.list(offering: "vest-2027", in: $0).map(\.role) } == ["lecturer", "participant"])
    }

    /// Someone who has left takes part again when she is enrolled alone, or by a list whose row says so.
    @Test(arguments: [false, true])
    func whoHasLeftCanReturn(byList: Bool) throws {
        let test = try store()
        let first = try enrol(test, "vest-2027", "kari")
        try end(test)
        if byList {
            let result = try test.enrol("offering,person,resume\nvest-2027,kari,true\n")
            #expect(result.effect == EnrolmentListAction.Effect(new: 1, unchanged: 0))
        } else {
            let again = try enrol(test, "vest-2027", "kari")
            #expect(!again.effect.isNew && again.outcome.state == "active" && again.outcome.version == 3)
            #expect(again.outcome.id == first.outcome.id)
        }
        let events = try test.store.read { try EventLog.read(EventFilter(name: "kernel.enrolment.*"), in: $0).map(\.name) }
        #expect(events == ["kernel.enrolment.created", "kernel.enrolment.resumed"])
    }

    private func end(_ test: TestStore) throws {
        try test.store.write(durability: .normal) { try $0.execute(sql: "UPDATE kernel_enrolment SET state = 'ended', version = 2") }
    }

    /// An old list that comes again brings nobody back who has left; those it left alone are named.
    @Test(arguments: [
        "offering,person\nvest-2027,kari\n", "offering,person,resume\nvest-2027,kari,\n", "person,resume,offering\nkari,false,vest-2027\n",
    ])
    func anOldListLeavesEndedEnrolmentsEnded(csv: String) throws {
        let test = try store()
        _ = try enrol(test, "vest-2027", "kari")
        try end(test)
        let before = (try test.digest, try test.head)
        let result = try test.enrol(csv)
        #expect(result.effect == EnrolmentListAction.Effect(new: 0, unchanged: 0, ended: ["vest-2027/kari"], endedCount: 1))
        let after = (try test.digest, try test.head)
        #expect(before == after)
    }

    @Test func aRowSaysTrueOrFalse() throws {
        let test = try store()
        #expect(
            try test.faults { try test.enrol("offering,person,resume\nvest-2027,kari,perhaps\n") } == [
                "2:16 people/bad-resume 'perhaps' is neither true nor false"
            ])
    }

    @Test func theEventNamesOpaqueRecords() throws {
        let test = try store()
        let result = try enrol(test, "vest-2027", "kari")
        let key = try #require(try test.store.read { try Person.find("kari", in: $0)?.key })
        let event = try test.store.read { try EventLog.read(EventFilter(record: .person(key)), in: $0) }
        #expect(event.map(\.sequence) == result.events)
        #expect(event.first?.records == [.enrolment(1), .offering("vest-2027"), .person(key)])
        #expect(event.first?.action == "kernel.enrolment.create")
        #expect(try test.store.read { try EventLog.verify($0) }.isSound)
    }

    @Test func unknownNamesAreRefusedWithTheNearest() throws {
        let test = try store()
        #expect(
            try test.faults { try enrol(test, "vest-2072", "kary", "participent") } == [
                "- people/unknown-offering unknown offering 'vest-2072' (did you mean 'vest-2027'?)",
                "- people/unknown-person unknown person 'kary' (did you mean 'kari'?)",
                "- people/unknown-role unknown role 'participent' (did you mean 'participant'?)",
            ])
        #expect(throws: RetiredOffering(offering: "old")) { try enrol(test, "old", "kari") }
        #expect(RetiredOffering(offering: "old").kind == .refused)
        #expect(try test.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM kernel_enrolment") } == 0)
    }

    @Test func aListIsTakenInWholeWithAnEventEach() throws {
        let test = try store()
        _ = try enrol(test, "vest-2027", "ola")
        let csv = "offering;person;role\nvest-2027;kari;\nvest-2027;ola;participant\nvest-2027;kari;lecturer\n"
        let result = try test.enrol(csv)
        #expect(result.effect == EnrolmentListAction.Effect(new: 2, unchanged: 1))
        #expect(result.events.count == 2)
        #expect(try test.enrol(csv).effect == EnrolmentListAction.Effect(new: 0, unchanged: 3))
        #expect(try test.enrol("person,offering\nanna,vest-2027\n", rehearse: true).effect.new == 1)
        #expect(try test.store.read { try Offering.find("vest-2027", in: $0)?.enrolments } == 3)
        #expect(try test.store.read { try EventLog.verify($0) }.isSound)
    }

    @Test func aFaultyListChangesNothing() throws {
        let test = try store()
        let before = (try test.digest, try test.head)
        let csv = "offering,person,role\nvest-2027,kari,\nold,ola,\nvest-2072,kary,\nvest-2027,anna,boss\nvest-2027\n"
        #expect(
            try test.faults { try test.enrol(csv) } == [
                "3:1 people/retired-offering the offering 'old' is retired and takes no one in",
                "4:1 people/unknown-offering unknown offering 'vest-2072' (did you mean 'vest-2027'?)",
                "4:11 people/unknown-person unknown person 'kary' (did you mean 'kari'?)",
                "5:16 people/unknown-role unknown role 'boss'", "6:1 csv/short-row the row has 1 field, but the header has 3",
            ])
        let after = (try test.digest, try test.head)
        #expect(before == after)
    }

    @Test func whoHasNoRightIsRefusedBeforeAnythingIsRead() throws {
        let test = try store()
        var context = RunContext.test
        context.actor = try test.store.read { try Authorisation.actor("kari", in: $0) }
        #expect(throws: Refusal.self) {
            try ActionPipeline.perform(
                EnrolmentAction(), .init(offering: "no such thing", person: "nobody"), context: &context, in: test.store)
        }
    }
}
