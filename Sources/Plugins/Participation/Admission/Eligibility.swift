import Kernel

/// Whether what an applicant has proved is what the variant demands, and what lacks.
struct Eligibility {
    let demands: [AdmissionRules.Demand]

    /// How one demand stands.
    enum Outcome: Sendable, Hashable {
        case met
        /// There is something that nobody has judged yet.
        case unjudged
        /// Fewer credits than it takes.
        case credits(Double, of: Double)
        /// Nothing of the right kind.
        case missing
        /// There was something, and it was not accepted.
        case refused
    }

    func outcome(_ demand: AdmissionRules.Demand, _ evidence: [Evidence]) -> Outcome {
        let own = evidence.filter { $0.demand == demand.id }
        let accepted = own.filter { $0.state == "verified" && counts($0, for: demand) }
        // What a person has found equal, with grounds, is not counted in credits again.
        if accepted.contains(where: Self.isFoundEqual) { return .met }
        if !accepted.isEmpty {
            guard let wanted = demand.credits else { return .met }
            let sum = accepted.compactMap(\.credits).reduce(0, +)
            if sum >= wanted { return .met }
            return own.contains { $0.state == "given" || $0.state == "confirmed" } ? .unjudged : .credits(sum, of: wanted)
        }
        if own.contains(where: { $0.state == "given" || $0.state == "confirmed" }) { return .unjudged }
        return own.isEmpty ? .missing : .refused
    }

    /// The demands that are not met, with how they stand.
    func lacking(_ evidence: [Evidence]) -> [(demand: AdmissionRules.Demand, outcome: Outcome)] {
        demands.map { ($0, outcome($0, evidence)) }.filter { $0.1 != .met }
    }

    /// What does not stand there at all: demands for which nothing was handed in.
    func unanswered(_ evidence: [Evidence]) -> [AdmissionRules.Demand] {
        demands.filter { demand in !evidence.contains { $0.demand == demand.id && $0.state != "refused" } }
    }

    private func counts(_ evidence: Evidence, for demand: AdmissionRules.Demand) -> Bool {
        demand.kinds.contains(evidence.kind) || Self.isFoundEqual(evidence)
    }

    private static func isFoundEqual(_ evidence: Evidence) -> Bool {
        evidence.basis == "institution-rule" || evidence.basis == "prior-learning"
    }
}

extension Eligibility.Outcome {
    /// How it stands, as a clause.
    var text: Text {
        switch self {
        case .met: Text(nb: "oppfylt", nn: "oppfylt", en: "met")
        case .unjudged: Text(nb: "ikke vurdert ennå", nn: "ikkje vurdert enno", en: "not judged yet")
        case .credits(let sum, let wanted):
            Text(
                nb: "\(Self.number(sum)) av \(Self.number(wanted)) studiepoeng",
                nn: "\(Self.number(sum)) av \(Self.number(wanted)) studiepoeng",
                en: "\(Self.number(sum)) of \(Self.number(wanted)) credits")
        case .missing: Text(nb: "ikke dokumentert", nn: "ikkje dokumentert", en: "not documented")
        case .refused:
            Text(nb: "dokumentasjonen er ikke godtatt", nn: "dokumentasjonen er ikkje godteken", en: "the evidence is not accepted")
        }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
