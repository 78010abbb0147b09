/// The date of Easter in the Gregorian calendar.
enum Easter {
    /// Easter Sunday of a year from 1583 to 9999, in days from 1970-01-01.
    ///
    /// By the rule itself (the canons of 1582): the Sunday after the ecclesiastical full moon on or after 21 March. The moon's age
    /// goes by the golden number, corrected by the leap days that centuries leave out and by eight days in 2500 years.
    static func day(of year: Int) -> Day {
        let golden = year % 19
        let century = year / 100
        let moonCorrection = (8 * century + 13) / 25
        let sunCorrection = century - century / 4
        // Days from 21 March to the full moon; the two latest dates are moved one day forward.
        var moon = (19 * golden + sunCorrection - moonCorrection + 15) % 30
        if moon == 29 || (moon == 28 && golden > 10) { moon -= 1 }
        let newYear = 365 * (year - 1) + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 - 719_162
        let twentyFirstOfMarch = newYear + 31 + (Day.isLeap(year) ? 29 : 28) + 20
        let fullMoon = Day(unchecked: twentyFirstOfMarch + moon)
        return Day(unchecked: Int(fullMoon.number) + 7 - (fullMoon.daysFromMonday + 1) % 7)
    }
}
