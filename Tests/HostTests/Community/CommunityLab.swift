import Foundation
import Kernel
import KernelTesting
import Testing

/// A school of eight, `fjellheim`, with its leader `r1` and its owner, `kommune`, whose contact is `e1`; a learning group `lg` and a network
/// `nett` across schools; `c1` coordinates the course that `r1` takes, and `x1` is a stranger.
final class CommunityLab {
    let lab: RuntimeLab
    static let staff = (1...8).map { "s0\($0)" }
    /// Everyone who is no party to what `r1` and the staff keep to themselves.
    static let others: [String] = ["e1", "v1", "g1", "c1", "t1", "p2", "x1"]

    /// - Parameter settings: of the module, as they stand in `Config/kjerne.yaml`.
    init(language: String = "en", settings: String? = nil) throws {
        lab = try RuntimeLab(language: language) { files in
            if let settings {
                try files.replace(
                    "  community: ^1.0\n", with: "  community: {version: ^1.0, settings: \(settings)}\n", in: "Config/kjerne.yaml")
            }
        }
        var roster = "id,given_name,family_name,email,organisation,role,language\n"
        for id in Self.staff { roster += "\(id),Navn\(id),Slekt\(id),,fjellheim,teacher,nb\n" }
        roster += """
            r1,Rakel,Rektor,,fjellheim,leader,nb
            e1,Eva,Eier,,kommune,school-owner,nb
            v1,Vera,Venn,,dalheim,leader,nb
            g1,Geir,Gruppe,,dalheim,leader,nb

            """
        try lab.session.put(roster, "school.csv")
        try lab.ok("people", "import", "school.csv")
        try lab.ok("enrol", "nord-h27", "r1")
        for (id, organisation) in [("heim", "fjellheim"), ("nett", "kommune")] {
            try lab.ok("do", "kernel.group.create", "--id", id, "--title", id, "--organisation", organisation)
        }
        try lab.ok("do", "kernel.group.create", "--id", "lg", "--title", "lg", "--offering", "nord-h27")
        let members =
            Self.staff.map { "heim,\($0),member\n" }.joined()
            + "heim,r1,leader\nlg,r1,member\nlg,g1,member\nnett,r1,leader\nnett,v1,member\n"
        try lab.session.put("group,person,role\n" + members, "members.csv")
        try lab.ok("do", "kernel.group.add", "--each", "members.csv")
    }

    /// A project of `r1`.
    func project(need: String = "Hemmelig behov") throws -> String {
        try lab.make(
            "community.project.create", "--group", "heim", "--title", "Dybdelæring", "--need", need, "--responsible", "r1", "--starts",
            "2027-09-01", by: "r1")
    }

    /// Shares with an audience, by `r1`.
    @discardableResult
    func share(_ record: String, _ number: String, _ audience: String..., by person: String = "r1", from group: String = "heim") throws
        -> String
    {
        let words = ["community.share.create", "--group", group, "--record", record, "--number", number] + audience
        let text = try lab.ok(["do"] + words + ["--as", person, "--output", "json"])
        return try JSONValue(parsing: Array(text.utf8))["id"]?.string ?? ""
    }

    func agree(_ share: String, by person: String) throws { try lab.ok("do", "community.share.agree", share, "--as", person) }

    func take(_ share: String, by person: String = "r1") throws { try lab.ok("do", "community.share.take-back", share, "--as", person) }

    /// All that a person can get to see by every way there is: records, lists, searches, reports, exports, letters, the log.
    func everything(
        _ record: String, _ number: String, search: String, by person: String, now: String = RuntimeLab.open
    ) -> String {
        let commands = [
            ["show", "community.\(record)", number], ["list", "community.\(record)"], ["list", "community.\(record)", "--output", "csv"],
            ["list", "community.\(record)", "--search", search], ["list", "community.\(record)", "--output", "html"],
            ["report", "community.shared-with-me"], ["report", "community.project", "--project", number],
            ["report", "community.sharing"], ["report", "community.cycle", "--project", number, "--output", "html"],
            ["export", "community.shared"], ["export", "community.shared", "\(record):\(number)"], ["report", "kernel.notices"],
            ["log", "--output", "json"], ["report", "kernel.handed-out"],
            ["explain", "right", person, "community.\(record).update", number],
            ["do", "community.\(record).update", number, "--dry-run"], ["people", "list"],
        ]
        return commands.map { lab.session.run($0 + ["--as", person], now: now).out }.joined()
    }

    /// The ways by which most is seen, for those who should see nothing.
    func glance(_ record: String, _ number: String, by person: String) -> String {
        let commands = [
            ["show", "community.\(record)", number], ["list", "community.\(record)"], ["report", "community.shared-with-me"],
            ["export", "community.shared"],
        ]
        return commands.map { lab.session.run($0 + ["--as", person], now: RuntimeLab.open).out }.joined()
    }

    /// The rows of a report as someone gets it, each by its columns.
    func report(_ words: String..., by person: String? = "r1", now: String = RuntimeLab.open) throws -> [[String: JSONValue]] {
        let text = try lab.ok(["report"] + words + ["--output", "json"] + (person.map { ["--as", $0] } ?? []), now: now)
        let json = try JSONValue(parsing: Array(text.utf8))
        let columns = (json["columns"]?.array ?? []).compactMap { $0["id"]?.string }
        return (json["rows"]?.array ?? []).map { row in
            Dictionary(uniqueKeysWithValues: zip(columns, row.array ?? []).map { ($0, $1) })
        }
    }

    /// An open survey, and the tokens that as many of the staff have collected.
    ///
    /// More than nine are asked of a group to which as many as that have come.
    func survey(before: String? = nil, tokens: Int = 8, invited: Int = 9, now: String = RuntimeLab.open) throws -> (
        id: String, tokens: [String]
    ) {
        let invited = max(tokens, invited)
        if invited > 9 {
            let ids = (10...invited).map { "t\($0)" }
            let head = "id,given_name,family_name,email,organisation,role,language\n"
            try lab.session.put(head + ids.map { "\($0),N,S,,fjellheim,teacher,nb\n" }.joined(), "more.csv")
            try lab.ok("people", "import", "more.csv")
            try lab.session.put("group,person,role\n" + ids.map { "heim,\($0),member\n" }.joined(), "more-members.csv")
            try lab.ok("do", "kernel.group.add", "--each", "more-members.csv")
        }
        var words = ["community.survey.create", "--group", "heim", "--instrument", "plc-own", "--title", "Høst", "--invited", "\(invited)"]
        if let before { words += ["--before", before] }
        let made = try JSONValue(parsing: Array(try lab.ok(["do"] + words + ["--as", "r1", "--output", "json"], now: now).utf8))
        let id = made["id"]?.string ?? ""
        try lab.ok(["do", "community.survey.open", id, "--as", "r1"], now: now)
        let asked = Self.staff + ["r1"] + (invited > 9 ? (10...invited).map { "t\($0)" } : [])
        let given = try asked.prefix(tokens).map { try lab.token("community.answer", id, by: $0, now: now) }
        try #require(given.count == tokens)
        return (id, given)
    }

    static let items = ["l", "v", "c", "p", "s"].flatMap { letter in (1...4).map { "\(letter)\($0)" } }

    /// Whole answers, the value of each item by its place.
    static func answers(_ value: (Int) -> Int) -> String {
        "{" + items.enumerated().map { "\"\($0.element)\": \(value($0.offset))" }.joined(separator: ", ") + "}"
    }

    @discardableResult
    func answer(_ survey: String, _ token: String, _ answers: String, by person: String? = nil, now: String = RuntimeLab.open)
        -> Session.Answer
    {
        lab.session.run(
            ["do", "community.answer.create", "--survey", survey, "--answers", answers, "--token", token]
                + (person.map { ["--as", $0] } ?? []),
            now: now)
    }
}
