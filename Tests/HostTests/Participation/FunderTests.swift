import Foundation
import Kernel
import Testing

/// What the one who pays is told of the seats, and what she is not.
@Suite struct FunderTests {
    private func lab(floor: Int? = nil) throws -> AdmissionLab {
        let lab = try AdmissionLab { session in
            guard let floor else { return }
            try session.edit(
                "Config/kjerne.yaml", "  participation: ^1.0\n",
                "  participation: {version: ^1.0, settings: {funder-floor: \(floor)}}\n")
        }
        for number in 1...6 {
            try lab.ok("enrol", "handel-h27", "a\(number)")
            try lab.ok(
                "do", "participation.seat.create", "--enrolment", "handel-h27/a\(number)", "--kind", number == 6 ? "self-paying" : "funded",
                "--employer", AdmissionLab.owner(number), "--as", "adm-handel")
        }
        try lab.ok("do", "participation.seat.withdraw", "1", "--reason", "Ill for long", "--as", "a1", at: AdmissionLab.autumn)
        try lab.ok(
            "do", "participation.seat.exclude", "2", "--excluded-until", "2028-03-01", "--reason", "False documents", "--decided-by",
            "Nemnda", "--as", "adm-handel", at: AdmissionLab.autumn)
        return lab
    }

    private func rows(_ lab: AdmissionLab, _ person: String?) throws -> [[String: JSONValue]] {
        try lab.rows("participation.funder", by: person, at: AdmissionLab.autumn)
    }

    @Test func anOwnerSeesItsOwnSeatsAndNotHowFewWentOn() throws {
        let lab = try lab()
        let all = try rows(lab, "adm-handel")
        #expect(all.map { $0["owner"]?.string } == [nil, "kommune-1", "kommune-2"])
        #expect(all.first?["seats"]?.integer == 6 && all.first?["funded"]?.integer == 5 && all.first?["self-paying"]?.integer == 1)
        #expect(all.first?["withdrawn"]?.integer == 1 && all.first?["excluded"]?.integer == 1)
        let own = try rows(lab, "o1")
        #expect(own.map { $0["owner"]?.string } == ["kommune-1"])
        #expect(own.first?["seats"]?.integer == 4 && own.first?["funded"]?.integer == 4)
        // Four are fewer than five.
        for column in ["active", "completed", "withdrawn", "excluded", "transferred", "drop-out"] {
            #expect(own.first?[column]?.integer == nil && own.first?[column]?.double == nil, "\(column)")
        }
        #expect(try rows(lab, nil).count == 3)
        #expect(try rows(lab, "adm-vest").isEmpty)
        for person in ["a3", "co-handel"] {
            #expect(lab.session.run(["report", "participation.funder", "--as", person], now: AdmissionLab.autumn).code == 77, "\(person)")
        }
        // Nothing of anyone is to be found besides.
        let text = try lab.ok("report", "participation.funder", "--as", "o1", "--output", "html", at: AdmissionLab.autumn)
        #expect(!text.contains("False documents") && !text.contains("Ill for long") && !text.contains("a2"))
        #expect(try lab.rows(command: "list", "participation.seat", by: "o1", at: AdmissionLab.autumn).isEmpty)
    }

    @Test func whoIsExcludedIsAmongThoseWhoLeft() throws {
        let lab = try lab(floor: 4)
        let own = try #require(try rows(lab, "o1").first)
        #expect(own["withdrawn"]?.integer == 2 && own["active"]?.integer == 2 && own["drop-out"]?.double == 50)
        #expect(own["excluded"]?.integer == nil)
        #expect(try rows(lab, "o2").first?["withdrawn"]?.integer == nil)
    }
}
