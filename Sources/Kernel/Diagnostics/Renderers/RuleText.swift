/// What a kind of fault is in general, for formats that describe each kind once beside its cases.
public struct RuleText: Sendable {
    /// What it is about, in a few words.
    public var title: Text
    /// What it means and where to read on, whatever the case.
    public var help: Text

    public init(title: Text, help: Text) {
        self.title = title
        self.help = help
    }

    /// The text of an id that nobody describes: its own words, and what is said of its area.
    init(id: String) {
        title = Text(verbatim: id.replacing("/", with: ": ").replacing("-", with: " "))
        help = Self.area(String(id.prefix { $0 != "/" }))
    }

    private static func area(_ area: String) -> Text {
        switch area {
        case "document", "yaml", "json":
            Text(
                nb: "Filen kan ikke leses slik den står. Rett skrivemåten på det stedet som er vist.",
                nn: "Fila kan ikkje lesast slik ho står. Rett skrivemåten på den staden som er vist.",
                en: "The file cannot be read as it stands. Mend how it is written at the place that is shown.")
        case "schema":
            Text(
                nb: "Innholdet har ikke den formen som slike filer har. «kjerne schema show» viser formen.",
                nn: "Innhaldet har ikkje den forma som slike filer har. «kjerne schema show» viser forma.",
                en: "The content does not have the form that such files have. 'kjerne schema show' shows the form.")
        case "module", "record", "workflow", "report", "notice", "conformance":
            Text(
                nb:
                    "En modul må stemme med seg selv, med koden sin og med modulene den bygger på. «kjerne modules show» viser hva den sier.",
                nn:
                    "Ein modul må stemme med seg sjølv, med koden sin og med modulane han byggjer på. «kjerne modules show» viser kva han seier.",
                en: "A module must agree with itself, its code and the modules it builds on. 'kjerne modules show' shows what it says.")
        case "workspace", "calendar", "time", "offering":
            Text(
                nb: "Filene i et arbeidsområde må vise til noe som finnes, og ligge der de blir lest.",
                nn: "Filene i eit arbeidsområde må vise til noko som finst, og liggje der dei blir lesne.",
                en: "The files of a workspace must name what exists, and lie where they are read.")
        case "variant":
            Text(
                nb: "Lagene i en kursvariant må gi én hel variant sammen. «kjerne explain value» viser hvor en verdi kommer fra.",
                nn: "Laga i ein kursvariant må gi éin heil variant saman. «kjerne explain value» viser kvar ein verdi kjem frå.",
                en: "The layers of a course variant must make one whole together. 'kjerne explain value' shows where a value comes from.")
        case "csv", "people", "input":
            Text(
                nb: "Det som blir lest inn, må være slik som kolonnene og feltene krever. Ingenting er lest inn før alt er rett.",
                nn: "Det som blir lese inn, må vere slik som kolonnane og felta krev. Ingenting er lese inn før alt er rett.",
                en: "What is read in must be as its columns and fields ask. Nothing is read in before all of it is right.")
        default:
            Text(
                nb: "En regel i modulen «\(area)». «kjerne modules show \(area)» viser reglene.",
                nn: "Ein regel i modulen «\(area)». «kjerne modules show \(area)» viser reglane.",
                en: "A rule of the module '\(area)'. 'kjerne modules show \(area)' shows its rules.")
        }
    }
}
