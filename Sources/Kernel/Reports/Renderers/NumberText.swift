/// Numbers as text.
enum NumberText {
    /// Every digit, with a decimal point, without an exponent where that is readable.
    static func exact(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        return ECMAScriptNumber.text(value)
    }

    /// At most four decimals, halves away from zero; a decimal comma in Norwegian.
    ///
    /// A value too small or too great for that is written with all its digits.
    static func forPeople(_ value: Double, _ language: Language) -> String {
        guard value.isFinite else { return "" }
        var shown = value
        if value.magnitude >= 0.001 && value.magnitude < 1e11 { shown = (value * 10_000).rounded() / 10_000 }
        let text = ECMAScriptNumber.text(shown)
        return language == .en ? text : String(text.map { $0 == "." ? "," : $0 })
    }
}
