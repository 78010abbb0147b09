public import Kernel

/// The way into a course and through it: admission, ranking, seats, gatherings and attendance.
public struct ParticipationPlugin: Plugin {
    public static let id = "participation"
    public static var files: [String: String] { ParticipationDeclaration.files }

    public init() {}

    public func register(in registrar: inout Registrar) {
        registrar.contribute(OrderRule(), named: "order", to: VariantRules.self)
        registrar.contribute(DatesRule(), named: "dates", to: VariantRules.self)
        registrar.contribute(CompensationRule(), named: "attendance-compensation", to: VariantRules.self)
        registrar.contribute(AttendanceAgreesRule(), named: "attendance-agrees", to: VariantRules.self)
        registrar.contribute(SeatsRule(), named: "seats", to: VariantRules.self)
        registrar.contribute(AdmissionDaysRule(), named: "admission-days", to: VariantRules.self)
        registrar.contribute(CourseEndRule(), named: "course-end", to: VariantRules.self)
        registrar.contribute(AttendanceRequirement(), named: "attendance", to: CompletionRules.self)
        registrar.contribute(SeniorityStrategy(), named: "seniority", to: RankingStrategies.self)
        registrar.contribute(TiersLotteryStrategy(), named: "tiers-lottery", to: RankingStrategies.self)
        registrar.contribute(EveryoneStrategy(), named: "none", to: RankingStrategies.self)
        registrar.contribute(LayOutGatherings(), named: "lay-out-gatherings", to: ActionHandlers.self)
        registrar.contribute(SwapPlaces(), named: "swap-places", to: ActionHandlers.self)
        registrar.contribute(SimulatedAttendance(), named: "attendance", to: SimulationParts.self)
        registrar.contribute(ICalendarExporter(), named: "ical", to: Exporters.self)
        registerGuards(in: &registrar)
        registerReactions(in: &registrar)
        registerReports(in: &registrar)
    }

    private func registerGuards(in registrar: inout Registrar) {
        let guards: [(String, any ActionGuard)] = [
            ("admitting", AdmittingGuard()), ("round-days", RoundDaysGuard()), ("in-time", InTimeGuard()), ("complete", CompleteGuard()),
            ("owner-part", OwnerPartGuard()), ("award-allowed", AwardAllowedGuard()), ("seat-known", SeatKnownGuard()),
            ("unwished", UnwishedGuard()), ("evidence-fits", EvidenceFitsGuard()),
            ("evidence-in-time", EvidenceInTimeGuard()), ("nominates", NominatesGuard()),
            ("consents", ConsentsGuard()), ("keeps-groups", KeepsGroupsGuard()),
            ("groups-hold", GroupsHoldGuard()),
            ("not-own", NotOwnGuard()), ("eligible", EligibleGuard()), ("grounded", GroundedGuard()), ("not-frozen", NotFrozenGuard()),
            ("judged", JudgedGuard()), ("as-frozen", AsFrozenGuard()), ("no-offers", NoOffersGuard()), ("ranked", RankedGuard()),
            ("enough", EnoughGuard()), ("all-answered", AllAnsweredGuard()), ("leave-days", LeaveDaysGuard()),
            ("exclusion-length", ExclusionLengthGuard()),
            ("other-offering", OtherOfferingGuard()), ("requirements-met", RequirementsMetGuard()), ("nobody-marked", NobodyMarkedGuard()),
        ]
        for (name, rule) in guards { registrar.contribute(rule, named: name, to: ActionGuards.self) }
    }

    private func registerReactions(in registrar: inout Registrar) {
        let reactions: [(String, any Reaction)] = [
            ("fill-round", FillRoundReaction()), ("receive-application", ReceiveApplicationReaction()),
            ("one-ranking", OneRankingReaction()), ("freeze", FreezeReaction()), ("decide", DecideReaction()),
            ("offer-seats", OfferSeatsReaction()), ("enrol-accepted", EnrolAcceptedReaction()),
            ("award-seat", AwardSeatReaction()), ("nomination", NominationReaction()),
            ("close-applications", CloseApplicationsReaction()), ("end-seat", EndSeatReaction()),
            ("seat-stays", SeatStaysReaction()),
            ("check-attendance", CheckAttendanceReaction()), ("check-enrolment", CheckEnrolmentReaction()),
            ("evidence-stays", EvidenceStaysReaction()), ("longest-gathering", LongestGatheringReaction()),
            ("reassess", ReassessReaction()), ("build-groups", BuildGroupsReaction()),
            ("confirm-groups", ConfirmGroupsReaction()),
        ]
        for (name, reaction) in reactions { registrar.contribute(reaction, named: name, to: Reactions.self) }
    }

    private func registerReports(in registrar: inout Registrar) {
        let reports: [(String, any ReportProvider)] = [
            ("eligibility", EligibilityReport()), ("evidence", EvidenceReport()), ("admission", AdmissionReport()),
            ("seats", SeatsReport()), ("places", PlacesReport()),
            ("absence", AbsenceReport()), ("next", NextReport()), ("overview", OverviewReport()), ("groups", GroupsReport()),
            ("funder", FunderReport()),
        ]
        for (name, report) in reports { registrar.contribute(report, named: name, to: ReportProviders.self) }
    }
}
