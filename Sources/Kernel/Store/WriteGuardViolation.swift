/// That a module's code tried to write what is not its own, or to steer the transaction.
///
/// Whatever the module does with the first error, the guard throws this when the module's code returns.
public struct WriteGuardViolation: ExplainedError, Hashable {
    /// What was tried.
    public enum Attempt: Sendable, Hashable {
        /// To write that table.
        case table(String)
        /// To run a statement of that kind, for example `DROP` or `PRAGMA`.
        case statement(String)
        /// To write past the kernel's connection, or to take the guard away.
        case unseen
        /// To work longer in the store than the time it has, in seconds.
        case time(Double)
    }

    /// The module at fault.
    public var module: String
    public var attempt: Attempt

    public init(module: String, _ attempt: Attempt) {
        self.module = module
        self.attempt = attempt
    }

    public var kind: ErrorKind { .refused }

    public var message: Text {
        switch attempt {
        case .table(let name):
            Text(
                nb: "modulen «\(module)» prøvde å skrive i tabellen «\(name)», som ikke er dens",
                nn: "modulen «\(module)» prøvde å skrive i tabellen «\(name)», som ikkje er hans",
                en: "the module '\(module)' tried to write to the table '\(name)', which is not its own")
        case .statement(let verb):
            Text(
                nb: "modulen «\(module)» prøvde å kjøre «\(verb)»; en modul leser, og skriver rader i sine egne tabeller",
                nn: "modulen «\(module)» prøvde å køyre «\(verb)»; ein modul les, og skriv rader i sine eigne tabellar",
                en: "the module '\(module)' tried to run '\(verb)'; a module reads, and writes rows of its own tables")
        case .unseen:
            Text(
                nb: "modulen «\(module)» skrev utenom kjernen", nn: "modulen «\(module)» skreiv utanom kjernen",
                en: "the module '\(module)' wrote past the kernel")
        case .time(let seconds):
            Text(
                nb: "modulen «\(module)» brukte mer enn \(Int(seconds)) sekunder i databasen, og ble stanset",
                nn: "modulen «\(module)» brukte meir enn \(Int(seconds)) sekund i databasen, og vart stansa",
                en: "the module '\(module)' spent more than \(Int(seconds)) seconds in the database and was stopped")
        }
    }

    public var help: Text? {
        Text(
            nb: "dette er en feil i modulen; ingenting er endret", nn: "dette er ein feil i modulen; ingenting er endra",
            en: "this is a fault of the module; nothing has changed")
    }
}
