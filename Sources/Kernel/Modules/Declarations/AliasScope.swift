/// Within what an alias stands for one person alone, where that is no field of the record itself.
enum AliasScope: String, CaseIterable {
    case workspace, organisation, offering, group, activity

    /// The records of the kernel of which one says where a record lies; empty where every record lies there.
    var targets: Set<KernelRecord> {
        switch self {
        case .workspace: []
        case .organisation: [.organisation, .group]
        case .offering: [.offering, .enrolment, .activity, .group]
        case .group: [.group]
        case .activity: [.activity]
        }
    }
}
