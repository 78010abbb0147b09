import GRDB
import Kernel

/// Whether somebody holds a role in an offering: there itself, or in an institution that gives the course.
struct OfferingRole {
    let course: LiveCourse

    init(_ course: LiveCourse) { self.course = course }

    /// - Throws: `RoleRefusal`.
    func require(_ roles: [String], of actor: Actor, in db: Database) throws {
        if try isHeld(roles, by: actor, in: db) { return }
        let words = try RoleWords(in: db)
        throw RoleRefusal(offering: course.offering, roles: roles.map { words.title($0).inSentence })
    }

    /// Whether an actor holds one of the roles; the operator does.
    func isHeld(_ roles: [String], by actor: Actor, in db: Database) throws -> Bool {
        guard case .person(let person) = actor else { return true }
        let institutions = [course.variant.course.institution] + course.variant.course.partners
        for role in roles {
            let isEnrolled = try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT 1 FROM kernel_enrolment WHERE person = ? AND offering = ? AND role = ? AND state = 'active')",
                arguments: [person, course.offering, role])
            if isEnrolled == true { return true }
            for institution in institutions {
                let isAffiliated = try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_affiliation WHERE person = ? AND organisation = ? AND role = ?)",
                    arguments: [person, institution, role])
                if isAffiliated == true { return true }
            }
        }
        return false
    }
}

/// That somebody has no role in an offering.
struct RoleRefusal: ExplainedError {
    var offering: String
    /// What people call those that would do.
    var roles: [Text]
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "du har ikke rett til dette i «\(offering)»", nn: "du har ikkje rett til dette i «\(offering)»",
            en: "you have no right to this in '\(offering)'")
    }
    var help: Text? {
        func names(_ language: Language) -> String { roles.map { $0(language) }.joined(separator: ", ") }
        return Text(nb: "det har \(names(.nb))", nn: "det har \(names(.nn))", en: "\(names(.en)) have")
    }
}
