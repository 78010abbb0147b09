import GRDB

/// Whether the words of a filter that has found nothing could fit anything: an empty answer would say that nothing is there.
///
/// What the reader may not see is to her as what is not there.
struct FilterSense {
    let live: LiveConfiguration
    let standing: Standing
    let instant: Instant
    let db: Database

    /// What is wrong with words for a value of that type.
    ///
    /// - Parameter name: what the filter is called.
    func faults(of words: [String], _ name: String, _ type: FieldType, at span: SourceSpan?) throws -> [Diagnostic] {
        switch type {
        case .list(let item): return try faults(of: words, name, item, at: span)
        case .code(let values): return faults(of: words, name, among: values.map(\.id), at: span)
        case .boolean: return faults(of: words, name, among: ["true", "false"], at: span)
        case .reference(let reference): return try faults(of: words, toRecord: reference, at: span)
        default: return []
        }
    }

    /// What is wrong with words that must each be one of those known.
    func faults(of words: [String], _ name: String, among known: [String], at span: SourceSpan?) -> [Diagnostic] {
        words.filter { !known.contains($0) }.map { .noSuchCode($0, of: name, among: known, at: span) }
    }

    func faults(of words: [String], toRecord reference: FieldType.Reference, at span: SourceSpan?) throws -> [Diagnostic] {
        try words.filter { try !isThere($0, reference) }.map {
            .noSuchRecord($0, reference.target, known: try finder.known(reference.target), at: span)
        }
    }

    private var finder: ReferenceFinder { ReferenceFinder(live: live, db: db, standing: standing) }

    /// Whether a word names something that the reader may see.
    private func isThere(_ word: String, _ reference: FieldType.Reference) throws -> Bool {
        if let key = reference.by {
            // Such a word stays where what it names is gone.
            guard !reference.keepsDangling, let type = live.record(reference.target), type.field(key) != nil else { return true }
            return try !RecordFilter(type, [(key, word)], live: live, in: db).read(as: standing.actor, at: instant, limit: 1).isEmpty
        }
        let found = try finder.find(reference.target, word)
        switch KernelRecord(rawValue: reference.target) {
        // Whoever does not see everybody may read records of those whom she does not see, and is not told whether they are there.
        case .person?, .group?: return try found != nil || !people().seesEveryone
        case .enrolment?: return try found != nil || !seesAll(of: word)
        case .activity?:
            // The name of an activity may stand in several offerings.
            return try found != nil
                || Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_activity WHERE activity = ?)", arguments: [word]) == true
        case nil:
            guard let found, let type = live.record(reference.target), let number = Int64.fromDatabaseValue(found) else { return false }
            return try RecordReader(live, standing: standing, in: db).sees(type, number)
        default: return found != nil
        }
    }

    /// Whether the reader sees who takes part in the course that `OFFERING/PERSON` names.
    private func seesAll(of enrolment: String) throws -> Bool {
        let people = try people()
        guard !people.seesEveryone, let slash = enrolment.firstIndex(of: "/") else { return people.seesEveryone }
        return people.sees(offering: String(enrolment[..<slash]))
    }

    private func people() throws -> PeopleReading { try PeopleReading(standing: standing, in: db) }
}

extension Diagnostic {
    static func noSuchCode(_ word: String, of field: String, among known: [String], at span: SourceSpan?) -> Diagnostic {
        let nearest = Text.didYouMean(word, among: known)
        return Diagnostic(
            "input/no-such-code", .error,
            Text(
                nb: "«\(word)» er ingen verdi av «\(field)»", nn: "«\(word)» er ingen verdi av «\(field)»",
                en: "'\(word)' is no value of '\(field)'"), at: span, label: span == nil ? nil : nearest,
            help: span == nil ? nearest ?? .oneOf(known) : .oneOf(known))
    }
}
