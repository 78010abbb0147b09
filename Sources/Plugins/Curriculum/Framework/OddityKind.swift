import Kernel

/// What can be odd in a source.
enum OddityKind: String, Sendable, CaseIterable {
    case aimWithoutCoreElement = "aim-without-core-element"
    case coreElementWithoutAim = "core-element-without-aim"
    case buildsOnOtherPlan = "builds-on-other-plan"
    case byteOrderMark = "byte-order-mark"
    case danglingReference = "dangling-reference"
    case editionsOverlap = "editions-overlap"
    case emptyText = "empty-text"
    case identifierNoUUID = "identifier-no-uuid"
    case missingLanguage = "missing-language"
    case missingOrder = "missing-order"
    case missingProperty = "missing-property"
    case numberAsText = "number-as-text"
    case passedOver = "passed-over"
    case replacedWithoutEnd = "replaced-without-end"
    case sameObjectTwice = "same-object-twice"
    case sameText = "same-text"
    case setWithoutYear = "set-without-year"
    case severalParents = "several-parents"
    case unknownProperty = "unknown-property"
    case unknownType = "unknown-type"
    case unlistedText = "unlisted-text"
    case untidyTime = "untidy-time"
    case untidyTitle = "untidy-title"
    case withoutParent = "without-parent"
    case wrongAddress = "wrong-address"
    case yearAndTitleDiffer = "year-and-title-differ"
    case yearNotCovered = "year-not-covered"

    /// What it means, as a clause.
    var text: Text {
        switch self {
        case .aimWithoutCoreElement:
            Text(
                nb: "målet er ikke knyttet til noe kjerneelement", nn: "målet er ikkje knytt til noko kjerneelement",
                en: "the aim is tied to no core element")
        case .coreElementWithoutAim:
            Text(
                nb: "ingen mål er knyttet til kjerneelementet", nn: "ingen mål er knytte til kjerneelementet",
                en: "no aim is tied to the core element")
        case .buildsOnOtherPlan:
            Text(
                nb: "målet bygger på et mål i en annen læreplan", nn: "målet byggjer på eit mål i ein annan læreplan",
                en: "the aim builds on an aim of another plan")
        case .byteOrderMark:
            Text(
                nb: "filen begynner med et byte-rekkefølge-merke", nn: "fila byrjar med eit byte-rekkjefølgje-merke",
                en: "the file begins with a byte order mark")
        case .danglingReference:
            Text(
                nb: "koden det vises til, finnes ikke", nn: "koden det blir vist til, finst ikkje",
                en: "the code that is referred to is not there")
        case .editionsOverlap:
            Text(
                nb: "en annen utgave av læreplanen gjelder på de samme dagene", nn: "ei anna utgåve av læreplanen gjeld dei same dagane",
                en: "another edition of the plan holds on the same days")
        case .emptyText: Text(nb: "en tekst er tom", nn: "ein tekst er tom", en: "a text is empty")
        case .identifierNoUUID:
            Text(nb: "identifikatoren er ingen UUID", nn: "identifikatoren er ingen UUID", en: "the identifier is no UUID")
        case .missingOrder:
            Text(
                nb: "det som ligger under, har ikke alt noe nummer i rekkefølgen",
                nn: "det som ligg under, har ikkje alt noko nummer i rekkjefølgja",
                en: "not all that lies under it has a number in the order")
        case .missingProperty:
            Text(
                nb: "en egenskap som skal være der, mangler", nn: "ein eigenskap som skal vere der, manglar",
                en: "a property that must be there is missing")
        case .severalParents:
            Text(nb: "elementet har flere foreldre", nn: "elementet har fleire foreldre", en: "the item has several parents")
        case .unlistedText:
            Text(
                nb: "det skulle stått en liste der det står én tekst", nn: "det skulle stått ei liste der det står éin tekst",
                en: "a single text stands where a list should stand")
        case .untidyTime:
            Text(
                nb: "tidspunktet er ikke skrevet som standarden sier", nn: "tidspunktet er ikkje skrive som standarden seier",
                en: "the time is not written as the standard says")
        case .withoutParent:
            Text(
                nb: "elementet har ingen plass i treet", nn: "elementet har ingen plass i treet", en: "the item has no place in the tree")
        case .missingLanguage:
            Text(
                nb: "tittelen mangler på et av språkene", nn: "tittelen manglar på eit av språka",
                en: "the title is missing in one of the languages")
        case .numberAsText: Text(nb: "et tall er skrevet som tekst", nn: "eit tal er skrive som tekst", en: "a number is written as text")
        case .passedOver:
            Text(
                nb: "filen er ikke et Grep-objekt og er hoppet over", nn: "fila er ikkje eit Grep-objekt og er hoppa over",
                en: "the file is no Grep object and was passed over")
        case .replacedWithoutEnd:
            Text(
                nb: "læreplanen er erstattet, men har ingen sluttdato", nn: "læreplanen er erstatta, men har ingen sluttdato",
                en: "the plan is replaced but has no last day")
        case .sameObjectTwice:
            Text(nb: "samme objekt står to ganger", nn: "same objektet står to gonger", en: "the same object stands twice")
        case .sameText:
            Text(
                nb: "et annet mål har nøyaktig samme tekst", nn: "eit anna mål har nøyaktig same tekst",
                en: "another aim has exactly the same text")
        case .setWithoutYear:
            Text(nb: "settet gjelder ikke noe årstrinn", nn: "settet gjeld ikkje noko årstrinn", en: "the set is for no school year")
        case .unknownProperty:
            Text(
                nb: "en egenskap er ukjent; den er tatt vare på", nn: "ein eigenskap er ukjend; han er teken vare på",
                en: "a property is unknown; it is kept")
        case .unknownType: Text(nb: "typen er ukjent", nn: "typen er ukjend", en: "the type is unknown")
        case .untidyTitle:
            Text(nb: "tittelen har uryddige mellomrom", nn: "tittelen har uryddige mellomrom", en: "the title has untidy spaces")
        case .wrongAddress:
            Text(nb: "url-data peker til en annen type", nn: "url-data peikar til ein annan type", en: "url-data points at another type")
        case .yearAndTitleDiffer:
            Text(
                nb: "tittelen nevner et annet årstrinn enn etter-aarstrinn", nn: "tittelen nemner eit anna årstrinn enn etter-aarstrinn",
                en: "the title names another year than etter-aarstrinn")
        case .yearNotCovered:
            Text(
                nb: "ingen av settene i læreplanen dekker årstrinnet", nn: "ingen av setta i læreplanen dekkjer årstrinnet",
                en: "no set of the plan covers the year")
        }
    }
}
