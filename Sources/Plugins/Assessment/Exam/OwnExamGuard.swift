import GRDB
import Kernel

/// Everyone who delivers a script is registered, may sit, and has no other script; a group is one only where the part says so.
struct OwnExamGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let store = ExamStore(db)
        guard let script = try store.script(act.number), let tree = try ExamTree.of(offering: script.offering, in: db),
            let part = tree.part(script.exam)
        else { return }
        if script.members.count > 1, !part.isGroup || script.members.count > part.groupSize {
            let most = part.isGroup ? part.groupSize : 1
            throw ActRefusal.rule(
                "own-exam", nb: "\(script.members.count) leverer sammen, men delen «\(part.exam)» tillater \(most)",
                nn: "\(script.members.count) leverer saman, men delen «\(part.exam)» tillèt \(most)",
                en: "\(script.members.count) deliver together, but the part '\(part.exam)' allows \(most)")
        }
        // Either Norwegian may be handed in whatever the part says (UH-forskriften § 5-4).
        if let language = act.values["language"]?.string, !part.languages.isEmpty, !(part.languages + ["nb", "nn"]).contains(language) {
            let list = part.languages.joined(separator: ", ")
            throw ActRefusal.rule(
                "own-exam", nb: "delen «\(part.exam)» kan besvares på \(list), ikke på «\(language)» (UH-forskriften § 5-4)",
                nn: "delen «\(part.exam)» kan svarast på på \(list), ikkje på «\(language)» (UH-forskrifta § 5-4)",
                en: "the part '\(part.exam)' may be answered in \(list), not in '\(language)' (UH-forskriften § 5-4)")
        }
        for person in script.members {
            let name = try String.fetchOne(db.cachedStatement(sql: "SELECT id FROM kernel_person WHERE key = ?"), arguments: [person]) ?? ""
            guard let candidate = try store.candidate(of: person, in: script.activity), candidate.state == "registered" else {
                throw ActRefusal.rule(
                    "own-exam", nb: "\(name) er ikke oppmeldt til eksamen", nn: "\(name) er ikkje oppmeld til eksamen",
                    en: "\(name) is not registered for the exam")
            }
            if person == script.members.first, candidate.number != script.candidate {
                throw ActRefusal.rule(
                    "own-exam", nb: "besvarelsen hører til en tidligere oppmelding av \(name)",
                    nn: "svaret høyrer til ei tidlegare oppmelding av \(name)",
                    en: "the script belongs to an earlier registration of \(name)")
            }
            if let obstacle = try Eligibility(db, at: act.instant, live: act.live, for: act.actor).obstacle(person, in: script.activity) {
                throw ActRefusal.mayNotSit("own-exam", name, obstacle)
            }
        }
    }
}
