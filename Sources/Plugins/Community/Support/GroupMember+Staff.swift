import Kernel

extension GroupMember {
    /// Whether she is one of the staff: a mentor or a partner from outside is in the group and is not.
    var isStaff: Bool { roles.contains("leader") || roles.contains("member") }
}
