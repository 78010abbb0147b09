/// Lists of variants and of the differences between two of them.
public enum VariantTables {
    /// The composed variants of a workspace.
    public static func list(_ workspace: Workspace) -> Table {
        Table(
            "kernel.variants", title: Text(nb: "Varianter", nn: "Variantar", en: "Variants"),
            columns: [
                .init("variant", .code, Text(nb: "Variant", nn: "Variant", en: "Variant")),
                .init("title", .localized, Text(nb: "Navn", nn: "Namn", en: "Title")),
                .init("institution", .code, Text(nb: "Institusjon", nn: "Institusjon", en: "Institution")),
                .init("course", .text, Text(nb: "Emne", nn: "Emne", en: "Course")),
                .init("credits", .number, unit: "ECTS", Text(nb: "Studiepoeng", nn: "Studiepoeng", en: "Credits")),
                .init("gatherings", .integer, Text(nb: "Samlinger", nn: "Samlingar", en: "Gatherings")),
                .init("activities", .integer, Text(nb: "Aktiviteter", nn: "Aktivitetar", en: "Activities")),
                .init("offerings", .integer, Text(nb: "Gjennomføringer", nn: "Gjennomføringar", en: "Offerings")),
                .init("digest", .code, Text(nb: "Utgave", nn: "Utgåve", en: "Release")),
            ],
            rows: workspace.variants.map { composed in
                let variant = composed.variant
                return [
                    .text(variant.id), .localized(variant.title), .text(variant.course.institution),
                    .text("\(variant.course.code)-\(variant.course.version)"),
                    .number(variant.credits), .integer(variant.gatherings.count), .integer(variant.activities.count),
                    .integer(workspace.offerings.filter { $0.variant == variant.id }.count),
                    .text(String(composed.release.digest.prefix(12))),
                ]
            })
    }

    /// The typed difference of two variants' bodies.
    public static func difference(_ a: Workspace.ComposedVariant, _ b: Workspace.ComposedVariant, in workspace: Workspace) -> Table {
        let changes = Differ(view: workspace.bodySchema?.root).changes(
            from: ConfigurationState([.init(.variant, "-"): a.release.content]),
            to: ConfigurationState([.init(.variant, "-"): b.release.content]))
        return Table(
            "kernel.variant-difference", title: Text(nb: "Forskjeller", nn: "Skilnader", en: "Differences"),
            parameters: [("a", .string(a.variant.id)), ("b", .string(b.variant.id))],
            columns: [
                .init("path", .code, Text(nb: "Sti", nn: "Sti", en: "Path")),
                .init("a", .text, Text(verbatim: a.variant.id)),
                .init("b", .text, Text(verbatim: b.variant.id)),
            ],
            rows: changes.map { [.text($0.inner.joined(separator: ".")), cell($0.before), cell($0.after)] })
    }

    /// A text in its languages; anything else whole to programs, and to people on one line; what is not there is empty.
    static func cell(_ value: JSONValue?) -> Table.Cell {
        guard let value else { return .empty }
        if let text = value.object.flatMap({ Text($0) }) { return .localized(text) }
        return .coded(value.string ?? value.compact, Text(verbatim: brief(value)))
    }

    /// A value on one line, cut where it is long.
    public static func brief(_ value: JSONValue?, limit: Int = 60) -> String {
        guard let value else { return "-" }
        let text: String =
            switch value {
            case .string(let string): string
            default: value.compact
            }
        return text.count > limit ? text.prefix(limit - 1) + "…" : text
    }
}
