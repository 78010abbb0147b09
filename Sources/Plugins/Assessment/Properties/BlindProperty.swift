import Kernel

/// No right lets an examiner of a complaint read the first grade, the first judgements, the reasons or the complaint, and nobody is examiner twice.
struct BlindProperty: WorkflowProperty {
    /// Records of the first grading and of the complaint, and the relations that may read them.
    private static let closed: [String: Set<String>] = [
        "judgement": ["assessor", "colleagues", "coordinator"], "decision": ["coordinator"], "result": ["owner", "coordinator"],
        "reasons": ["owner", "coordinator", "answerers"], "grade-complaint": ["owner", "coordinator"],
        "formal-complaint": ["owner", "coordinator"],
    ]
    /// What an examiner of a complaint may see of a script.
    private static let script: Set<String> = ["activity", "number", "text", "files", "portfolio", "portfolio-files", "language", "form"]

    func violations(in workflow: Workflow, of record: RecordType, settings: Node?) -> [WorkflowViolation] {
        guard record.module == "assessment" else { return [] }
        var violations: [WorkflowViolation] = []
        if let allowed = Self.closed[record.name] {
            for grant in record.read where !allowed.contains(grant.relation) {
                violations.append(
                    WorkflowViolation(
                        Text(
                            nb: "«\(grant.relation)» kan lese \(record.name), som klagesensorene ikke skal se",
                            nn: "«\(grant.relation)» kan lese \(record.name), som klagesensorane ikkje skal sjå",
                            en: "'\(grant.relation)' can read \(record.name), which examiners of a complaint must not see"),
                        path: WorkflowPath(from: workflow.initial), at: record.span))
            }
        }
        for grant in record.read where record.name == "script" && grant.relation == "appeal-assessors" {
            let fields: Set<String> = if case .fields(let names) = grant.reading { Set(names) } else { ["all"] }
            guard let extra = fields.subtracting(Self.script).sorted().first else { continue }
            violations.append(
                WorkflowViolation(
                    Text(
                        nb: "klagesensorer kan lese «\(extra)» i besvarelsen", nn: "klagesensorar kan lese «\(extra)» i svaret",
                        en: "examiners of a complaint can read '\(extra)' of the script"), path: WorkflowPath(from: workflow.initial),
                    at: record.span))
        }
        if ["judgement", "regrade"].contains(record.name) {
            let parent = record.parentField ?? ""
            if !record.unique.contains(where: { Set($0) == [parent, "assessor"] }) {
                violations.append(
                    WorkflowViolation(
                        Text(
                            nb: "samme sensor kan oppnevnes to ganger", nn: "same sensoren kan oppnemnast to gonger",
                            en: "the same examiner can be assigned twice"), path: WorkflowPath(from: workflow.initial), at: record.span,
                        help: Text(verbatim: "unique: [[\(parent), assessor]]")))
            }
        }
        return violations
    }
}
