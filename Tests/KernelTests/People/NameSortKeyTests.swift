import Testing

@testable import Kernel

@Suite struct NameSortKeyTests {
    private func key(_ name: String) -> [UInt8] { NameSortKey.of(family: name, given: "") }

    @Test func norwegianNamesAreInNorwegianOrder() {
        let sorted = [
            "Abel", "Anne Berit", "Čohkka", "Dahl", "D'Arc", "éa", "Gaup", "Muller", "Nguyễn", "Ŋiŋŋa", "Olsen", "Straße", "Šiljo", "Thor",
            "Vik",
            "Müller-Y", "Zakarias", "Ægir", "Ærlig", "Ødegård", "Östlund", "Aase", "Ås", "Иванов",
        ]
        // ß sorts as ss, ü as y.
        let expected = sorted.sorted { key($0).lexicographicallyPrecedes(key($1)) }
        #expect(
            expected == [
                "Abel", "Anne Berit", "Čohkka", "D'Arc", "Dahl", "éa", "Gaup", "Muller", "Müller-Y", "Nguyễn", "Ŋiŋŋa", "Olsen", "Šiljo",
                "Straße",
                "Thor", "Vik", "Zakarias", "Ægir", "Ærlig", "Ødegård", "Östlund", "Ås", "Aase", "Иванов",
            ])
    }

    @Test func twoAsAreOneÅ() {
        #expect(key("Aase") == key("Åse"))
        #expect(key("aaa") == key("åa"))
        #expect(key("AaAa") == key("åå"))
        #expect(key("A-a") != key("Å"))
    }

    @Test func composedAndDecomposedLettersAreTheSame() {
        for (composed, decomposed) in [("Å", "A\u{30A}"), ("é", "e\u{301}"), ("ö", "o\u{308}"), ("ü", "u\u{308}"), ("ä", "a\u{308}")] {
            #expect(key(composed) == key(decomposed), "\(composed)")
        }
    }

    @Test func theFamilyNameComesFirstAndEndsBeforeTheNextWord() {
        let berg = NameSortKey.of(family: "Berg", given: "Ås")
        let bergAnne = NameSortKey.of(family: "Berg Anne", given: "")
        let berge = NameSortKey.of(family: "Berge", given: "Anne")
        #expect(berg.lexicographicallyPrecedes(bergAnne))
        #expect(bergAnne.lexicographicallyPrecedes(berge))
    }

    /// Every letter of the tables, by the names Unicode gives: LATIN SMALL LETTER X WITH … stands on x.
    @Test func everyMarkedLatinLetterStandsOnItsBase() {
        let own: Set<Unicode.Scalar> = ["Æ", "æ", "Ä", "ä", "Ø", "ø", "Ö", "ö", "Ő", "ő", "Å", "å", "Ü", "ü", "Ű", "ű"]
        var checked = 0
        for value in (0xC0...0x17F).map({ UInt32($0) }) + Array(0x1EA0...0x1EF9) {
            guard let scalar = Unicode.Scalar(value), !own.contains(scalar), let name = scalar.properties.name else { continue }
            let words = name.split(separator: " ")
            guard name.hasPrefix("LATIN "), words.count > 4, words[2] == "LETTER", words[3].count == 1, words[4] == "WITH" else { continue }
            #expect(key(String(scalar)) == key(words[3].lowercased()), "\(name)")
            checked += 1
        }
        #expect(checked > 200)
    }
}
