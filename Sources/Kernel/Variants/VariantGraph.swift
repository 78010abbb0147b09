/// A variant's layers and course as a Mermaid flowchart.
public enum VariantGraph {
    public static func mermaid(_ composed: Workspace.ComposedVariant, in workspace: Workspace, language: Language) -> String {
        var lines = ["flowchart TD"]
        for layer in composed.layers {
            lines.append("  \(node(layer.name))[\"\(label(layer.name)): \(label(layer.title(language)))\"]")
            for base in layer.bases { lines.append("  \(node(base.name)) --> \(node(layer.name))") }
        }
        for part in composed.variant.parts {
            let name = node("part/" + part.id)
            lines.append("  subgraph \(name)[\"\(label(part.title?(language) ?? part.id))\"]")
            for gathering in part.gatherings { lines.append("    \(node("g/" + gathering.id))([\"\(label(gathering.title(language)))\"])") }
            for activity in part.activities {
                lines.append("    \(node("a/" + activity.id))[\"\(label(activity.title?(language) ?? activity.id))\"]")
            }
            lines.append("  end")
            lines.append("  \(node(composed.layer.name)) --> \(name)")
        }
        let ids = Set(composed.variant.activities.map(\.id))
        for activity in composed.variant.activities {
            for offset in [activity.opens, activity.due].compactMap({ $0 }) {
                guard let anchor = offset.offset.anchor else { continue }
                let source = ids.contains(anchor.id) ? "a/" : "g/"
                lines.append("  \(node(source + anchor.id)) -. \"\(label(offset.offset.description))\" .-> \(node("a/" + activity.id))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func node(_ name: String) -> String {
        "n_" + name.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    }

    private static func label(_ text: String) -> String {
        text.map { $0 == "\"" ? "'" : $0 == "\n" ? " " : String($0) }.joined()
    }
}
