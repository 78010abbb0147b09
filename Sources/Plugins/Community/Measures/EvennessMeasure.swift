import CommunityMeasures
import Kernel

/// Pielou's J of counts, one for each person: how evenly something is spread.
struct EvennessMeasure: Measure {
    var title: Text { Text(nb: "Jevnhet (J)", nn: "Jamleik (J)", en: "Evenness (J)") }
    var definition: Text {
        Text(
            nb: "Pielous J: 1 når alle har like mye, 0 når én har alt", nn: "Pielous J: 1 når alle har like mykje, 0 når éin har alt",
            en: "Pielou's J: 1 where all have equally much, 0 where one has everything")
    }

    func value(of values: [JSONValue]) -> MeasureValue { .of(Evenness.pielou(values.compactMap(\.integer)), values, definition) }
}

/// The Gini coefficient of counts, one for each person: how unevenly something is spread.
struct GiniMeasure: Measure {
    var title: Text { Text(nb: "Ujevnhet (Gini)", nn: "Ujamleik (Gini)", en: "Unevenness (Gini)") }
    var definition: Text {
        Text(
            nb: "Gini-koeffisienten: 0 når alle har like mye, nær 1 når én har alt",
            nn: "Gini-koeffisienten: 0 når alle har like mykje, nær 1 når éin har alt",
            en: "the Gini coefficient: 0 where all have equally much, near 1 where one has everything")
    }

    func value(of values: [JSONValue]) -> MeasureValue { .of(Evenness.gini(values.compactMap(\.integer)), values, definition) }
}

extension MeasureValue {
    fileprivate static func of(_ figure: Figure, _ values: [JSONValue], _ definition: Text) -> MeasureValue {
        MeasureValue(figure, n: values.compactMap(\.integer).count, definition: definition)
    }

    /// A figure as the kernel's reports show numbers.
    init(_ figure: Figure, n: Int, definition: Text) {
        let result: Result =
            switch figure {
            case .value(let number): .number(number)
            case .undefined(let reason): .undefined(reason.text)
            }
        self.init(result, n: n, definition: definition)
    }
}

extension Figure.Reason {
    /// Why there is no number, in a clause.
    var text: Text {
        switch self {
        case .nothing: Text(nb: "det er ingenting å telle", nn: "det er ingenting å telje", en: "there is nothing to count")
        case .tooFewPeople: Text(nb: "det er for få personer", nn: "det er for få personar", en: "there are too few people")
        case .tooFewItems: Text(nb: "det er for få spørsmål", nn: "det er for få spørsmål", en: "there are too few questions")
        case .noVariation: Text(nb: "alle har svart likt", nn: "alle har svara likt", en: "all have answered alike")
        }
    }
}
