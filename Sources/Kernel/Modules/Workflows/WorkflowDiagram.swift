/// Workflows as Mermaid state diagrams.
public struct WorkflowDiagram {
    let language: Language

    public init(_ language: Language) { self.language = language }

    /// Draws workflows; several stand side by side, each in a frame with its name.
    ///
    /// Transitions carry their name and who may do it, or `when` where time does.
    public func mermaid(_ workflows: [Workflow]) -> String {
        var lines = ["stateDiagram-v2"]
        for workflow in workflows {
            let isFramed = workflows.count > 1
            let indent = isFramed ? "    " : "  "
            if isFramed { lines.append("  state \"\(escaped(workflow.title?(language) ?? workflow.name))\" as w_\(id(workflow.name)) {") }
            // Names are unique within one diagram only with the workflow's in front.
            let prefix = isFramed ? "\(id(workflow.name))__" : "s_"
            for state in workflow.states {
                lines.append("\(indent)state \"\(escaped(state.label(language)))\" as \(prefix)\(id(state.name))")
            }
            lines.append("\(indent)[*] --> \(prefix)\(id(workflow.initial))")
            for transition in workflow.transitions {
                for from in transition.from {
                    lines.append("\(indent)\(prefix)\(id(from)) --> \(prefix)\(id(transition.to)) : \(escaped(label(transition)))")
                }
            }
            for state in workflow.states where state.isFinal { lines.append("\(indent)\(prefix)\(id(state.name)) --> [*]") }
            if isFramed { lines.append("  }") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func label(_ transition: Transition) -> String {
        let who = transition.by + (transition.when == nil ? [] : ["when"])
        return transition.label(language) + (who.isEmpty ? "" : " (\(who.joined(separator: ", ")))")
    }

    private func id(_ name: String) -> String { name.replacing("-", with: "_") }

    /// Characters that mean something to Mermaid are written by their number.
    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\"", ":", ";", "#", "<", ">", "{", "}", "\n", "\r":
                for scalar in character.unicodeScalars { result += "#\(scalar.value);" }
            default: result.append(character)
            }
        }
    }
}
