import CommunityMeasures
import Kernel

/// What is measured of one staff, from what its module sees and the one who asks may count.
struct StaffMeasures {
    private(set) var turns: [MeasureLine] = []
    private(set) var followUps: MeasureLine
    private(set) var tryOuts: MeasureLine
    private(set) var sharing: [MeasureLine] = []
    private(set) var observation: [MeasureLine] = []
    private(set) var mentoring: MeasureLine

    init(group: String, _ reading: borrowing some ReportReading & ~Copyable) throws {
        let today = String(reading.instant.description.prefix(10))
        let members = try reading.members(of: group).filter(\.isStaff).map(\.id)
        guard !members.isEmpty else { throw NotOfTheGroup(group: group) }
        let place = Dictionary(members.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        func isOwn(_ record: VisibleRecord) -> Bool { record["group"]?.string == group }

        let meetings = try reading.records("community.meeting", where: [("group", group)]).sorted {
            ($0["held"]?.string ?? "") < ($1["held"]?.string ?? "")
        }
        let seats = Dictionary(grouping: try reading.records("community.seat", where: [])) { $0["meeting"]?.integer ?? 0 }
        for meeting in meetings {
            let counts = (seats[Int(meeting.number)] ?? []).compactMap { $0["turns"] }
            guard !counts.isEmpty else { continue }
            let day = meeting["held"]?.string ?? ""
            for measure in [EvennessMeasure(), GiniMeasure()] as [any Measure] {
                turns.append(
                    MeasureLine(
                        MeasureTexts.turns(measure.title, day), measure.value(of: counts), counted: MeasureTexts.seats,
                        definition: measure.definition, people: counts.count))
            }
        }

        let open = Set(meetings.map { Int($0.number) })
        followUps = Self.done(
            MeasureTexts.followUps,
            try reading.records("community.follow-up", where: []).filter { open.contains($0["meeting"]?.integer ?? 0) }, today,
            counted: MeasureTexts.dueFollowUps, MeasureTexts.followUpsMean)
        let projects = Set(try reading.records("community.project", where: [("group", group)]).map { Int($0.number) })
        let cycles = Set(
            try reading.records("community.cycle", where: []).filter { projects.contains($0["project"]?.integer ?? 0) }.map {
                Int($0.number)
            })
        // Only who leads the group, and the operator, sees every try-out. To others the number is hidden: what they see of it is no share of all.
        let seesAll =
            try reading.members(of: group).contains { $0.id == reading.person && $0.roles.contains("leader") } || reading.person == nil
        tryOuts = Self.done(
            MeasureTexts.tryOuts, try reading.records("community.action", where: []).filter { cycles.contains($0["cycle"]?.integer ?? 0) },
            today,
            counted: MeasureTexts.dueTryOuts, MeasureTexts.tryOutsMean)
        if !seesAll { tryOuts.value = nil }

        let shares = try reading.observed("community.share").map(\.record).filter(isOwn)
        let sharer = Dictionary(shares.map { (Int($0.number), $0["author"]?.string ?? "") }) { first, _ in first }
        let uses = try reading.observed("community.use").map(\.record).filter { sharer[$0["share"]?.integer ?? 0] != nil }
        let pairs = uses.compactMap { use -> (from: Int, to: Int)? in
            guard let from = place[sharer[use["share"]?.integer ?? 0] ?? ""], let to = place[use["author"]?.string ?? ""] else {
                return nil
            }
            return (from, to)
        }
        let graph = SharingGraph(people: members.count, uses: pairs)
        // Where fewer than the floor have shared or used, nothing is given to count.
        func line(_ name: Text, _ figure: Figure, _ definition: Text, counted: Text, n: Int, of records: [VisibleRecord]) -> MeasureLine {
            MeasureLine(
                name, records.isEmpty ? nil : MeasureValue(figure, n: n, definition: definition), counted: counted, definition: definition,
                people: members.count)
        }
        let sharers = Set(shares.compactMap { $0["author"]?.string }.filter { place[$0] != nil })
        sharing = [
            line(
                MeasureTexts.breadth, .share(sharers.count, of: members.count), MeasureTexts.breadthMean, counted: MeasureTexts.staff,
                n: members.count, of: shares),
            line(
                MeasureTexts.density, graph.density, MeasureTexts.densityMean, counted: MeasureTexts.staff, n: members.count, of: uses),
            line(
                MeasureTexts.reciprocity, graph.reciprocity, MeasureTexts.reciprocityMean, counted: MeasureTexts.arcs, n: graph.count,
                of: uses),
            line(
                MeasureTexts.reuse, .share(uses.count { $0["kind"]?.string == "reuse" }, of: shares.count), MeasureTexts.reuseMean,
                counted: MeasureTexts.shares, n: shares.count, of: uses),
        ]

        let seen = try reading.observed("community.observation").map(\.record).filter { isOwn($0) && $0.state == "closed" }
        observation = [
            Self.coverage(seen, ["observer", "observed"], place, people: members.count),
            Self.reciprocity(MeasureTexts.observationBoth, seen, "observer", "observed", place, people: members.count),
        ]
        let helped = try reading.observed("community.mentoring").map(\.record).filter { isOwn($0) && $0.state == "closed" }
        mentoring = Self.reciprocity(MeasureTexts.mentoringBoth, helped, "guide", "mentee", place, people: members.count)
    }

    /// The share of what was agreed that has been carried out, of that which is due or done.
    private static func done(_ name: Text, _ agreed: [VisibleRecord], _ today: String, counted: Text, _ definition: Text) -> MeasureLine {
        let due = agreed.filter { $0.state != "agreed" || ($0["due"]?.string ?? "9") <= today }
        let figure = Figure.share(due.count { $0.state == "done" }, of: due.count)
        return MeasureLine(name, MeasureValue(figure, n: due.count, definition: definition), counted: counted, definition: definition)
    }

    private static func coverage(_ records: [VisibleRecord], _ fields: [String], _ place: [String: Int], people: Int) -> MeasureLine {
        let named = Set(records.flatMap { record in fields.compactMap { record[$0]?.string } }.filter { place[$0] != nil })
        let value = MeasureValue(.share(named.count, of: people), n: people, definition: MeasureTexts.coverageMean)
        return MeasureLine(
            MeasureTexts.coverage, records.isEmpty ? nil : value, counted: MeasureTexts.staff, definition: MeasureTexts.coverageMean,
            people: people)
    }

    private static func reciprocity(
        _ name: Text, _ records: [VisibleRecord], _ from: String, _ to: String, _ place: [String: Int], people: Int
    ) -> MeasureLine {
        let graph = SharingGraph(
            people: people,
            uses: records.compactMap { record in
                guard let from = place[record[from]?.string ?? ""], let to = place[record[to]?.string ?? ""] else { return nil }
                return (from, to)
            })
        let value = MeasureValue(graph.reciprocity, n: graph.count, definition: MeasureTexts.bothWays)
        return MeasureLine(
            name, records.isEmpty ? nil : value, counted: MeasureTexts.arcs, definition: MeasureTexts.bothWays, people: people)
    }
}
