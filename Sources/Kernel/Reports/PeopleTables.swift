public import GRDB

/// Lists of people, offerings and enrolments.
public enum PeopleTables {
    public static func list(_ filter: PersonFilter, as reading: PeopleReading, in db: Database) throws -> Table {
        Table(
            "kernel.people", title: Text(nb: "Personer", nn: "Personar", en: "People"),
            columns: [
                .init("id", .code, Text(nb: "Id", nn: "Id", en: "Id")),
                .init("family_name", .text, Text(nb: "Etternavn", nn: "Etternamn", en: "Family name")),
                .init("given_name", .text, Text(nb: "Fornavn", nn: "Førenamn", en: "Given name")),
                .init("email", .text, Text(nb: "E-post", nn: "E-post", en: "E-mail")),
                .init("language", .code, Text(nb: "Språk", nn: "Språk", en: "Language")),
            ],
            rows: try reading.list(filter, in: db).map { person in
                [.text(person.id), .text(person.familyName), .text(person.givenName), .init(person.email), .init(person.language)]
            })
    }

    public static func show(_ detail: PersonDetail, as reading: PeopleReading, in db: Database) throws -> Table {
        let person = detail.person
        let roles = try RoleWords(in: db)
        var rows: [[Table.Cell]] = [row(Text(nb: "Navn", nn: "Namn", en: "Name"), person.name)]
        if reading.seesAll(of: person.key) {
            rows.append(row(Text(nb: "E-post", nn: "E-post", en: "E-mail"), person.email ?? ""))
            rows.append(row(Text(nb: "Språk", nn: "Språk", en: "Language"), person.language ?? ""))
        }
        for affiliation in detail.affiliations {
            rows.append([
                .localized(Text(nb: "Hører til", nn: "Høyrer til", en: "Belongs to")),
                inWords("\(affiliation.organisation) (\(affiliation.role))") {
                    "\(affiliation.organisation) (\(roles.title(affiliation.role)($0)))"
                },
            ])
        }
        for role in detail.roles { rows.append([.localized(Text(nb: "Rolle", nn: "Rolle", en: "Role")), roles.cell(role)]) }
        for enrolment in detail.enrolments {
            rows.append([
                .localized(Text(nb: "Påmeldt", nn: "Påmeld", en: "Enrolled")),
                inWords("\(enrolment.offering) (\(enrolment.role), \(enrolment.state.rawValue), \(enrolment.since))") {
                    "\(enrolment.offering) (\(roles.title(enrolment.role)($0)), \(enrolment.state.title($0)), \(enrolment.since))"
                },
            ])
        }
        for group in detail.groups { rows.append(row(Text(nb: "Gruppe", nn: "Gruppe", en: "Group"), group)) }
        return Table(
            "kernel.person", title: Text(verbatim: person.id), parameters: [("person", .string(person.id))],
            columns: [
                .init("field", .localized, Text(nb: "Felt", nn: "Felt", en: "Field")),
                .init("value", .text, Text(nb: "Verdi", nn: "Verdi", en: "Value")),
            ], rows: rows)
    }

    /// All offerings; how many take part only in those whose participants the reader may see.
    public static func offerings(variant: String?, as reading: PeopleReading, in db: Database) throws -> Table {
        Table(
            "kernel.offerings", title: Text(nb: "Gjennomføringer", nn: "Gjennomføringar", en: "Offerings"),
            columns: [
                .init("offering", .code, Text(nb: "Gjennomføring", nn: "Gjennomføring", en: "Offering")),
                .init("variant", .code, Text(nb: "Variant", nn: "Variant", en: "Variant")),
                .init("release", .code, Text(nb: "Utgave", nn: "Utgåve", en: "Release")),
                .init("mode", .code, Text(nb: "Ved ny utgave", nn: "Ved ny utgåve", en: "Mode")),
                .init("start", .date, Text(nb: "Start", nn: "Start", en: "Start")),
                .init("state", .code, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("enrolments", .integer, Text(nb: "Påmeldte", nn: "Påmelde", en: "Enrolments")),
            ],
            rows: try Offering.list(variant: variant, in: db).map { offering in
                [
                    .text(offering.id), .text(offering.variant), .text(offering.release),
                    .coded(offering.mode.rawValue, offering.mode.title), .text(offering.start),
                    .coded(offering.state.rawValue, offering.state.title),
                    reading.sees(offering: offering.id) ? .integer(offering.enrolments) : .empty,
                ]
            })
    }

    public static func enrolments(of offering: String, as reading: PeopleReading, in db: Database) throws -> Table {
        let roles = try RoleWords(in: db)
        return Table(
            "kernel.enrolments", title: Text(nb: "Påmeldinger", nn: "Påmeldingar", en: "Enrolments"),
            parameters: [("offering", .string(offering))],
            columns: [
                .init("id", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                .init("person", .code, Text(nb: "Person", nn: "Person", en: "Person")),
                .init("role", .code, Text(nb: "Rolle", nn: "Rolle", en: "Role")),
                .init("state", .code, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("since", .instant, Text(nb: "Siden", nn: "Sidan", en: "Since")),
            ],
            rows: try reading.enrolments(of: offering, in: db).map { enrolment in
                [
                    .integer(Int(enrolment.key)), .text(enrolment.person), roles.cell(enrolment.role),
                    .coded(enrolment.state.rawValue, enrolment.state.title), .instant(enrolment.since),
                ]
            })
    }

    private static func row(_ field: Text, _ value: String) -> [Table.Cell] { [.localized(field), .text(value)] }

    /// A line with codes in it: programs read them as they are, people what they are called.
    private static func inWords(_ code: String, _ line: (Language) -> String) -> Table.Cell {
        .coded(code, Text(nb: line(.nb), nn: line(.nn), en: line(.en)))
    }
}
