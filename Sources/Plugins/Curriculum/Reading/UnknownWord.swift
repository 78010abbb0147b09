import Kernel

/// That nothing of a kind goes by the word that was given.
struct UnknownWord: ExplainedError {
    /// What was asked for.
    enum Kind {
        case plan, subject, year, coreElement, theme, skill, verb, status, type, framework, code, round, localPlan, set, checkpoint, oddity
    }

    var sort: Kind
    var word: String
    /// What there is, for the nearest name.
    var known: [String] = []
    /// What is shown where no name is near; nil for all that there is.
    var shown: [String]?
    /// Whether something refers to the code, so that it is one, and only its own object is missing.
    var isReferredTo = false

    var kind: ErrorKind { .badInput }

    var message: Text {
        guard !isReferredTo else {
            return Text(
                nb: "noe viser til «\(word)», men selve objektet er ikke lest inn",
                nn: "noko viser til «\(word)», men sjølve objektet er ikkje lese inn",
                en: "something refers to '\(word)', but the object itself has not been read in")
        }
        let (nb, nn, en) = noun
        return Text(nb: "det finnes \(nb) «\(word)»", nn: "det finst \(nn) «\(word)»", en: "there is no \(en) '\(word)'")
    }

    /// What is missing, with the word for none of it.
    private var noun: (nb: String, nn: String, en: String) {
        switch sort {
        case .plan: ("ingen læreplan", "ingen læreplan", "plan")
        case .subject: ("verken læreplan, fagkode eller fag", "verken læreplan, fagkode eller fag", "plan, subject code or subject")
        case .year: ("ingen kompetansemålsett for årstrinnet", "ingen kompetansemålsett for årstrinnet", "set of aims for the school year")
        case .coreElement: ("ikke noe kjerneelement", "ikkje noko kjerneelement", "core element")
        case .theme: ("ikke noe tverrfaglig tema", "ikkje noko tverrfagleg tema", "cross-curricular theme")
        case .skill: ("ingen grunnleggende ferdighet", "inga grunnleggjande ferdigheit", "basic skill")
        case .verb: ("ikke noe verb", "ikkje noko verb", "verb")
        case .status: ("ingen status", "ingen status", "status")
        case .type: ("ingen type", "ingen type", "type")
        case .framework: ("ikke noe læreplanverk", "ikkje noko læreplanverk", "framework")
        case .code: ("ingen kode", "ingen kode", "code")
        case .round: ("ingen begrepsrunde", "ingen omgrepsrunde", "concept round")
        case .oddity: ("ingen slik merkverdighet", "ingen slik merkverdigheit", "oddity")
        case .localPlan: ("ingen lokal læreplan", "ingen lokal læreplan", "local curriculum")
        case .set: ("ikke noe kompetansemålsett i planen med koden", "ikkje noko kompetansemålsett i planen med koden", "set of that plan")
        case .checkpoint:
            (
                "ikke noe sett i planen som skal nås etter trinn", "ikkje noko sett i planen som skal nåast etter trinn",
                "set to be reached after year"
            )
        }
    }

    var help: Text? {
        if isReferredTo {
            return Text(
                nb: "les det inn, for eksempel med kjerne import grep", nn: "les det inn, til dømes med kjerne import grep",
                en: "read it in, for example with kjerne import grep")
        }
        // Numbers are not misspelt.
        if Int(word) == nil, let near = Text.didYouMean(word, among: known) { return near }
        let shown = Set(self.shown ?? known).sorted()
        guard !shown.isEmpty, shown.count <= 20 else { return nil }
        let list = shown.joined(separator: ", ")
        return Text(nb: "det som finnes: \(list)", nn: "det som finst: \(list)", en: "what there is: \(list)")
    }
}
