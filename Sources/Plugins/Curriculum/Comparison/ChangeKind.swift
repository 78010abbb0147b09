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
}
