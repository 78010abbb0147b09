import GRDB

/// Whether the activity that a record is for is of a kind that is done in such records.
extension RecordAction {
    /// Refuses an activity of another kind, which the record would never complete; types that no kind names may be for any.
    ///
    /// - Throws: `DiagnosticsError`, `input/other-kind`.
    func requireKind(_ values: [String: FieldValue], _ input: Node, in transaction: ActionTransaction) throws {
        guard let name = type.activityName,
            case .scalar(let key)? = values[name], let node = input[name]
        else { return }
        let kinds = live.activities(doneIn: type.id)
        guard !kinds.isEmpty,
            let number = Int64.fromDatabaseValue(key), let found = try transaction.assessor?.kind(of: number),
            !kinds.contains(where: { $0.id == live.activity(found)?.id })
        else { return }
        throw DiagnosticsError(
            .otherKind(
                node.string ?? "", found: live.activity(found)?.label ?? Text(verbatim: found), kinds: kinds.map(\.label), at: node.span))
    }

    /// What the settings of the activity say of the fields that are copied from them.
    ///
    /// - Parameter activity: the activity's internal key.
    /// - Throws: `DiagnosticsError`, `input/no-setting`, where they say nothing of a required one.
    func copied(
        from activity: DatabaseValue?, offering: String?, _ input: Node, _ environment: ActionEnvironment, in transaction: ActionTransaction
    ) throws -> [String: FieldValue] {
        let fields = type.fields.filter { $0.setting != nil }
        guard !fields.isEmpty, let key = activity.flatMap(Int64.fromDatabaseValue),
            let found = try OfferedActivity.find(key: key, in: transaction.db)
        else { return [:] }
        let place = (type.activityName.flatMap { input[$0] } ?? input).span
        var reader = ValueReader(
            finder: ReferenceFinder(live: live, db: transaction.db, standing: nil, offering: offering), files: environment.files,
            openFile: environment.openFile)
        var values: [String: FieldValue] = [:]
        for field in fields {
            guard let setting = field.setting, let value = found.settings[setting] else {
                if field.isRequired { throw DiagnosticsError(.noSetting(field.label, activity: found.activity, at: place)) }
                continue
            }
            values[field.name] = try reader.read(Node(json: value, at: place), field)
        }
        return values
    }
}

extension Diagnostic {
    static func noSetting(_ field: Text, activity: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "input/no-setting", .error,
            Text(
                nb: "aktiviteten «\(activity)» sier ikke noe om «\(field(.nb))», som dette henter fra den",
                nn: "aktiviteten «\(activity)» seier ikkje noko om «\(field(.nn))», som dette hentar frå han",
                en: "the activity '\(activity)' says nothing of '\(field(.en))', which this takes from it"), at: span)
    }

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
