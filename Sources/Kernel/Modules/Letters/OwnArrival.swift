/// The time limits that count from a letter itself: that it was written, or that it arrived.
///
/// Neither has come about when the letter is written, so that it cannot tell when such a limit ends.
struct OwnArrival {
    let notice: String
    let module: ModuleDeclarations
    let index: DeclarationIndex

    /// By the path by which a letter says them; to each the moment that makes it wait.
    var deadlines: [String: Moment] {
        var found: [String: Moment] = [:]
        for type in module.records where type.sends(notice) {
            for rule in type.workflow?.deadlines ?? [] where found["deadline.\(rule.name)"] == nil {
                found["deadline.\(rule.name)"] = moment(rule, of: type, seen: [])
            }
        }
        return found
    }

    /// What a limit counts from that is the letter itself, straight or by other limits; nil where nothing is, or another comes first.
    private func moment(_ rule: DeadlineRule, of type: RecordType, seen: Set<String>) -> Moment? {
        let id = "\(type.id).\(rule.name)"
        guard !seen.contains(id) else { return nil }
        let seen = seen.union([id])
        if let once = rule.once, isOwn(once, type, seen) { return once }
        let own = rule.after.moments.filter { isOwn($0, type, seen) }
        return rule.after.pick == .latest || own.count == rule.after.moments.count ? own.first : nil
    }

    private func isOwn(_ moment: Moment, _ type: RecordType, _ seen: Set<String>) -> Bool {
        switch MomentSource(moment.path, of: type, in: index) {
        case .noticeAnnounced(let name)?, .noticeNotified(let name)?: return name == notice && type.module == module.module
        case .deadline(let name)?: return type.workflow?.deadline(name).map { self.moment($0, of: type, seen: seen) != nil } ?? false
        case .deadlineAbove(let kind, let name)?:
            guard let above = index.types[kind], let rule = above.workflow?.deadline(name) else { return false }
            return self.moment(rule, of: above, seen: seen) != nil
        default: return false
        }
    }
}
