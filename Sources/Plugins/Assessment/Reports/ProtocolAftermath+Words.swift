import Kernel

/// What the protocol calls what happened, by the state that a record came into.
extension ProtocolAftermath {
    static let early: [String: Text] = [
        "made": Text(
            nb: "Klage over formelle feil før karakteren", nn: "Klage på formelle feil før karakteren",
            en: "Complaint about formal errors before the grade"),
        "board": Text(
            nb: "Klagen ikke tatt til følge, sendt klagenemnda", nn: "Klaga ikkje teken til følgje, send klagenemnda",
            en: "Complaint not upheld, sent to the board"),
        "upheld": Text(nb: "Klagen tatt til følge", nn: "Klaga teken til følgje", en: "Complaint upheld"),
    ]
    static let result: [String: Text] = [
        "announced": Text(nb: "Karakteren kunngjort", nn: "Karakteren kunngjord", en: "Grade announced"),
        "replaced": Text(
            nb: "Karakteren avløst av et nytt vedtak", nn: "Karakteren avløyst av eit nytt vedtak",
            en: "Grade replaced by a new decision"),
        "annulled": Text(nb: "Karakteren annullert", nn: "Karakteren annullert", en: "Grade annulled"),
    ]
    static let reasons: [String: Text] = [
        "asked": Text(nb: "Begrunnelse bedt om", nn: "Grunngiving bede om", en: "Reasons asked for"),
        "given": Text(nb: "Begrunnelse gitt", nn: "Grunngiving gitt", en: "Reasons given"),
    ]
    static let formal: [String: Text] = [
        "made": Text(nb: "Klage over formelle feil", nn: "Klage på formelle feil", en: "Complaint about formal errors"),
        "board": early["board"] ?? Text(verbatim: "board"), "upheld": early["upheld"] ?? Text(verbatim: "upheld"),
    ]
    static let complaint: [String: Text] = [
        "made": Text(nb: "Klage over karakteren", nn: "Klage på karakteren", en: "Complaint about the grade"),
        "renewed": Text(
            nb: "To karaktertrinn eller mer fra den første: skal vurderes på nytt",
            nn: "To karaktersteg eller meir frå den første: skal vurderast på nytt",
            en: "Two grades or more from the first: to be assessed again"),
        "answered": Text(nb: "Klagen avgjort", nn: "Klaga avgjord", en: "Complaint decided"),
        "dropped": Text(nb: "Klagen trukket eller falt bort", nn: "Klaga trekt eller falle bort", en: "Complaint withdrawn or lapsed"),
    ]
    static let regrading: [String: (anew: Text, renewed: Text)] = [
        "disagreement": (
            Text(nb: "Klagesensorene er uenige", nn: "Klagesensorane er usamde", en: "The new examiners disagree"),
            Text(nb: "Sensorene er uenige", nn: "Sensorane er usamde", en: "The examiners disagree")
        ),
        "agreed": (
            Text(nb: "Ny sensur", nn: "Ny sensur", en: "New grading"),
            Text(nb: "Ny vurdering", nn: "Ny vurdering", en: "Renewed assessment")
        ),
    ]
    static let candidate: [String: Text] = [
        "annulled": Text(nb: "Eksamen annullert", nn: "Eksamen annullert", en: "Exam annulled")
    ]
}
