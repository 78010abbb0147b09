import Kernel

/// What one load found and did.
struct LoadCounts: Sendable, Equatable {
    var objects = 0
    var new = 0
    var changed = 0
    var withdrawn = 0
    var unchanged = 0

    /// The same in words.
    func text(oddities: Int) -> Text {
        let counted = Counted.text
        return Text(
            nb: [
                counted(objects, "objekt", "objekter"), counted(new, "nytt", "nye"), "\(changed) endret",
                "\(withdrawn) trukket tilbake", "\(unchanged) uendret", counted(oddities, "merkverdighet", "merkverdigheter"),
            ].joined(separator: ", "),
            nn: [
                "\(objects) objekt", counted(new, "nytt", "nye"), "\(changed) endra", counted(withdrawn, "trekt tilbake", "trekte tilbake"),
                "\(unchanged) uendra", counted(oddities, "merkverdigheit", "merkverdigheiter"),
            ].joined(separator: ", "),
            en: [
                counted(objects, "object", "objects"), "\(new) new", "\(changed) changed", "\(withdrawn) withdrawn",
                "\(unchanged) unchanged", counted(oddities, "oddity", "oddities"),
            ].joined(separator: ", "))
    }
}
