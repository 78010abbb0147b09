import GRDB
import Kernel

/// What holds on a day: by its own dates and status, and by those of the plan that it stands in.
///
/// A plan that has expired (`utgaatt`) held until its last day, and so did the aims that expired with it. An aim that has expired in a plan that
/// goes on holds no longer; what is invalid (`ugyldig`) or a draft of a plan (`under_arbeid`) never held.
struct Holding {
    /// The state of a revision, as far as it decides.
    struct State {
        var status: String?
        var from: String?
        var to: String?

        func isWithin(_ day: String) -> Bool { (from ?? "") <= day && day <= (to ?? "9999") }
    }

    let day: String
    /// By name the plans that have been read in.
    private let plans: [String: State]

    static let expired = "utgaatt"
    private static let never: Set<String> = ["ugyldig"]
    private static let drafts: Set<String> = ["under_arbeid"]

    init(_ plans: [String: State], on day: String) {
        self.plans = plans
        self.day = day
    }

    init(on day: String, _ reading: borrowing some ReportReading & ~Copyable) throws {
        let known = try reading.items([.init("type", .oneOf(GrepType.plans))])
        self.init(Dictionary(known.map { ($0.name, $0.state) }) { first, _ in first }, on: day)
    }

    init(on day: String, in db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT name, status, valid_from, valid_to FROM curriculum_revision
                WHERE "until" IS NULL AND type IN (?, 'laereplaner')
                """, arguments: [GrepType.plan])
        self.init(
            Dictionary(rows.map { ($0[0], State(status: $0[1], from: $0[2], to: $0[3])) }) { first, _ in first }, on: day)
    }

    private func plan(_ state: State) -> Bool {
        let status = state.status ?? ""
        guard state.isWithin(day), !Self.never.contains(status), !Self.drafts.contains(status) else { return false }
        return status != Self.expired || state.to != nil
    }

    /// Whether something in a plan holds, which it does while one of its plans does; the plan itself goes by its own state.
    ///
    /// - Parameters:
    ///   - names: the plans that it stands in; what has not been read in says nothing.
    ///   - byDates: whether only the days count, and not what its status is.
    func allows(_ state: State, in names: [String], isPlan: Bool, byDates: Bool = false) -> Bool {
        let known = names.compactMap { plans[$0] }
        guard !byDates else { return state.isWithin(day) && (known.isEmpty || known.contains { $0.isWithin(day) }) }
        guard !isPlan else { return plan(state) }
        let status = state.status ?? ""
        guard state.isWithin(day), !Self.never.contains(status) else { return false }
        let isLasting = status != Self.expired || state.to != nil
        return known.isEmpty ? isLasting : known.contains { plan($0) && (isLasting || $0.status == Self.expired) }
    }

    func allows(_ item: CurriculumItem, byDates: Bool = false) -> Bool {
        allows(item.state, in: item.planNames, isPlan: GrepType.plans.contains(item.type), byDates: byDates)
    }
}
