/// What is sealed decides no right: who may read a record, or that she may, would tell it.
extension DeclarationCheck {
    /// Reports a step of a path that is sealed.
    mutating func checkUnsealed(_ path: String, from record: String, at span: SourceSpan) {
        var place: String? = record
        for word in DeclarationReader.path(path) {
            guard let known = place, let type = catalog.index.types[known] else { return }
            if type.field(word)?.seal != nil { return faults.append(.rightBySealed(word, at: span)) }
            let step = try? catalog.resolve([word], from: known)
            if case .record(let next)? = step?.end { place = next } else { place = nil }
        }
    }
}

extension Diagnostic {
    static func rightBySealed(_ field: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/right-by-sealed", .error,
            Text(
                nb: "«\(field)» er forseglet, og hvem som får lese eller gjøre noe, ville røpe det",
                nn: "«\(field)» er forsegla, og kven som får lese eller gjere noko, ville røpe det",
                en: "'\(field)' is sealed, and who may read or act would tell it"), at: span,
            help: Text(
                nb: "la retten følge av et felt som ikke er forseglet, eller av tilstanden",
                nn: "lat retten følgje av eit felt som ikkje er forsegla, eller av tilstanden",
                en: "let the right follow from a field that is not sealed, or from the state"))
    }

    static func noFloor(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/no-floor", .error,
            Text(
                nb: "rapporten sier ikke hvor få et tall kan gjelde", nn: "rapporten seier ikkje kor få eit tal kan gjelde",
                en: "the report does not say how few a number may be about"), at: span,
            help: Text(
                nb: "legg til floor: 5; floor: 1 sier at det kan fortelles om enkelte poster",
                nn: "legg til floor: 5; floor: 1 seier at det kan forteljast om enkelte postar",
                en: "add floor: 5; floor: 1 says that single records may be told of"))
    }
}
