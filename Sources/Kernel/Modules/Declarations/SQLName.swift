/// Names in the database, made from names in manifests.
///
/// A manifest's name is `[a-z][a-z0-9]*(-[a-z0-9]+)*`. A hyphen becomes `_`; two of them never meet, so `__` and a leading `_` are free
/// for the kernel, and two different names never become one.
public enum SQLName {
    /// The column of a field.
    public static func column(_ name: String) -> String { name.utf8.contains(UInt8(ascii: "-")) ? name.replacing("-", with: "_") : name }

    /// The column of a field in the full-text index, which keeps `rowid` and `rank` for itself (SQLite, FTS5 Extension, 3).
    public static func searchColumn(_ name: String) -> String { name == "rowid" || name == "rank" ? name + "__field" : column(name) }

    /// The table of a record: `<module>_<record>`.
    public static func table(module: String, record: String) -> String { "\(module)_\(column(record))" }

    /// The table of a list field.
    public static func list(table: String, field: String) -> String { "\(table)__\(column(field))" }

    /// The full-text index of a record.
    public static func search(table: String) -> String { "\(table)__search" }

    /// The unused tokens of an anonymous record.
    public static func tokens(table: String) -> String { "\(table)__tokens" }

    /// Who has collected a token of an anonymous record, while answers are taken.
    public static func asked(table: String) -> String { "\(table)__asked" }

    /// The name in quotes, as SQL takes it also where it is a keyword.
    public static func quoted(_ name: String) -> String {
        name.utf8.contains(UInt8(ascii: "\"")) ? "\"\(name.replacing("\"", with: "\"\""))\"" : "\"" + name + "\""
    }
}
