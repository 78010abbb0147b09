/// What an upgrade is said to take away.
extension DeclarationCheck {
    /// A record that is dropped is gone from the manifest, and a field that is dropped is one of a record that stands there.
    ///
    /// A field may stand there still: it is dropped where its type becomes narrower. What is gone may have been dropped long ago, by a version
    /// that others upgrade from, so that it need not be known here.
    mutating func checkDrops() {
        let known = module.records.map(\.name)
        for pair in manifest.root["drops"].pairs {
            let words = pair.key.split(separator: ".").map(String.init)
            guard words.count <= 2 else {
                faults.append(.dropForm(pair.key, at: pair.keySpan))
                continue
            }
            let record = module.records.first { $0.name == words[0] }
            let heir =
                words.count == 2
                ? record?.fields.first { $0.was.contains(words[1]) }.map { ("\(words[0]).\($0.name)", $0.span) }
                : module.records.first { $0.was.contains(words[0]) }.map { ($0.name, $0.span) }
            if let (now, span) = heir {
                faults.append(.droppedAndRenamed(pair.key, now: now, renamed: span, at: pair.keySpan))
            } else if words.count == 2, record == nil {
                faults.append(.dropOfNoRecord(words[0], among: known, at: pair.keySpan))
            } else if words.count == 1, let record {
                faults.append(.dropStands(words[0], there: record.span, at: pair.keySpan))
            }
        }
    }
}

extension Diagnostic {
    static func dropForm(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/drops", .error,
            Text(
                nb: "«\(name)» er verken en post eller et felt i en post", nn: "«\(name)» er verken ein post eller eit felt i ein post",
                en: "'\(name)' is neither a record nor a field of a record"), at: span,
            help: Text(nb: "skriv POST eller POST.FELT", nn: "skriv POST eller POST.FELT", en: "write RECORD or RECORD.FIELD"))
    }

    static func dropStands(_ name: String, there: SourceSpan, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/drops", .error,
            Text(
                nb: "posten «\(name)» står her fremdeles, så ingenting tas bort",
                nn: "posten «\(name)» står her framleis, så ingenting blir teke bort",
                en: "the record '\(name)' still stands here, so nothing is taken away"), at: span,
            labels: [.init(there, Text(nb: "den står her", nn: "han står her", en: "it stands here"))],
            help: Text(
                nb: "nevn feltet som går tapt, eller ta bort linjen", nn: "nemn feltet som går tapt, eller ta bort linja",
                en: "name the field that is lost, or take the line away"))
    }

    static func droppedAndRenamed(_ name: String, now: String, renamed: SourceSpan, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/drops", .error,
            Text(
                nb: "«\(name)» tas ikke bort, men heter nå «\(now)»", nn: "«\(name)» blir ikkje teke bort, men heiter no «\(now)»",
                en: "'\(name)' is not taken away; it is called '\(now)' now"), at: span,
            labels: [
                .init(
                    renamed,
                    Text(
                        nb: "her står det gamle navnet under was", nn: "her står det gamle namnet under was",
                        en: "the old name stands under was here"))
            ])
    }

    static func dropOfNoRecord(_ name: String, among known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/drops", .error,
            Text(
                nb: "posten «\(name)» står ikke her, så den har ingen felt å ta bort",
                nn: "posten «\(name)» står ikkje her, så han har ingen felt å ta bort",
                en: "the record '\(name)' does not stand here, so it has no field to take away"), at: span,
            label: .didYouMean(name, among: known),
            help: Text(
                nb: "tas hele posten bort, skriv bare «\(name)»", nn: "blir heile posten teken bort, skriv berre «\(name)»",
                en: "if the whole record is taken away, write '\(name)' alone"))
    }
}
