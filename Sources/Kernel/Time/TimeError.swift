/// A computation with dates or clocks that has no answer.
public enum TimeError: ExplainedError, Hashable {
    /// The result lies outside the years 1583 to 9999.
    case outOfRange
    /// A length with hours, minutes or seconds was to be added to a day.
    case needsTimeOfDay(CalendarDuration)
    /// The name is not one that a time zone can have.
    case invalidZoneName(String)
    /// The machine's time zone data do not know that zone.
    case unknownZone(String, directory: String)
    /// The machine has no time zone data.
    case zoneDataMissing(String, directory: String)
    /// The file of that zone cannot be read.
    case zoneDataDamaged(String, reason: Text)

    public var kind: ErrorKind {
        switch self {
        case .outOfRange, .needsTimeOfDay, .invalidZoneName, .unknownZone: .badInput
        case .zoneDataMissing, .zoneDataDamaged: .unavailable
        }
    }

    public var message: Text {
        switch self {
        case .outOfRange:
            Text(
                nb: "datoen faller utenfor årene 1583 til 9999", nn: "datoen fell utanfor åra 1583 til 9999",
                en: "the date falls outside the years 1583 to 9999")
        case .needsTimeOfDay(let duration):
            Text(
                nb: "«\(duration)» har et klokkeslett og kan ikke legges til en dato uten klokkeslett",
                nn: "«\(duration)» har eit klokkeslett og kan ikkje leggjast til ein dato utan klokkeslett",
                en: "'\(duration)' counts hours and cannot be added to a date without a time")
        case .invalidZoneName(let name):
            Text(
                nb: "«\(name)» er ikke navnet på en tidssone",
                nn: "«\(name)» er ikkje namnet på ei tidssone",
                en: "'\(name)' is not the name of a time zone")
        case .unknownZone(let name, let directory):
            Text(
                nb: "tidssonen «\(name)» finnes ikke i \(directory)", nn: "tidssona «\(name)» finst ikkje i \(directory)",
                en: "there is no time zone '\(name)' in \(directory)")
        case .zoneDataMissing(let name, let directory):
            Text(
                nb: "tidssonen «\(name)» kan ikke leses fordi \(directory) mangler",
                nn: "tidssona «\(name)» kan ikkje lesast fordi \(directory) manglar",
                en: "the time zone '\(name)' cannot be read because \(directory) is missing")
        case .zoneDataDamaged(let name, let reason):
            Text(
                nb: "filen for tidssonen «\(name)» er skadet (\(reason(.nb)))",
                nn: "fila for tidssona «\(name)» er skadd (\(reason(.nn)))",
                en: "the file of the time zone '\(name)' is damaged (\(reason(.en)))")
        }
    }

    public var help: Text? {
        switch self {
        case .outOfRange: nil
        case .needsTimeOfDay:
            Text(
                nb: "skriv varigheten i dager, uker, måneder eller år", nn: "skriv varigheita i dagar, veker, månader eller år",
                en: "write the duration in days, weeks, months or years")
        case .invalidZoneName, .unknownZone:
            Text(nb: "skriv for eksempel Europe/Oslo", nn: "skriv til dømes Europe/Oslo", en: "write for example Europe/Oslo")
        case .zoneDataMissing:
            Text(nb: "installer pakken tzdata", nn: "installer pakka tzdata", en: "install the package tzdata")
        case .zoneDataDamaged:
            Text(nb: "installer pakken tzdata på nytt", nn: "installer pakka tzdata på nytt", en: "reinstall the package tzdata")
        }
    }
}
