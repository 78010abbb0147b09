import Kernel

/// What can be wrong with an archive.
extension Diagnostic {
    static func unreadable(_ name: String, _ reason: Text) -> Diagnostic {
        Diagnostic(
            "curriculum/unreadable", .error,
            Text(
                nb: "«\(name)» kan ikke leses: \(reason(.nb))", nn: "«\(name)» kan ikkje lesast: \(reason(.nn))",
                en: "'\(name)' cannot be read: \(reason(.en))"), at: nil)
    }

    static func zipDamaged(_ name: String, _ reason: Text) -> Diagnostic {
        Diagnostic(
            "curriculum/zip-damaged", .error,
            Text(
                nb: "zip-filen «\(name)» er skadet: \(reason(.nb))", nn: "zip-fila «\(name)» er skadd: \(reason(.nn))",
                en: "the zip '\(name)' is damaged: \(reason(.en))"), at: nil,
            help: Text(nb: "hent filen på nytt", nn: "hent fila på nytt", en: "fetch the file again"))
    }

    static func zipEncrypted(_ name: String, entry: String) -> Diagnostic {
        Diagnostic(
            "curriculum/zip-encrypted", .error,
            Text(
                nb: "«\(entry)» i «\(name)» er kryptert", nn: "«\(entry)» i «\(name)» er kryptert",
                en: "'\(entry)' in '\(name)' is encrypted"),
            at: nil)
    }

    static func archivePath(_ name: String, entry: String) -> Diagnostic {
        Diagnostic(
            "curriculum/archive-path", .error,
            Text(
                nb: "navnet «\(entry)» i «\(name)» peker ut av arkivet", nn: "namnet «\(entry)» i «\(name)» peikar ut av arkivet",
                en: "the name '\(entry)' in '\(name)' leads out of the archive"), at: nil,
            help: Text(
                nb: "slike filer kommer ikke fra Udir; bruk dem ikke", nn: "slike filer kjem ikkje frå Udir; bruk dei ikkje",
                en: "such files do not come from Udir; do not use them"))
    }

    static func archiveTooLarge(_ name: String, entry: String?) -> Diagnostic {
        let place = entry.map { "\(name)/\($0)" } ?? name
        return Diagnostic(
            "curriculum/archive-too-large", .error,
            Text(
                nb: "«\(place)» er for stor, eller sveller for mye når den pakkes ut",
                nn: "«\(place)» er for stor, eller svell for mykje når ho blir pakka ut",
                en: "'\(place)' is too large, or swells too much when it is unpacked"), at: nil)
    }
}
