import Kernel

/// How an element changed.
enum ChangeKind: String, CaseIterable {
    case new, withdrawn, expired, reworded, moved, renumbered, other

    var text: Text {
        switch self {
        case .new: Text(nb: "ny", nn: "ny", en: "new")
        case .withdrawn: Text(nb: "trukket tilbake", nn: "trekt tilbake", en: "withdrawn")
        case .expired: Text(nb: "utgått", nn: "utgått", en: "expired")
        case .reworded: Text(nb: "omformulert", nn: "omformulert", en: "reworded")
        case .moved: Text(nb: "flyttet", nn: "flytta", en: "moved")
        case .renumbered: Text(nb: "ny kode", nn: "ny kode", en: "new code")
        case .other: Text(nb: "annet enn teksten", nn: "anna enn teksten", en: "other than the text")
        }
    }

    /// So many of them, in words.
    func counted(_ number: Int) -> Text {
        let (nb, nn, en): ((String, String), (String, String), (String, String)) =
            switch self {
            case .new: (("ny", "nye"), ("ny", "nye"), ("new", "new"))
            case .withdrawn: (("trukket tilbake", "trukket tilbake"), ("trekt tilbake", "trekte tilbake"), ("withdrawn", "withdrawn"))
            case .expired: (("utgått", "utgåtte"), ("utgått", "utgåtte"), ("expired", "expired"))
            case .reworded: (("omformulert", "omformulerte"), ("omformulert", "omformulerte"), ("reworded", "reworded"))
            case .moved: (("flyttet", "flyttede"), ("flytta", "flytta"), ("moved", "moved"))
            case .renumbered: (("ny kode", "nye koder"), ("ny kode", "nye kodar"), ("new code", "new codes"))
            case .other:
                (
                    ("endret i annet enn teksten", "endret i annet enn teksten"), ("endra i anna enn teksten", "endra i anna enn teksten"),
                    ("changed in other than the text", "changed in other than the text")
                )
            }
        return Text(
            nb: Counted.text(number, nb.0, nb.1), nn: Counted.text(number, nn.0, nn.1), en: Counted.text(number, en.0, en.1))
    }
}
