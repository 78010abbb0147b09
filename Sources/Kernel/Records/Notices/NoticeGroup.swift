/// The group whose members a letter goes to, all of them the same.
struct NoticeGroup {
    /// The group's internal key, as SQL over the row `r` of the record that the letter is about.
    let key: String

    /// - Parameter to: whom the letter goes to, as its module declares it.
    /// - Returns: nil where it goes to others than a group.
    init?(_ to: String, of type: RecordType, live: LiveConfiguration) {
        let path = to.split(separator: ".").map(String.init)
        guard live.roles.named(to, of: type) == nil, let found = RecordPath(live).resolve(path, of: type, row: "r"),
            case .record(let target) = found.target, target == KernelRecord.group.rawValue
        else { return nil }
        key = found.sql
    }

    /// The group whose members a letter that was written went to; nil where it went to others, and where its module is not live.
    init?(_ notice: Notice, live: LiveConfiguration) {
        guard let declaration = live.module(notice.module)?.declarations.notice(notice.name), let type = live.record(notice.record.kind)
        else { return nil }
        self.init(declaration.to, of: type, live: live)
    }
}
