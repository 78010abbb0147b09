import Testing

@testable import Kernel

@Suite struct AuthorisationTests {
    private func actor(_ id: String, _ test: TestStore) throws -> Actor { try test.store.read { try Authorisation.actor(id, in: $0) } }

    /// Who may import people, by the role she has and where she has it.
    @Test(arguments: [
        (",admin", true), (",coordinator", true), (",", false), ("nord,", false), ("nord,coordinator", false), ("nord,leader", false),
    ]) func onlyRolesInTheWholeWorkspaceGiveTheRight(_ standing: String, _ allowed: Bool) throws {
        let test = try TestStore()
        _ = try test.importPeople(
            "id,given_name,family_name,organisation,role\nkari,Kari,Li,\(standing)\n", createOrganisations: true)
        let kari = try actor("kari", test)
        let roster = "id,given_name,family_name\nola,Ola,Li\n"
        let before = try test.digest
        if allowed {
            #expect(try test.importPeople(roster, actor: kari).effect.new == 1)
            let event = try test.store.read { try EventLog.read(EventFilter(actor: kari), in: $0) }
            #expect(event.map(\.name) == ["kernel.people.imported"])
        } else {
            let refusal = Refusal(action: "kernel.people.import", allowed: ["admin", "coordinator"])
            #expect(throws: refusal) { try test.importPeople(roster, actor: kari) }
            #expect(refusal.kind == .refused)
            #expect(try test.digest == before)
        }
    }

    @Test func aCoordinatorCannotMakeHerselfAdministrator() throws {
        let test = try TestStore()
        _ = try test.importPeople("id,given_name,family_name,role\nkari,Kari,Li,coordinator\nanna,Anna,Li,admin\n")
        let roster = "id,given_name,family_name,role\nkari,Kari,Li,admin\n"
        let kari = try actor("kari", test)
        #expect(
            try test.faults { try test.importPeople(roster, actor: kari) } == [
                "2:14 people/role-not-grantable the role 'admin' in the whole workspace can be given by the "
                    + "operator or an administrator only"
            ])
        #expect(try test.importPeople(roster, actor: actor("anna", test)).effect.changed == 1)
    }

    @Test func anUnknownPersonCannotAct() throws {
        let test = try TestStore()
        try test.add(people: "karianne")
        #expect(
            try test.faults { try actor("kariane", test) } == [
                "- people/unknown-person unknown person 'kariane' (did you mean 'karianne'?)"
            ])
        #expect(throws: Refusal.self) { try test.importPeople("id,given_name,family_name\n", actor: .person(12345)) }
    }

    @Test func kernelRolesAreNamedOnce() {
        #expect(Set(Role.kernel.map(\.id)).count == Role.kernel.count)
        #expect(Role.kernel.ids(in: .workspace) == ["admin", "coordinator"])
        // To belong to an organisation is no role in it.
        #expect(
            !Role.kernel.ids(in: .organisation, .institution).contains(Roster.member) && Role.kernel.ids(in: .group).contains(Roster.member)
        )
        #expect(Role.kernel.ids(in: .offering).contains(EnrolmentList.participant))
    }
}
