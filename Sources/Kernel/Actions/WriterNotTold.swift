/// That what was asked about another person would tell who wrote a record whose writer nobody is told.
public struct WriterNotTold: ExplainedError {
    /// What the record is called.
    public var record: Text

    public var kind: ErrorKind { .refused }

    public var message: Text {
        Text(
            nb:
                "hvem som har skrevet noe av slaget «\(record(.nb))», får ingen vite; derfor kan det ikke svares på hva andre har rett til der",
            nn:
                "kven som har skrive noko av slaget «\(record(.nn))», får ingen vite; difor kan det ikkje svarast på kva andre har rett til der",
            en: "nobody is told who wrote a record of the kind '\(record(.en))', so what others may do with one cannot be answered")
    }

    public var help: Text? {
        Text(
            nb: "hver kan spørre for seg selv", nn: "kvar kan spørje for seg sjølv", en: "each person can ask about herself or himself")
    }
}
