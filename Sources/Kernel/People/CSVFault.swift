/// What can be wrong with a file as CSV.
struct CSVFault: Error {
    enum Kind {
        /// A quote was opened and never closed.
        case unclosedQuote
        /// Something other than a delimiter or line break follows a closing quote, which opened at `other`.
        case textAfterQuote
        /// A quote within a field that is not quoted.
        case strayQuote
        /// A field of more than 64 KiB.
        case fieldTooLong
        /// A record of more than 4,096 fields.
        case tooManyFields
        /// A carriage return that is not part of a line break, within a field that is not quoted.
        case strayCarriageReturn
    }

    var kind: Kind
    /// The byte at fault.
    var offset: Int
    /// For faults of quoting: the opening quote.
    var other: Int?
}
