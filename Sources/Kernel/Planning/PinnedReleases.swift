import GRDB

/// Finds offerings that are pinned to releases which do not exist.
///
/// Releases are made by `apply` and lie in the store, so that files alone cannot tell.
public enum PinnedReleases {
    /// The faults, each at the label in the offering's file.
    ///
    /// - Parameter store: nil where nothing has been applied yet; then no release exists.
    public static func check(_ workspace: Workspace, in store: Store?) throws -> [Diagnostic] {
        let pinned = workspace.offerings.compactMap { offering -> (offering: DeclaredOffering, label: String)? in
            if case .pinned(let label) = offering.release { (offering, label) } else { nil }
        }
        if pinned.isEmpty { return [] }
        let variants = Set(pinned.map(\.offering.variant)).sorted()
        let labels = try store?.read { db in
            Dictionary(uniqueKeysWithValues: try variants.map { ($0, try ConfigurationStore(db: db).labels(of: $0)) })
        }
        return pinned.compactMap { offering, label in
            let known = labels?[offering.variant] ?? []
            return known.contains(label) ? nil : .unknownRelease(label, of: offering.variant, known: known, at: offering.releaseSpan)
        }
    }
}

extension Diagnostic {
    static func unknownRelease(_ label: String, of variant: String, known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "offering/unknown-release", .error,
            Text(
                nb: "«\(variant)» har ingen utgave «\(label)»", nn: "«\(variant)» har inga utgåve «\(label)»",
                en: "'\(variant)' has no release '\(label)'"), at: span,
            label: NearestName.suggestion(for: label, among: known).map(Text.didYouMean),
            help: known.isEmpty
                ? Text(
                    nb: "en utgave blir til ved «apply»; begynn med release: follow",
                    nn: "ei utgåve blir til ved «apply»; byrj med release: follow",
                    en: "a release is made by 'apply'; begin with release: follow")
                : .oneOf(["follow"] + known))
    }
}
