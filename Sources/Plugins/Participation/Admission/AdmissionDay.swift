import Kernel

/// A day of a variant's admission, as its file writes it: a date, or a month and day of which the last before the course starts is meant.
enum AdmissionDay {
    /// The days of admission, in the order in which they come.
    static let keys = ["opens", "deadline", "owner-deadline", "answer"]

    /// The day that is meant; nil where there is none, such as 30 February.
    ///
    /// - Parameter start: the first day of the course.
    static func day(_ text: String, before start: Day) -> Day? {
        if let day = try? Day(text) { return day }
        guard let (month, number) = yearly(text) else { return nil }
        for year in [start.year, start.year - 1] {
            if let day = Day(year: year, month: month, day: number), day < start { return day }
        }
        return nil
    }

    /// Whether any year has the day.
    static func exists(_ text: String) -> Bool {
        if (try? Day(text)) != nil { return true }
        guard let (month, number) = yearly(text) else { return false }
        return Day(year: 2028, month: month, day: number) != nil
    }

    private static func yearly(_ text: String) -> (month: Int, day: Int)? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
}
