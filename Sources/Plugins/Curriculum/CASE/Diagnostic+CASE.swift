import Kernel

/// What can be wrong with a CASE package.
extension Diagnostic {
    static func noCASEPackage(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/no-case-package", .error,
            Text(
                nb: "«\(name)» er ingen CASE-pakke: $.CFDocument mangler", nn: "«\(name)» er ingen CASE-pakke: $.CFDocument manglar",
                en: "'\(name)' is no CASE package: $.CFDocument is missing"), at: span,
            help: Text(
                nb: "en pakke er det som står under /CFPackages/ hos en CASE-tjener: CFDocument, CFItems, CFAssociations",
                nn: "ein pakke er det som står under /CFPackages/ hos ein CASE-tenar: CFDocument, CFItems, CFAssociations",
                en: "a package is what a CASE server has under /CFPackages/: CFDocument, CFItems, CFAssociations"))
    }

    static func caseShape(_ path: String, expected: Text, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/case-shape", .error,
            Text(
                nb: "\(path) har ikke den formen som CASE har", nn: "\(path) har ikkje den forma som CASE har",
                en: "\(path) does not have the shape of CASE"), at: span,
            label: Text(nb: "her skal stå \(expected(.nb))", nn: "her skal stå \(expected(.nn))", en: "\(expected(.en)) should stand here"))
    }

    static func caseTwice(_ identifier: String, _ path: String, first: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/case-twice", .error,
            Text(
                nb: "\(identifier) står to ganger med ulikt innhold", nn: "\(identifier) står to gonger med ulikt innhald",
                en: "\(identifier) stands twice with different content"), at: span,
            notes: [Text(nb: "her \(path), og \(first)", nn: "her \(path), og \(first)", en: "here \(path), and \(first)")])
    }

    static func olderPackage(_ path: String, _ modified: String, than known: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/older-revision", .error,
            Text(
                nb: "\(path) er eldre enn det som er lest inn før", nn: "\(path) er eldre enn det som er lese inn før",
                en: "\(path) is older than what was read in before"), at: span,
            notes: [
                Text(
                    nb: "her sist endret \(modified), i lageret \(known)", nn: "her sist endra \(modified), i lageret \(known)",
                    en: "here last changed \(modified), in the store \(known)")
            ], help: Text(nb: "hent en nyere pakke", nn: "hent ein nyare pakke", en: "fetch a newer package"))
    }
}

extension Text {
    static let uuid = Text(
        nb: "en UUID, for eksempel 3d8cdec5-83d6-49b4-9300-91a824c59758", nn: "ein UUID, til dømes 3d8cdec5-83d6-49b4-9300-91a824c59758",
        en: "a UUID, for example 3d8cdec5-83d6-49b4-9300-91a824c59758")
    static let caseText = Text(nb: "en tekst", nn: "ein tekst", en: "a text")
    static let number = Text(nb: "et tall", nn: "eit tal", en: "a number")
    static let caseTexts = Text(nb: "en liste av tekster", nn: "ei liste av tekstar", en: "a list of texts")
    static let caseLink = Text(
        nb: "et objekt med title, identifier og uri", nn: "eit objekt med title, identifier og uri",
        en: "an object with title, identifier and uri")
    static let caseLinks = Text(
        nb: "en liste av objekter med title, identifier og uri", nn: "ei liste av objekt med title, identifier og uri",
        en: "a list of objects with title, identifier and uri")
    static let objects = Text(nb: "en liste av objekter", nn: "ei liste av objekt", en: "a list of objects")

    /// That an object must have a property.
    static func having(_ name: String) -> Text {
        Text(nb: "et objekt med \(name)", nn: "eit objekt med \(name)", en: "an object with \(name)")
    }
}
