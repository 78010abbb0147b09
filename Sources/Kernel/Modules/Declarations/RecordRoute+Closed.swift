/// Which values rows of numbers may be for.
extension RecordRoute {
    /// Whether it ends at one of a few words, or at something that stands apart from any one record.
    ///
    /// A free text, a name or a person is what a single record holds, and a row for it shows it, however many the floor asks for. Below a
    /// floor of 2 the module says that its numbers are about single records; what people wrote does not stand in them all the same.
    func isClosed(floor: Int) -> Bool {
        switch end {
        case .state: true
        case .record(let target):
            floor < 2 || target != KernelRecord.person.rawValue && target != KernelRecord.enrolment.rawValue
        case .list(let type): Self.isClosed(type, floor: floor)
        case .value(let word, nil):
            word == "code" || floor < 2 || ![KernelRecord.person.rawValue, KernelRecord.enrolment.rawValue].contains(records.last)
        case .value(_, let type?): Self.isClosed(type, floor: floor)
        }
    }

    private static func isClosed(_ type: FieldType, floor: Int) -> Bool {
        switch type {
        case .code, .boolean: true
        case .reference(let reference): floor < 2 || reference.target != KernelRecord.person.rawValue
        case .integer, .number, .date, .instant, .duration, .alias: floor < 2
        case .text, .localized, .json, .file: false
        case .list(let type): isClosed(type, floor: floor)
        }
    }
}
