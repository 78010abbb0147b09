extension Sequence<Role> {
    /// The role that a word names where a record says who may do or read something, and to whom a letter about it goes.
    ///
    /// A module knows the roles of the kernel, its own and those of modules that it requires. Others it may use by name, but need not know
    /// that they are there: where a reference of the record to a person or a group is called the same, the reference is meant. So no module
    /// changes by a role of its own what another one says.
    ///
    /// - Parameter type: the record; nil where a right is about none.
    func named(_ name: String, of type: RecordType?) -> Role? {
        guard let type else { return first { $0.id == name } }
        return first { $0.id == name && (type.knows($0) || !type.refers(name)) }
    }
}

extension RecordType {
    /// The references to a person, one or several.
    var people: [String] { references(to: .person) }

    private func references(to target: KernelRecord) -> [String] {
        fields.compactMap { field in
            switch field.type {
            case .reference(let reference), .list(.reference(let reference)): reference.target == target.rawValue ? field.name : nil
            default: nil
            }
        }
    }

    /// Whether a person or a group stands under that name.
    fileprivate func refers(_ name: String) -> Bool {
        if name == parentField { return parent == KernelRecord.person.rawValue || parent == KernelRecord.group.rawValue }
        return people.contains(name) || references(to: .group).contains(name)
    }

    /// Whether its module knows of the role.
    fileprivate func knows(_ role: Role) -> Bool { role.module.map { $0 == module || requires.contains($0) } ?? true }
}
