import Kernel

/// How the objects of a plan are named in the package of one language: URI, UUID and text.
///
/// In the language in which its plan was enacted an object has the URI that Grep gives it, in another that with the language's tag as a
/// fragment; the UUID always follows from the URI. So that the same object has the same name in every package.
struct GrepNames {
    let plan: GrepPlan
    /// The language of the package.
    let tag: String
    /// The language in which the plan was enacted.
    let enacted: String

    /// The URI in Grep, which is the same in every language.
    func source(_ object: GrepPlan.Object) -> String {
        object.raw["uri"]?.string ?? (plan.framework.namespace ?? "urn:grep:") + object.item.code
    }

    /// The URI of a thing in a language.
    func uri(_ source: String, in language: String, enacted: String) -> String {
        language == enacted ? source : "\(source)#\(language)"
    }

    /// The link to an object, whether or not the store has it.
    func link(_ name: String) -> JSONValue {
        let code = String(name.drop { $0 != "/" }.dropFirst())
        guard let object = plan.others[name] else {
            let uri = uri((plan.framework.namespace ?? "urn:grep:") + code, in: tag, enacted: enacted)
            return Self.link(title: code, uri: uri)
        }
        return link(object)
    }

    func link(_ object: GrepPlan.Object) -> JSONValue {
        Self.link(title: Self.line(text(object).text), uri: uri(object))
    }

    /// Of a theme or a skill, which belong to no plan, Grep's own URI stands for the text in the framework's language.
    func uri(_ object: GrepPlan.Object) -> String {
        guard let code = object.item.plan, code != plan.plan.item.code else {
            return uri(source(object), in: tag, enacted: object.item.plan == nil ? plan.framework.language ?? enacted : enacted)
        }
        let owner = plan.others["\(object.item.framework)/\(code)"]
        return uri(source(object), in: tag, enacted: owner.map(plan.enacted) ?? enacted)
    }

    /// The text of an object in the package's language, or in the nearest one.
    func text(_ object: GrepPlan.Object) -> (text: String, language: String) { text(object.item.title) }

    func text(_ title: LocalText) -> (text: String, language: String) {
        if let text = title[tag], !text.isEmpty { return (text, tag) }
        if tag == enacted, let text = title["default"], !text.isEmpty { return (text, tag) }
        let (text, language) = title.shown(in: Language(rawValue: tag) ?? .nb)
        return (text, language == "default" ? enacted : language)
    }

    static func link(title: String, uri: String) -> JSONValue {
        .object([("title", .string(title)), ("identifier", .string(CASEText.uuid(of: uri))), ("uri", .string(uri))])
    }

    /// A text on one line, as titles in CASE are.
    static func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
