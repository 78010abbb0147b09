import GRDB
import Kernel

/// Whether somebody holds a role in an offering: there itself, or in an institution that gives the course.
struct OfferingRole {
    let course: LiveCourse

    init(_ course: LiveCourse) { self.course = course }

    /// - Throws: `RoleRefusal`.
    func require(_ roles: [String], of actor: Actor, in db: Database) throws {
        guard case .person(let person) = actor else { return }
        let institutions = [course.variant.course.institution] + course.variant.course.partners
        for role in roles {
            let isEnrolled = try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT 1 FROM kernel_enrolment WHERE person = ? AND offering = ? AND role = ? AND state = 'active')",
                arguments: [person, course.offering, role])
            if isEnrolled == true { return }
            for institution in institutions {
                let isAffiliated = try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_affiliation WHERE person = ? AND organisation = ? AND role = ?)",
                    arguments: [person, institution, role])
                if isAffiliated == true { return }
            }
        }
        throw RoleRefusal(offering: course.offering, roles: roles)
    }
}

/// That somebody has no role in an offering.
struct RoleRefusal: ExplainedError {
    var offering: String
    var roles: [String]
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "du har ikke rett til dette i «\(offering)»", nn: "du har ikkje rett til dette i «\(offering)»",
            en: "you have no right to this in '\(offering)'")
    }
    var help: Text? {
        let names = roles.joined(separator: ", ")
        return Text(nb: "det har \(names)", nn: "det har \(names)", en: "\(names) have")
    }
}
