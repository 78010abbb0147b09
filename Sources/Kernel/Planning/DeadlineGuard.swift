import GRDB

/// Sees to it that no plan makes people late: for who is enrolled, a deadline never moves from a day to come to a day gone by,
/// and a deadline gone by never moves to an earlier day (design 3.2, Releases).
struct DeadlineGuard {
    let db: Database
    let today: Day

    /// The changes, with those that would bring a deadline forward like that marked as refused.
    func protect(_ changes: [Change], from live: ConfigurationState, to wanted: ConfigurationState) throws -> [Change] {
        var changes = changes
        for (key, before) in live.documents.sorted(by: { $0.key < $1.key }) where key.kind == .offering {
            guard let after = wanted.documents[key], try hasPeople(key.id), let variant = after["variant"]?.string,
                before["variant"]?.string == variant, before["release"]?.string == "follow", after["release"]?.string == "follow",
                let old = try days(before, variant, live), let new = try days(after, variant, wanted)
            else { continue }
            for (id, due) in old.sorted(by: { $0.key < $1.key }) {
                guard let moved = new[id], moved < due, moved < today || due < today else { continue }
                mark(&changes, variant: variant, offering: key.id, activity: id, from: due, to: moved)
            }
        }
        return changes
    }

    private func mark(_ changes: inout [Change], variant: String, offering: String, activity: String, from: Day, to: Day) {
        let causes = changes.indices.filter { index in
            let change = changes[index]
            if change.key == .init(.offering, offering) { return true }
            guard change.key == .init(.variant, variant), let last = change.inner.last else { return false }
            return ["due", "start", "opens", "days"].contains(last) || change.inner.first == "calendar"
        }
        for index in causes where changes[index].risk != .refused {
            changes[index].risk = .refused
            changes[index].note = Text(
                nb: "fristen for «\(activity)» i \(offering) ville flyttes fra \(from) til \(to), og i dag er det \(today)",
                nn: "fristen for «\(activity)» i \(offering) ville bli flytta frå \(from) til \(to), og i dag er det \(today)",
                en: "the deadline of '\(activity)' in \(offering) would move from \(from) to \(to), and today is \(today)")
        }
    }

    private func hasPeople(_ offering: String) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_enrolment WHERE offering = ? AND state = 'active')", arguments: [offering])
            ?? false
    }

    /// The deadlines of an offering in a configuration, by activity; nil where they cannot be computed.
    private func days(_ offering: JSONValue, _ variant: String, _ state: ConfigurationState) throws -> [String: Day]? {
        guard let release = state.documents[.init(.variant, variant)], let calendar = try OfferedCourse.calendar(of: state),
            let course = try OfferedCourse(offering, release: release, id: variant, calendar: calendar)
        else { return nil }
        var days: [String: Day] = [:]
        for entry in course.schedule.entries where entry.moment == .due { days[entry.id] = entry.day }
        return days
    }
}
