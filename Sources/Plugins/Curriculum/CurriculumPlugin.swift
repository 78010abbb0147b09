public import Kernel

/// Curriculum work: reading it, making it a shared language, and seeing that every outcome is practised.
public struct CurriculumPlugin: Plugin {
    public static let id = "curriculum"
    public static var files: [String: String] { CurriculumDeclaration.files }

    public init() {}

    public func register(in registrar: inout Registrar) {
        registrar.contribute(CoverageRule(), named: "coverage", to: VariantRules.self)
        registrar.contribute(AimsServedRule(), named: "aims-served", to: VariantRules.self)
        registrar.contribute(PinnedRule(), named: "pinned", to: VariantRules.self)
        registrar.contribute(LockReport(), named: "lock", to: ReportProviders.self)
        registrar.contribute(LockExporter(), named: "lock", to: Exporters.self)
        registrar.contribute(AgreementReport(), named: "agreement", to: ReportProviders.self)
        registrar.contribute(LevelsReport(), named: "levels", to: ReportProviders.self)
        registrar.contribute(PlacementReport(), named: "placement", to: ReportProviders.self)
        registrar.contribute(LayOutReading(), named: "lay-out-reading", to: ActionHandlers.self)
        registrar.contribute(LayOutAims(), named: "lay-out-aims", to: ActionHandlers.self)
        registrar.contribute(AimsArePlaced(), named: "aims-are-placed", to: ActionGuards.self)
        registrar.contribute(OfOneConcept(), named: "of-one-concept", to: ActionGuards.self)
        registrar.contribute(CodesAreKnown(), named: "codes-are-known", to: ActionGuards.self)
        registrar.contribute(OwnName(), named: "own-name", to: ActionGuards.self)
        registrar.contribute(AsDisagreedWith(), named: "as-disagreed-with", to: ActionGuards.self)
        registrar.contribute(RoundIsReady(), named: "round-is-ready", to: ActionGuards.self)
        registrar.contribute(JudgedAsItStands(), named: "judged-as-it-stands", to: ActionGuards.self)
        registrar.contribute(DecisionIsWritten(), named: "decision-is-written", to: ActionGuards.self)
        registrar.contribute(NewestEdition(), named: "newest-edition", to: ActionGuards.self)
        registrar.contribute(DatesInOrder(), named: "dates-in-order", to: ActionGuards.self)
        registrar.contribute(ReplaceFormerDefinition(), named: "replace-former-definition", to: Reactions.self)
        registrar.contribute(CloseSittings(), named: "close-sittings", to: Reactions.self)
        registrar.contribute(GrepImporter(), named: "grep", to: Importers.self)
        registrar.contribute(CASEImporter(), named: "case", to: Importers.self)
        registrar.contribute(CASEExporter(), named: "case", to: Exporters.self)
        registrar.contribute(CountsReport(), named: "counts", to: ReportProviders.self)
        registrar.contribute(OdditiesReport(), named: "oddities", to: ReportProviders.self)
        registrar.contribute(SearchReport(), named: "search", to: ReportProviders.self)
        registrar.contribute(MatrixReport(), named: "matrix", to: ReportProviders.self)
        registrar.contribute(ProgressionReport(), named: "progression", to: ReportProviders.self)
        registrar.contribute(VerbsReport(), named: "verbs", to: ReportProviders.self)
        registrar.contribute(ThemeReport(), named: "theme", to: ReportProviders.self)
        registrar.contribute(CoverageReport(), named: "coverage", to: ReportProviders.self)
        registrar.contribute(DiffReport(), named: "diff", to: ReportProviders.self)
        registrar.contribute(ImpactReport(), named: "impact", to: ReportProviders.self)
        registrar.contribute(CoreImporter(), named: "core", to: Importers.self)
        registrar.contribute(PracticeReport(), named: "practice", to: ReportProviders.self)
    }
}
