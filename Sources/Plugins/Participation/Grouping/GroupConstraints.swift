import GRDB
import Kernel

/// What holds of groups however they were made: no more in one than its size, never two from one school who did not come together, teams whole.
enum GroupConstraints {
    /// One who is placed in a group.
    struct Place: Hashable {
        var enrolment: String
        var group: Int
        var school: String?
        var team: String?
    }

    /// Something that does not hold.
    struct Fault: Hashable {
        var group: Int
        var text: Text
        /// Those whom it is about.
        var members: Set<String>

        static func == (a: Fault, b: Fault) -> Bool { (a.group, a.text.byLanguage, a.members) == (b.group, b.text.byLanguage, b.members) }

        func hash(into hasher: inout Hasher) {
            hasher.combine(group)
            hasher.combine(members)
        }
    }

    static func faults(_ places: [Place], size: Int) -> [Fault] {
        let homes = Dictionary(grouping: places.filter { $0.team != nil }) { $0.team ?? "" }
        return Dictionary(grouping: places, by: \.group).sorted { $0.key < $1.key }.flatMap { number, members -> [Fault] in
            var faults: [Fault] = []
            func add(_ about: [Place], nb: String, nn: String, en: String) {
                faults.append(Fault(group: number, text: Text(nb: nb, nn: nn, en: en), members: Set(about.map(\.enrolment))))
            }
            if members.count > size {
                let count = members.count
                add(
                    members, nb: "\(count) i en gruppe på høyst \(size)", nn: "\(count) i ei gruppe på høgst \(size)",
                    en: "\(count) in a group of \(size) at the most")
            }
            let schools = Dictionary(grouping: members.filter { $0.school != nil }) { $0.school ?? "" }
            for (school, own) in schools.sorted(by: { $0.key < $1.key }) where own.count > 1 {
                guard Set(own.map { $0.team ?? " \($0.enrolment)" }).count > 1 else { continue }
                add(own, nb: "flere fra \(school)", nn: "fleire frå \(school)", en: "several from \(school)")
            }
            for team in Set(members.compactMap(\.team)).sorted() {
                let all = homes[team] ?? []
                guard Set(all.map(\.group)).count > 1 else { continue }
                add(all, nb: "deler ledergruppen \(team)", nn: "deler leiargruppa \(team)", en: "splits the team \(team)")
            }
            return faults
        }
    }

    /// The places of a division as the store has them, by the number of the placement.
    static func places(of grouping: Int64, in db: Database) throws -> [(placement: Int64, place: Place, reason: String?)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT x._id, x.enrolment, x.number, s.school, s.team, x.reason FROM participation_placement x
                LEFT JOIN participation_seat s ON s.enrolment = x.enrolment WHERE x.grouping = ? ORDER BY x._id
                """, arguments: [grouping]
        ).map { row in
            (
                row[0], Place(enrolment: String(row[1] as Int64), group: row[2], school: row[3], team: row[4]), row[5]
            )
        }
    }

    /// The faults as one sentence.
    static func sentence(_ faults: [Fault]) -> Text {
        func list(_ language: Language) -> String {
            let word =
                switch language {
                case .nb: "gruppe"
                case .nn: "gruppe"
                case .en: "group"
                }
            return faults.map { "\(word) \($0.group): \($0.text(language))" }.joined(separator: "; ")
        }
        return Text(nb: list(.nb), nn: list(.nn), en: list(.en))
    }

    /// Refuses what breaks a rule and does not say why.
    ///
    /// - Throws: `ActRefusal`.
    static func require(_ after: [Place], insteadOf before: [Place], size: Int, reason: String?) throws {
        let known = Set(faults(before, size: size))
        let new = faults(after, size: size).filter { !known.contains($0) }
        guard !new.isEmpty, reason?.isEmpty ?? true else { return }
        let text = sentence(new)
        throw ActRefusal.rule(
            "keeps-groups",
            nb: "det bryter en regel for gruppene: \(text(.nb)); skriv hvorfor regelen fravikes (--reason), eller bytt to med swap-places",
            nn:
                "det bryt ein regel for gruppene: \(text(.nn)); skriv kvifor regelen blir fråviken (--reason), eller byt to med swap-places",
            en: "it breaks a rule of the groups: \(text(.en)); write why the rule is set aside (--reason), or swap two with swap-places")
    }
}
