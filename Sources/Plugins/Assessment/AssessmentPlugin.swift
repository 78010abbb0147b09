public import Kernel

/// From required work to a lawful result: the assessment scheme of a variant and the rules over it.
public struct AssessmentPlugin: Plugin {
    public static let id = "assessment"
    public static var files: [String: String] { AssessmentDeclaration.files }

    public init() {}

    public func register(in registrar: inout Registrar) {
        registrar.contribute(ExamsRule(), named: "exams", to: VariantRules.self)
        registrar.contribute(CreditsRule(), named: "credits", to: VariantRules.self)
        registrar.contribute(WeightsRule(), named: "weights", to: VariantRules.self)
        registrar.contribute(OutcomesAssessedRule(), named: "outcomes-assessed", to: VariantRules.self)
        registrar.contribute(ExaminersRule(), named: "examiners", to: VariantRules.self)
        registrar.contribute(ExternalEyeRule(), named: "external-eye", to: VariantRules.self)
        registrar.contribute(LeadTimeRule(), named: "lead-time", to: VariantRules.self)
        registrar.contribute(ExamsRequiredRule(), named: "exams-required", to: VariantRules.self)
        registrar.contribute(ApprovedRequirement(), named: "approved", to: CompletionRules.self)
        registrar.contribute(PassedRequirement(), named: "passed", to: CompletionRules.self)
        registrar.contribute(JudgedProperty(), named: "judged-before-graded", to: WorkflowProperties.self)
        registrar.contribute(AnnouncedProperty(), named: "announced-after-decision", to: WorkflowProperties.self)
        registrar.contribute(BlindProperty(), named: "appeal-examiners-blind", to: WorkflowProperties.self)
        registrar.contribute(ImpartialProperty(), named: "impartial-before-judged", to: WorkflowProperties.self)
        registrar.contribute(CandidateEndsProperty(), named: "candidates-end", to: WorkflowProperties.self)
        registrar.contribute(AnnounceAction(), named: "announce", to: ActionHandlers.self)
        registrar.contribute(FreezeAction(), named: "freeze", to: ActionHandlers.self)
        registrar.contribute(CreateKeyAction(), named: "key.create", to: ActionHandlers.self)
        registrar.contribute(RubricImporter(), named: "rubric", to: Importers.self)
        registrar.contribute(ResultExporter(), named: "result", to: Exporters.self)
        registrar.contribute(ResultVerifier(), named: "result", to: Verifiers.self)
        registrar.contribute(SimulatedExams(), named: "exams", to: SimulationParts.self)
        registerGuards(in: &registrar)
        registerReactions(in: &registrar)
        registerReports(in: &registrar)
    }

    private func registerGuards(in registrar: inout Registrar) {
        registrar.contribute(HandedInGuard(), named: "handed-in", to: ActionGuards.self)
        registrar.contribute(AfterRequiredGuard(), named: "after-required", to: ActionGuards.self)
        registrar.contribute(CandidateGuard(.withdrawsInTime), named: "in-time-to-withdraw", to: ActionGuards.self)
        registrar.contribute(CandidateGuard(.hasDelivered), named: "has-delivered", to: ActionGuards.self)
        registrar.contribute(CandidateGuard(.hasPassed), named: "has-passed", to: ActionGuards.self)
        registrar.contribute(CandidateGuard(.hasFailed), named: "has-failed", to: ActionGuards.self)
        registrar.contribute(CandidateGuard(.mayBeAnnulled), named: "may-annul", to: ActionGuards.self)
        registrar.contribute(CandidateGuard(.hasNoOpenCase), named: "no-open-case", to: ActionGuards.self)
        registrar.contribute(OwnExamGuard(), named: "own-exam", to: ActionGuards.self)
        registrar.contribute(SameExamGuard(), named: "same-exam", to: ActionGuards.self)
        registrar.contribute(NotWrittenGuard(), named: "not-written", to: ActionGuards.self)
        registrar.contribute(GradesGuard(.same), named: "same-grade", to: ActionGuards.self)
        registrar.contribute(GradesGuard(.different), named: "different-grades", to: ActionGuards.self)
        registrar.contribute(GradesGuard(.decided), named: "decided", to: ActionGuards.self)
        registrar.contribute(ImpartialGuard(), named: "impartial", to: ActionGuards.self)
        registrar.contribute(OnTheScaleGuard(), named: "on-the-scale", to: ActionGuards.self)
        registrar.contribute(ResultGuard(.enoughExaminers), named: "enough-examiners", to: ActionGuards.self)
        registrar.contribute(ResultGuard(.hasSuccessor), named: "has-successor", to: ActionGuards.self)
        registrar.contribute(GuidePublishedGuard(), named: "grades-announced", to: ActionGuards.self)
        registrar.contribute(AtOnceGuard(), named: "at-once", to: ActionGuards.self)
        registrar.contribute(ComplaintGuard(.canBeRegraded), named: "can-be-regraded", to: ActionGuards.self)
        registrar.contribute(ComplaintGuard(.farApart), named: "far-apart", to: ActionGuards.self)
        registrar.contribute(ComplaintGuard(.near), named: "near", to: ActionGuards.self)
        registrar.contribute(ComplaintGuard(.wasDropped), named: "complaint-dropped", to: ActionGuards.self)
        registrar.contribute(PostponementGuard(.saysTheDay), named: "day-of-birth", to: ActionGuards.self)
        registrar.contribute(PostponementGuard(.isNoRight), named: "no-right-to-postpone", to: ActionGuards.self)
        registrar.contribute(BoardGuard(.majority), named: "voted", to: ActionGuards.self)
        registrar.contribute(BoardGuard(.twoThirds), named: "two-thirds", to: ActionGuards.self)
        registrar.contribute(BoardGuard(.length), named: "exclusion-length", to: ActionGuards.self)
        registrar.contribute(OutcomeGuard(), named: "has-new-outcome", to: ActionGuards.self)
        registrar.contribute(NewerKeyGuard(), named: "has-newer-key", to: ActionGuards.self)
    }

    private func registerReactions(in registrar: inout Registrar) {
        registrar.contribute(RegisterReaction(), named: "register", to: Reactions.self)
        registrar.contribute(NameScriptReaction(), named: "name-script", to: Reactions.self)
        registrar.contribute(ShareWorkReaction(), named: "share-work", to: Reactions.self)
        registrar.contribute(SitReaction(), named: "sit", to: Reactions.self)
        registrar.contribute(AssignReaction(), named: "assign", to: Reactions.self)
        registrar.contribute(RecuseReaction(), named: "recuse", to: Reactions.self)
        registrar.contribute(AllocateReaction(), named: "allocate", to: Reactions.self)
        registrar.contribute(CompareReaction(), named: "compare", to: Reactions.self)
        registrar.contribute(SettleReaction(), named: "settle", to: Reactions.self)
        registrar.contribute(ModerateReaction(), named: "moderate", to: Reactions.self)
        registrar.contribute(GiveResultReaction(), named: "give-result", to: Reactions.self)
        registrar.contribute(SettleCandidateReaction(), named: "settle-candidate", to: Reactions.self)
        registrar.contribute(AnswerersReaction(), named: "answerers", to: Reactions.self)
        registrar.contribute(AppealReaction(), named: "appeal", to: Reactions.self)
        registrar.contribute(RegradeReaction(), named: "regrade", to: Reactions.self)
        registrar.contribute(RemedyReaction(), named: "remedy", to: Reactions.self)
        registrar.contribute(ReplaceReaction(), named: "replace", to: Reactions.self)
        registrar.contribute(WithdrawOutcomeReaction(), named: "withdraw-outcome", to: Reactions.self)
        registrar.contribute(AnnulReaction(), named: "annul", to: Reactions.self)
        registrar.contribute(ExtraTimeReaction(), named: "extra-time", to: Reactions.self)
        registrar.contribute(PostponeReaction(), named: "postpone", to: Reactions.self)
    }

    private func registerReports(in registrar: inout Registrar) {
        registrar.contribute(EligibilityReport(), named: "eligibility", to: ReportProviders.self)
        registrar.contribute(ExaminersReport(), named: "examiners", to: ReportProviders.self)
        registrar.contribute(RulesReport(), named: "rules", to: ReportProviders.self)
        registrar.contribute(GradesReport(), named: "grades", to: ReportProviders.self)
        registrar.contribute(ProtocolReport(), named: "protocol", to: ReportProviders.self)
        registrar.contribute(DocumentationReport(), named: "documentation", to: ReportProviders.self)
        registrar.contribute(AgreementReport(), named: "agreement", to: ReportProviders.self)
        registrar.contribute(RubricDiffReport(), named: "rubric-diff", to: ReportProviders.self)
        registrar.contribute(ReMarkingReport(), named: "re-marking", to: ReportProviders.self)
        registrar.contribute(KeysReport(), named: "keys", to: ReportProviders.self)
    }
}
