/// The formats that modules read and write, as tables.
public enum FormatTables {
    public static func imports(_ live: LiveConfiguration) -> Table {
        table(
            "kernel.imports", Text(nb: "Formater som kan leses inn", nn: "Format som kan lesast inn", en: "Formats that can be read in"),
            live.imports.map { ($0.name, $0.module, $0.title) })
    }

    public static func exports(_ live: LiveConfiguration) -> Table {
        table(
            "kernel.exports", Text(nb: "Formater som kan skrives", nn: "Format som kan skrivast", en: "Formats that can be written"),
            live.exports.map { ($0.name, $0.module, $0.title) })
    }

    private static func table(_ report: String, _ title: Text, _ formats: [(name: String, module: String, title: Text)]) -> Table {
        Table(
            report, title: title,
            columns: [
                .init("format", .text, Text(nb: "Format", nn: "Format", en: "Format")),
                .init("module", .text, Text(nb: "Modul", nn: "Modul", en: "Module")),
                .init("title", .localized, Text(nb: "Tittel", nn: "Tittel", en: "Title")),
            ],
            rows: formats.map { [.text($0.name), .text($0.module), .localized($0.title)] })
    }
}
