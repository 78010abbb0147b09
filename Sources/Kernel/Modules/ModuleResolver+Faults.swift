extension Diagnostic {
    static func moduleMissing(
        _ needs: [ModuleDeclaration.Relation], askers: [ModuleDeclaration?], nearest: String?, chain: [ModuleDeclaration.Relation]
    ) -> Diagnostic {
        let id = needs[0].id
        return Diagnostic(
            "module/missing", .error,
            Text(nb: "modulen «\(id)» finnes ikke", nn: "modulen «\(id)» finst ikkje", en: "there is no module '\(id)'"), at: needs[0].span,
            label: nearest.map(Text.didYouMean),
            labels: alsoNeeded(needs, askers), notes: [.chain(chain)],
            help: Text(
                nb: "legg modulen i Modules/\(id), eller ta bort det som krever den",
                nn: "legg modulen i Modules/\(id), eller ta bort det som krev han",
                en: "put the module into Modules/\(id), or remove what requires it"))
    }

    static func moduleNotEnabled(
        _ needs: [ModuleDeclaration.Relation], askers: [ModuleDeclaration?], chain: [ModuleDeclaration.Relation]
    ) -> Diagnostic {
        let (id, range) = (needs[0].id, needs[0].range)
        return Diagnostic(
            "module/not-enabled", .error,
            Text(
                nb: "modulen «\(id)» finnes, men er ikke slått på", nn: "modulen «\(id)» finst, men er ikkje slegen på",
                en: "module '\(id)' exists but is not enabled"), at: needs[0].span,
            labels: alsoNeeded(needs, askers), notes: [.chain(chain)],
            help: Text(
                nb: "slå den på med «kjerne modules enable \(id)@\(range)»", nn: "slå han på med «kjerne modules enable \(id)@\(range)»",
                en: "enable it with 'kjerne modules enable \(id)@\(range)'"))
    }

    static func moduleVersion(
        _ need: ModuleDeclaration.Relation, asker: ModuleDeclaration?, target: ModuleDeclaration, chain: [ModuleDeclaration.Relation]
    ) -> Diagnostic {
        let (id, range, version) = (need.id, need.range, target.version)
        let message =
            if let asker {
                Text(
                    nb: "«\(asker.id)» krever «\(id)» \(range), men den er i versjon \(version)",
                    nn: "«\(asker.id)» krev «\(id)» \(range), men han er i versjon \(version)",
                    en: "'\(asker.id)' requires '\(id)' \(range), but it is at version \(version)")
            } else {
                Text(
                    nb: "arbeidsområdet ber om «\(id)» \(range), men den er i versjon \(version)",
                    nn: "arbeidsområdet bed om «\(id)» \(range), men han er i versjon \(version)",
                    en: "the workspace asks for '\(id)' \(range), but it is at version \(version)")
            }
        let release = SemanticVersion(version.major, version.minor, version.patch)
        let prerelease = Text(
            nb: "en forhåndsversjon passer bare når området nevner en forhåndsversjon av \(release)",
            nn: "ein førehandsversjon passar berre når området nemner ein førehandsversjon av \(release)",
            en: "a prerelease fits only where the range names a prerelease of \(release)")
        return Diagnostic(
            "module/version", .error, message, at: need.rangeSpan,
            labels: [
                .init(target.versionSpan, Text(nb: "versjon \(version)", nn: "versjon \(version)", en: "version \(version)"))
            ], notes: [.chain(chain)], help: version.isPrerelease && range.contains(release) ? prerelease : nil)
    }

    static func moduleKernel(_ module: ModuleDeclaration, kernel: SemanticVersion, chain: [ModuleDeclaration.Relation]) -> Diagnostic {
        Diagnostic(
            "module/kernel", .error,
            Text(
                nb: "«\(module.id)» krever en kjerne \(module.kernel), men denne er \(kernel)",
                nn: "«\(module.id)» krev ei kjerne \(module.kernel), men denne er \(kernel)",
                en: "'\(module.id)' requires a kernel \(module.kernel), but this one is \(kernel)"), at: module.kernelSpan,
            notes: [.chain(chain)],
            help: Text(
                nb: "bruk en utgave av modulen som er laget for denne kjernen",
                nn: "bruk ei utgåve av modulen som er laga for denne kjerna",
                en: "use an edition of the module that is made for this kernel"))
    }

    static func moduleConflict(
        _ relation: ModuleDeclaration.Relation, of module: ModuleDeclaration, with other: ModuleDeclaration,
        chains: [[ModuleDeclaration.Relation]]
    ) -> Diagnostic {
        let back = other.conflicts.first { $0.id == module.id && $0.range.contains(module.version) }
        let backLabel = Text(
            nb: "og her det samme den andre veien", nn: "og her det same den andre vegen", en: "and here the same the other way")
        let version = Text(
            nb: "«\(other.id)» er i versjon \(other.version)", nn: "«\(other.id)» er i versjon \(other.version)",
            en: "'\(other.id)' is at version \(other.version)")
        return Diagnostic(
            "module/conflict", .error,
            Text(
                nb: "«\(module.id)» kan ikke brukes sammen med «\(other.id)» \(relation.range)",
                nn: "«\(module.id)» kan ikkje brukast saman med «\(other.id)» \(relation.range)",
                en: "'\(module.id)' cannot be used together with '\(other.id)' \(relation.range)"), at: relation.span,
            labels: [.init(other.versionSpan, version)] + (back.map { [.init($0.span, backLabel)] } ?? []),
            notes: chains.map { .chain($0) },
            help: Text(
                nb: "slå av én av dem i Config/kjerne.yaml", nn: "slå av éin av dei i Config/kjerne.yaml",
                en: "disable one of them in Config/kjerne.yaml"))
    }

    /// - Parameter modules: each needs the next, the last one the first.
    static func moduleCycle(_ modules: [ModuleDeclaration]) -> Diagnostic {
        let path = (modules + modules.prefix(1)).map(\.id).joined(separator: " -> ")
        let edges = zip(modules, modules.dropFirst() + modules.prefix(1)).map { $0.edge(to: $1) }
        return Diagnostic(
            "module/cycle", .error,
            Text(
                nb: "modulene venter på hverandre i ring: \(path)", nn: "modulane ventar på kvarandre i ring: \(path)",
                en: "the modules wait for each other in a circle: \(path)"), at: edges.first?.span, label: edges.first?.text,
            labels: Array(edges.dropFirst()),
            help: Text(
                nb: "ta bort ett av leddene; det to moduler deler, kan ligge i en tredje",
                nn: "ta bort eitt av ledda; det to modular deler, kan liggje i ein tredje",
                en: "remove one of the links; what two modules share can lie in a third"))
    }

    /// Labels at every need but the first.
    private static func alsoNeeded(_ needs: [ModuleDeclaration.Relation], _ askers: [ModuleDeclaration?]) -> [Label] {
        zip(needs, askers).dropFirst().map { need, asker in
            let name = asker?.id
            return Label(
                need.span,
                Text(
                    nb: name.map { "«\($0)» krever den også" } ?? "arbeidsområdet ber også om den",
                    nn: name.map { "«\($0)» krev han òg" } ?? "arbeidsområdet bed òg om han",
                    en: name.map { "'\($0)' requires it too" } ?? "the workspace asks for it too"))
        }
    }
}

extension ModuleDeclaration {
    /// Where and how this module says that it needs the other one.
    fileprivate func edge(to other: ModuleDeclaration) -> Diagnostic.Label {
        if let relation = requires.first(where: { $0.id == other.id }) {
            return .init(
                relation.span,
                Text(nb: "«\(id)» krever «\(other.id)»", nn: "«\(id)» krev «\(other.id)»", en: "'\(id)' requires '\(other.id)'"))
        }
        return .init(
            after.first { $0.id == other.id }?.span ?? span,
            Text(
                nb: "«\(id)» kommer etter «\(other.id)»", nn: "«\(id)» kjem etter «\(other.id)»",
                en: "'\(id)' comes after '\(other.id)'"))
    }
}

extension Text {
    /// Which needs lead from the workspace to a module: `workspace -> notes ^1.0 -> people ^2.0`.
    fileprivate static func chain(_ relations: [ModuleDeclaration.Relation]) -> Text {
        let path = relations.map { " -> \($0.id) \($0.range)" }.joined()
        return Text(nb: "arbeidsområdet\(path)", nn: "arbeidsområdet\(path)", en: "workspace\(path)")
    }
}
