import Kernel

extension LawRule {
    /// What the law asks of the scheme, of registration and of the board.
    static let schemeRules: [LawRule] = [
        LawRule(
            id: "credits", paragraph: "UH-loven § 11-2", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "assessment.parts: credits", nn: "assessment.parts: credits", en: "assessment.parts: credits"),
            what: Text(
                nb: "Delene blir til sammen så mange studiepoeng som emnet gir",
                nn: "Delane blir til saman så mange studiepoeng som emnet gir",
                en: "The parts add up to the credits of the course")),
        LawRule(
            id: "outcomes", paragraph: "UH-loven § 11-6, UH-forskriften § 1-11", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "assessment.parts: outcomes", nn: "assessment.parts: outcomes", en: "assessment.parts: outcomes"),
            what: Text(
                nb: "Hvert læringsutbytte blir prøvd i minst én eksamensdel", nn: "Kvart læringsutbytte blir prøvd i minst éin eksamensdel",
                en: "Every learning outcome is tested in at least one part of the exam")),
        LawRule(
            id: "external-eye", paragraph: "UH-loven § 11-6", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "assessment.evaluation", nn: "assessment.evaluation", en: "assessment.evaluation"),
            what: Text(
                nb: "Enten har hver del en ekstern sensor, eller så blir ordningen evaluert av noen utenfra",
                nn: "Anten har kvar del ein ekstern sensor, eller så blir ordninga evaluert av nokon utanfrå",
                en: "Either each part has an external examiner, or someone from outside evaluates the scheme")),
        LawRule(
            id: "certificate", paragraph: "UH-loven § 11-6(3)", value: Text(nb: "1 uke", nn: "1 veke", en: "1 week"), setting: nil,
            place: Text(
                nb: "workflow candidate, certificate", nn: "workflow candidate, certificate", en: "workflow candidate, certificate"),
            what: Text(
                nb: "Så lenge etter eksamen kan en legeerklæring legges fram; et gyldig fravær bruker ikke noe forsøk",
                nn: "Så lenge etter eksamen kan ei legeerklæring leggjast fram; eit gyldig fråvær bruker ikkje noko forsøk",
                en: "Until so long after the exam a doctor's note can be produced; a valid absence uses no attempt")),
        LawRule(
            id: "answer-language", paragraph: "UH-forskriften § 5-4", value: Text(nb: "nb, nn", nn: "nb, nn", en: "nb, nn"), setting: nil,
            place: Text(nb: "assessment.parts: languages", nn: "assessment.parts: languages", en: "assessment.parts: languages"),
            what: Text(
                nb: "Det kan alltid svares på bokmål og nynorsk, uansett hva delen sier",
                nn: "Ein kan alltid svare på bokmål og nynorsk, uansett kva delen seier",
                en: "Either form of Norwegian may always be handed in, whatever the part says")),
        LawRule(
            id: "new-oral", paragraph: "UH-loven § 11-11", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "assessment.parts: adjusts", nn: "assessment.parts: adjusts", en: "assessment.parts: adjusts"),
            what: Text(
                nb: "Blir karakteren på en skriftlig del endret, holdes den muntlige som justerer den, på nytt",
                nn: "Blir karakteren på ein skriftleg del endra, blir den munnlege som justerer han, halden på nytt",
                en: "Where the grade of a written part changes, the oral that adjusts it is held anew")),
        LawRule(
            id: "new-exam", paragraph: "UH-loven § 11-9", value: Text(nb: "", nn: "", en: ""), setting: nil,
            place: Text(nb: "assessment.formal-complaint", nn: "assessment.formal-complaint", en: "assessment.formal-complaint"),
            what: Text(
                nb:
                    "Etter en formell feil gis ny sensur der noe kan vurderes, ellers ny eksamen med nye sensorer; den bruker ikke noe forsøk",
                nn:
                    "Etter ein formell feil blir det gitt ny sensur der noko kan vurderast, elles ny eksamen med nye sensorar; han bruker ikkje noko forsøk",
                en:
                    "After a formal error there is a new grading where there is something to grade, otherwise a new exam with new examiners, which uses no attempt"
            )),
        LawRule(
            id: "board", paragraph: "UH-loven § 14-1", value: Text(nb: "3", nn: "3", en: "3"), setting: nil,
            place: Text(nb: "assessment.suspicion", nn: "assessment.suspicion", en: "assessment.suspicion"),
            what: Text(
                nb: "Så mange medlemmer minst når nemnda avgjør", nn: "Så mange medlemmer minst når nemnda avgjer",
                en: "So many members at least when the board decides")),
    ]
}
