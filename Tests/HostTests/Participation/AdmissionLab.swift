import Foundation
import Kernel
import KernelTesting
import KjerneHost

/// The shipped workspace with a few applicants: `a1` to `a6` from two municipalities, their owners `o1` and `o2`, and staff of institutions.
final class AdmissionLab {
    let session: Session
    /// Applications of all the shipped variants are open.
    static let open = "2027-04-01T08:00:00Z"
    static let autumn = "2027-09-15T08:00:00Z"

    struct Failed: Error, CustomStringConvertible { var description: String }

    /// The modules that are compiled into the host.
    private let linked: LinkedModules

    init(linked: LinkedModules = Session.linked, change: (Session) throws -> Void = { _ in }) throws {
        self.linked = linked
        session = try Session(nil)
        for folder in ["Config", "Modules"] {
            try FileManager.default.copyItem(
                atPath: WorkspaceFixture.root(#filePath) + "/" + folder, toPath: session.path + "/" + folder)
        }
        try change(session)
        try ok("apply", "--yes")
        var roster = "id,given_name,family_name,email,organisation,role,language\n"
        for number in 1...6 {
            roster += "a\(number),Kari,Nes \(number),,skole-\((number + 1) / 2),principal,nb\n"
        }
        roster += "o1,Odd,Eier,,kommune-1,school-owner,nb\no2,Eva,Eier,,kommune-2,school-owner,nb\n"
        for institution in ["kyst", "fjell", "oppdrag", "storby", "handel", "vest"] {
            roster +=
                "adm-\(institution),Siri,Adm,,\(institution),administrator,nb\nco-\(institution),Per,Haug,,\(institution),coordinator,nb\n"
        }
        try session.put(roster, "people.csv")
        try session.put("attest\n", "attest.txt")
        try ok("people", "import", "people.csv")
        for (school, owner) in [("skole-1", "kommune-1"), ("skole-2", "kommune-1"), ("skole-3", "kommune-2")] {
            try ok("do", "kernel.organisation.place", "--organisation", school, "--within", owner)
        }
    }

    /// The commissioned course, ranked by seniority, with one seat that is paid for and one without credits beside those of the commission.
    ///
    /// - Parameters:
    ///   - seats: how many the commission has.
    ///   - unwished: what becomes of the seat that nobody wished for.
    static func commissioned(
        seats: Int = 1, minimum: Int = 1, orderedBy owner: String = "kommune-1", unwished: String? = nil
    ) throws -> AdmissionLab {
        try AdmissionLab { session in
            let file = "Config/institutions/oppdrag/variants/oppdrag-plf-2027.yaml"
            let paid = "{seat: self-paying, number: 1" + (unwished.map { ", unwished: \($0)" } ?? "") + "}"
            for (old, new) in [
                ("places: 30", "places: \(seats + 2)"), ("minimum: 15", "minimum: \(minimum)"), ("for: elvdal-kommune", "for: \(owner)"),
                ("{seat: commission, number: 20}", "{seat: commission, number: \(seats)}"), ("{seat: self-paying, number: 4}", paid),
                ("{seat: without-credits, number: 6, credits: false}", "{seat: without-credits, number: 1, credits: false}"),
                ("ranking: {strategy: none, tiers: []}", "ranking: {strategy: seniority, tiers: []}"),
            ] { try session.edit(file, old, new) }
        }
    }

    @discardableResult
    func ok(_ words: String..., at now: String = AdmissionLab.open) throws -> String { try ok(words, at: now) }

    @discardableResult
    func ok(_ words: [String], at now: String = AdmissionLab.open) throws -> String {
        let answer = session.run(words, linked: linked, now: now)
        guard answer.code == 0 else { throw Failed(description: "\(words): \(answer.code)\n\(answer.out)\(answer.err)") }
        return answer.out
    }

    /// What is refused, with its reason.
    func refused(_ words: String..., at now: String = AdmissionLab.open) -> String { refused(words, at: now) }

    func refused(_ words: [String], at now: String = AdmissionLab.open) -> String {
        let answer = session.run(["do"] + words, linked: linked, now: now)
        return answer.code == 0 ? "done" : "\(answer.code) \(answer.err)\(answer.out)"
    }

    /// The owner of an applicant.
    static func owner(_ number: Int) -> String { number <= 4 ? "kommune-1" : "kommune-2" }

    /// A round of an offering, whose days are moved so that it is open.
    func round(_ offering: String, deadline: String = "2027-04-30") throws {
        let institution = offering.prefix { $0 != "-" }
        try ok(
            "do", "participation.round.create", "--offering", offering, "--opens", "2027-01-01", "--deadline", deadline,
            "--owner-deadline", "2027-05-10", "--as", "adm-\(institution)")
    }

    /// Applications with what the programme demands, handed in.
    func apply(_ numbers: ClosedRange<Int>, extra: [String] = []) throws {
        for number in numbers {
            try ok(
                [
                    "do", "participation.application.create", "--round", "1", "--applicant", "a\(number)", "--employer", Self.owner(number),
                    "--school", "skole-\((number + 1) / 2)", "--post", "principal", "--as", "a\(number)",
                ] + extra)
            let id = String(number)
            try ok(
                "do", "participation.evidence.create", "--application", id, "--demand", "utdanning", "--kind", "principal-programme",
                "--credits", "30", "--document", "attest.txt", "--as", "a\(number)")
            try ok(
                "do", "participation.evidence.create", "--application", id, "--demand", "stilling", "--kind", "leader-employment",
                "--post", "principal", "--from", "20\(10 + number)-08-01", "--percent", "100", "--document", "attest.txt", "--as",
                "a\(number)")
            try ok("do", "participation.application.submit", id, "--as", "a\(number)")
        }
    }

    /// The owners approve, and all evidence is accepted.
    func judge(_ numbers: ClosedRange<Int>, by administrator: String, approve: Bool = true) throws {
        for number in numbers {
            if approve {
                try ok(
                    "do", "participation.application.approve", String(number), "--priority", String(number), "--as",
                    number <= 4 ? "o1" : "o2")
            }
            for piece in [2 * number - 1, 2 * number] {
                try ok("do", "participation.evidence.verify", String(piece), "--as", administrator)
            }
        }
    }

    /// The rows of a report as someone gets it, each by its columns.
    func rows(
        command: String = "report", _ words: String..., by person: String? = nil, at now: String = AdmissionLab.open
    ) throws -> [[String: JSONValue]] {
        let text = try ok([command] + words + ["--output", "json"] + (person.map { ["--as", $0] } ?? []), at: now)
        let json = try JSONValue(parsing: Array(text.utf8))
        let columns = (json["columns"]?.array ?? []).compactMap { $0["id"]?.string }
        return (json["rows"]?.array ?? []).map { row in
            Dictionary(uniqueKeysWithValues: zip(columns, row.array ?? []).map { ($0, $1) })
        }
    }

    func state(_ application: Int) throws -> String? {
        let text = try ok("show", "participation.application", String(application), "--output", "json")
        return try JSONValue(parsing: Array(text.utf8))["state"]?.string
    }
}
