import GRDB

/// The persons who try a module's actions.
enum ConformanceStage {
    /// The person whom records are made by.
    static let author: Int64 = 3
    /// The person whom references to persons point at, the owner's own apart.
    static let named: Int64 = 5

    /// Persons for each relation and each role; whoever has a role has it in every scope of the staged offering.
    static func people(_ roles: [String], in db: Database) throws -> [(name: String, key: Int64)] {
        var people: [(name: String, key: Int64)] = [("owner", 1), ("peer", 2), ("author", author), ("stranger", 4), ("named", named)]
        let participant = EnrolmentList.participant
        for role in Set(roles).sorted() where role != participant { people.append((role, Int64(people.count + 1))) }
        for person in people where person.key > 1 {
            try db.execute(
                sql: "INSERT INTO kernel_person (key, id, given_name, family_name, sort_key) VALUES (?, ?, 'Person', ?, x'00')",
                arguments: [person.key, "person-\(person.name)", person.name])
        }
        try enrol(2, participant, in: db)
        let event = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM kernel_event")
        for person in people.dropFirst(5) {
            try enrol(person.key, person.name, in: db)
            let arguments: StatementArguments = [person.key, person.name]
            try db.execute(sql: "INSERT INTO kernel_role (person, role) VALUES (?, ?)", arguments: arguments)
            try db.execute(
                sql: "INSERT INTO kernel_affiliation (person, organisation, role) VALUES (?, 'organisation', ?)", arguments: arguments)
            try db.execute(sql: "INSERT INTO kernel_group_member (\"group\", person, role) VALUES (1, ?, ?)", arguments: arguments)
            for activity in try Int64.fetchAll(db, sql: "SELECT key FROM kernel_activity") {
                try db.execute(
                    sql: "INSERT INTO kernel_assignment (person, role, kind, record, event) VALUES (?, ?, 'kernel.activity', ?, ?)",
                    arguments: [person.key, person.name, String(activity), event])
            }
        }
        return people
    }

    private static func enrol(_ person: Int64, _ role: String, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO kernel_enrolment (offering, person, role, state, since) VALUES ('offering', ?, ?, 'active', 0)",
            arguments: [person, role])
    }
}
