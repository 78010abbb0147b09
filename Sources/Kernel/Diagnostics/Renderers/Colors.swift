/// The escape codes of a terminal, or none.
struct Colors {
    let isOn: Bool

    private func paint(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }

    func strong(_ text: String) -> String { paint(text, "1") }
    func frame(_ text: String) -> String { paint(text, "1;34") }

    func severity(_ severity: Diagnostic.Severity) -> (String) -> String {
        let code =
            switch severity {
            case .error: "1;31"
            case .warning: "1;33"
            case .note: "1;36"
            }
        return { paint($0, code) }
    }
}
