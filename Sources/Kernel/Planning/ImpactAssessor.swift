import GRDB

/// Says what each change means for people: its risk, how many it touches, and how much work.
struct ImpactAssessor {
    let db: Database
    /// What the records of the wanted modules were called.
    let formers: FormerNames
    /// What becomes of the offerings that there are.
    let moves: [OfferingMove]

    private struct Crowd {
        var people = 0
        var work = 0
    }

    func assess(_ changes: [Change]) throws -> [Change] {
        var crowds: [String: Crowd] = [:]
        return try changes.flatMap { change in
            guard change.key.kind == .module else { return [change] }
            if change.isOfSettings { return [try setting(change)] }
            return try ModuleImpact(db: db, formers: formers).assess(change)
        }.map { change in
            var change = change
            switch change.key.kind {
            case .variant:
                let crowd = try crowds[change.key.id] ?? followers(of: change.key.id)
                crowds[change.key.id] = crowd
                (change.people, change.work) = (crowd.people, crowd.work)
                change.risk = crowd.work == 0 ? .safe : risk(ofVariant: change, at: change.inner)
            case .offering:
                let crowd = try people(in: change.key.id)
                (change.people, change.work) = (crowd.people, crowd.work)
                change.risk = crowd.work == 0 ? .safe : risk(ofOffering: change)
            case .institution:
                change.people = try affiliated(change.key.id)
                change.risk = change.kind == .removed && change.people > 0 ? .affectsPeople : .safe
            case .workspace where change.isOfClock:
                let crowd = try everyone()
                (change.people, change.work) = (crowd.people, crowd.work)
                change.risk = crowd.work == 0 ? .safe : .affectsPeople
            case .workspace, .calendar, .lock, .module: break
            }
            return change
        }
    }

    /// A setting of a module holds for all who are enrolled; what says nothing of running courses is as one that warns.
    private func setting(_ change: Change) throws -> Change {
        var change = change
        let crowd = try everyone()
        (change.people, change.work) = (crowd.people, crowd.work)
        guard crowd.work > 0 else { return change }
        change.risk =
            switch change.running {
            case .free: .safe
            case .refuse: .refused
            case .warn, nil: .affectsPeople
            }
        return change
    }

    /// - Parameter inner: the place within the variant.
    private func risk(ofVariant change: Change, at inner: some Collection<String>) -> Change.Risk {
        guard let first = inner.first else { return change.kind == .removed ? .losesWork : .safe }
        if ["title", "description", "modules", "calendar"].contains(first) { return .safe }
        if change.kind == .removed && (change.isItem || change.takesItems) { return .losesWork }
        return switch change.running {
        case .free: .safe
        case .refuse: change.kind == .moved ? .affectsPeople : .refused
        case .warn, nil: .affectsPeople
        }
    }

    private func risk(ofOffering change: Change) -> Change.Risk {
        if change.isOfMove { return risk(ofVariant: change, at: change.inner.dropFirst()) }
        switch change.inner.first {
        case nil: return change.kind == .removed ? .losesWork : .safe
        case "title": return .safe
        case "variant": return .refused
        case "release":
            // Another word for the release that it runs on already.
            let move = moves.first { $0.offering == change.key.id }
            return move.map { $0.before.release == $0.after.release } == true ? .safe : .affectsPeople
        default: return .affectsPeople
        }
    }

    /// Those who take the variant as it becomes: not those whose offering stays on a release, or moves to one, by what its file says.
    private func followers(of variant: String) throws -> Crowd {
        let leaving = moves.filter { $0.variant == variant && !$0.followsOn }.map(\.offering)
        return try crowd(
            """
            SELECT count(DISTINCT e.person) AS people, count(*) AS work FROM kernel_enrolment e JOIN kernel_offering o ON o.id = e.offering
            WHERE o.variant = ? AND o.mode = 'follow' AND o.state = 'active' AND e.state = 'active'
            AND o.id NOT IN (SELECT value FROM json_each(?))
            """, variant, String(decoding: try JSONValue.array(leaving.map(JSONValue.string)).canonical, as: UTF8.self))
    }

    private func people(in offering: String) throws -> Crowd {
        try crowd(
            "SELECT count(DISTINCT person) AS people, count(*) AS work FROM kernel_enrolment WHERE offering = ? AND state = 'active'",
            offering)
    }

    /// Those who are enrolled anywhere.
    private func everyone() throws -> Crowd {
        try crowd("SELECT count(DISTINCT person) AS people, count(*) AS work FROM kernel_enrolment WHERE state = 'active'")
    }

    private func crowd(_ sql: String, _ arguments: String...) throws -> Crowd {
        guard let row = try Row.fetchOne(db, sql: sql, arguments: StatementArguments(arguments)) else { return Crowd() }
        return Crowd(people: row["people"], work: row["work"])
    }

    private func affiliated(_ organisation: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(DISTINCT person) FROM kernel_affiliation WHERE organisation = ?", arguments: [organisation])
            ?? 0
    }
}
