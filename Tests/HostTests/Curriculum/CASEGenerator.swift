import Kernel

/// Packages by chance, as servers of 1.0 or 1.1 send them.
struct CASEGenerator {
    private var state: UInt64
    let isOld: Bool
    private var numbers = 0
    let document: String

    init(seed: UInt64, isOld: Bool) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        self.isOld = isOld
        document = String(format16: seed + 1)
    }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % bound
    }

    private mutating func maybe() -> Bool { next(2) == 0 }

    private mutating func uuid() -> String {
        numbers += 1
        return String(document.dropLast(12)) + String(String(numbers + 1_000_000_000_000).dropFirst())
    }

    private mutating func text() -> String {
        let words = ["sjø", "tåke", "\"kart\"", "ålesund\n", "🌊", "<p>vind</p>", "a/b\\c", "  ", "Ω", "leser"]
        return (0...next(4)).map { _ in words[next(words.count)] }.joined(separator: " ")
    }

    private mutating func value(_ shape: String) -> JSONValue {
        switch shape {
        case "texts": .array((0..<next(3)).map { _ in .string(text()) })
        case "link": link(uuid())
        case "links": .array((0..<next(3)).map { _ in link(uuid()) })
        case "day": .string("20\(next(90) + 10)-0\(next(9) + 1)-1\(next(10))")
        case "integer": .integer(next(1000) - 10)
        case "number": .number(Double(next(1000)) / 8)
        case "uuid": .string(uuid())
        case "extensions": .object([("x", .array([.null, .bool(maybe()), .integer(next(9))])), ("y:z", .string(text()))])
        default: .string(text())
        }
    }

    private mutating func link(_ identifier: String) -> JSONValue {
        .object([("title", .string(text())), ("identifier", .string(identifier)), ("uri", .string("https://case.example/\(identifier)"))])
    }

    /// An object with what it must have and, by chance, what it may have.
    private mutating func object(
        _ identifier: String, _ needed: [(key: String, value: JSONValue)], _ optional: [(String, String)]
    ) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("identifier", .string(identifier)), ("uri", .string("https://case.example/\(identifier)")),
            ("lastChangeDateTime", .string("2026-0\(next(9) + 1)-01T0\(next(9)):00:00\(maybe() ? "Z" : "+02:00")")),
        ]
        members += needed
        for (name, shape) in optional + [("extensions", "extensions")] where maybe() { members.append((name, value(shape))) }
        if isOld {
            if maybe(), !members.contains(where: { $0.key == "notes" }) { members.append(("notes", .null)) }
            members.append(("CFDocumentURI", link(document)))
        }
        // The order of members means nothing.
        for index in members.indices.reversed() { members.swapAt(index, next(index + 1)) }
        return .object(members)
    }

    mutating func package() -> JSONValue {
        let items = (0..<next(12)).map { _ in uuid() }
        let ends = items + [document, uuid()]
        let objects = items.map { item in
            object(
                item, [("fullStatement", .string(text()))],
                [
                    ("alternativeLabel", ""), ("CFItemType", ""), ("humanCodingScheme", ""), ("listEnumeration", ""),
                    ("abbreviatedStatement", ""), ("conceptKeywords", "texts"), ("conceptKeywordsURI", "link"), ("language", ""),
                    ("subject", "texts"), ("subjectURI", "links"), ("educationLevel", "texts"), ("CFItemTypeURI", "link"),
                    ("licenseURI", "link"), ("statusStartDate", "day"), ("statusEndDate", "day"),
                ])
        }
        let types = [
            "isChildOf", "isChildOf", "isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy",
            "exemplar", "hasSkillLevel", "isTranslationOf", "ext:own.kind",
        ]
        let associations = (0..<next(20)).map { _ in
            let origin = link(ends[next(ends.count)])
            let destination = link(ends[next(ends.count)])
            return object(
                uuid(),
                [
                    ("associationType", .string(types[next(types.count)])), ("originNodeURI", origin), ("destinationNodeURI", destination),
                ], [("sequenceNumber", "integer"), ("CFAssociationGroupingURI", "link")])
        }
        func titled(_ more: [String]) -> [(key: String, value: JSONValue)] { (["title"] + more).map { ($0, .string("t \($0)")) } }
        let definitions: [(key: String, value: JSONValue)] = [
            ("CFConcepts", .array((0..<next(3)).map { _ in object(uuid(), titled(["hierarchyCode"]), [("keywords", "")]) })),
            ("CFSubjects", .array((0..<next(3)).map { _ in object(uuid(), titled(["hierarchyCode"]), [("description", "")]) })),
            ("CFLicenses", .array((0..<next(3)).map { _ in object(uuid(), titled(["licenseText"]), [("description", "")]) })),
            (
                "CFItemTypes",
                .array((0..<next(3)).map { _ in object(uuid(), titled(["description", "hierarchyCode"]), [("typeCode", "")]) })
            ),
            ("CFAssociationGroupings", .array((0..<next(3)).map { _ in object(uuid(), titled([]), [("description", "")]) })),
        ]
        let rubrics = (0..<next(3)).map { _ in
            let criteria = (0..<next(3)).map { _ in
                object(
                    uuid(), [],
                    [("category", ""), ("weight", "number"), ("position", "integer"), ("CFItemURI", "link"), ("rubricId", "uuid")])
            }
            return object(uuid(), [("CFRubricCriteria", .array(criteria))], [("title", ""), ("description", "")])
        }
        let head = object(
            document, [("title", .string(text())), ("creator", .string(text()))],
            [
                ("frameworkType", ""), ("officialSourceURL", ""), ("publisher", ""), ("description", ""), ("subject", "texts"),
                ("subjectURI", "links"), ("language", ""), ("version", ""), ("adoptionStatus", ""), ("statusStartDate", "day"),
                ("licenseURI", "link"), ("notes", ""),
            ])
        return .object([
            ("CFDocument", head), ("CFItems", .array(objects)), ("CFAssociations", .array(associations)),
            ("CFDefinitions", .object(definitions)), ("CFRubrics", .array(rubrics)),
        ])
    }
}

extension String {
    /// A UUID that a number gives.
    fileprivate init(format16 number: UInt64) {
        let digits = String(number, radix: 16)
        self = String(repeating: "0", count: 8 - digits.count) + digits + "-0000-4000-8000-000000000000"
    }
}
