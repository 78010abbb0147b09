import GRDB

/// `kernel.deadlines`: what is due, of the records that the reader may see.
struct DeadlinesReport: KernelReport {
    var name: String { "kernel.deadlines" }
    var title: Text { Text(nb: "Frister", nn: "Fristar", en: "Deadlines") }
    var explanation: Text? {
        Text(
            nb: "Frister for postene du får se. Det som ingen eier, ser bare koordinatorer.",
            nn: "Fristar for postane du får sjå. Det som ingen eig, ser berre koordinatorar.",
            en: "Deadlines of the records that you may see. What no one owns, only coordinators see.")
    }
    var schema: JSONValue {
        Self.schema([
            ("kind", Text(nb: "Slag av post", nn: "Slag av post", en: "Kind of record"), nil), Self.personParameter,
            ("state", Text(nb: "Tilstand", nn: "Tilstand", en: "State"), DeadlineState.allCases.map(\.rawValue)),
        ])
    }

    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer {
        var filter = DeadlineStatus.Filter(
            kind: request.word("kind"), state: request.word("state").flatMap(DeadlineState.init(rawValue:)))
        let reading = try PeopleReading(request.actor, in: db)
        if let id = request.word("person") {
            // Nobody has that key; a name that is not seen fits nothing.
            filter.owner = try reading.find(id, in: db)?.person.key ?? -1
        }
        let reader = try RecordReader(request.live, as: request.actor, at: request.instant, in: db)
        let isCoordinator = reading.seesEveryone || request.standing.offerings["coordinator"]?.isEmpty == false
        let (sight, paths) = (MomentSight(reader), PathSight(reader: reader))
        var named: Set<RecordPlace.Step> = []
        let visible = try DeadlineStatus.list(filter, request.live.deadlines.index, at: request.instant, in: db) { kind, number, name in
            guard let type = request.live.record(kind), let record = try reader.find(type, number),
                try sight.tells(name, of: type, number)
            else { return false }
            // Whose it is shows only to those who may read the references that lead there.
            if try paths.tells(type.owner, of: record) { named.insert(.init(kind: kind, number: number)) }
            return true
        }
        var deadlines: [DeadlineStatus] = []
        for var deadline in visible where deadline.owner != nil || isCoordinator {
            if !named.contains(deadline.record), deadline.owner != reading.person {
                if filter.owner != nil { continue }
                deadline.owner = nil
            }
            deadlines.append(deadline)
        }
        var table = try DeadlineTables.list(deadlines, filter: filter, in: db)
        table.parameters = request.shown
        return ReportAnswer(table)
    }
}
