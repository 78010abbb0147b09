import Kernel

/// One rule of the law that the module follows, as the catalogue lists it.
struct LawRule: Sendable {
    var id: String
    var paragraph: String
    /// The value of the law; nil where a setting gives it.
    var value: Text?
    /// The setting that gives the value.
    var setting: String?
    var place: Text
    var what: Text

    static let all: [LawRule] = schemeRules + workRules + gradeRules + specialRules

    private static let workRules: [LawRule] = [
        LawRule(
            id: "right-to-sit", paragraph: "UH-loven § 11-4", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "exam: requires, meets", nn: "exam: requires, meets", en: "exam: requires, meets"),
            what: Text(
                nb: "Obligatoriske aktiviteter må være godkjent, og krav som oppmøte oppfylt, før eksamen",
                nn: "Obligatoriske aktivitetar må vere godkjende, og krav som frammøte oppfylte, før eksamen",
                en: "Compulsory activities must be approved, and requirements such as attendance met, before the exam")),
        LawRule(
            id: "attempts", paragraph: "UH-loven § 11-6(3)", value: nil, setting: "attempts",
            place: Text(nb: "assessment.attempts", nn: "assessment.attempts", en: "assessment.attempts"),
            what: Text(
                nb: "Så mange forsøk gir institusjonens egen forskrift; sent trekk, fravær, levering og fusk bruker ett",
                nn: "Så mange forsøk gir forskrifta til institusjonen; seint trekk, fråvær, levering og fusk bruker eitt",
                en: "So many attempts the institution's own regulations give; late withdrawal, absence, delivery and cheating use one")),
        LawRule(
            id: "withdrawal", paragraph: "UH-loven § 11-6(3)", value: nil, setting: "withdrawal-days",
            place: Text(
                nb: "settings.withdrawal-days, exam: withdrawal-days", nn: "settings.withdrawal-days, exam: withdrawal-days",
                en: "settings.withdrawal-days, exam: withdrawal-days"),
            what: Text(
                nb: "Så mange dager før eksamen kan en trekke seg uten å bruke et forsøk",
                nn: "Så mange dagar før eksamen kan ein trekkje seg utan å bruke eit forsøk",
                en: "Until so many days before the exam one can withdraw without using an attempt")),
        LawRule(
            id: "scale", paragraph: "UH-loven § 11-7(1)", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "assessment.scale", nn: "assessment.scale", en: "assessment.scale"),
            what: Text(
                nb:
                    "Bestått og ikke bestått, eller A til F, der eksamen gir studiepoeng; en karakter utenfor skalaen avvises. Andre moduler kan ha flere skalaer, for det som ikke gir studiepoeng",
                nn:
                    "Greidd og ikkje greidd, eller A til F, der eksamen gir studiepoeng; ein karakter utanfor skalaen blir avvist. Andre modular kan ha fleire skalaer, for det som ikkje gir studiepoeng",
                en:
                    "Pass and fail, or A to F, where the exam gives credits; a grade outside the scale is refused. Other modules may have more scales, for what gives no credits"
            )),
        LawRule(
            id: "examiners", paragraph: "UH-loven § 11-7(2)", value: Text(nb: "15 studiepoeng", nn: "15 studiepoeng", en: "15 credits"),
            setting: nil,
            place: Text(nb: "regnes ut av delen", nn: "blir rekna ut av delen", en: "computed from the part"),
            what: Text(
                nb: "To sensorer når delen alene er så mange studiepoeng, ikke kan etterprøves, eller er selvstendig arbeid i en grad",
                nn: "To sensorar når delen åleine er så mange studiepoeng, ikkje kan etterprøvast, eller er sjølvstendig arbeid i ein grad",
                en:
                    "Two examiners where the part alone counts so many credits, leaves nothing to mark again, or is the independent work of a degree"
            )),
        LawRule(
            id: "guide", paragraph: "UH-loven § 11-7(3)", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "assessment.guide", nn: "assessment.guide", en: "assessment.guide"),
            what: Text(
                nb: "Sensorveiledningen skal være fastsatt før eksamen begynner, og publiseres når karakterene er satt",
                nn: "Sensorrettleiinga skal vere fastsett før eksamen tek til, og blir publisert når karakterane er sette",
                en: "The guide must be adopted before the exam begins, and is published when the grades are set")),
        LawRule(
            id: "own-time", paragraph: "UH-loven § 11-6(3)", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(
                nb: "assessment.parts: duration, release", nn: "assessment.parts: duration, release",
                en: "assessment.parts: duration, release"),
            what: Text(
                nb: "Tiden regnes fra eksamen åpner eller oppgaven tas ut, med utsettelser og lengre tid; en levering etter den avvises",
                nn:
                    "Tida blir rekna frå eksamen opnar eller oppgåva blir teken ut, med utsetjingar og lengre tid; ei levering etter ho blir avvist",
                en:
                    "The time counts from when the exam opens or the task is taken out, with extensions and more time; a delivery after it is refused"
            )),
        LawRule(
            id: "portfolio", paragraph: "UH-loven § 11-1", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "assessment.parts: pieces", nn: "assessment.parts: pieces", en: "assessment.parts: pieces"),
            what: Text(
                nb: "En mappe settes sammen av så mange godkjente arbeider som studieplanen sier",
                nn: "Ei mappe blir sett saman av så mange godkjende arbeid som studieplanen seier",
                en: "A portfolio is put together from as many approved works as the study plan says")),
        LawRule(
            id: "paper-languages", paragraph: "UH-forskriften § 5-1", value: nil, setting: "binding-language",
            place: Text(
                nb: "settings.binding-language, exam: binding-language", nn: "settings.binding-language, exam: binding-language",
                en: "settings.binding-language, exam: binding-language"),
            what: Text(
                nb:
                    "Oppgaver gis på begge målformer, på én når alle har valgt den; institusjonen kan kreve et bindende valg ved oppmelding",
                nn:
                    "Oppgåver blir gitt på begge målformer, på éi når alle har valt henne; institusjonen kan krevje eit bindande val ved oppmelding",
                en:
                    "Papers are given in both forms of Norwegian, in one where all chose it; the institution may ask for a binding choice at registration"
            )),
        LawRule(
            id: "paper-exception", paragraph: "UH-forskriften §§ 5-2, 5-3",
            value: Text(nb: "2 måneder, 3 uker", nn: "2 månader, 3 veker", en: "2 months, 3 weeks"),
            setting: nil,
            place: Text(nb: "assessment.language-exception", nn: "assessment.language-exception", en: "assessment.language-exception"),
            what: Text(
                nb: "Unntak fra målformene vedtas så lenge før eksamen, og kan klages inn for klagenemnda innen så lang tid",
                nn: "Unntak frå målformene blir vedtekne så lenge før eksamen, og kan klagast inn for klagenemnda innan så lang tid",
                en:
                    "An exception from the languages is decided so long before the exam, and can be complained of to the board within so long"
            )),
    ]

    private static let gradeRules: [LawRule] = [
        LawRule(
            id: "grading", paragraph: "UH-loven § 11-7(4)", value: nil, setting: "grading-days",
            place: Text(
                nb: "settings.grading-days, exam: grading-days", nn: "settings.grading-days, exam: grading-days",
                en: "settings.grading-days, exam: grading-days"),
            what: Text(
                nb: "Sensuren skal foreligge innen så mange virkedager; loven gir 15, og en institusjon kan sette færre",
                nn: "Sensuren skal liggje føre innan så mange yrkedagar; lova gir 15, og ein institusjon kan setje færre",
                en: "Grades are due within so many working days; the Act gives 15, and an institution may set fewer")),
        LawRule(
            id: "reasons-asked", paragraph: "UH-loven § 11-8", value: Text(nb: "1 uke", nn: "1 veke", en: "1 week"), setting: nil,
            place: Text(nb: "workflow result, reasons", nn: "workflow result, reasons", en: "workflow result, reasons"),
            what: Text(
                nb: "Frist for å be om begrunnelse, fra varselet om karakteren; straks for muntlig og praktisk",
                nn: "Frist for å be om grunngiving, frå varselet om karakteren; straks for munnleg og praktisk",
                en: "Time to ask for reasons, from when the candidate was told; at once for oral and practical tests")),
        LawRule(
            id: "reasons-given", paragraph: "UH-loven § 11-8", value: Text(nb: "2 uker", nn: "2 veker", en: "2 weeks"), setting: nil,
            place: Text(nb: "workflow reasons, answer", nn: "workflow reasons, answer", en: "workflow reasons, answer"),
            what: Text(
                nb: "Frist for å gi begrunnelse, med prinsippene og vurderingen av prestasjonen",
                nn: "Frist for å gi grunngiving, med prinsippa og vurderinga av prestasjonen",
                en: "Time to give reasons, with the principles and the assessment of the performance")),
        LawRule(
            id: "formal", paragraph: "UH-loven § 11-9", value: Text(nb: "3 uker", nn: "3 veker", en: "3 weeks"), setting: nil,
            place: Text(
                nb: "workflow result, formal-complaint", nn: "workflow result, formal-complaint", en: "workflow result, formal-complaint"),
            what: Text(
                nb:
                    "Frist for klage over formelle feil, før karakteren fra da feilen ble eller burde vært kjent; løper på nytt fra begrunnelsen og fra svaret på en karakterklage, og er ikke ute før de foreligger; uten medhold går den til klagenemnda",
                nn:
                    "Frist for klage på formelle feil, før karakteren frå då feilen vart eller burde vore kjend; løper på nytt frå grunngivinga og frå svaret på ei karakterklage, og er ikkje ute før dei ligg føre; utan medhald går ho til klagenemnda",
                en:
                    "Time to complain about formal errors, before the grade from when the error was or should have been known; starts anew from the reasons and from the answer to a complaint about the grade, and has not run out before they are there; if not upheld it goes to the board"
            )),
        LawRule(
            id: "complaint", paragraph: "UH-loven § 11-10", value: Text(nb: "3 uker", nn: "3 veker", en: "3 weeks"), setting: nil,
            place: Text(
                nb: "workflow result, grade-complaint", nn: "workflow result, grade-complaint", en: "workflow result, grade-complaint"),
            what: Text(
                nb:
                    "Frist for klage over karakteren; løper på nytt fra begrunnelsen og fra svaret på en formell klage, og er ikke ute før de foreligger; ikke for muntlig og praktisk; gjelder bare den som klager",
                nn:
                    "Frist for klage på karakteren; løper på nytt frå grunngivinga og frå svaret på ei formell klage, og er ikkje ute før dei ligg føre; ikkje for munnleg og praktisk; gjeld berre den som klagar",
                en:
                    "Time to complain about the grade; starts anew from the reasons and from the answer to a formal complaint, and has not run out before they are there; not for oral and practical tests; changes only the one who complains"
            )),
        LawRule(
            id: "blind", paragraph: "UH-loven § 11-11(1)-(2)", value: Text(nb: "2", nn: "2", en: "2"), setting: nil,
            place: Text(nb: "rettigheter i manifestet", nn: "rettar i manifestet", en: "rights of the manifest"),
            what: Text(
                nb: "Så mange nye sensorer, minst én av dem ekstern, som ikke ser den første karakteren, begrunnelsen eller klagen",
                nn: "Så mange nye sensorar, minst éin av dei ekstern, som ikkje ser den første karakteren, grunngivinga eller klaga",
                en: "So many new examiners, at least one external, who see neither the first grade nor the reasons nor the complaint")),
        LawRule(
            id: "renewal", paragraph: "UH-loven § 11-11(3)", value: Text(nb: "2", nn: "2", en: "2"), setting: nil,
            place: Text(nb: "workflow grade-complaint", nn: "workflow grade-complaint", en: "workflow grade-complaint"),
            what: Text(
                nb: "Så mange karaktertrinn fra den første gjør at saken vurderes på nytt før karakteren er endelig",
                nn: "Så mange karaktersteg frå den første gjer at saka blir vurdert på nytt før karakteren er endeleg",
                en: "So many grades from the first lead to a renewed assessment before the grade is final")),
        LawRule(
            id: "outer", paragraph: "fvl. § 31 (fvl. 2025 § 65)", value: Text(nb: "1 år", nn: "1 år", en: "1 year"), setting: nil,
            place: Text(nb: "workflow result, outer", nn: "workflow result, outer", en: "workflow result, outer"),
            what: Text(
                nb: "Etter så lang tid behandles ingen klage", nn: "Etter så lang tid blir inga klage behandla",
                en: "After so long no complaint is treated")),
        LawRule(
            id: "roll", paragraph: "domstolloven §§ 148-149", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "calendar", nn: "calendar", en: "calendar"),
            what: Text(
                nb: "Dagen selv teller ikke; en frist i uker som ender på en lørdag eller helligdag, flyttes til neste virkedag",
                nn: "Dagen sjølv tel ikkje; ein frist i veker som endar på ein laurdag eller heilagdag, blir flytta til neste yrkedag",
                en: "The day itself does not count; a limit in weeks that ends on a Saturday or holiday moves to the next working day")),
    ]

    private static let specialRules: [LawRule] = [
        LawRule(
            id: "decisions", paragraph: "fvl. § 29 (new Act § 63), UH-loven § 12-10",
            value: Text(nb: "3 uker, 3 måneder", nn: "3 veker, 3 månader", en: "3 weeks, 3 months"), setting: nil,
            place: Text(
                nb: "workflow: complaint, court", nn: "workflow: complaint, court", en: "workflow: complaint, court"),
            what: Text(
                nb:
                    "Vedtak om utsettelse, tilrettelegging, arbeidskrav som ikke godkjennes, og fusk meldes i brev og kan klages på så lenge etter at det kom fram; fusk kan bringes inn for retten",
                nn:
                    "Vedtak om utsetjing, tilrettelegging, arbeidskrav som ikkje blir godkjende, og fusk blir melde i brev og kan klagast på så lenge etter at det kom fram; fusk kan bringast inn for retten",
                en:
                    "Decisions about postponement, accommodation, required work that is not approved, and cheating are told by letter and may be complained of so long after it arrived; cheating may be brought before the court"
            )),
        LawRule(
            id: "decision-complaint", paragraph: "fvl. §§ 6-10, 29 (fvl. 2025 §§ 25-29, 63)", value: Text(nb: "", nn: "", en: ""),
            setting: nil,
            place: Text(nb: "assessment.*-complaint", nn: "assessment.*-complaint", en: "assessment.*-complaint"),
            what: Text(
                nb:
                    "Institusjonen ser på vedtaket igjen og avgjør saken på nytt ved medhold; ellers går klagen til klageinstansen, der den som traff vedtaket, ikke avgjør",
                nn:
                    "Institusjonen ser på vedtaket att og avgjer saka på nytt ved medhald; elles går klaga til klageinstansen, der den som gjorde vedtaket, ikkje avgjer",
                en:
                    "The institution looks at its decision again, and decides anew where it upholds the complaint; otherwise the appeals body decides, without whoever took the decision"
            )),
        LawRule(
            id: "registration", paragraph: "UH-loven § 11-6(3)", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "exam: registration-days", nn: "exam: registration-days", en: "exam: registration-days"),
            what: Text(
                nb: "Så mange dager før eksamen åpner melder en seg opp, ellers til den er over; koordinatoren kan gi dispensasjon",
                nn: "Så mange dagar før eksamen opnar melder ein seg opp, elles til han er over; koordinatoren kan gi dispensasjon",
                en: "So many days before the exam opens one registers, otherwise until it is over; the coordinator may give a dispensation"
            )),
        LawRule(
            id: "impartial", paragraph: "fvl. §§ 6-10 (fvl. 2025 §§ 25-29)", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "assessment.tie", nn: "assessment.tie", en: "assessment.tie"),
            what: Text(
                nb: "En sensor med tilknytning til kandidaten, eller hos samme skoleeier, trer til side",
                nn: "Ein sensor med tilknyting til kandidaten, eller hos same skuleeigar, trår til side",
                en: "An examiner with a tie to the candidate, or with the same school owner, steps aside")),
        LawRule(
            id: "diploma", paragraph: "UH-loven § 11-12(2)", value: nil, setting: "diploma-credits",
            place: Text(nb: "settings.diploma-credits", nn: "settings.diploma-credits", en: "settings.diploma-credits"),
            what: Text(
                nb: "Vitnemål gis først for så mange studiepoeng; ellers dokumentasjon av resultater",
                nn: "Vitnemål blir gitt først for så mange studiepoeng; elles dokumentasjon av resultat",
                en: "A diploma is given for so many credits; otherwise documentation of results")),
        LawRule(
            id: "accommodation", paragraph: "UH-loven § 10-5", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "assessment.accommodation", nn: "assessment.accommodation", en: "assessment.accommodation"),
            what: Text(
                nb: "Tilrettelegging lagres som tiltak, aldri som diagnose; lengre tid flytter fristen",
                nn: "Tilrettelegging blir lagra som tiltak, aldri som diagnose; lengre tid flyttar fristen",
                en: "Accommodation is kept as a measure, never as a diagnosis; more time moves the limit")),
        LawRule(
            id: "birth", paragraph: "UH-loven § 10-6",
            value: Text(nb: "3 uker før til 6 uker etter", nn: "3 veker før til 6 veker etter", en: "3 weeks before to 6 weeks after"),
            setting: nil,
            place: Text(nb: "assessment.postponement", nn: "assessment.postponement", en: "assessment.postponement"),
            what: Text(
                nb: "Rett til utsatt eksamen fra tre uker før termin til seks uker etter fødselen; den andre forelderen i to uker",
                nn: "Rett til utsett eksamen frå tre veker før termin til seks veker etter fødselen; den andre forelderen i to veker",
                en:
                    "Right to a postponed exam from three weeks before the due date to six weeks after the birth; the other parent for two weeks"
            )),
        LawRule(
            id: "cheating", paragraph: "UH-loven §§ 12-4, 12-9",
            value: Text(nb: "1 år, 2 når særlig grovt", nn: "1 år, 2 når særleg grovt", en: "1 year, 2 if especially grave"), setting: nil,
            place: Text(nb: "assessment.suspicion", nn: "assessment.suspicion", en: "assessment.suspicion"),
            what: Text(
                nb: "Nemnda annullerer eksamen eller arbeidskrav med flertall og utestenger med to tredeler",
                nn: "Nemnda annullerer eksamen eller arbeidskrav med fleirtal og utestengjer med to tredelar",
                en: "The board annuls an exam or required work by a majority and excludes by two thirds")),
    ]
}
