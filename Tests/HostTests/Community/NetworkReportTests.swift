import Foundation
import Kernel
import Testing

/// `report community.network` has what a reader may see of a network: shared visits and the evaluation too.
@Suite struct NetworkReportTests {
    private let school: CommunityLab
    private var lab: RuntimeLab { school.lab }

    init() throws { school = try CommunityLab() }

    private func rows(_ network: String, by person: String) throws -> [String] {
        try school.report("community.network", "--network", network, by: person).map {
            ($0["kind"]?["en"]?.string ?? "") + ": " + ($0["what"]?.string ?? "")
        }
    }

    @Test func aSharedVisitIsThereForThePartner() throws {
        try lab.ok("do", "kernel.group.add", "--group", "nett", "--person", "e1", "--role", "partner")
        let network = try lab.make("community.network.create", "--group", "nett", "--title", "To skoler", "--purpose", "Lære", by: "r1")
        func reported(_ group: String) throws -> String {
            let visit = try lab.make(
                "community.visit.create", "--group", group, "--host", "dalheim", "--held", "2027-09-20", "--question", "Hva?", "--receives",
                "g1", by: "r1")
            try lab.ok("do", "community.visit.hold", visit, "--as", "r1")
            try lab.ok("do", "community.visit.report", visit, "--report", "Rapport fra \(group)", "--as", "r1")
            return visit
        }
        let (visit, other) = (try reported("nett"), try reported("heim"))
        #expect(try rows(network, by: "e1") == ["Network: To skoler"])
        func share(_ visit: String, from group: String) throws -> String {
            let share = try school.share("visit", visit, "--to-organisation", "kommune", "--role", "school-owner", from: group)
            try school.agree(share, by: "g1")
            return share
        }
        let given = try share(visit, from: "nett")
        _ = try share(other, from: "heim")
        // The visit of the network, and not that of another group.
        #expect(try rows(network, by: "e1") == ["Network: To skoler", "School visit: Rapport fra nett"])
        try school.take(given, by: "g1")
        #expect(try rows(network, by: "e1") == ["Network: To skoler"])
    }

    /// A member to whom the visit was shared besides sees it as before.
    @Test func aMemberWithWhomAVisitIsSharedSeesIt() throws {
        let network = try lab.make("community.network.create", "--group", "nett", "--title", "To skoler", "--purpose", "Lære", by: "r1")
        let visit = try lab.make(
            "community.visit.create", "--group", "nett", "--host", "dalheim", "--held", "2027-09-20", "--question", "Hva?", "--receives",
            "g1", by: "r1")
        try lab.ok("do", "community.visit.hold", visit, "--as", "r1")
        try lab.ok("do", "community.visit.report", visit, "--report", "Rapporten", "--as", "r1")
        #expect(try rows(network, by: "v1").contains("School visit: Rapporten"))
        let share = try school.share("visit", visit, "--to-group", "nett", from: "nett")
        try school.agree(share, by: "g1")
        #expect(try rows(network, by: "v1").contains("School visit: Rapporten"))
    }

    @Test func theEvaluationIsThereForThoseWhoMayReadIt() throws {
        try lab.ok("do", "kernel.group.add", "--group", "nett", "--person", "e1", "--role", "partner")
        let network = try lab.make("community.network.create", "--group", "nett", "--title", "To skoler", "--purpose", "Lære", by: "r1")
        try lab.ok("do", "community.network.start", network, "--as", "r1")
        try lab.ok("do", "community.network.evaluate", network, "--evaluation", "Vi tør mer", "--as", "r1")
        for person in ["r1", "v1"] {
            #expect(try rows(network, by: person) == ["Network: To skoler", "What has come of it: Vi tør mer"], "\(person)")
        }
        // What has come of it is not shared with a partner.
        #expect(try rows(network, by: "e1") == ["Network: To skoler"])
        #expect(try rows(network, by: "x1").isEmpty)
    }
}
