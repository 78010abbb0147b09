import GRDB

/// Whether the activity that a record is for is of a kind that is done in such records.
extension RecordAction {
    /// Refuses an activity of another kind, which the record would never complete; types that no kind names may be for any.
    ///
    /// - Throws: `DiagnosticsError`, `input/other-kind`.
    func requireKind(_ values: [String: FieldValue], _ input: Node, in transaction: ActionTransaction) throws {
        guard let name = type.activityField?.name ?? (type.parent == KernelRecord.activity.rawValue ? type.parentField : nil),
            case .scalar(let key)? = values[name], let node = input[name]
        else { return }
        let kinds = live.activities(doneIn: type.id)
        guard !kinds.isEmpty,
            let found = try String.fetchOne(
                transaction.db.cachedStatement(sql: "SELECT kind FROM kernel_activity WHERE key = ?"), arguments: [key]),
            !kinds.contains(where: { $0.id == live.activity(found)?.id })
        else { return }
        throw DiagnosticsError(
            .otherKind(
                node.string ?? "", found: live.activity(found)?.label ?? Text(verbatim: found), kinds: kinds.map(\.label), at: node.span))
    }
}

extension Diagnostic {
    static func otherKind(_ activity: String, found: Text, kinds: [Text], at span: SourceSpan) -> Diagnostic {
        func list(_ language: Language) -> String { kinds.map { "«\($0(language))»" }.joined(separator: ", ") }
        return Diagnostic(
            "input/other-kind", .error,
            Text(
                nb: "aktiviteten «\(activity)» er av slaget «\(found(.nb))», og dette er for \(list(.nb))",
                nn: "aktiviteten «\(activity)» er av slaget «\(found(.nn))», og dette er for \(list(.nn))",
                en:
                    "the activity '\(activity)' is of the kind '\(found(.en))', and this is for \(kinds.map { "'\($0(.en))'" }.joined(separator: ", "))"
            ),
            at: span)
    }
}
