/// How everyone whose standing has the same shape reads one record of a type: the statement, and what is made of its row.
struct KeptReading: Sendable {
    let plan: ReadingPlan
    /// Selects the record whose number is bound after what the standing holds.
    let statement: RelationStatement

    init(_ type: RecordType, _ standing: Standing, _ live: LiveConfiguration) {
        var made: ReadingPlan?
        statement = RelationStatement { places in
            let plan = ReadingPlan(type, standing: standing, live: live, places: places)
            made = plan
            return """
                SELECT \(plan.columns.joined(separator: ", ")) FROM \(SQLName.quoted(type.table)) r
                WHERE \(plan.isVisible) AND r._id = ?
                """
        }
        plan = made ?? ReadingPlan(type, standing: standing, live: live)
    }
}
