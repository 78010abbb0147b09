/// Checks that each letter of a module exists in every language.
enum LetterFiles {
    /// - Parameters:
    ///   - files: the paths in the module's folder.
    ///   - languages: the languages that every letter must exist in.
    static func check(_ module: ModuleManifest, files: Set<String>, languages: [String]) -> [Diagnostic] {
        module.root["notices"].pairs.flatMap { pair -> [Diagnostic] in
            guard let template = pair.value["template"], let path = template.string else { return [] }
            return languages.map { "\(path).\($0).md" }.filter { !files.contains($0) }.map { .noLetter($0, at: template.span) }
        }
    }
}

extension Diagnostic {
    static func noLetter(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/no-letter", .error,
            Text(
                nb: "brevet mangler filen «\(path)»", nn: "brevet manglar fila «\(path)»", en: "the letter lacks the file '\(path)'"),
            at: span)
    }
}
