import Kernel

extension AttendanceTally {
    /// Counts what was recorded of one participant.
    ///
    /// - Parameters:
    ///   - gatherings: the records of the offering's gatherings, each with its `id` and `state`; cancelled ones do not count.
    ///   - attendance: the records of her half-days.
    ///   - seats: the record of her seat, with what she brought along; empty where she has none.
    ///   - planned: the half-days of the plan, which count until the gatherings are laid out.
    init(gatherings: [[String: JSONValue]], attendance: [[String: JSONValue]], seats: [[String: JSONValue]] = [], planned: Int) {
        let held = gatherings.filter { $0["state"]?.string != "cancelled" }
        let ids = Set(held.compactMap { $0["id"]?.integer })
        let total = gatherings.isEmpty ? planned : held.compactMap { $0["half-days"]?.integer }.reduce(0, +)
        self.init(total: total)
        for half in attendance where half["gathering"]?.integer.map(ids.contains) == true {
            switch half["presence"]?.string {
            case "present", "digital": present += 1
            case "ill": ill += 1
            default: absent += 1
            }
        }
        func carried(_ field: String) -> Int { seats.compactMap { $0[field]?.integer }.first ?? 0 }
        // What was carried over fills what is not recorded here, and never makes more half-days than there are.
        func fill(_ field: String) -> Int { min(carried(field), max(0, total - present - ill - absent)) }
        present += fill("carried")
        ill += fill("carried-ill")
        absent += fill("carried-absent")
    }

    init(total: Int) {
        self.init(total: total, present: 0, ill: 0, absent: 0)
    }
}
