import Testing

@testable import Kernel

@Suite struct EasterTests {
    /// The algorithm of the anonymous correspondent of Nature (1876), which reaches the date by another way than the kernel's.
    private func nature(_ year: Int) -> Day? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let f = (b + 8) / 25
        let g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return Day(year: year, month: n / 31, day: n % 31 + 1)
    }

    @Test func agreesWithASecondAlgorithm() {
        for year in 1583...9999 { #expect(Easter.day(of: year) == nature(year), "\(year)") }
    }

    @Test(arguments: [
        "1818-03-22", "1943-04-25", "2000-04-23", "2019-04-21", "2024-03-31", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22",
    ])
    func knownDates(_ date: String) throws {
        let day = try Day(date)
        #expect(Easter.day(of: day.year) == day)
        #expect(day.weekday == .sunday)
    }
}
