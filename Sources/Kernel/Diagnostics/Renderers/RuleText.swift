/// What a kind of fault is in general, for formats that describe each kind once beside its cases.
public struct RuleText: Sendable {
    /// What it is about, in a few words.
    public var title: Text
    /// What it means, whatever the case.
    public var description: Text
    /// How to mend it, or where to read on.
    public var help: Text

    /// - Parameter description: what it means, where that is more than the help says.
    public init(title: Text, description: Text? = nil, help: Text) {
        self.title = title
        self.description = description ?? help
        self.help = help
    }

    /// The text of a rule of a module.
    ///
    /// - Parameter source: the paragraph or paper behind it.
    init(title: Text, description: Text?, module: String, source: String?) {
        let rules = Self.rule(of: module)
        self.init(
            title: title, description: description ?? title,
            help: source.map { source in
                Text(
                    nb: "Kilde: \(source). \(rules(.nb))", nn: "Kjelde: \(source). \(rules(.nn))", en: "Source: \(source). \(rules(.en))")
            } ?? rules)
    }

    /// The text of an id that nobody describes: its own words, and what is said of its area.
    init(id: String) {
        let (description, help) = Self.area(String(id.prefix { $0 != "/" }))
        self.init(
            title: Text(verbatim: id.replacing("/", with: ": ").replacing("-", with: " ")), description: description, help: help)
    }

    private static func rule(of module: String) -> Text {
        Text(
            nb: "«kjerne modules show \(module)» viser reglene i modulen.", nn: "«kjerne modules show \(module)» viser reglane i modulen.",
            en: "'kjerne modules show \(module)' shows the rules of the module.")
    }

    private static func area(_ area: String) -> (description: Text, help: Text) {
        switch area {
        case "document", "yaml", "json":
            (
                Text(
                    nb: "Filen kan ikke leses slik den står.", nn: "Fila kan ikkje lesast slik ho står.",
                    en: "The file cannot be read as it stands."),
                Text(
                    nb: "Rett skrivemåten på det stedet som er vist.", nn: "Rett skrivemåten på den staden som er vist.",
                    en: "Mend how it is written at the place that is shown.")
            )
        case "schema":
            (
                Text(
                    nb: "Innholdet har ikke den formen som slike filer har.", nn: "Innhaldet har ikkje den forma som slike filer har.",
                    en: "The content does not have the form that such files have."),
                Text(
                    nb: "«kjerne schema show» viser formen.", nn: "«kjerne schema show» viser forma.",
                    en: "'kjerne schema show' shows the form.")
            )
        case "module", "record", "workflow", "report", "notice", "conformance":
            (
                Text(
                    nb: "En modul må stemme med seg selv, med koden sin og med modulene den bygger på.",
                    nn: "Ein modul må stemme med seg sjølv, med koden sin og med modulane han byggjer på.",
                    en: "A module must agree with itself, its code and the modules it builds on."),
                Text(
                    nb: "«kjerne modules show» viser hva modulen sier.", nn: "«kjerne modules show» viser kva modulen seier.",
                    en: "'kjerne modules show' shows what the module says.")
            )
        case "workspace", "calendar", "time", "offering":
            (
                Text(
                    nb: "Filene i et arbeidsområde må vise til noe som finnes, og ligge der de blir lest.",
                    nn: "Filene i eit arbeidsområde må vise til noko som finst, og liggje der dei blir lesne.",
                    en: "The files of a workspace must name what exists, and lie where they are read."),
                Text(
                    nb: "Rett navnet eller datoen, eller flytt filen.", nn: "Rett namnet eller datoen, eller flytt fila.",
                    en: "Correct the name or the date, or move the file.")
            )
        case "variant":
            (
                Text(
                    nb: "Lagene i en kursvariant må gi én hel variant sammen.", nn: "Laga i ein kursvariant må gi éin heil variant saman.",
                    en: "The layers of a course variant must make one whole together."),
                Text(
                    nb: "«kjerne explain value» viser hvor en verdi kommer fra.",
                    nn: "«kjerne explain value» viser kvar ein verdi kjem frå.",
                    en: "'kjerne explain value' shows where a value comes from.")
            )
        case "csv", "people", "input":
            (
                Text(
                    nb: "Det som blir lest inn, må være slik som kolonnene og feltene krever.",
                    nn: "Det som blir lese inn, må vere slik som kolonnane og felta krev.",
                    en: "What is read in must be as its columns and fields ask."),
                Text(
                    nb: "Rett det og prøv igjen. Ingenting er lest inn før alt er rett.",
                    nn: "Rett det og prøv igjen. Ingenting er lese inn før alt er rett.",
                    en: "Mend it and try again. Nothing is read in before all of it is right.")
            )
        default:
            (
                Text(
                    nb: "En regel i modulen «\(area)».", nn: "Ein regel i modulen «\(area)».", en: "A rule of the module '\(area)'."),
                rule(of: area)
            )
        }
    }
}
