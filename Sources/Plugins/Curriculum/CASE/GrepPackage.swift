import Kernel

/// A plan of Grep as a CASE package in one language.
///
/// The plan is the document. Sets, aims and core elements are items of their own types: a set is a child of the document, an aim of its set,
/// in the order of the plan. An aim is related to core elements, themes and skills, each in a grouping; what an aim builds on precedes it;
/// what it was made from is replaced by it; what it is the same as is its exact match. Themes and skills are concepts.
struct GrepPackage {
    private let plan: GrepPlan
    private let names: GrepNames
    private let languages: [String]
    private var modified = ""
    private var associations: Set<String> = []

    /// - Parameter tag: the language; nil for that in which the plan was enacted.
    /// - Throws: `CASERefusal` where the plan is not there in that language.
    init(_ plan: GrepPlan, tag: String?) throws {
        self.plan = plan
        let enacted = plan.enacted(plan.plan)
        let said = plan.plan.item.title.entries.filter { $0.language != "default" && !$0.text.isEmpty }.map(\.language)
        languages = [enacted] + said.filter { $0 != enacted }
        if let tag, !languages.contains(tag) {
            throw CASERefusal.language(tag, of: plan.plan.item.code, known: languages)
        }
        names = GrepNames(plan: plan, tag: tag ?? enacted, enacted: enacted)
    }

    mutating func package() -> CASEPackage {
        var package = CASEPackage(document: document())
        modified = package.document["lastChangeDateTime"]?.string ?? ""
        if let licence = licence() { package.add(licence, .licence) }
        for (objects, type) in [(plan.coreElements, GrepWords.coreElement), (plan.sets, GrepWords.set), (plan.aims, GrepWords.aim)] {
            for object in objects { add(object, type, &package) }
        }
        hang(&package)
        for tie in plan.ties { add(tie, &package) }
        translate(&package)
        return package
    }

    // MARK: The document

    private func document() -> JSONValue {
        let object = plan.plan
        let (title, language) = names.text(object)
        let publisher = plan.framework.publisher ?? plan.framework.name
        var members = identity(object) + [("creator", .string(publisher)), ("title", .string(GrepNames.line(title)))]
        if let address = object.raw["url-data"]?.string { members.append(("officialSourceURL", .string(address))) }
        members += [("publisher", .string(publisher)), ("language", .string(language)), ("version", .string(object.item.code))]
        if let status = object.item.status { members.append(("adoptionStatus", .string(GrepWords.adoption(status)))) }
        members += validity(object.item)
        if let licence = licence() { members.append(("licenseURI", link(to: licence))) }
        let credit = plan.framework.credit
        let words = credit.isEmpty ? "" : names.text(credit).text
        if !words.isEmpty { members.append(("notes", .string(words))) }
        return .object(members + extensions(object))
    }

    private func licence() -> JSONValue? {
        guard let name = plan.framework.licence, !name.isEmpty else { return nil }
        let uri = name.hasPrefix("NLOD") ? "https://data.norge.no/nlod" : "urn:licence:\(name)"
        let credit = plan.framework.credit
        return .object([
            ("identifier", .string(CASEText.uuid(of: uri))), ("uri", .string(uri)), ("title", .string(name)),
            ("licenseText", .string(credit.isEmpty ? name : names.text(credit).text)),
            ("lastChangeDateTime", .string(moment(plan.plan))),
        ])
    }

    // MARK: Items

    private func add(_ object: GrepPlan.Object, _ type: Text, _ package: inout CASEPackage) {
        let (text, language) = names.text(object)
        let itemType = itemType(object, type, &package)
        var members = identity(object) + [("fullStatement", .string(text)), ("CFItemType", .string(GrepWords.said(type, names.tag)))]
        members.append(("humanCodingScheme", .string(object.item.code)))
        let concepts = plan.ties.filter { $0.from == object.item.name && [.theme, .skill].contains($0.kind) }.map(\.to)
        if !concepts.isEmpty {
            members.append(("conceptKeywords", .array(concepts.map { names.link($0)["title"] ?? .string($0) })))
        }
        if let notes = notes(object) { members.append(("notes", .string(notes))) }
        members.append(("language", .string(language)))
        let years = object.item.years.isEmpty ? plan.sets.first { $0.item.code == object.item.set }?.item.years ?? [] : object.item.years
        if !years.isEmpty { members.append(("educationLevel", .array(years.map(JSONValue.string)))) }
        members.append(("CFItemTypeURI", itemType))
        if let licence = licence() { members.append(("licenseURI", link(to: licence))) }
        package.add(.object(members + validity(object.item) + extensions(object)), .item)
    }

    /// The item type of an object, which is added where it is not there yet.
    private func itemType(_ object: GrepPlan.Object, _ type: Text, _ package: inout CASEPackage) -> JSONValue {
        let uri = object.raw["grep-type"]?.string ?? "urn:grep:\(object.item.type)"
        let title = GrepWords.said(type, names.tag)
        if !package.holds(.itemType, identifier: CASEText.uuid(of: uri)) {
            package.add(
                .object([
                    ("identifier", .string(CASEText.uuid(of: uri))), ("uri", .string(uri)), ("title", .string(title)),
                    ("description", .string(title)), ("hierarchyCode", .string(object.item.type)),
                    ("typeCode", .string(object.item.type)), ("lastChangeDateTime", .string(modified)),
                ]), .itemType)
        }
        return GrepNames.link(title: title, uri: uri)
    }

    /// What Grep says of an element beside its title, without the tags of HTML.
    private func notes(_ object: GrepPlan.Object) -> String? {
        let parts = [object.raw["beskrivelse"], object.raw["forklaring"]].compactMap { value -> String? in
            guard let list = value?["tekst"]?.array ?? value?.array else { return nil }
            let text = LocalText(
                list.compactMap { entry in
                    guard let language = entry["spraak"]?.string, let words = entry["verdi"]?.string else { return nil }
                    return (GrepTexts.tag(language), words)
                })
            guard !text.isEmpty else { return nil }
            return GrepTexts.plain(names.text(text).text)
        }.filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    }

    // MARK: Associations

    /// Hangs core elements, sets and aims where they belong, in their order.
    private mutating func hang(_ package: inout CASEPackage) {
        let document = names.link(plan.plan)
        for (index, object) in (plan.coreElements + plan.sets).enumerated() {
            associate(names.link(object), "isChildOf", document, object, &package, sequence: index + 1)
        }
        let sets = Dictionary(plan.sets.map { ($0.item.code, $0) }) { first, _ in first }
        var order: [String: Int] = [:]
        for tie in plan.ties where tie.kind == .contains { order["\(tie.from) \(tie.to)"] = tie.position }
        var children: [String: [GrepPlan.Object]] = [:]
        for aim in plan.aims { children[aim.item.set.flatMap { sets[$0]?.item.code } ?? "", default: []].append(aim) }
        for parent in [""] + plan.sets.map(\.item.code) {
            let set = sets[parent]
            func place(_ aim: GrepPlan.Object) -> Int { set.flatMap { order["\($0.item.name) \(aim.item.name)"] } ?? Int.max }
            let own = (children[parent] ?? []).enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
            for (index, aim) in own.map(\.element).enumerated() {
                associate(names.link(aim), "isChildOf", set.map(names.link) ?? document, aim, &package, sequence: index + 1)
            }
        }
    }

    private mutating func add(_ tie: GrepPlan.Tie, _ package: inout CASEPackage) {
        let all = [plan.plan] + plan.aims
        guard let from = all.first(where: { $0.item.name == tie.from }) else { return }
        let (own, other) = (names.link(from), names.link(tie.to))
        let isAim = from.item.name != plan.plan.item.name
        switch tie.kind {
        case .coreElement where isAim:
            associate(own, "isRelatedTo", other, from, &package, in: grouping("core-elements", GrepWords.coreElements, &package))
        case .theme where isAim, .skill where isAim:
            guard let concept = concept(tie.to, &package) else { return }
            let group =
                tie.kind == .theme ? grouping("themes", GrepWords.themes, &package) : grouping("skills", GrepWords.skills, &package)
            associate(own, "isRelatedTo", concept, from, &package, in: group)
        case .buildsOn: associate(other, "precedes", own, from, &package)
        case .reuseOf, .replaces: associate(other, "replacedBy", own, from, &package)
        case .replacedBy: associate(own, "replacedBy", other, from, &package)
        case .sameAs, .copiedFrom: associate(own, "exactMatchOf", other, from, &package)
        default: break
        }
    }

    /// Says of which object in the enacted language each object is a translation.
    private mutating func translate(_ package: inout CASEPackage) {
        guard names.tag != names.enacted else { return }
        let source = GrepNames(plan: plan, tag: names.enacted, enacted: names.enacted)
        for object in [plan.plan] + plan.coreElements + plan.sets + plan.aims {
            associate(names.link(object), "isTranslationOf", source.link(object), object, &package)
        }
    }

    private mutating func associate(
        _ origin: JSONValue, _ type: String, _ destination: JSONValue, _ object: GrepPlan.Object, _ package: inout CASEPackage,
        sequence: Int? = nil, in grouping: JSONValue? = nil
    ) {
        let uri = "\(names.uri(plan.plan))/\(type)/\(origin["uri"]?.string ?? "")/\(destination["uri"]?.string ?? "")"
        let identifier = CASEText.uuid(of: uri)
        guard associations.insert(identifier).inserted else { return }
        var members: [(key: String, value: JSONValue)] = [
            ("identifier", .string(identifier)), ("uri", .string("urn:uuid:\(identifier)")), ("associationType", .string(type)),
            ("originNodeURI", origin), ("destinationNodeURI", destination), ("lastChangeDateTime", .string(moment(object))),
        ]
        if let sequence { members.append(("sequenceNumber", .integer(sequence))) }
        if let grouping { members.append(("CFAssociationGroupingURI", grouping)) }
        package.add(.object(members), .association)
    }

    private func grouping(_ name: String, _ title: Text, _ package: inout CASEPackage) -> JSONValue {
        let uri = "\(names.uri(plan.plan))/\(name)"
        let words = GrepWords.said(title, names.tag)
        if !package.holds(.grouping, identifier: CASEText.uuid(of: uri)) {
            package.add(
                .object([
                    ("identifier", .string(CASEText.uuid(of: uri))), ("uri", .string(uri)), ("title", .string(words)),
                    ("lastChangeDateTime", .string(modified)),
                ]), .grouping)
        }
        return GrepNames.link(title: words, uri: uri)
    }

    /// The link to a theme or skill, which is added as a concept where the store has it.
    private func concept(_ name: String, _ package: inout CASEPackage) -> JSONValue? {
        let link = names.link(name)
        guard let object = plan.others[name], let identifier = link["identifier"]?.string else { return link }
        if !package.holds(.concept, identifier: identifier) {
            package.add(
                .object(
                    identity(object) + [
                        ("title", link["title"] ?? .string(object.item.code)), ("hierarchyCode", .string(object.item.code)),
                    ] + extensions(object)), .concept)
        }
        return .object((link.object ?? []) + [("targetType", .string("ext:CFConcept"))])
    }

    // MARK: Parts

    private func identity(_ object: GrepPlan.Object) -> [(key: String, value: JSONValue)] {
        let uri = names.uri(object)
        return [
            ("identifier", .string(CASEText.uuid(of: uri))), ("uri", .string(uri)), ("lastChangeDateTime", .string(moment(object))),
        ]
    }

    private func validity(_ item: CurriculumItem) -> [(key: String, value: JSONValue)] {
        [("statusStartDate", item.validFrom), ("statusEndDate", item.validTo ?? ended(item))].compactMap { entry in
            entry.1.map { (entry.0, .string($0)) }
        }
    }

    /// The last day of something that has expired: Grep gives it to plans only.
    private func ended(_ item: CurriculumItem) -> String? { item.status == "utgaatt" ? plan.plan.item.validTo : nil }

    /// What Grep knows and CASE has no place for.
    private func extensions(_ object: GrepPlan.Object) -> [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = [("kode", .string(object.item.code)), ("uri", .string(names.source(object)))]
        if let status = object.item.status { members.append(("status", .string(status))) }
        members.append(("forskrift", .bool(object.item.isBinding)))
        return [("extensions", .object([("grep", .object(members))]))]
    }

    private func link(to licence: JSONValue) -> JSONValue {
        .object(["title", "identifier", "uri"].compactMap { name in licence[name].map { (name, $0) } })
    }

    /// When an object was last changed; Grep writes no offset, so that the moment is given as UTC.
    private func moment(_ object: GrepPlan.Object) -> String {
        (object.modified ?? plan.plan.modified).flatMap(CASEText.moment) ?? "1970-01-01T00:00:00Z"
    }
}
