/// The kinds of object in a CASE package, by the name that the standard gives them, with the properties of 1.1 in the order of the standard
/// (1EdTech, Competencies and Academic Standards Exchange 1.1, package binding).
enum CASEKind: String, Sendable, CaseIterable {
    case document = "CFDocument"
    case item = "CFItem"
    case association = "CFAssociation"
    case concept = "CFConcept"
    case subject = "CFSubject"
    case licence = "CFLicense"
    case itemType = "CFItemType"
    case grouping = "CFAssociationGrouping"
    case rubric = "CFRubric"
    case criterion = "CFRubricCriterion"
    case level = "CFRubricCriterionLevel"

    /// The kinds under `CFDefinitions`, in the order of the standard.
    static let definitions: [CASEKind] = [.concept, .subject, .licence, .itemType, .grouping]

    /// The name of the list that holds such objects.
    var list: String { self == .criterion ? "CFRubricCriteria" : rawValue + "s" }

    /// The property without which an object is none of this kind.
    var vital: [String] {
        switch self {
        case .document: ["identifier", "title"]
        case .item: ["identifier", "fullStatement"]
        case .association: ["identifier", "associationType", "originNodeURI", "destinationNodeURI"]
        default: ["identifier"]
        }
    }

    /// What servers of 1.0 send besides, and 1.1 forbids; it says only in which document the object stands.
    static let dropped: Set<String> = ["CFDocumentURI", "CFPackageURI"]

    var properties: [CASEProperty] {
        switch self {
        case .document: Self.documentProperties
        case .item: Self.itemProperties
        case .association: Self.associationProperties
        case .rubric: Self.rubricProperties
        case .criterion: Self.criterionProperties
        case .level: Self.levelProperties
        case .concept:
            Self.definition([.init(name: "keywords", shape: .text), .init(name: "hierarchyCode", shape: .text, isRequired: true)])
        case .subject: Self.definition([.init(name: "hierarchyCode", shape: .text, isRequired: true)])
        case .licence: Self.definition([.init(name: "licenseText", shape: .text, isRequired: true)])
        case .itemType:
            Self.definition(
                [.init(name: "hierarchyCode", shape: .text, isRequired: true), .init(name: "typeCode", shape: .text)],
                isDescribed: true)
        case .grouping: Self.definition([])
        }
    }

    private static let identity: [CASEProperty] = [
        .init(name: "identifier", shape: .uuid, isRequired: true), .init(name: "uri", shape: .text, isRequired: true),
    ]
    private static let ending: [CASEProperty] = [
        .init(name: "lastChangeDateTime", shape: .instant, isRequired: true), .init(name: "extensions", shape: .extensions),
    ]
    private static let validity: [CASEProperty] = [
        .init(name: "statusStartDate", shape: .day), .init(name: "statusEndDate", shape: .day),
    ]

    private static func definition(_ own: [CASEProperty], isDescribed: Bool = false) -> [CASEProperty] {
        identity + [
            .init(name: "title", shape: .text, isRequired: true), .init(name: "description", shape: .text, isRequired: isDescribed),
        ] + own + ending
    }

    private static let documentProperties: [CASEProperty] =
        identity + [
            .init(name: "frameworkType", shape: .text), .init(name: "caseVersion", shape: .text),
            .init(name: "creator", shape: .text, isRequired: true), .init(name: "title", shape: .text, isRequired: true),
            .init(name: "officialSourceURL", shape: .text), .init(name: "publisher", shape: .text),
            .init(name: "description", shape: .text), .init(name: "subject", shape: .texts), .init(name: "subjectURI", shape: .links),
            .init(name: "language", shape: .text), .init(name: "version", shape: .text), .init(name: "adoptionStatus", shape: .text),
        ] + validity + [.init(name: "licenseURI", shape: .link), .init(name: "notes", shape: .text)] + ending

    private static let itemProperties: [CASEProperty] =
        identity + [
            .init(name: "fullStatement", shape: .text, isRequired: true), .init(name: "alternativeLabel", shape: .text),
            .init(name: "CFItemType", shape: .text), .init(name: "humanCodingScheme", shape: .text),
            .init(name: "listEnumeration", shape: .text), .init(name: "abbreviatedStatement", shape: .text),
            .init(name: "conceptKeywords", shape: .texts), .init(name: "conceptKeywordsURI", shape: .link),
            .init(name: "notes", shape: .text), .init(name: "subject", shape: .texts), .init(name: "subjectURI", shape: .links),
            .init(name: "language", shape: .text), .init(name: "educationLevel", shape: .texts),
            .init(name: "CFItemTypeURI", shape: .link), .init(name: "licenseURI", shape: .link),
        ] + validity + ending

    private static let associationProperties: [CASEProperty] =
        identity + [
            .init(name: "associationType", shape: .text, isRequired: true), .init(name: "sequenceNumber", shape: .integer),
            .init(name: "originNodeURI", shape: .anyLink, isRequired: true),
            .init(name: "destinationNodeURI", shape: .anyLink, isRequired: true),
            .init(name: "CFAssociationGroupingURI", shape: .link), .init(name: "notes", shape: .text),
        ] + ending

    private static let rubricProperties: [CASEProperty] =
        identity + [
            .init(name: "title", shape: .text), .init(name: "description", shape: .text),
            .init(name: "CFRubricCriteria", shape: .objects(.criterion)),
        ] + ending

    private static let criterionProperties: [CASEProperty] =
        identity + [
            .init(name: "category", shape: .text), .init(name: "description", shape: .text), .init(name: "CFItemURI", shape: .link),
            .init(name: "weight", shape: .number), .init(name: "position", shape: .integer), .init(name: "rubricId", shape: .uuid),
            .init(name: "CFRubricCriterionLevels", shape: .objects(.level)),
        ] + ending

    private static let levelProperties: [CASEProperty] =
        identity + [
            .init(name: "description", shape: .text), .init(name: "quality", shape: .text), .init(name: "score", shape: .number),
            .init(name: "feedback", shape: .text), .init(name: "position", shape: .integer),
            .init(name: "rubricCriterionId", shape: .uuid),
            .init(name: "lastChangeDateTime", shape: .instant, isRequired: true),
            .init(name: "extensions", shape: .extensionList),
        ]
}
