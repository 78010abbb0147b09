import Kernel

/// A live variant with the codes of the curriculum that it names, and what in it works on each.
struct ImpactedCourse {
    var variant: String
    /// What people call it.
    var title: Text
    /// The institution that gives it.
    var owner: String
    /// By code the gatherings, activities and exam parts that work on it; nil is the variant itself.
    private var codes: [String: [Coverage.Place?]] = [:]

    /// What names an element: the variant first, then what in it works on the element, in the order of the course.
    func places(naming item: CurriculumItem) -> [Coverage.Place?] {
        var seen: Set<String> = []
        let found = Set([CurriculumCode.normal(item.code), CurriculumCode.normal(item.name)]).sorted().flatMap { codes[$0] ?? [] }
        return found.filter { seen.insert($0?.id ?? "").inserted }
    }

    /// The place as programs know it, `VARIANT.ACTIVITY`, and as people do.
    func cell(_ place: Coverage.Place?) -> Table.Cell {
        let path = ([variant] + [place?.id].compactMap { $0 }).joined(separator: ".")
        guard let place else { return .coded(path, title) }
        func line(_ language: Language) -> String { "\(title(language)): \(place.title?(language) ?? place.id)" }
        return .coded(path, Text(nb: line(.nb), nn: line(.nn), en: line(.en)))
    }

    /// The live variants that name anything.
    static func all(_ reading: borrowing some ReportReading & ~Copyable) throws -> [ImpactedCourse] {
        try reading.variants().compactMap { id in
            guard let variant = try reading.variant(id) else { return nil }
            let coverage = Coverage(variant, recordKinds: reading.recordKinds)
            let named = Set((variant.body["curriculum"]?["elements"]?.map?.pairs ?? []).map(\.key))
            var course = ImpactedCourse(variant: id, title: variant.title, owner: variant.course.institution)
            for (code, ids) in coverage.serving {
                let places = coverage.places.filter { ids.contains($0.id) }
                course.codes[CurriculumCode.normal(code), default: []] += (named.contains(code) ? [nil] : []) + places
            }
            return course.codes.isEmpty ? nil : course
        }
    }

    /// What a place is called; nil is the variant itself.
    static func label(_ place: Coverage.Place?) -> Text {
        switch place?.kind {
        case nil: Text(nb: "Kursvariant", nn: "Kursvariant", en: "Course variant")
        case .gathering: Text(nb: "Samling", nn: "Samling", en: "Gathering")
        case .activity: Text(nb: "Aktivitet", nn: "Aktivitet", en: "Activity")
        case .exam: Text(nb: "Eksamensdel", nn: "Eksamensdel", en: "Exam part")
        }
    }
}
