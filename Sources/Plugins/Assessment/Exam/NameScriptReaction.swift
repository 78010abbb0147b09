import Kernel

/// A script is everyone's whom its writer names; a new one gets the candidate's number, and the facts of its part: form, whether it can be marked again, and the examiners required.
struct NameScriptReaction: Reaction {
    let events: EventSelection = ["assessment.script.created", "assessment.script.updated"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let number = event.number("script"), let script = try store.script(number),
            let candidate = try transaction.records.load(transaction.assessmentType("candidate"), script.candidate),
            let enrolment = candidate.enrolment, let owner = try store.enrolment(enrolment)
        else { return }
        let members = [owner.person] + (try store.list("script", "others", number)).filter { $0 != owner.person }
        if event.name == "assessment.script.updated" {
            // Whoever agreed to deliver with some has not agreed to deliver with others.
            if members != script.members {
                try transaction.change("script", number, ["members": .people(members), "confirmed": .people([Int64]())])
            }
            return
        }
        let part = try ExamTree.of(offering: script.offering, in: transaction.db)?.part(script.exam)
        let form = part?.form ?? "written-home"
        let required = part?.required ?? RequiredExaminers(form: form, credits: 0, thesis: "none")
        try transaction.change(
            "script", number,
            [
                "activity": .number(script.activity), "number": .number(Int64(candidate.values["number"]?.integer ?? 0)),
                "members": .people(members), "form": .text(form), "verifiable": .truth(!RequiredExaminers.notVerifiable.contains(form)),
                "examiners": .number(Int64(required.total)), "external": .number(Int64(required.external)),
                "grounds": .localized(required.sentence),
            ])
    }
}
