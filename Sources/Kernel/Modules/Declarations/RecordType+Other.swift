extension RecordType {
    /// The same with another name, other fields or another workflow.
    func with(name: String? = nil, fields: [Field]? = nil, workflow: Workflow? = nil) -> RecordType {
        RecordType(
            module: module, name: name ?? self.name, title: title, was: was, parent: parent, owner: owner, key: key, unique: unique,
            indexes: indexes, create: create, update: update, delete: delete, openStates: openStates, read: read,
            fields: fields ?? self.fields, search: search, workflow: workflow ?? self.workflow, isBulk: isBulk, isAnonymous: isAnonymous,
            tokenLimit: tokenLimit, isExceptional: isExceptional, seal: seal, pseudonym: pseudonym, window: window,
            createGuards: createGuards, createNotice: createNotice, updateGuards: updateGuards, updateNotice: updateNotice,
            repeatTexts: repeatTexts, sharing: sharing,
            shares: shares, liesIn: liesIn, recognises: recognises, requires: requires, span: span)
    }
}
