import Kernel

/// The framework that a package is: its document, with what it says of its licence.
enum CASEFramework {
    /// - Parameter definitions: where the licences stand.
    static func of(_ document: Node, _ identifier: String, definitions: Node?) -> Framework {
        let title = document["title"]?.string ?? identifier
        let publisher = document["publisher"]?.string ?? document["creator"]?.string
        let link = document["licenseURI"]
        let licences = definitions?[CASEKind.licence.list]?.list ?? []
        let wanted = link?["identifier"]?.string?.lowercased()
        let named = licences.first { $0["identifier"]?.string?.lowercased() == wanted && wanted != nil }
        let licence = (named?["title"] ?? link?["title"])?.string.flatMap { $0.isEmpty ? nil : $0 }
        // A package has one language, and says it only of itself: its name stands as it is for every reader.
        return Framework(
            id: identifier, format: .case, namespace: nil, title: everywhere(title, title, title), publisher: publisher, licence: licence,
            credit: credit(publisher, licence), language: CASEText.language(document["language"]?.string),
            version: document["version"]?.string)
    }

    private static func credit(_ publisher: String?, _ licence: String?) -> LocalText? {
        guard let publisher, !publisher.isEmpty else { return nil }
        guard let licence else { return everywhere("Tekst fra \(publisher)", "Tekst frå \(publisher)", "Text by \(publisher)") }
        return everywhere(
            "Tekst fra \(publisher), lisens: \(licence)", "Tekst frå \(publisher), lisens: \(licence)",
            "Text by \(publisher), licence: \(licence)")
    }

    private static func everywhere(_ nb: String, _ nn: String, _ en: String) -> LocalText {
        LocalText([("nb", nb), ("nn", nn), ("en", en)])
    }
}
