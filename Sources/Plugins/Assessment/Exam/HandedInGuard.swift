import GRDB
import Kernel

/// What is delivered holds something: a text or a file, or the works of a portfolio, which another guard counts.
struct HandedInGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let hasText = act.values["text"]?.string?.isEmpty == false
        let hasFiles = act.values["files"]?.array?.isEmpty == false
        guard !hasText, !hasFiles else { return }
        if act.record.name == "script", let script = try ExamStore(db).script(act.number), try Portfolio(of: script, in: db) != nil {
            return
        }
        throw ActRefusal.rule(
            "handed-in", nb: "det er ingen tekst og ingen fil å levere", nn: "det er ingen tekst og inga fil å levere",
            en: "there is no text and no file to deliver")
    }
}
