extension Change.Kind {
    /// What people call it.
    var title: Text {
        switch self {
        case .added: Text(nb: "ny", nn: "ny", en: "added")
        case .changed: Text(nb: "endret", nn: "endra", en: "changed")
        case .removed: Text(nb: "tatt bort", nn: "teken bort", en: "removed")
        case .moved: Text(nb: "flyttet", nn: "flytta", en: "moved")
        }
    }

    /// Programs read the code, people its name.
    var cell: Table.Cell { .coded(rawValue, title) }
}

extension Change.Risk {
    /// What people call it.
    var title: Text {
        switch self {
        case .safe: Text(nb: "trygt", nn: "trygt", en: "safe")
        case .affectsPeople: Text(nb: "rører folk", nn: "rører folk", en: "affects people")
        case .losesWork: Text(nb: "arbeid mister plassen sin", nn: "arbeid mistar plassen sin", en: "work would lose its place")
        case .refused: Text(nb: "kan ikke endres nå", nn: "kan ikkje endrast no", en: "cannot change now")
        }
    }

    /// Programs read the code, people its name.
    var cell: Table.Cell { .coded(rawValue, title) }
}
