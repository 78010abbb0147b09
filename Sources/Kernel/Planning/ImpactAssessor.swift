import GRDB

/// Says what each change means for people: its risk, how many it touches, and how much work.
struct ImpactAssessor {
    let db: Database
    /// What the records of the wanted modules were called.
    let formers: FormerNames

    private struct Crowd {
        var people = 0
        var work = 0
    }

    func assess(_ changes: [Change]) throws -> [Change] {
        var crowds: [String: Crowd] = [:]
        return try changes.flatMap { change in
            guard change.key.kind == .module else { return [change] }
            return try ModuleImpact(db: db, formers: formers).assess(change)
        }.map { change in
            var change = change
            switch change.key.kind {
            case .variant:
                let crowd = try crowds[change.key.id] ?? followers(of: change.key.id)
                crowds[change.key.id] = crowd
                (change.people, change.work) = (crowd.people, crowd.work)
                change.risk = crowd.work == 0 ? .safe : risk(ofVariant: change)
            case .offering:
                let crowd = try people(in: change.key.id)
                (change.people, change.work) = (crowd.people, crowd.work)
                change.risk = crowd.work == 0 || change.kind == .added ? .safe : risk(ofOffering: change)
            case .institution:
                change.people = try affiliated(change.key.id)
                change.risk = change.kind == .removed && change.people > 0 ? .affectsPeople : .safe
            case .workspace, .calendar, .lock, .module: break
            }
            return change
        }
    }

    private func risk(ofVariant change: Change) -> Change.Risk {
        guard let first = change.inner.first else { return change.kind == .removed ? .losesWork : .safe }
        if ["title", "modules", "calendar"].contains(first) { return .safe }
        if change.kind == .removed && change.isItem { return .losesWork }
        return switch change.running {
        case .free: .safe
        case .refuse: change.kind == .moved ? .affectsPeople : .refused
        case .warn, nil: .affectsPeople
        }
    }

    private func risk(ofOffering change: Change) -> Change.Risk {
        if change.kind == .removed && change.inner.isEmpty { return .losesWork }
        return change.inner.first == "title" ? .safe : change.inner.first == "variant" ? .refused : .affectsPeople
    }

    private func followers(of variant: String) throws -> Crowd {
        try crowd(
            """
            SELECT count(DISTINCT e.person) AS people, count(*) AS work FROM kernel_enrolment e JOIN kernel_offering o ON o.id = e.offering
            WHERE o.variant = ? AND o.mode = 'follow' AND o.state = 'active' AND e.state = 'active'
            """, variant)
    }

    private func people(in offering: String) throws -> Crowd {
        try crowd(
            "SELECT count(DISTINCT person) AS people, count(*) AS work FROM kernel_enrolment WHERE offering = ? AND state = 'active'",
            offering)
    }

    private func crowd(_ sql: String, _ argument: String) throws -> Crowd {
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [argument]) else { return Crowd() }
        return Crowd(people: row["people"], work: row["work"])
    }

    private func affiliated(_ organisation: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(DISTINCT person) FROM kernel_affiliation WHERE organisation = ?", arguments: [organisation])
            ?? 0
    }
}
