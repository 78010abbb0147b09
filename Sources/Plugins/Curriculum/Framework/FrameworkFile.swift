import Kernel

/// `framework.json` beside the folders of a framework that is not Udir's: whose it is, and under which licence.
enum FrameworkFile {
    /// What the file says; nil where the archive has none.
    ///
    /// - Throws: `SourcedFaults` where it is not as it should be.
    static func read(_ archive: any Archive) throws -> Framework? {
        guard
            let path = archive.paths.first(where: { path in
                let parts = path.split(separator: "/")
                return parts.last == "framework.json" && parts.count <= 2
            })
        else { return nil }
        var found: Framework?
        try archive.forEach(of: [path]) { _, bytes in
            var sources = SourceMap()
            let file = sources.add(path: path, bytes: Array(bytes))
            let result = JSONReader.read(file)
            var faults = Diagnostics()
            faults.report(contentsOf: result.diagnostics)
            guard let root = result.document?.root, result.isSound else { throw SourcedFaults(faults, sources: sources) }
            guard let id = root["identifier"]?.string, !id.isEmpty, let title = text(root["title"]) else {
                throw SourcedFaults(.frameworkFile(at: root.span), sources: sources)
            }
            found = Framework(
                id: id, format: .grep, namespace: root["namespace"]?.string, title: title, publisher: root["publisher"]?.string,
                licence: root["licence"]?.string, credit: text(root["credit"]), language: root["language"]?.string,
                version: root["version"]?.string)
        }
        return found
    }

    private static func text(_ node: Node?) -> LocalText? {
        guard let map = node?.map else { return nil }
        return LocalText(map.pairs.compactMap { pair in pair.value.string.map { (pair.key, $0) } })
    }
}

extension Diagnostic {
    fileprivate static func frameworkFile(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/framework-file", .error,
            Text(
                nb: "framework.json trenger identifier og title", nn: "framework.json treng identifier og title",
                en: "framework.json needs identifier and title"), at: span,
            help: Text(
                nb: "for eksempel {\"identifier\": \"eksempel\", \"title\": {\"nb\": \"Eksempel\"}}",
                nn: "til dømes {\"identifier\": \"eksempel\", \"title\": {\"nb\": \"Eksempel\"}}",
                en: "for example {\"identifier\": \"eksempel\", \"title\": {\"nb\": \"Eksempel\"}}"))
    }
}
