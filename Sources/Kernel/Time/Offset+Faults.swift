extension StringFault {
    static func notAnOffset(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(scanner.whole)
        return Self(
            range,
            Text(
                nb: "«\(found)» er ikke en avstand i tid", nn: "«\(found)» er ikkje ein avstand i tid",
                en: "'\(found)' is not a distance in time"),
            help: Text(
                nb: "skriv for eksempel +2w eller 3wd before eksamen.opens", nn: "skriv til dømes +2w eller 3wd before eksamen.opens",
                en: "write for example +2w or 3wd before exam.opens"))
    }

    static func dateNotOffset(_ scanner: StringScanner) -> Self {
        let found = scanner.excerpt(scanner.whole)
        return Self(
            scanner.whole,
            Text(
                nb: "«\(found)» er en dato; her må det stå en avstand i tid",
                nn: "«\(found)» er ein dato; her må det stå ein avstand i tid",
                en: "'\(found)' is a date; a distance in time must stand here"),
            help: Text(
                nb: "skriv for eksempel +2w eller 3wd before eksamen.opens; faste datoer står under dates i gjennomføringen",
                nn: "skriv til dømes +2w eller 3wd before eksamen.opens; faste datoar står under dates i gjennomføringa",
                en: "write for example +2w or 3wd before exam.opens; fixed dates stand under dates in the offering"))
    }

    static func offsetTooLarge(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(range)
        return Self(
            range,
            Text(nb: "\(found) er en for stor avstand", nn: "\(found) er ein for stor avstand", en: "\(found) is too large a distance"),
            help: Text(
                nb: "bruk høyst \(Offset.largestAmount)", nn: "bruk høgst \(Offset.largestAmount)",
                en: "use at most \(Offset.largestAmount)"))
    }

    static func noSuchUnit(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(range)
        let message =
            range.isEmpty
            ? Text(nb: "enheten mangler etter tallet", nn: "eininga manglar etter talet", en: "the unit is missing after the number")
            : Text(nb: "«\(found)» er ikke en enhet", nn: "«\(found)» er ikkje ei eining", en: "'\(found)' is not a unit")
        return Self(
            range, message,
            help: Text(
                nb: "enhetene er d (dager), w (uker), m (måneder) og wd (virkedager)",
                nn: "einingane er d (dagar), w (veker), m (månader) og wd (yrkedagar)",
                en: "the units are d (days), w (weeks), m (months) and wd (working days)"))
    }

    static func noSuchDirection(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(range)
        return Self(
            range,
            Text(
                nb: "ventet «before» eller «after», fant «\(found)»", nn: "venta «before» eller «after», fann «\(found)»",
                en: "expected 'before' or 'after', found '\(found)'"))
    }

    static func notAnActivity(_ scanner: StringScanner, _ range: Range<Int>, _ direction: Offset.Direction) -> Self {
        let found = scanner.excerpt(range)
        let word = direction.rawValue
        let message =
            range.isEmpty
            ? Text(
                nb: "navnet på en aktivitet mangler etter «\(word)»", nn: "namnet på ein aktivitet manglar etter «\(word)»",
                en: "the name of an activity is missing after '\(word)'")
            : Text(
                nb: "«\(found)» kan ikke være navnet på en aktivitet", nn: "«\(found)» kan ikkje vere namnet på ein aktivitet",
                en: "'\(found)' cannot be the name of an activity")
        return Self(
            range, message,
            help: Text(
                nb: "navn har små bokstaver, tall og bindestreker, som arbeidskrav-1",
                nn: "namn har små bokstavar, tal og bindestrekar, som arbeidskrav-1",
                en: "names have lower-case letters, digits and hyphens, such as arbeidskrav-1"))
    }

    static func noSuchMoment(_ scanner: StringScanner, _ range: Range<Int>, of activity: String) -> Self {
        let found = scanner.excerpt(range)
        let message =
            range.isEmpty
            ? Text(
                nb: "«opens» eller «due» mangler etter punktumet", nn: "«opens» eller «due» manglar etter punktumet",
                en: "'opens' or 'due' is missing after the dot")
            : Text(
                nb: "en aktivitet har ingen dato «\(found)»", nn: "ein aktivitet har ingen dato «\(found)»",
                en: "an activity has no date '\(found)'")
        return Self(
            range, message,
            help: Text(
                nb: "skriv \(activity).opens eller \(activity).due", nn: "skriv \(activity).opens eller \(activity).due",
                en: "write \(activity).opens or \(activity).due"))
    }

    static func signContradicts(_ scanner: StringScanner, _ direction: Offset.Direction) -> Self {
        let sign = scanner.text(0..<1)
        let word = direction.rawValue
        return Self(
            0..<1,
            Text(
                nb: "fortegnet «\(sign)» motsier «\(word)»", nn: "forteiknet «\(sign)» seier imot «\(word)»",
                en: "the sign '\(sign)' contradicts '\(word)'"),
            help: Text(
                nb: "fjern fortegnet; ordet sier retningen", nn: "ta bort forteiknet; ordet seier retninga",
                en: "remove the sign; the word says the direction"))
    }

    static func afterOffset(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(range)
        return Self(
            range,
            Text(
                nb: "«\(found)» hører ikke med til avstanden", nn: "«\(found)» høyrer ikkje med til avstanden",
                en: "'\(found)' does not belong to the distance"))
    }
}
