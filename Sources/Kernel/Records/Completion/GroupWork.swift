/// A record that a group makes for an activity, as SQL over its row `r`: which group, and which activity.
struct GroupWork {
    /// The internal key of the group.
    let group: String
    /// The internal key of the activity that it answers; null where it answers none.
    let activity: String

    /// - Returns: nil where the record lies in no group, or cannot say which activity it is for.
    init?(_ type: RecordType, live: LiveConfiguration) {
        guard let field = type.activityField, let group = live.memory.scope(of: type, live).group else { return nil }
        self.group = group
        activity = "r.\(SQLName.quoted(field.column))"
    }
}
