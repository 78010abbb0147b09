@testable import Kernel

extension WorkingCalendar {
    /// The shipped calendar, written a second time so that tests do not need the file; a test holds that the two are equal.
    static let norway = norway(weekend: [.saturday, .sunday])

    static func norway(weekend: Set<Weekday>) -> WorkingCalendar {
        let act = "helligdagsloven § 2"
        let act1947 = "lov 26. april 1947 nr. 1"
        func holiday(_ id: String, _ rule: Holiday.Rule, _ source: String, _ nb: String, _ nn: String, _ en: String) -> Holiday {
            Holiday(id: id, rule: rule, title: Text(nb: nb, nn: nn, en: en), source: source)
        }
        return WorkingCalendar(
            id: "norway", title: Text(nb: "Norge", nn: "Noreg", en: "Norway"), weekend: weekend,
            holidays: [
                holiday("new-year", .on(month: 1, day: 1), act, "Første nyttårsdag", "Første nyttårsdag", "New Year's Day"),
                holiday("maundy-thursday", .easter(-3), act, "Skjærtorsdag", "Skjertorsdag", "Maundy Thursday"),
                holiday("good-friday", .easter(-2), act, "Langfredag", "Langfredag", "Good Friday"),
                holiday("easter-sunday", .easter(0), act, "Første påskedag", "Første påskedag", "Easter Sunday"),
                holiday("easter-monday", .easter(1), act, "Andre påskedag", "Andre påskedag", "Easter Monday"),
                holiday("labour-day", .on(month: 5, day: 1), act1947, "Arbeidernes dag", "Arbeidarane sin dag", "Labour Day"),
                holiday("constitution-day", .on(month: 5, day: 17), act1947, "Grunnlovsdagen", "Grunnlovsdagen", "Constitution Day"),
                holiday("ascension", .easter(39), act, "Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"),
                holiday("whit-sunday", .easter(49), act, "Første pinsedag", "Første pinsedag", "Whit Sunday"),
                holiday("whit-monday", .easter(50), act, "Andre pinsedag", "Andre pinsedag", "Whit Monday"),
                holiday("christmas-day", .on(month: 12, day: 25), act, "Første juledag", "Første juledag", "Christmas Day"),
                holiday("boxing-day", .on(month: 12, day: 26), act, "Andre juledag", "Andre juledag", "Boxing Day"),
            ], consolidated: Day(year: 2026, month: 8, day: 1))
    }
}
