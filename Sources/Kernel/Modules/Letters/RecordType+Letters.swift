extension RecordType {
    /// Whether a letter of a name tells of something that is done to such a record.
    func sends(_ letter: String) -> Bool {
        createNotice == letter || updateNotice == letter || (workflow?.transitions ?? []).contains { $0.notice == letter }
    }
}
