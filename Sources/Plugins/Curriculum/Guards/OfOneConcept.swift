import GRDB
import Kernel

/// The vignette and the category of a classification belong to the concept that the round is about.
///
/// Records are named by their numbers, which are easily taken for their places within a concept; an answer about another concept would be lost.
struct OfOneConcept: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let sitting = act.values["sitting"]?.integer else { return }
        let concept = try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT r.concept FROM curriculum_sitting s JOIN curriculum_round r ON r._id = s.round WHERE s._id = ?"),
            arguments: [sitting])
        for name in ["vignette", "category"] {
            guard let number = act.values[name]?.integer ?? act.values[name]?.string.flatMap(Int.init) else { continue }
            let own = try Int64.fetchAll(
                db.cachedStatement(sql: "SELECT _id FROM curriculum_\(name) WHERE concept = ? ORDER BY _id"), arguments: [concept])
            guard !own.contains(Int64(number)) else { continue }
            throw Self.refusal(name, number, own.map(String.init).joined(separator: ", "))
        }
    }

    private static func refusal(_ name: String, _ number: Int, _ own: String) -> ActRefusal {
        let isVignette = name == "vignette"
        return .guarded(
            by: "of-one-concept",
            Text(
                nb:
                    "\(isVignette ? "eksempel" : "kategori") \(number) hører til et annet begrep enn runden; begrepet i runden har disse: \(own)",
                nn:
                    "\(isVignette ? "døme" : "kategori") \(number) høyrer til eit anna omgrep enn runden; omgrepet i runden har desse: \(own)",
                en: "\(name) \(number) belongs to another concept than the round; the concept of the round has these: \(own)"))
    }
}
