/// One record of a CSV file, by place.
///
/// Reused from record to record.
struct CSVRecord {
    /// The first byte of the record.
    var start = 0
    /// The byte after the record, without its line break.
    var end = 0
    /// The line on which the record starts, from 1.
    var line = 1
    var fields: [CSVField] = []
}
