import Kernel

/// The current revision of an element, as reports show it.
struct CurriculumItem {
    var revision: Int64
    /// `<framework>/<code>`.
    var name: String
    var code: String
    var type: String
    var status: String?
    var validFrom: String?
    var validTo: String?
    var isBinding: Bool
    var title: LocalText
    var plan: String?
    var set: String?
    var position: Int
    var years: [String]
    /// The load that brought it, and the one that ended it, where these were asked for.
    var since: Int?
    var until: Int?
    var digest: String?

    static let fields = [
        "name", "code", "type", "status", "valid-from", "valid-to", "binding", "title", "plan", "set", "position", "years",
    ]

    /// With what tells the states of an element apart.
    static let historyFields = fields + ["since", "until", "digest"]

    init(_ record: VisibleRecord) {
        revision = record.number
        name = record["name"]?.string ?? ""
        code = record["code"]?.string ?? ""
        type = record["type"]?.string ?? ""
        status = record["status"]?.string
        validFrom = record["valid-from"]?.string
        validTo = record["valid-to"]?.string
        if case .bool(true)? = record["binding"] { isBinding = true } else { isBinding = false }
        title = LocalText((record["title"]?.object ?? []).compactMap { entry in entry.value.string.map { (entry.key, $0) } })
        plan = record["plan"]?.string
        set = record["set"]?.string
        position = record["position"]?.integer ?? Int.max
        years = record["years"]?.string?.split(separator: " ").map(String.init) ?? []
        since = record["since"]?.integer
        until = record["until"]?.integer
        digest = record["digest"]?.string
    }

    /// The word for an element that the publisher took back; it stands where the publisher's own status does.
    static let withdrawn = "withdrawn"

    /// Whether it is the last that an element said before the publisher took it back.
    var isWithdrawn = false

    /// Whether it binds; empty for the older reform, whose objects do not say.
    var bindingCell: Table.Cell {
        let isSilent = !isBinding && ["laereplaner", "kompetansemaal", "kompetansemaalsett", "hovedomraader"].contains(type)
        return isSilent ? .empty : .boolean(isBinding)
    }

    var framework: String { String(name.prefix { $0 != "/" }) }

    /// The names of further plans that an aim of the older reform stands in, where these were asked for.
    var otherPlans: [String] = []

    /// The name of the plan that it names first.
    var planName: String? { plan.map { "\(framework)/\($0)" } }

    /// The names of all plans that it is known to stand in.
    var planNames: [String] { (planName.map { [$0] } ?? []) + otherPlans }

    /// The codes of those, with commas between.
    var planCell: Table.Cell {
        planNames.isEmpty ? .empty : .text(planNames.map { ElementName($0).code }.joined(separator: ", "))
    }

    /// The name of the set that it stands in.
    var setName: String? { self.set.map { "\(framework)/\($0)" } }

    var state: Holding.State { Holding.State(status: status, from: validFrom, to: validTo) }
}
