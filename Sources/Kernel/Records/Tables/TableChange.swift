/// One difference between the tables of a module as they are and as its manifest wants them.
struct TableChange {
    enum Kind: Equatable {
        case createTable
        case renameTable(from: String)
        case addField(String)
        case renameField(from: String, to: String)
        /// A field may hold more than before: the table is made anew around the same rows.
        case widen(String)
        case dropField(String)
        case narrow(String)
        /// A field takes less than before in the same column: the table stays as it is, and what is stored may not fit.
        case tighten(String)
        case dropTable
        case index
        case renameState(from: String, to: String)
        /// The records hang under others than they did.
        case reparent(from: String?)
        /// The records have states and had none, or the other way.
        case workflow
    }

    var record: String
    var kind: Kind
    /// Whether work that is there would be lost.
    var isLossy: Bool

    /// Where it is, below the module: `records.note.fields.text`.
    var path: [String] {
        let base = ["records", record]
        return switch kind {
        case .createTable, .renameTable, .dropTable, .index: base
        case .reparent: base + ["parent"]
        case .workflow: base + ["workflow"]
        case .addField(let name), .widen(let name), .dropField(let name), .narrow(let name), .tighten(let name): base + ["fields", name]
        case .renameField(_, let name): base + ["fields", name]
        case .renameState(let name, "-"): base + ["states", name]
        case .renameState(_, let name): base + ["states", name]
        }
    }
}
