import Kernel
import Testing

@testable import Participation

/// Time in post, in hundredths of days.
@Suite struct ServiceTests {
    private func period(_ from: String, _ until: String?, _ percent: Int) throws -> ServicePeriod {
        ServicePeriod(from: try Day(from), until: try until.map { try Day($0) }, percent: percent)
    }

    @Test func daysCountByTheSizeOfThePost() throws {
        let last = try Day("2027-03-01")
        #expect(Service([try period("2027-02-20", nil, 100)], until: last).hundredths == 1000)
        #expect(Service([try period("2027-02-20", "2027-02-20", 60)], until: last).hundredths == 60)
        #expect(Service([try period("2027-03-02", nil, 100)], until: last).hundredths == 0)
        #expect(Service([try period("2027-02-20", "2027-02-19", 100)], until: last).hundredths == 0)
        #expect(Service([], until: last).years == 0)
        #expect(Service(hundredths: 36_525 * 2).years == 2)
    }

    @Test func twoPostsAtOnceAreNoMoreThanOneWhole() throws {
        let last = try Day("2027-03-01")
        let both = [try period("2027-02-01", "2027-02-10", 80), try period("2027-02-06", "2027-02-15", 60)]
        // Five days of 80, five of 100, five of 60.
        #expect(Service(both, until: last).hundredths == 1200)
        #expect(Service(both.reversed(), until: last).hundredths == 1200)
    }

    /// Against counting day by day.
    @Test func itIsTheSameAsCountingEachDay() throws {
        var generator = LotGenerator.make(seed: 7)
        let start = try Day("2020-01-01")
        let last = try start.adding(days: 400)
        for _ in 0..<200 {
            let periods = try (0..<4).map { _ in
                let from = try start.adding(days: Int.random(in: 0..<420, using: &generator))
                let until = try from.adding(days: Int.random(in: -3..<200, using: &generator))
                return ServicePeriod(
                    from: from, until: Bool.random(using: &generator) ? until : nil, percent: Int.random(in: 1...100, using: &generator))
            }
            var sum = 0
            for offset in 0...400 {
                let day = try start.adding(days: offset)
                sum += min(100, periods.filter { $0.from <= day && day <= ($0.until ?? last) }.map(\.percent).reduce(0, +))
            }
            #expect(Service(periods, until: last).hundredths == sum)
        }
    }
}
