/// Why a regular expression was refused, and which part of it.
public struct PatternError: Error, Sendable, Hashable {
    /// What is wrong, as a diagnostic's message says it.
    public var reason: Text
    /// How to write it instead.
    public var help: Text?
    /// The offending part, in Unicode scalars from the start of the pattern.
    public var range: Range<Int>
}

extension PatternError {
    static func unclosedGroup(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(nb: "parentesen blir aldri lukket", nn: "parentesen blir aldri lukka", en: "the group is never closed"),
            range: range)
    }

    static func unopenedGroup(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(nb: "«)» uten en «(» foran", nn: "«)» utan ein «(» framfor", en: "')' without a '(' before it"),
            help: Text(
                nb: "skriv «\\)» for selve tegnet", nn: "skriv «\\)» for sjølve teiknet", en: "write '\\)' for the character itself"),
            range: range)
    }

    static func unclosedClass(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "tegnklassen blir aldri lukket", nn: "teiknklassen blir aldri lukka", en: "the character class is never closed"),
            help: Text(nb: "sett «]» der den slutter", nn: "set «]» der han sluttar", en: "put ']' where it ends"),
            range: range)
    }

    static func nothingToRepeat(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "det står ikke noe foran som kan gjentas", nn: "det står ikkje noko framfor som kan takast opp att",
                en: "there is nothing before it to repeat"),
            help: Text(
                nb: "skriv «\\» foran for selve tegnet", nn: "skriv «\\» framfor for sjølve teiknet",
                en: "write '\\' before it for the character itself"),
            range: range)
    }

    static func loneBracket(_ character: String, _ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "«\(character)» åpner eller lukker ingenting her", nn: "«\(character)» opnar eller lukkar ingenting her",
                en: "'\(character)' opens or closes nothing here"),
            help: Text(
                nb: "skriv «\\\(character)» for selve tegnet", nn: "skriv «\\\(character)» for sjølve teiknet",
                en: "write '\\\(character)' for the character itself"),
            range: range)
    }

    static func repetitionOrder(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "det minste antallet er større enn det største", nn: "det minste talet er større enn det største",
                en: "the least number of times is greater than the most"),
            range: range)
    }

    static func tooLarge(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "mønsteret blir for stort når gjentakelsene skrives ut",
                nn: "mønsteret blir for stort når gjentakingane blir skrivne ut",
                en: "the pattern grows too large when its repetitions are written out"),
            help: Text(
                nb: "begrens lengden med maxLength i stedet", nn: "avgrens lengda med maxLength i staden",
                en: "limit the length with maxLength instead"),
            range: range)
    }

    static func tooDeep(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "parentesene er nøstet for dypt", nn: "parentesane ligg for djupt i kvarandre", en: "the groups are nested too deeply"),
            range: range)
    }

    static func lookaround(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "et mønster kan ikke se fram eller tilbake", nn: "eit mønster kan ikkje sjå fram eller tilbake",
                en: "a pattern cannot look ahead or behind"),
            help: Text(
                nb: "skriv et mønster til med allOf eller not", nn: "skriv eit mønster til med allOf eller not",
                en: "write one more pattern with allOf or not"),
            range: range)
    }

    static func backreference(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "et mønster kan ikke vise tilbake til en gruppe", nn: "eit mønster kan ikkje vise tilbake til ei gruppe",
                en: "a pattern cannot refer back to a group"),
            range: range)
    }

    static func unknownGroup(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(nb: "ukjent slag gruppe", nn: "ukjent slag gruppe", en: "unknown kind of group"),
            help: Text(
                nb: "gruppene er «(…)», «(?:…)» og «(?<navn>…)»", nn: "gruppene er «(…)», «(?:…)» og «(?<namn>…)»",
                en: "the groups are '(…)', '(?:…)' and '(?<name>…)'"),
            range: range)
    }

    static func unknownEscape(_ text: String, _ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "«\(text)» betyr ikke noe i et mønster", nn: "«\(text)» tyder ikkje noko i eit mønster",
                en: "'\(text)' means nothing in a pattern"),
            help: Text(
                nb: "skriv «\\\\» for en omvendt skråstrek", nn: "skriv «\\\\» for ein omvend skråstrek",
                en: "write '\\\\' for a backslash"),
            range: range)
    }

    static func unknownProperty(_ text: String, _ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "ukjent tegnkategori «\(text)»", nn: "ukjend teiknkategori «\(text)»", en: "unknown category of characters '\(text)'"),
            help: Text(
                nb: "kategoriene er Unicodes, for eksempel L, Lu, N, Nd, P og Zs; skriftsystemer støttes ikke",
                nn: "kategoriane er dei i Unicode, til dømes L, Lu, N, Nd, P og Zs; skriftsystem er ikkje støtta",
                en: "the categories are Unicode's, such as L, Lu, N, Nd, P and Zs; scripts are not supported"),
            range: range)
    }

    static func classOrder(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "området går fra et høyere tegn til et lavere", nn: "området går frå eit høgare teikn til eit lågare",
                en: "the range goes from a higher character to a lower one"),
            range: range)
    }

    static func classRange(_ range: Range<Int>) -> Self {
        Self(
            reason: Text(
                nb: "et område må ha ett tegn i hver ende", nn: "eit område må ha eitt teikn i kvar ende",
                en: "a range needs one character at each end"),
            help: Text(nb: "skriv «\\-» for selve streken", nn: "skriv «\\-» for sjølve streken", en: "write '\\-' for the dash itself"),
            range: range)
    }
}
