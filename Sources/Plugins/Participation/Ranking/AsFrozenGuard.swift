import GRDB
import Kernel

/// What is ranked is what was frozen; lots are drawn where the rule needs them, and only there.
struct AsFrozenGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let basis = try RankingBasis(
            AdmissionCase(act, in: db), version: act.live.module("participation")?.version ?? "", in: db)
        guard basis.digest == act.values["digest"]?.string else {
            throw ActRefusal.rule(
                "as-frozen", nb: "søkerne, dokumentasjonen eller regelen er endret siden rangeringen ble låst; opphev den og lås på nytt",
                nn: "søkjarane, dokumentasjonen eller regelen er endra sidan rangeringa vart låst; opphev ho og lås på nytt",
                en: "applicants, evidence or rule have changed since the ranking was frozen; annul it and freeze again")
        }
        let needsLots = try basis.contributed(by: act.live.registry).needsLots(basis.applicants)
        let draws = act.action.hasSuffix(".draw")
        guard needsLots != draws else { return }
        if needsLots {
            throw ActRefusal.rule(
                "as-frozen", nb: "noen står likt, så det må trekkes lodd: bruk «draw» med et tall fra et vitne",
                nn: "nokon står likt, så det må trekkjast lodd: bruk «draw» med eit tal frå eit vitne",
                en: "some are equal, so lots must be drawn: use 'draw' with a number from a witness")
        }
        throw ActRefusal.rule(
            "as-frozen", nb: "ingen står likt, så det trekkes ikke lodd: bruk «order»",
            nn: "ingen står likt, så det blir ikkje trekt lodd: bruk «order»", en: "nobody is equal, so no lots are drawn: use 'order'")
    }
}
