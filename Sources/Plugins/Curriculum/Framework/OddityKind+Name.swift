import Kernel

extension OddityKind {
    /// What it is called, in few words.
    var name: Text {
        switch self {
        case .aimWithoutCoreElement: Text(nb: "mål uten kjerneelement", nn: "mål utan kjerneelement", en: "aim without core element")
        case .coreElementWithoutAim: Text(nb: "kjerneelement uten mål", nn: "kjerneelement utan mål", en: "core element without aim")
        case .buildsOnOtherPlan: Text(nb: "bygger på annen plan", nn: "byggjer på annan plan", en: "builds on another plan")
        case .byteOrderMark: Text(nb: "merke først i filen", nn: "merke først i fila", en: "mark at the start of the file")
        case .danglingReference: Text(nb: "viser til noe som ikke finnes", nn: "viser til noko som ikkje finst", en: "refers to nothing")
        case .editionsOverlap:
            Text(nb: "to utgaver gjelder samtidig", nn: "to utgåver gjeld samstundes", en: "two editions hold at once")
        case .emptyText: Text(nb: "tom tekst", nn: "tom tekst", en: "empty text")
        case .identifierNoUUID: Text(nb: "uvanlig identifikator", nn: "uvanleg identifikator", en: "unusual identifier")
        case .missingLanguage: Text(nb: "språk mangler", nn: "språk manglar", en: "missing language")
        case .missingOrder: Text(nb: "rekkefølge mangler", nn: "rekkjefølgje manglar", en: "missing order")
        case .missingProperty: Text(nb: "egenskap mangler", nn: "eigenskap manglar", en: "missing property")
        case .numberAsText: Text(nb: "tall skrevet som tekst", nn: "tal skrive som tekst", en: "number written as text")
        case .passedOver: Text(nb: "hoppet over", nn: "hoppa over", en: "passed over")
        case .replacedWithoutEnd: Text(nb: "erstattet uten sluttdato", nn: "erstatta utan sluttdato", en: "replaced without a last day")
        case .sameObjectTwice: Text(nb: "samme objekt to ganger", nn: "same objektet to gonger", en: "same object twice")
        case .sameText: Text(nb: "samme tekst", nn: "same tekst", en: "same text")
        case .setWithoutYear: Text(nb: "sett uten årstrinn", nn: "sett utan årstrinn", en: "set without school year")
        case .severalParents: Text(nb: "flere foreldre", nn: "fleire foreldre", en: "several parents")
        case .unknownProperty: Text(nb: "ukjent egenskap", nn: "ukjend eigenskap", en: "unknown property")
        case .unknownType: Text(nb: "ukjent type", nn: "ukjend type", en: "unknown type")
        case .unlistedText: Text(nb: "tekst i stedet for liste", nn: "tekst i staden for liste", en: "text in place of a list")
        case .untidyTime: Text(nb: "uryddig tidspunkt", nn: "uryddig tidspunkt", en: "untidy time")
        case .untidyTitle: Text(nb: "uryddig tittel", nn: "uryddig tittel", en: "untidy title")
        case .withoutParent: Text(nb: "uten plass i treet", nn: "utan plass i treet", en: "without a place in the tree")
        case .wrongAddress: Text(nb: "feil adresse", nn: "feil adresse", en: "wrong address")
        case .yearAndTitleDiffer: Text(nb: "årstrinn og tittel er ulike", nn: "årstrinn og tittel er ulike", en: "year and title differ")
        case .yearNotCovered: Text(nb: "årstrinn uten mål", nn: "årstrinn utan mål", en: "year without aims")
        }
    }
}
