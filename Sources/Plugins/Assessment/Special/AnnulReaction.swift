import Kernel

/// Cheating that the board has found annuls the exam and its results, or the required work (UH-loven § 12-4, consolidated 2026-08-01).
struct AnnulReaction: Reaction {
    let events: EventSelection = [
        "assessment.suspicion.annul", "assessment.suspicion.exclude", "assessment.work-suspicion.annul",
        "assessment.work-suspicion.exclude",
    ]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        if event.number("work-suspicion") != nil {
            guard let work = event.number("work") else { return }
            return try transaction.advance("work", work, "annul", ["comment": .text("UH-loven § 12-4")])
        }
        guard let candidate = event.number("candidate") else { return }
        try transaction.annulResults(of: candidate)
        try transaction.advance("candidate", candidate, "annul", ["reason": .text("UH-loven § 12-4")])
    }
}
