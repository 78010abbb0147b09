/// What records say of work that they recognise from elsewhere.
extension DeclarationCheck {
    mutating func checkRecognition(_ type: RecordType, _ node: Node) {
        guard let terms = node["recognises"] else { return }
        let texts = type.fields.filter { field in
            switch field.type {
            case .text, .localized: true
            default: false
            }
        }.map(\.name)
        one(terms["ground"], among: texts, .field)
        one(terms["source"], among: texts, .field)
        for word in terms["in"].words { one(word, among: type.workflow?.states.map(\.name) ?? [], .state) }
        let saysWhen = (terms["in"] != nil) == (type.workflow != nil)
        let tellsAll = !type.isBulk && !type.isAnonymous && type.pseudonym == nil
        guard !liesUnderEnrolment(type) || type.activityField?.isRequired != true || !saysWhen || !tellsAll else { return }
        faults.append(.recognisesNothing(type.name, at: node.keySpan("recognises")))
    }

    private func liesUnderEnrolment(_ type: RecordType) -> Bool {
        catalog.index.line(of: type).contains { $0.parent == KernelRecord.enrolment.rawValue }
    }
}

extension Diagnostic {
    static func recognisesNothing(_ record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/recognition", .error,
            Text(
                nb: "«\(record)» godskriver arbeid, så den må ligge under en påmelding, si hvilken aktivitet det gjelder og når det teller",
                nn: "«\(record)» godskriv arbeid, så han må liggje under ei påmelding, seie kva aktivitet det gjeld og når det tel",
                en: "'\(record)' recognises work, so it must lie under an enrolment, and say which activity that is and when it counts"),
            at: span,
            help: Text(
                nb:
                    "ha parent: kernel.enrolment, en påkrevd henvisning til kernel.activity, og in med tilstandene der arbeidsflyten har noen",
                nn:
                    "ha parent: kernel.enrolment, ei påkravd tilvising til kernel.activity, og in med tilstandane der arbeidsflyten har nokon",
                en: "have parent: kernel.enrolment, a required reference to kernel.activity, and in with the states of its workflow, if any"
            ))
    }
}
