extension Diagnostic {
    /// A file that was named and cannot be read.
    ///
    /// - Parameter isTable: whether it should hold a table (CSV), and not a document.
    public static func unreadable(reason: Text, isTable: Bool, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            isTable ? "csv/unreadable" : "document/unreadable", .error,
            Text(
                nb: "dette kan ikke leses: \(reason(.nb))", nn: "dette kan ikkje lesast: \(reason(.nn))",
                en: "this cannot be read: \(reason(.en))"), at: span)
    }
}
