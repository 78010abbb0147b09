/// The half-days of one participant.
struct AttendanceTally: Sendable, Hashable {
    /// All half-days of the course that are not cancelled.
    var total: Int
    /// At the place or on the screen, and what was carried over from another offering.
    var present = 0
    /// Absent with documented illness.
    var ill = 0
    /// Absent without.
    var absent = 0

    /// What has not been recorded yet.
    var open: Int { max(0, total - present - ill - absent) }

    /// The half-days that count as presence: those of illness only as long as presence itself keeps above the floor.
    func counted(_ demand: AttendanceDemand) -> Int { counted(present: present, demand) }

    private func counted(present: Int, _ demand: AttendanceDemand) -> Int {
        guard let floor = demand.illnessFloor, present * 100 >= floor * total else { return present }
        return min(total, present + ill)
    }

    /// Whether a share is reached; nil while that is open.
    ///
    /// - Parameter percent: of all half-days.
    func reaches(_ percent: Int, _ demand: AttendanceDemand) -> Bool? {
        if counted(demand) * 100 >= percent * total { return true }
        return counted(present: present + open, demand) * 100 >= percent * total ? nil : false
    }

    /// How many more half-days may be missed; nil where there is no demand, less than 0 where too many were.
    ///
    /// - Parameter documented: whether illness is documented.
    func left(_ demand: AttendanceDemand, documented: Bool = false) -> Int? {
        guard demand.rule != .none else { return nil }
        let allowed = total - (total * demand.minimum + 99) / 100
        guard let floor = demand.illnessFloor else { return allowed - absent - ill }
        let whole = total - (total * floor + 99) / 100 - absent - ill
        return documented ? whole : min(allowed - absent, whole)
    }
}
