import Kernel

/// What people read in the results of a survey.
enum SurveyTexts {
    static let title = Text(nb: "Resultater av en undersøkelse", nn: "Resultat av ei undersøking", en: "Results of a survey")
    static let about = Text(nb: "Hva", nn: "Kva", en: "What")
    static let kind = Text(nb: "Slag", nn: "Slag", en: "Kind")
    static let n = Text(nb: "Svart", nn: "Svara", en: "Answered")
    static let invited = Text(nb: "Spurt", nn: "Spurde", en: "Asked")
    static let rate = Text(nb: "Svarandel", nn: "Svardel", en: "Response rate")
    static let mean = Text(nb: "Gjennomsnitt", nn: "Gjennomsnitt", en: "Mean")
    static let deviation = Text(nb: "Standardavvik", nn: "Standardavvik", en: "Standard deviation")
    static let agreement = Text(nb: "Enighet (A)", nn: "Semje (A)", en: "Agreement (A)")
    static let lower = Text(nb: "Fra", nn: "Frå", en: "From")
    static let upper = Text(nb: "Til", nn: "Til", en: "To")
    static let alpha = Text(nb: "Cronbachs alfa", nn: "Cronbachs alfa", en: "Cronbach's alpha")
    static let distribution = Text(nb: "Fordeling", nn: "Fordeling", en: "Distribution")
    static let whole = Text(nb: "hele skjemaet", nn: "heile skjemaet", en: "whole instrument")
    static let subscale = Text(nb: "underskala", nn: "underskala", en: "subscale")
    static let item = Text(nb: "påstand", nn: "påstand", en: "statement")
    static let reversedItem = Text(
        nb: "påstand, snudd i underskalaen", nn: "påstand, snudd i underskalaen", en: "statement, turned in the subscale")
    static let unpaired = Text(
        nb: "endring siden forrige, ulike personer", nn: "endring sidan førre, ulike personar",
        en: "change since the one before, different respondents")
    static let tooMany = Text(
        nb: "flere har svart enn det er sagt at er spurt", nn: "fleire har svara enn det er sagt at er spurde",
        en: "more have answered than are said to have been asked")

    static func alphaNeeds(_ count: Int) -> Text {
        Text(
            nb: "alfa vises ikke før \(count) har svart", nn: "alfa blir ikkje vist før \(count) har svara",
            en: "alpha is not shown before \(count) have answered")
    }

    static func notes(_ instrument: Instrument?, seed: Int) -> [Text] {
        let low = instrument?.scale.lowerBound ?? 1
        let steps = (instrument?.labels ?? []).enumerated().map { index, label in
            Text(label.byLanguage.mapValues { "\(low + index): \($0)" })
        }
        return steps + [
            Text(
                nb:
                    "Enighet (A): van der Eijks A, 1 for ett svar fra alle, 0 for jevn spredning, -1 for halvparten i hver ende; fra og til rommer 95 % av 1000 trekninger fra frøet \(seed).",
                nn:
                    "Semje (A): van der Eijks A, 1 for eitt svar frå alle, 0 for jamn spreiing, -1 for halvparten i kvar ende; frå og til rommar 95 % av 1000 trekningar frå frøet \(seed).",
                en:
                    "Agreement (A): van der Eijk's A, 1 for one answer from all, 0 for an even spread, -1 for half at each end; from and to hold 95 % of 1000 draws from the seed \(seed)."
            ),
            Text(
                nb:
                    "Der få har valgt et trinn, vises ikke fordelingen, og heller ikke standardavviket og intervallet, som ville røpet den; enigheten vises da med én desimal, eller ikke.",
                nn:
                    "Der få har valt eit steg, blir fordelinga ikkje vist, og heller ikkje standardavviket og intervallet, som ville ha røpt henne; semja blir då vist med éin desimal, eller ikkje.",
                en:
                    "Where few chose a step, the distribution is not shown, nor the standard deviation and the interval, which would give it away; agreement is then shown with one decimal, or not at all."
            ),
            Text(
                nb: "Svarene er uten navn, så endringer gjelder ulike personer, også der mange er de samme.",
                nn: "Svara er utan namn, så endringar gjeld ulike personar, også der mange er dei same.",
                en: "Answers have no names, so changes are of different respondents, also where many are the same."),
            Text(
                nb: "Underskalaene henger ofte tett sammen: les påstandene først. Skoler sammenlignes ikke.",
                nn: "Underskalaene heng ofte tett saman: les påstandane først. Skular blir ikkje samanlikna.",
                en: "Subscales often go closely together: read the statements first. Schools are not compared."),
        ]
    }
}
