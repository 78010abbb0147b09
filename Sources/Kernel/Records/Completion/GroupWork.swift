/// A record that a group makes for an activity, as SQL over its row `r`: which group, and which activity.
struct GroupWork {
    /// The internal key of the group.
    let group: String
    /// The internal key of the activity that it answers; null where it answers none.
    let activity: String

    /// - Returns: nil where the record lies in no group, or cannot say which activity it is for.
    init?(_ type: RecordType, live: LiveConfiguration) {
        let field = type.fields.first { field in
            guard case .reference(let reference) = field.type else { return false }
            return reference.by == nil && reference.target == KernelRecord.activity.rawValue
        }
        guard let field, let group = live.memory.scope(of: type, live).group else { return nil }
        self.group = group
        activity = "r.\(SQLName.quoted(field.column))"
    }
}
