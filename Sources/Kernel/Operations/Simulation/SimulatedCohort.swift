import GRDB

/// The people of a simulation: participants in schools of three, and one person for each role that an offering knows.
struct SimulatedCohort {
    /// Someone who takes part.
    struct Participant {
        var key: Int64
        /// Her place among the participants.
        var number: Int
        var id: String
        var enrolment: Int64
        var organisation: String
        /// The learning group that she is in.
        var group: String
        /// Whether she is the first of it, who hands in for all.
        var leadsGroup: Bool
        /// How much of what is asked of her she does, 0 to 1.
        var diligence: Double
    }

    let offering: String
    private(set) var participants: [Participant] = []
    /// Those who have a role in the offering, by role: internal key and id.
    private(set) var staff: [String: (key: Int64, id: String)] = [:]
    /// The keys of those, by role.
    private(set) var staffKeys: [Int64] = []
    /// Everyone's internal key, by id.
    private(set) var keys: [String: Int64] = [:]

    static let schoolSize = 3
    static let groupSize = 4
    /// Of a hundred, so many do nothing at all, and so many are late with everything.
    static let absent = 3
    static let late = 12

    /// Writes the people of the cohort, and enrols them.
    ///
    /// - Parameter enrol: enrols one, by id and role, and gives the enrolment's key.
    init(
        _ count: Int, offering: String, live: LiveConfiguration, randomness: inout Randomness, in db: Database,
        enrol: (_ person: String, _ role: String) throws -> Int64
    ) throws {
        self.offering = offering
        for role in Set(live.roles.ids(in: .offering)).sorted() where role != EnrolmentList.participant {
            let id = "sim-\(role)"
            let key = try Self.person(id, role, in: db)
            _ = try enrol(id, role)
            staff[role] = (key, id)
            keys[id] = key
            staffKeys.append(key)
        }
        for number in 1...max(1, count) {
            let digits = String(number)
            let id = "sim-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
            let school = "sim-school-\((number - 1) / Self.schoolSize + 1)"
            if (number - 1) % Self.schoolSize == 0 {
                try db.execute(
                    sql: "INSERT INTO kernel_organisation (id, kind, title, origin) VALUES (?, 'school', ?, 'import')",
                    arguments: [school, JSONValue.object([("nb", .string(school))]).compact])
            }
            let key = try Self.person(id, digits, in: db)
            try db.execute(
                sql: "INSERT INTO kernel_affiliation (person, organisation, role) VALUES (?, ?, 'leader')", arguments: [key, school])
            keys[id] = key
            let enrolment = try enrol(id, EnrolmentList.participant)
            let group = "sim-group-\((number - 1) / Self.groupSize + 1)"
            let leads = (number - 1) % Self.groupSize == 0
            if leads {
                try db.execute(
                    sql: "INSERT INTO kernel_group (id, title, offering) VALUES (?, ?, ?)", arguments: [group, group, offering])
            }
            try db.execute(
                sql: """
                    INSERT INTO kernel_group_member ("group", person, role) SELECT key, ?, ? FROM kernel_group WHERE id = ?
                    """, arguments: [key, leads && live.roles.ids(in: .group).contains("leader") ? "leader" : "member", group])
            let draw = Int(randomness.next() % 100)
            let diligence = draw < Self.absent ? 0 : draw < Self.absent + Self.late ? 0.5 : 1
            participants.append(
                Participant(
                    key: key, number: number - 1, id: id, enrolment: enrolment, organisation: school, group: group, leadsGroup: leads,
                    diligence: diligence))
        }
    }

    /// The members of her learning group, its first first.
    func group(of participant: Participant) -> ArraySlice<Participant> {
        let first = participant.number / Self.groupSize * Self.groupSize
        return participants[first..<min(first + Self.groupSize, participants.count)]
    }

    private static func person(_ id: String, _ name: String, in db: Database) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO kernel_person (id, given_name, family_name, sort_key) VALUES (?, 'Person', ?, x'00')", arguments: [id, name])
        return db.lastInsertedRowID
    }
}
