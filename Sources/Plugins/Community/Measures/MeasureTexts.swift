import Kernel

/// What people read in the measures of a staff.
enum MeasureTexts {
    static func turns(_ measure: Text, _ day: String) -> Text {
        Text(
            nb: "Taleturer \(day): \(measure(.nb))", nn: "Taleturar \(day): \(measure(.nn))", en: "Turns on \(day): \(measure(.en))")
    }

    static let seats = Text(nb: "plasser ved bordet", nn: "plassar ved bordet", en: "seats at the table")
    static let staff = Text(nb: "ansatte", nn: "tilsette", en: "members of staff")
    static let arcs = Text(nb: "par, fra den ene til den andre", nn: "par, frå den eine til den andre", en: "pairs, from one to another")
    static let shares = Text(nb: "delinger", nn: "delingar", en: "shares")
    static let dueFollowUps = Text(
        nb: "oppfølginger som er gjort, droppet eller skulle vært gjort", nn: "oppfølgingar som er gjorde, droppa eller skulle vore gjorde",
        en: "follow-ups that are done, dropped or due")
    static let dueTryOuts = Text(
        nb: "tiltak som er gjort, droppet eller skulle vært gjort", nn: "tiltak som er gjorde, droppa eller skulle vore gjorde",
        en: "actions that are done, dropped or due")

    static let followUps = Text(
        nb: "Beslutninger som er fulgt opp", nn: "Avgjerder som er følgde opp", en: "Decisions followed up")
    static let followUpsMean = Text(
        nb: "andelen av avtalte oppfølginger fra møter som er gjort", nn: "delen av avtalte oppfølgingar frå møte som er gjorde",
        en: "the share of the agreed follow-ups of meetings that were done")
    static let tryOuts = Text(
        nb: "Avtalte utprøvinger som er gjort", nn: "Avtalte utprøvingar som er gjorde", en: "Agreed try-outs carried out")
    static let tryOutsMean = Text(
        nb: "andelen av avtalte tiltak i utviklingsarbeid som er gjort og fortalt om, av dem du kan se",
        nn: "delen av avtalte tiltak i utviklingsarbeid som er gjorde og fortalde om, av dei du kan sjå",
        en: "the share of the agreed actions of projects that were carried out and reported, of those that you may see")
    static let breadth = Text(nb: "Delingens bredde", nn: "Kor mange som deler", en: "Breadth of sharing")
    static let breadthMean = Text(
        nb: "andelen av personalet som har delt noe", nn: "delen av personalet som har delt noko",
        en: "the share of the staff who have shared something")
    static let density = Text(nb: "Delingens tetthet", nn: "Kor tett det blir delt", en: "Density of sharing")
    static let densityMean = Text(
        nb: "andelen av alle mulige par der den ene har brukt eller kommentert noe den andre delte",
        nn: "delen av alle moglege par der den eine har brukt eller kommentert noko den andre delte",
        en: "the share of all possible pairs in which one has used or commented on something that the other shared")
    static let reciprocity = Text(nb: "Gjensidig deling", nn: "Gjensidig deling", en: "Reciprocity of sharing")
    static let reciprocityMean = Text(
        nb: "andelen av parene som går begge veier", nn: "delen av para som går begge vegar",
        en: "the share of the pairs that go both ways")
    static let reuse = Text(nb: "Gjenbruk", nn: "Gjenbruk", en: "Re-use")
    static let reuseMean = Text(
        nb: "hvor mange ganger noe er tatt i bruk av andre, for hver deling",
        nn: "kor mange gonger noko er teke i bruk av andre, for kvar deling",
        en: "how often something was put to use by others, for each share")
    static let coverage = Text(
        nb: "Med i observasjon", nn: "Med i observasjon", en: "Taking part in observation")
    static let coverageMean = Text(
        nb: "andelen av personalet som har sett eller blitt sett av en kollega",
        nn: "delen av personalet som har sett eller blitt sett av ein kollega",
        en: "the share of the staff who have seen a colleague or been seen by one")
    static let observationBoth = Text(
        nb: "Gjensidighet i observasjon", nn: "Gjensidigheit i observasjon", en: "Reciprocity of observation")
    static let mentoringBoth = Text(
        nb: "Gjensidighet i veiledning", nn: "Gjensidigheit i rettleiing", en: "Reciprocity of mentoring")
    static let bothWays = Text(
        nb: "andelen av parene der begge har gjort det for hverandre", nn: "delen av para der begge har gjort det for kvarandre",
        en: "the share of the pairs in which both have done it for each other")
}
