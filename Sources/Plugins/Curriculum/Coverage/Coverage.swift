import Kernel

/// What serves each outcome of a variant, and each element of the curriculum that it names.
struct Coverage {
    /// An outcome or an element.
    struct Item {
        var id: String
        /// Its text; nil for an element, whose text the framework has.
        var title: Text?
        var isElement: Bool
        /// Where the variant names it.
        var span: SourceSpan
        /// What serves it in each way, in the order of the course.
        var places: [CoverageAspect: [String]] = [:]

        func lacks(_ aspect: CoverageAspect) -> Bool { places[aspect]?.isEmpty ?? true }
    }

    /// A gathering, an activity or an exam part, with what it does.
    struct Place {
        /// What of a course it is.
        enum Kind { case gathering, activity, exam }

        var id: String
        /// What people call it; nil for an exam that has no activity of its own.
        var title: Text?
        var kind: Kind
        var aspects: Set<CoverageAspect>
        var outcomes: [String]
        /// The elements that its own settings name.
        var elements: [CourseVariant.Reference] = []
    }

    private(set) var outcomes: [Item]
    private(set) var elements: [Item]
    let places: [Place]
    /// Names under `curriculum.elements` that are neither gathering, activity nor exam part.
    let unknown: [CourseVariant.Reference]
    /// How many of a hundred outcomes, and of elements, must be served.
    let minimum: Int
    /// In which ways they must be served.
    let asks: [CoverageAspect]
    /// By code of an element the names of what works on it, as the variant or the place itself says.
    private(set) var serving: [String: Set<String>] = [:]

    /// - Parameter recordKinds: the kinds of activity that keep records.
    init(_ variant: CourseVariant, recordKinds: Set<String>) {
        let section = variant.body["curriculum"]
        let settings = section?["coverage"]
        minimum = settings?["minimum"]?.integer ?? 100
        asks = settings?["asks"].map { $0.oneOrMore.compactMap { CoverageAspect(rawValue: $0.id) } } ?? [.practised]
        places = Self.places(variant, settings, recordKinds)
        outcomes = variant.outcomes.map { Item(id: $0.id, title: $0.title, isElement: false, span: $0.span) }
        var named: [(code: String, span: SourceSpan, places: [CourseVariant.Reference])] = []
        for pair in section?["elements"]?.map?.pairs ?? [] { named.append((pair.key, pair.keySpan, pair.value.oneOrMore)) }
        let known = Set(places.map(\.id))
        unknown = named.flatMap(\.places).filter { !known.contains($0.id) }
        elements = []
        for (code, span, ids) in named {
            elements.append(Item(id: code, title: nil, isElement: true, span: span))
            serving[code] = Set(ids.map(\.id))
        }
        for place in places {
            for element in place.elements {
                if serving[element.id] == nil { elements.append(Item(id: element.id, title: nil, isElement: true, span: element.span)) }
                serving[element.id, default: []].insert(place.id)
            }
        }
        for place in places {
            for aspect in place.aspects {
                for index in outcomes.indices where place.outcomes.contains(outcomes[index].id) {
                    outcomes[index].places[aspect, default: []].append(place.id)
                }
                for index in elements.indices where serving[elements[index].id]?.contains(place.id) == true {
                    elements[index].places[aspect, default: []].append(place.id)
                }
            }
        }
    }

    /// The settings that name kinds of activity, with those that count where the variant names none.
    private static let kindsByDefault = [
        "assessing": ["assessment.exam", "assessment.requiredwork"], "not-practice": ["assessment.exam", "resources.reading"],
    ]

    /// The kinds of activity that a variant names in its settings, besides those that are named without being asked.
    static func namedKinds(_ variant: CourseVariant) -> [CourseVariant.Reference] {
        let settings = variant.body["curriculum"]?["coverage"]
        return kindsByDefault.sorted { $0.key < $1.key }.flatMap { key, usual in
            (settings?[key]?.oneOrMore ?? []).filter { !usual.contains($0.id) }
        }
    }

    /// How many of a hundred are served in that way; all, where there is nothing to serve.
    static func share(_ items: [Item], _ aspect: CoverageAspect) -> Int {
        items.isEmpty ? 100 : 100 * items.count { !$0.lacks(aspect) } / items.count
    }

    /// What the course consists of, in its order; what only some have serves nobody else.
    private static func places(_ variant: CourseVariant, _ settings: Node?, _ recordKinds: Set<String>) -> [Place] {
        func kinds(_ key: String) -> Set<String> {
            settings?[key].map { Set($0.oneOrMore.map(\.id)) } ?? Set(kindsByDefault[key] ?? [])
        }
        let notPractice = kinds("not-practice")
        let assessing = kinds("assessing")
        let required = required(variant.requirements)
        var places = variant.gatherings.map {
            Place(id: $0.id, title: $0.title, kind: .gathering, aspects: [.taught], outcomes: $0.outcomes.map(\.id))
        }
        var exams: [String: [String]] = [:]
        for part in variant.body["assessment"]?["parts"]?.list ?? [] {
            guard let id = part["exam"]?.string else { continue }
            exams[id, default: []] += part["outcomes"]?.oneOrMore.map(\.id) ?? []
        }
        for activity in variant.activities where !activity.onOrder {
            var aspects: Set<CoverageAspect> = assessing.contains(activity.kind) ? [.assessed] : [.taught]
            if !notPractice.contains(activity.kind) { aspects.insert(.practised) }
            if recordKinds.contains(activity.kind) || required.contains(activity.id) { aspects.insert(.evidenced) }
            let tested = exams.removeValue(forKey: activity.id) ?? []
            if !tested.isEmpty { aspects.insert(.assessed) }
            places.append(
                Place(
                    id: activity.id, title: activity.title, kind: .activity, aspects: aspects,
                    outcomes: activity.outcomes.map(\.id) + tested,
                    elements: activity.settings?["elements"]?.oneOrMore ?? []))
        }
        for (id, outcomes) in exams.sorted(by: { $0.key < $1.key }) {
            let aspects: Set<CoverageAspect> = required.contains(id) ? [.assessed, .evidenced] : [.assessed]
            places.append(Place(id: id, kind: .exam, aspects: aspects, outcomes: outcomes))
        }
        return places
    }

    /// The words that the leaves of a tree of requirements name, activities among them.
    private static func required(_ node: Node) -> Set<String> {
        var words = Set(node.oneOrMore.map(\.id))
        for child in node.list ?? [] { words.formUnion(required(child)) }
        for pair in node.map?.pairs ?? [] { words.formUnion(required(pair.value)) }
        return words
    }
}
