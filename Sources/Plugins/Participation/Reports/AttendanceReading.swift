import Kernel

/// The attendance that a report may see: each participant's half-days, held against what her course asks for.
struct AttendanceReading {
    private let gatherings: [String: [[String: JSONValue]]]
    private let attendance: [String: [[String: JSONValue]]]
    private let seats: [String: [[String: JSONValue]]]
    private var courses: [String: LiveCourse] = [:]
    private let today: String

    init(_ reading: borrowing some ReportReading & ~Copyable) throws {
        today = reading.time.zone.day(at: reading.instant).description
        gatherings = Self.grouped(try reading.records("participation.gathering", where: []), by: "offering")
        attendance = Self.grouped(try reading.records("participation.attendance", where: []), by: "enrolment")
        seats = Self.grouped(try reading.records("participation.seat", where: []), by: "enrolment")
        for offering in try reading.offerings() { courses[offering] = try reading.course(of: offering) }
    }

    private static func grouped(_ records: [VisibleRecord], by field: String) -> [String: [[String: JSONValue]]] {
        var groups: [String: [[String: JSONValue]]] = [:]
        for record in records {
            var values = Dictionary(record.values.map { ($0.name, $0.value) }) { first, _ in first }
            values["id"] = .integer(Int(record.number))
            values["state"] = record.state.map { .string($0) } ?? .null
            groups[record[field]?.string ?? "", default: []].append(values)
        }
        return groups
    }

    func course(_ offering: String) -> LiveCourse? { courses[offering] }

    func demand(_ offering: String) -> AttendanceDemand { AttendanceDemand(courses[offering]?.section("attendance")) }

    /// The half-days of a participant.
    func tally(offering: String, person: String) -> AttendanceTally {
        let key = "\(offering)/\(person)"
        let planned = courses[offering]?.variant.gatherings.reduce(0) { $0 + Int(($1.days * 2).rounded()) } ?? 0
        return AttendanceTally(
            gatherings: gatherings[offering] ?? [], attendance: attendance[key] ?? [], seats: seats[key] ?? [], planned: planned)
    }

    /// The last day of the leave that a participant is on; nil where she is on none, or it has not begun.
    func leave(offering: String, person: String) -> String? {
        let seat = (seats["\(offering)/\(person)"] ?? []).first { $0["state"]?.string == "on-leave" }
        guard let until = seat?["until"]?.string, until >= today, (seat?["from"]?.string).map({ $0 <= today }) ?? true else { return nil }
        return until
    }

    /// The gatherings of an offering that are planned on a day or after it, the next first.
    func coming(_ offering: String, from today: Day) -> [(day: String, gathering: [String: JSONValue])] {
        (gatherings[offering] ?? []).compactMap { gathering in
            guard gathering["state"]?.string == "planned", let day = gathering["starts"]?.string, day >= today.description else {
                return nil
            }
            return (day, gathering)
        }.sorted { $0.day < $1.day }
    }

    /// What a participant may still miss, as a sentence; nil where there is no demand.
    static func sentence(_ tally: AttendanceTally, _ demand: AttendanceDemand) -> Text? {
        guard let left = tally.left(demand) else { return nil }
        if left < 0 {
            let much = halves(-left)
            if demand.rule == .compensated {
                return Text(
                    nb: "\(much(.nb)) for mye fravær: det må tas igjen med ekstra arbeid",
                    nn: "\(much(.nn)) for mykje fråvær: det må takast igjen med ekstra arbeid",
                    en: "\(much(.en)) too much absence: it must be made good by extra work")
            }
            return Text(
                nb: "\(much(.nb)) for mye fravær", nn: "\(much(.nn)) for mykje fråvær", en: "\(much(.en)) too much absence")
        }
        let some = halves(left)
        if let ill = tally.left(demand, documented: true), ill != left {
            return Text(
                nb: "\(some(.nb)) igjen, \(ill) ved dokumentert sykdom", nn: "\(some(.nn)) att, \(ill) ved dokumentert sjukdom",
                en: "\(some(.en)) left, \(ill) with documented illness")
        }
        return Text(nb: "\(some(.nb)) igjen", nn: "\(some(.nn)) att", en: "\(some(.en)) left")
    }

    private static func halves(_ count: Int) -> Text {
        guard count == 1 else { return Text(nb: "\(count) halve dager", nn: "\(count) halve dagar", en: "\(count) half-days") }
        return Text(nb: "1 halv dag", nn: "1 halv dag", en: "1 half-day")
    }
}
