import Kernel

/// A network has the school owner in it, and at least one more partner.
struct NetworkPartnersRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        inspection.variant.activities.filter { $0.kind == "community.network" }.compactMap { network in
            let kinds = (network.settings?["partners"]?.list ?? []).compactMap { $0["kind"]?.string }
            guard !kinds.contains("school-owner") || kinds.count < 2 else { return nil }
            return Finding(
                Text(
                    nb: "nettverket «\(network.id)» mangler skoleeier eller flere partnere",
                    nn: "nettverket «\(network.id)» manglar skuleeigar eller fleire partnarar",
                    en: "the network '\(network.id)' lacks a school owner or further partners"), at: network.span)
        }
    }
}
