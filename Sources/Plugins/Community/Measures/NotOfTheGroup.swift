import Kernel

/// That somebody asks for the numbers of a group that she is not in: none are better than false ones.
struct NotOfTheGroup: ExplainedError {
    let group: String
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "du er ikke med i gruppen «\(group)», eller den har ingen medlemmer",
            nn: "du er ikkje med i gruppa «\(group)», eller ho har ingen medlemmer",
            en: "you are not in the group '\(group)', or it has no members")
    }
    var help: Text? {
        Text(
            nb: "den som leder gruppen, kan legge deg til med kernel.group.add",
            nn: "den som leier gruppa, kan leggje deg til med kernel.group.add",
            en: "whoever leads the group can add you with kernel.group.add")
    }
}
