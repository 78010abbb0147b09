/// Formats that a module reads in and writes.
extension DeclarationReader {
    func importFormat(_ pair: NodeMap.Pair) -> ImportDeclaration {
        ImportDeclaration(
            module: module, name: pair.key, title: pair.value["title"].text ?? Text(verbatim: pair.key),
            description: pair.value["description"].text, by: pair.value["by"].names, event: pair.value["event"]?.string ?? "",
            examples: pair.value["examples"].names,
            span: pair.keySpan)
    }

    func exportFormat(_ pair: NodeMap.Pair) -> ExportDeclaration {
        ExportDeclaration(
            module: module, name: pair.key, title: pair.value["title"].text ?? Text(verbatim: pair.key),
            description: pair.value["description"].text, by: pair.value["by"].names,
            reads: pair.value["reads"].pairs.map { (full($0.key), Self.reading($0.value)) }, examples: pair.value["examples"].names,
            span: pair.keySpan)
    }
}
