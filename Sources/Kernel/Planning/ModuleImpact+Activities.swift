import GRDB

/// What a plan shows of kinds of activity that something else completes from now on.
extension ModuleImpact {
    /// A change of what completes a kind of activity, with those who take one of that kind.
    ///
    /// It is done anew by the same code as at `apply`, so that the plan says for how many what is done would be done no longer.
    func completion(_ change: Change, of module: Change) throws -> Change {
        // A kind that is new is in no course.
        guard change.inner.count > 2 || change.kind != .added, let document = module.whole else { return change }
        let live: LiveConfiguration
        do { live = try LiveConfiguration.load(db, linked: LinkedModules(plugins: []).withoutCode) } catch LiveError.nothingApplied {
            return change
        }
        let wanted = try ModuleInstallation.declarations(document, id: module.key.id)
        let new = wanted.activities.first { $0.name == change.inner[1] }
        let names = new?.ids ?? ["\(module.key.id).\(change.inner[1])"]
        guard let old = names.lazy.compactMap(live.activity).first else { return change }
        let kinds = JSONValue.array(Set(names + old.ids).sorted().map(JSONValue.string)).compact
        var change = change
        let crowd = try Row.fetchOne(
            db,
            sql: """
                SELECT count(DISTINCT e.person) AS people, count(*) AS work FROM kernel_enrolment e
                WHERE e.state = 'active' AND e.role = 'participant' AND EXISTS (SELECT 1 FROM kernel_activity a
                WHERE a.offering = e.offering AND a.state = 'active' AND a.kind IN (SELECT value FROM json_each(?)))
                """, arguments: [kinds])
        if let crowd {
            change.people = crowd["people"]
            change.work = crowd["work"]
        }
        if change.work > 0 { change.risk = .affectsPeople }
        let (done, undone) = try countUndone(old, new, kinds, wanted, live)
        guard undone > 0 else { return change }
        change.risk = .affectsPeople
        change.note = Text(
            nb: "det som er gjort, regnes ikke lenger som gjort for \(undone) av \(Counted.text(done, "påmelding", "påmeldinger"))",
            nn: "det som er gjort, blir ikkje lenger rekna som gjort for \(undone) av \(Counted.text(done, "påmelding", "påmeldingar"))",
            en: "what is done no longer counts as done for \(undone) of \(Counted.text(done, "enrolment", "enrolments"))")
        return change
    }

    /// How many enrolments have done activities of a kind, and how many of them would not have done all of those any more.
    ///
    /// In which state a record is that is under a seal is not looked into.
    private func countUndone(
        _ old: DeclaredActivity, _ new: DeclaredActivity?, _ kinds: String, _ wanted: ModuleDeclarations, _ live: LiveConfiguration
    ) throws -> (done: Int, undone: Int) {
        let record = old.record.flatMap(live.record)
        if record?.isVeiled == true { return (0, 0) }
        let becoming = new.flatMap { former($0, wanted, live) }
        if becoming?.type.isVeiled == true { return (0, 0) }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT c.enrolment, c.activity FROM kernel_completion c JOIN kernel_activity a ON a.key = c.activity
                WHERE c.status = 'done' AND a.kind IN (SELECT value FROM json_each(?)) ORDER BY c.enrolment, c.activity
                """, arguments: [kinds])
        var (done, undone): (Set<Int64>, Set<Int64>) = ([], [])
        let recognitions = Recognitions(live: live, db: db)
        for row in rows {
            let (enrolment, activity): (Int64, Int64) = (row[0], row[1])
            done.insert(enrolment)
            var status: ActivityStatus?
            if let (declared, type) = becoming {
                status = try ActivityStatus.of(declared, type, enrolment, activity, live: live, in: db)
            }
            status = ActivityStatus.better(status, try recognitions.status(enrolment, activity))
            if status?.word != "done" { undone.insert(enrolment) }
        }
        return (done.count, undone.count)
    }

    /// A kind of activity in the words of the live modules, with its record as it is installed; nil where that is not there yet.
    private func former(
        _ activity: DeclaredActivity, _ wanted: ModuleDeclarations, _ live: LiveConfiguration
    ) -> (declared: DeclaredActivity, type: RecordType)? {
        guard let record = activity.record else { return nil }
        var activity = activity
        guard let new = wanted.records.first(where: { $0.id == record }) else { return live.record(record).map { (activity, $0) } }
        guard let type = ([new.name] + new.was).lazy.compactMap({ live.record("\(new.module).\($0)") }).first else { return nil }
        activity.record = type.id
        activity.completed = activity.completed.map { name in
            guard let state = new.workflow?.state(name) else { return name }
            return ([state.name] + state.was).first { type.workflow?.state($0) != nil } ?? name
        }
        return (activity, type)
    }
}
