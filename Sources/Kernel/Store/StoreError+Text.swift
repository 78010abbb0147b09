extension StoreError {
    public var message: Text {
        switch self {
        case .missing(let path):
            Text(
                nb: "det finnes ikke noe lager i «\(path)»", nn: "det finst ikkje noko lager i «\(path)»",
                en: "there is no store at '\(path)'")
        case .cannotCreate(let path, .system(let code)):
            Text(
                nb: "kan ikke opprette lageret «\(path)»: \(Text.systemReason(code)(.nb))",
                nn: "kan ikkje opprette lageret «\(path)»: \(Text.systemReason(code)(.nn))",
                en: "cannot create the store '\(path)': \(Text.systemReason(code)(.en))")
        case .cannotCreate(let path, .leftover(let file)):
            Text(
                nb: "kan ikke opprette lageret «\(path)»: «\(file)» ligger igjen etter et tidligere lager",
                nn: "kan ikkje opprette lageret «\(path)»: «\(file)» ligg att etter eit tidlegare lager",
                en: "cannot create the store '\(path)': '\(file)' is left over from an earlier store")
        case .notADatabase(let path):
            Text(
                nb: "«\(path)» er ikke en SQLite-database, eller begynnelsen av filen er skadet",
                nn: "«\(path)» er ikkje ein SQLite-database, eller starten av fila er skadd",
                en: "'\(path)' is not an SQLite database, or the beginning of the file is damaged")
        case .folder(let path):
            Text(
                nb: "lageret skal være en fil, men «\(path)» er en mappe", nn: "lageret skal vere ei fil, men «\(path)» er ei mappe",
                en: "the store must be a file, but '\(path)' is a folder")
        case .damaged(let path, _):
            Text(
                nb: "lageret «\(path)» er skadet", nn: "lageret «\(path)» er skadd", en: "the store '\(path)' is damaged")
        case .foreign(let path, _):
            Text(
                nb: "«\(path)» er en database som tilhører et annet program",
                nn: "«\(path)» er ein database som høyrer til eit anna program",
                en: "'\(path)' is a database that belongs to another program")
        case .newer(let path, let found, let known):
            Text(
                nb: "lageret «\(path)» har format \(found), laget av en nyere kjerne; dette programmet kjenner format \(known)",
                nn: "lageret «\(path)» har format \(found), laga av ein nyare kjerne; dette programmet kjenner format \(known)",
                en: "the store '\(path)' has format \(found), made by a newer kjerne; this program knows format \(known)")
        case .older(let path, let found, let known):
            Text(
                nb: "lageret «\(path)» har format \(found) og må oppgraderes til format \(known) før det kan leses",
                nn: "lageret «\(path)» har format \(found) og må oppgraderast til format \(known) før det kan lesast",
                en: "the store '\(path)' has format \(found) and must be upgraded to format \(known) before it can be read")
        case .busy(let path):
            Text(
                nb: "lageret «\(path)» er opptatt: en annen prosess skriver", nn: "lageret «\(path)» er oppteke: ein annan prosess skriv",
                en: "the store '\(path)' is busy: another process is writing")
        case .diskFull(let path):
            Text(
                nb: "disken er full, så lageret «\(path)» kan ikke skrives", nn: "disken er full, så lageret «\(path)» kan ikkje skrivast",
                en: "the disk is full, so the store '\(path)' cannot be written")
        case .readOnly(let path):
            Text(
                nb: "lageret «\(path)» eller mappen det ligger i, er skrivebeskyttet",
                nn: "lageret «\(path)» eller mappa det ligg i, er skriveverna",
                en: "the store '\(path)', or the folder it lies in, is read-only")
        case .io(let path, let detail):
            Text(
                nb: "lageret «\(path)» kan ikke leses eller skrives: \(detail(.nb))",
                nn: "lageret «\(path)» kan ikkje lesast eller skrivast: \(detail(.nn))",
                en: "the store '\(path)' cannot be read or written: \(detail(.en))")
        }
    }

    /// SQLite has its own words in English alone, so they stand apart, as a quotation.
    public var notes: [Text] {
        guard case .damaged(_, let detail) = self else { return [] }
        return [Text(nb: "SQLite sier: «\(detail)»", nn: "SQLite seier: «\(detail)»", en: "SQLite says: '\(detail)'")]
    }

    public var help: Text? {
        switch self {
        case .missing:
            Text(
                nb: "«kjerne apply» oppretter lageret; kontroller ellers «store» i Config/kjerne.yaml",
                nn: "«kjerne apply» opprettar lageret; kontroller elles «store» i Config/kjerne.yaml",
                en: "'kjerne apply' creates the store; otherwise check 'store' in Config/kjerne.yaml")
        case .cannotCreate(_, .system):
            Text(
                nb: "gjør mappen skrivbar, eller sett en annen sti i «store» i Config/kjerne.yaml",
                nn: "gjer mappa skrivbar, eller set ein annan sti i «store» i Config/kjerne.yaml",
                en: "make the folder writable, or set another path under 'store' in Config/kjerne.yaml")
        case .cannotCreate(_, .leftover(let file)):
            Text(
                nb: "legg lageret tilbake hvis det ble flyttet; flytt ellers «\(file)» bort, den kan inneholde de siste endringene",
                nn: "legg lageret tilbake dersom det vart flytta; flytt elles «\(file)» bort, ho kan innehalde dei siste endringane",
                en: "put the store back if it was moved; otherwise move '\(file)' away, since it may hold the last changes")
        case .folder:
            Text(
                nb: "skriv navnet på en fil under «store» i Config/kjerne.yaml, for eksempel var/kjerne.sqlite",
                nn: "skriv namnet på ei fil under «store» i Config/kjerne.yaml, til dømes var/kjerne.sqlite",
                en: "name a file under 'store' in Config/kjerne.yaml, for example var/kjerne.sqlite")
        case .notADatabase:
            Text(
                nb: "kontroller «store» i Config/kjerne.yaml; er stien riktig, gjenopprett fra en sikkerhetskopi",
                nn: "kontroller «store» i Config/kjerne.yaml; er stien rett, gjenopprett frå ein tryggingskopi",
                en: "check 'store' in Config/kjerne.yaml; if the path is right, restore from a backup")
        case .damaged:
            Text(
                nb: "ta vare på filen, kontroller disken og gjenopprett fra en sikkerhetskopi",
                nn: "ta vare på fila, kontroller disken og gjenopprett frå ein tryggingskopi",
                en: "keep the file, check the disk, and restore from a backup")
        case .foreign:
            Text(
                nb: "sett en annen sti i «store» i Config/kjerne.yaml; filen er ikke rørt",
                nn: "set ein annan sti i «store» i Config/kjerne.yaml; fila er ikkje rørt",
                en: "set another path under 'store' in Config/kjerne.yaml; the file has not been touched")
        case .newer:
            Text(
                nb: "bruk den kjernen som laget lageret, eller en nyere", nn: "bruk den kjernen som laga lageret, eller ein nyare",
                en: "use the kjerne that made the store, or a newer one")
        case .older:
            Text(
                nb: "ta en sikkerhetskopi og kjør så «kjerne apply», som oppgraderer lageret",
                nn: "ta ein tryggingskopi og køyr så «kjerne apply», som oppgraderer lageret",
                en: "make a backup, then run 'kjerne apply', which upgrades the store")
        case .busy:
            Text(
                nb: "prøv igjen om litt; ingenting er endret", nn: "prøv igjen om litt; ingenting er endra",
                en: "try again in a while; nothing has changed")
        case .diskFull:
            Text(
                nb: "frigjør plass og prøv igjen; ingenting er endret", nn: "frigjer plass og prøv igjen; ingenting er endra",
                en: "free some space and try again; nothing has changed")
        case .readOnly:
            Text(
                nb:
                    "SQLite må kunne skrive i mappen også for å lese: gi brukeren skriverett, eller kopier lageret til en skrivbar mappe",
                nn:
                    "SQLite må kunne skrive i mappa også for å lese: gi brukaren skriverett, eller kopier lageret til ei skrivbar mappe",
                en:
                    "SQLite writes in the folder even to read: give the user write access, or copy the store to a writable folder"
            )
        case .io:
            Text(
                nb: "kontroller rettighetene og disken; ingenting er endret", nn: "kontroller rettane og disken; ingenting er endra",
                en: "check permissions and the disk; nothing has changed")
        }
    }
}
