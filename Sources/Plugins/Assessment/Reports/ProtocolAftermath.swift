import Kernel

/// What happened to the grades of a script after they were set: announcement, reasons, complaints, new gradings, changes and annulment.
///
/// Of what is sealed there is nothing before the seal is broken: it is made from what the one who asks may read.
struct ProtocolAftermath {
    /// One thing that happened.
    struct Event {
        var instant: Instant
        /// Where it stands in the log, which orders what happened at one instant.
        var event: Int64
        /// The number of the candidate that it is about: of those who wrote together each has her own case.
        var candidate: Int
        var what: Text
        /// How many examiners a new grading takes; nil for what is none.
        var required: Int?
        var judged: [VisibleRecord] = []
        /// What holds the grade that was set or announced; nil where none was.
        var graded: VisibleRecord?
        var reason: String?
    }

    /// One kind of record with the times at which its records came into their states.
    private struct Chapter {
        var records: [VisibleRecord]
        var history: [Int64: [StateEntry]]

        init(_ kind: String, _ reading: borrowing some ReportReading & ~Copyable) throws {
            records = try reading.records("assessment.\(kind)", where: [])
            history = try reading.stateHistory("assessment.\(kind)")
        }
    }

    private let candidates, results, reasons, early, formal, complaints, regradings: Chapter
    private let regrades: [Int: [VisibleRecord]]

    init(_ reading: borrowing some ReportReading & ~Copyable) throws {
        candidates = try Chapter("candidate", reading)
        results = try Chapter("result", reading)
        reasons = try Chapter("reasons", reading)
        early = try Chapter("exam-complaint", reading)
        formal = try Chapter("formal-complaint", reading)
        complaints = try Chapter("grade-complaint", reading)
        regradings = try Chapter("regrading", reading)
        regrades = Dictionary(grouping: try reading.records("assessment.regrade", where: [])) { $0.whole("regrading") ?? 0 }
    }

    /// What happened with a script, in order; at one instant in the order of the log.
    func events(of script: VisibleRecord) -> [Event] {
        let own = candidates.records.filter { $0.whole("script") == Int(script.number) }
        let all = own.flatMap { self.events(ofCandidate: $0) }
        return all.enumerated().sorted {
            ($0.element.instant, $0.element.event, $0.offset) < ($1.element.instant, $1.element.event, $1.offset)
        }.map(\.element)
    }

    private func events(ofCandidate candidate: VisibleRecord) -> [Event] {
        let number = candidate.whole("number") ?? 0
        let own = results.records.filter { $0.whole("candidate") == Int(candidate.number) }
        let results = Set(own.map { Int($0.number) })
        var events: [Event] = []
        func tell(
            _ chapter: Chapter, _ records: [VisibleRecord], _ words: [String: Text],
            _ more: (VisibleRecord, String) -> (VisibleRecord?, String?)
        ) {
            for record in records {
                for entry in chapter.history[record.number] ?? [] {
                    guard let what = words[entry.state] else { continue }
                    let (graded, reason) = more(record, entry.state)
                    events.append(
                        Event(
                            instant: entry.instant, event: entry.event, candidate: number, what: what, graded: graded, reason: reason))
                }
            }
        }
        func below(_ chapter: Chapter) -> [VisibleRecord] { chapter.records.filter { results.contains($0.whole("result") ?? 0) } }
        tell(early, early.records.filter { $0.whole("candidate") == Int(candidate.number) }, Self.early) { _, _ in (nil, nil) }
        tell(self.results, own, Self.result) { ($1 == "announced" ? $0 : nil, $0["reason"]?.string) }
        tell(reasons, below(reasons), Self.reasons) { _, _ in (nil, nil) }
        tell(formal, below(formal), Self.formal) { _, _ in (nil, nil) }
        let complaints = below(self.complaints)
        tell(self.complaints, complaints, Self.complaint) { $1 == "answered" ? ($0, $0["reason"]?.string) : (nil, nil) }
        let cases = (Set(complaints.map { Int($0.number) }), Set(below(formal).map { Int($0.number) }))
        for regrading in regradings.records
        where cases.0.contains(regrading.whole("complaint") ?? 0) || cases.1.contains(regrading.whole("formal") ?? 0) {
            let judged = (regrades[Int(regrading.number)] ?? []).filter { $0.state != "recused" }
            for entry in regradings.history[regrading.number] ?? [] {
                guard let words = Self.regrading[entry.state] else { continue }
                let what = regrading.whole("renews") == nil ? words.anew : words.renewed
                events.append(
                    Event(
                        instant: entry.instant, event: entry.event, candidate: number, what: what,
                        required: regrading.whole("examiners"), judged: judged, graded: entry.state == "agreed" ? regrading : nil,
                        reason: entry.state == "agreed" ? regrading["reason"]?.string : nil))
            }
        }
        tell(candidates, [candidate], Self.candidate) { record, _ in (nil, record["reason"]?.string) }
        return events
    }
}
