import ArgumentParser
import Foundation
import Kernel

/// `kjerne simulate`: a synthetic cohort through a whole variant.
struct Simulate: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "simulate",
            abstract: text(
                nb: "La et oppdiktet kull gå gjennom en hel variant.", nn: "La eit oppdikta kull gå gjennom ein heil variant.",
                en: "Send an invented cohort through a whole variant."),
            discussion: text(
                nb:
                    "Alt skjer i et lager for seg selv; det som er i bruk, røres ikke. Finner krav ingen kan oppfylle, frister på helligdager, grupper som er for små, og det som stopper opp. Avslutter med 1 når noe er funnet. Samme frø gir samme svar.\n\n  kjerne simulate vest-plf-2027 --participants 200 --seed 7",
                nn:
                    "Alt skjer i eit lager for seg sjølv; det som er i bruk, blir ikkje rørt. Finn krav ingen kan oppfylle, fristar på heilagdagar, grupper som er for små, og det som stoppar opp. Avsluttar med 1 når noko er funne. Same frø gir same svar.\n\n  kjerne simulate vest-plf-2027 --participants 200 --seed 7",
                en:
                    "All of it happens in a store of its own; what is live is not touched. It finds requirements that nobody can meet, deadlines on holidays, groups that are too small, and what comes to a standstill. Ends with 1 when something is found. The same seed gives the same answer.\n\n  kjerne simulate vest-plf-2027 --participants 200 --seed 7"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "varianten", nn: "varianten", en: "the variant"), valueName: "variant"))
    var variant: String
    @Option(
        help: .init(
            text(
                nb: "hvor mange deltakere, 1 til 10 000", nn: "kor mange deltakarar, 1 til 10 000",
                en: "how many participants, 1 to 10,000"), valueName: "n"))
    var participants = 30

    func run(_ host: Host) throws -> ExitStatus {
        let workspace = try host.soundWorkspace()
        guard workspace.variant(variant) != nil else {
            throw HostError.unknown(
                Text(nb: "varianten", nn: "varianten", en: "variant"), variant, known: workspace.variants.map(\.variant.id))
        }
        let simulation = Simulation(
            variant: variant, participants: participants, seed: global.seed ?? 1, workspace: workspace, linked: host.linked)
        let progress = Progress(host.say(nb: "simulerer", nn: "simulerer", en: "simulating"), io: host.io)
        let result = try ScratchFolder.with { try simulation.run(in: $0) { progress.show($0) } }
        try host.show(result.answer, title: Text(nb: "Simulering", nn: "Simulering", en: "Simulation"))
        return result.isSound ? .done : .wrong
    }
}
