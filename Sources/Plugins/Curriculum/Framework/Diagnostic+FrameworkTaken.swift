import Kernel

extension Diagnostic {
    /// The name belongs to a framework of another format or namespace.
    static func frameworkTaken(_ id: String) -> Diagnostic {
        Diagnostic(
            "curriculum/framework-taken", .error,
            Text(
                nb: "«\(id)» er navnet på et læreplanverk som er lest inn på en annen måte",
                nn: "«\(id)» er namnet på eit læreplanverk som er lese inn på ein annan måte",
                en: "'\(id)' is the name of a framework that is read in another way"), at: nil,
            help: Text(nb: "velg en annen identifier", nn: "vel ein annan identifier", en: "choose another identifier"))
    }
}
