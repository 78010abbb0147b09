import Kernel

/// `community.measures`: how one staff work together, each number with n, its definition, and where there is none the reason.
struct MeasuresReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let floor = max(reading.floor, reading.settings["floor"]?.integer ?? 0)
        let group = parameters["group"]?.string ?? ""
        let staff = try StaffMeasures(group: group, reading)
        let lines = staff.turns + [staff.followUps, staff.tryOuts] + staff.sharing + staff.observation + [staff.mentoring]
        let rows = lines.map { line -> [Table.Cell] in
            guard line.people.map({ $0 >= floor }) ?? true, let value = line.value else {
                return [.localized(line.name), .suppressed, .suppressed, .localized(line.counted), .localized(line.definition)]
            }
            return [.localized(line.name), value.cell, .integer(value.n), .localized(line.counted), .localized(value.definition)]
        }
        return Table(
            "community.measures",
            title: Text(nb: "Hvordan vi arbeider sammen", nn: "Korleis vi arbeider saman", en: "How we work together"),
            parameters: [("group", .string(group))],
            columns: [
                .init("measure", .localized, Text(nb: "Mål", nn: "Mål", en: "Measure")),
                .init("value", .number, Text(nb: "Verdi", nn: "Verdi", en: "Value")),
                .init("n", .integer, Text(nb: "n", nn: "n", en: "n")),
                .init("counted", .localized, Text(nb: "n er", nn: "n er", en: "n is")),
                .init("definition", .localized, Text(nb: "Hva tallet er", nn: "Kva talet er", en: "What the number is")),
            ], rows: rows,
            notes: [
                Text(
                    nb:
                        "Tallene gjelder én skole og er til samtale i personalet. De legges ikke sammen, og skoler rangeres ikke etter dem.",
                    nn:
                        "Tala gjeld éin skule og er til samtale i personalet. Dei blir ikkje lagde saman, og skular blir ikkje rangerte etter dei.",
                    en:
                        "The numbers are about one school, for its staff to talk about. They are not added up, and schools are not ranked by them."
                ),
                Text(
                    nb:
                        "Vilje til endring vises på to måter som aldri slås sammen: det personalet sier i undersøkelsen, og avtalte utprøvinger som er gjort.",
                    nn:
                        "Vilje til endring blir vist på to måtar som aldri blir slått saman: det personalet seier i undersøkinga, og avtalte utprøvingar som er gjorde.",
                    en:
                        "Willingness to change is shown in two ways that are never merged: what the staff say in the survey, and agreed try-outs that were carried out."
                ),
            ], suppression: Suppression(floor: floor))
    }
}
