public import Kernel

/// The participant's own school as a place of practice, and work together between schools.
public struct CommunityPlugin: Plugin {
    public static let id = "community"
    public static var files: [String: String] { CommunityDeclaration.files }

    public init() {}

    public func register(in registrar: inout Registrar) {
        registrar.contribute(OwnSchoolRule(), named: "own-school", to: VariantRules.self)
        registrar.contribute(InstrumentsRule(), named: "instruments", to: VariantRules.self)
        registrar.contribute(NetworkPartnersRule(), named: "network-partners", to: VariantRules.self)
        registrar.contribute(Consented(), named: "consented", to: ActionGuards.self)
        registrar.contribute(StillConsented(), named: "still-consented", to: ActionGuards.self)
        registrar.contribute(OfGroup(), named: "of-group", to: ActionGuards.self)
        registrar.contribute(KeepsSuppression(), named: "keeps-suppression", to: ActionGuards.self)
        registrar.contribute(NamedAudience(), named: "named-audience", to: ActionGuards.self)
        registrar.contribute(ValidAnswer(), named: "valid-answer", to: ActionGuards.self)
        registrar.contribute(SameHelper(), named: "same-helper", to: ActionGuards.self)
        registrar.contribute(FollowsMeeting(), named: "follows-meeting", to: ActionGuards.self)
        registrar.contribute(NothingLeft(), named: "nothing-left", to: ActionGuards.self)
        registrar.contribute(InOrder(), named: "in-order", to: ActionGuards.self)
        registrar.contribute(NotAgainSoon(), named: "not-again-soon", to: ActionGuards.self)
        registrar.contribute(AskedAreMembers(), named: "asked-are-members", to: ActionGuards.self)
        registrar.contribute(TeamStays(), named: "team-stays", to: ActionGuards.self)
        registrar.contribute(OfSchool(), named: "of-school", to: ActionGuards.self)
        registrar.contribute(OfHost(), named: "of-host", to: ActionGuards.self)
        registrar.contribute(EndShares(), named: "end-shares", to: Reactions.self)
        registrar.contribute(FreezeInstrument(), named: "freeze-instrument", to: Reactions.self)
        registrar.contribute(NoteSupport(), named: "note-support", to: Reactions.self)
        registrar.contribute(TellAsked(), named: "tell-asked", to: Reactions.self)
        registrar.contribute(ProjectReport(), named: "project", to: ReportProviders.self)
        registrar.contribute(CycleReport(), named: "cycle", to: ReportProviders.self)
        registrar.contribute(SurveyReport(), named: "survey", to: ReportProviders.self)
        registrar.contribute(QuestionsReport(), named: "questions", to: ReportProviders.self)
        registrar.contribute(MeasuresReport(), named: "measures", to: ReportProviders.self)
        registrar.contribute(SupportReport(), named: "support", to: ReportProviders.self)
        registrar.contribute(SharingReport(), named: "sharing", to: ReportProviders.self)
        registrar.contribute(SharedWithMeReport(), named: "shared-with-me", to: ReportProviders.self)
        registrar.contribute(NetworkReport(), named: "network", to: ReportProviders.self)
        registrar.contribute(SharedExporter(), named: "shared", to: Exporters.self)
        registrar.contribute(EvennessMeasure(), named: "evenness", to: Measures.self)
        registrar.contribute(GiniMeasure(), named: "gini", to: Measures.self)
    }
}
