import Kernel

/// A package in the making: its objects by kind, and as CASE 1.1 writes them.
struct CASEPackage {
    private(set) var document: JSONValue
    private var objects: [CASEKind: [JSONValue]] = [:]
    /// What stands in the package, and in its definitions, beside the objects.
    var extensions: [(key: String, value: JSONValue)] = []
    var definitionExtensions: [(key: String, value: JSONValue)] = []
    private let cleaner: CASEObject

    init(document: JSONValue) {
        var cleaner = CASEObject()
        if let modified = document["lastChangeDateTime"]?.string.flatMap(CASEText.moment) { cleaner.modified = modified }
        self.cleaner = cleaner
        let said = document.object ?? []
        self.document = cleaner.cleaned(.object(said.filter { $0.key != "caseVersion" } + [("caseVersion", .string("1.1"))]), .document)
    }

    mutating func add(_ object: JSONValue, _ kind: CASEKind) { objects[kind, default: []].append(cleaner.cleaned(object, kind)) }

    /// Whether there is an object of that kind already.
    func holds(_ kind: CASEKind, identifier: String) -> Bool {
        objects[kind]?.contains { $0["identifier"]?.string == identifier } ?? false
    }

    /// The whole as a file holds it.
    var bytes: [UInt8] {
        var members: [(key: String, value: JSONValue)] = [("CFDocument", document)]
        for kind in [CASEKind.item, .association] { members.append((kind.list, .array(objects[kind] ?? []))) }
        var definitions: [(key: String, value: JSONValue)] = CASEKind.definitions.compactMap { kind in
            objects[kind].map { (kind.list, .array($0)) }
        }
        if !definitionExtensions.isEmpty { definitions.append(("extensions", .object(definitionExtensions))) }
        if !definitions.isEmpty { members.append(("CFDefinitions", .object(definitions))) }
        if let rubrics = objects[.rubric] { members.append((CASEKind.rubric.list, .array(rubrics))) }
        if !extensions.isEmpty { members.append(("extensions", .object(extensions))) }
        return Array((JSONValue.object(members).pretty + "\n").utf8)
    }
}
