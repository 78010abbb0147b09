import Agreement
import Kernel

/// What people read in the report on agreement.
enum AgreementTexts {
    static let title = Text(nb: "Enighet i begrepsrunder", nn: "Semje i omgrepsrundar", en: "Agreement in concept rounds")
    static let round = Text(nb: "Runde", nn: "Runde", en: "Round")
    static let concept = Text(nb: "Begrep", nn: "Omgrep", en: "Concept")
    static let about = Text(nb: "Hva", nn: "Kva", en: "What")
    static let measure = Text(nb: "Mål for enighet", nn: "Mål for semje", en: "Measure")
    static let value = Text(nb: "Verdi", nn: "Verdi", en: "Value")
    static let lower = Text(nb: "Fra", nn: "Frå", en: "From")
    static let upper = Text(nb: "Til", nn: "Til", en: "To")
    static let respondents = Text(nb: "Svart", nn: "Svara", en: "Respondents")
    static let invited = Text(nb: "Spurt", nn: "Spurde", en: "Asked")
    static let missing = Text(nb: "Mangler", nn: "Manglar", en: "Missing")
    static let rate = Text(nb: "Svarandel", nn: "Svardel", en: "Response rate")
    static let categories = Text(nb: "Kategorier", nn: "Kategoriar", en: "Categories")
    static let distribution = Text(nb: "Fordeling", nn: "Fordeling", en: "Distribution")
    static let moreThanAsked = Text(
        nb: "flere har svart enn det står at er spurt", nn: "fleire har svara enn det står at er spurde",
        en: "more people have answered than are said to have been asked")
    static let change = Text(nb: "Endring, samme personer", nn: "Endring, same personar", en: "Change, same people")
    static let changeOfOthers = Text(
        nb: "Endring, ulike personer", nn: "Endring, ulike personar", en: "Change, different respondents")
    static let differentPeople = Text(
        nb: "det er ikke de samme som svarte før og etter", nn: "det er ikkje dei same som svara før og etter",
        en: "those who answered before and after are not the same")
    static let noInterval = Text(
        nb: "målet er ikke definert i mer enn én av ti trekninger, så det er ikke noe intervall",
        nn: "målet er ikkje definert i meir enn éi av ti trekningar, så det er ikkje noko intervall",
        en: "the measure is undefined in more than one draw of ten, so there is no interval")

    /// What a measure is called.
    static func name(_ measure: String) -> Text {
        switch measure {
        case "alpha", "change": Text(nb: "Krippendorffs alfa", nn: "Krippendorffs alfa", en: "Krippendorff's alpha")
        case "agreement": Text(nb: "van der Eijks A", nn: "van der Eijks A", en: "van der Eijk's A")
        default: Text(nb: "konsensus", nn: "konsensus", en: "consensus")
        }
    }

    static func all(_ kind: String) -> Text {
        kind == "before"
            ? Text(nb: "Før, alle eksempler", nn: "Før, alle døme", en: "Before, all vignettes")
            : Text(nb: "Etter, alle eksempler", nn: "Etter, alle døme", en: "After, all vignettes")
    }

    /// The vignettes that enough have placed, where others are kept back.
    static func some(_ kind: String, _ number: Int, of all: Int) -> Text {
        kind == "before"
            ? Text(
                nb: "Før, \(number) av \(all) eksempler", nn: "Før, \(number) av \(all) døme", en: "Before, \(number) of \(all) vignettes")
            : Text(
                nb: "Etter, \(number) av \(all) eksempler", nn: "Etter, \(number) av \(all) døme",
                en: "After, \(number) of \(all) vignettes")
    }

    static func vignette(_ number: Int, _ kind: String) -> Text {
        kind == "before"
            ? Text(nb: "Før, eksempel \(number)", nn: "Før, døme \(number)", en: "Before, vignette \(number)")
            : Text(nb: "Etter, eksempel \(number)", nn: "Etter, døme \(number)", en: "After, vignette \(number)")
    }

    static func reason(_ reason: Coefficient.Reason) -> Text {
        switch reason {
        case .noValues: Text(nb: "ingen har svart", nn: "ingen har svara", en: "nobody has answered")
        case .noPairs:
            Text(
                nb: "ikke noe eksempel er plassert av to eller flere", nn: "ikkje noko døme er plassert av to eller fleire",
                en: "no vignette was classified by two or more")
        case .noVariation:
            Text(
                nb: "alle eksemplene har fått samme kategori, så tilfeldighet ville ha gitt det samme",
                nn: "alle døma har fått same kategori, så tilfeldet ville ha gitt det same",
                en: "all vignettes got the same category, so chance would have given the same")
        case .tooFewCategories: Text(nb: "det er for få kategorier", nn: "det er for få kategoriar", en: "there are too few categories")
        case .noOrder:
            Text(nb: "kategoriene har ingen rekkefølge", nn: "kategoriane har inga rekkjefølgje", en: "the categories have no order")
        }
    }

    static func notes(seed: UInt64, draws: Int) -> [Text] {
        [
            Text(
                nb:
                    "Krippendorffs alfa: 1 for full enighet, 0 for det tilfeldigheten gir. Fra 0,80 regnes den som pålitelig, fra 0,667 som foreløpig.",
                nn:
                    "Krippendorffs alfa: 1 for full semje, 0 for det tilfeldet gir. Frå 0,80 blir han rekna som påliteleg, frå 0,667 som førebels.",
                en:
                    "Krippendorff's alpha: 1 for full agreement, 0 for what chance gives. From 0.80 it counts as reliable, from 0.667 as tentative."
            ),
            Text(
                nb: "van der Eijks A: for ett eksempel, 1 for én kategori, 0 for jevn spredning, -1 for halvparten i hver ende.",
                nn: "van der Eijks A: for eitt døme, 1 for éin kategori, 0 for jamn spreiing, -1 for halvparten i kvar ende.",
                en: "van der Eijk's A: of one vignette, 1 for one category, 0 for an even spread, -1 for half at each end."),
            Text(
                nb:
                    "Konsensus etter Tastle og Wierman: 1 for én kategori, 0 for halvparten i hver ende. Jevn spredning gir ikke 0, så et middels tall er ikke tegn på enighet.",
                nn:
                    "Konsensus etter Tastle og Wierman: 1 for éin kategori, 0 for halvparten i kvar ende. Jamn spreiing gir ikkje 0, så eit middels tal er ikkje teikn på semje.",
                en:
                    "Consensus by Tastle and Wierman: 1 for one category, 0 for half at each end. An even spread does not give 0, so a middling number is no sign of consensus."
            ),
            Text(
                nb:
                    "Intervallene rommer 95 % av \(draws) trekninger med tilbakelegging, av eksempler for alfa og av svar ellers, med generatoren xoshiro256** fra frøet \(seed).",
                nn:
                    "Intervalla rommar 95 % av \(draws) trekningar med tilbakelegging, av døme for alfa og av svar elles, med generatoren xoshiro256** frå frøet \(seed).",
                en:
                    "The intervals hold 95 % of \(draws) draws with replacement, of vignettes for alpha and of answers otherwise, by the generator xoshiro256** from the seed \(seed)."
            ),
            Text(
                nb:
                    "Fordelingen sier hvor mange ganger hver kategori er valgt. Et eksempel som for få har plassert, vises ikke, og er ikke regnet med i alfa.",
                nn:
                    "Fordelinga seier kor mange gonger kvar kategori er vald. Eit døme som for få har plassert, blir ikkje vist, og er ikkje rekna med i alfa.",
                en:
                    "The distribution says how often each category was chosen. A vignette that too few have placed is not shown, and alpha does not count it."
            ),
            Text(
                nb: "Enighet er ikke forståelse: les tallene sammen med definisjonen og uenigheten som er skrevet ned.",
                nn: "Semje er ikkje forståing: les tala saman med definisjonen og usemja som er skriven ned.",
                en: "Agreement is not understanding: read the numbers together with the definition and the dissent that is written down."),
        ]
    }
}
