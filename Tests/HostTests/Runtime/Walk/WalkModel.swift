/// What the store should hold after a walk, as simply as it can be said.
struct WalkModel {
    /// A piece of someone's work on an activity: a note of `reflection` or a job of `walk`.
    struct Work {
        var owner: String
        var activity: String
        var state: String
        var version = 1
        var text: String?
        /// The level of a note.
        var level: String?
        /// When a job closes by itself, in seconds since 1970.
        var ends: Int?
        /// Whether a note has been delivered, so that lecturers see it.
        var wasDelivered = false

        var isOpen: Bool { ["draft", "returned", "open"].contains(state) }
    }

    struct Feedback {
        var note: String
        var author: String
        var isGiven = false
        var version = 1
        var text: String?
    }

    /// That work on an activity is recognised for a person from elsewhere.
    struct Merit {
        var owner: String
        var activity: String
        var state = "asked"
        var version = 1

        var counts: Bool { ["given", "confirmed"].contains(state) }
    }

    /// Whether each person who was ever enrolled still takes part.
    var enrolled: [String: Bool] = [:]
    var notes: [String: Work] = [:]
    var jobs: [String: Work] = [:]
    var feedback: [String: Feedback] = [:]
    var merits: [String: Merit] = [:]
    /// The last extension that each person got, by `person activity`.
    var extensions: [String: Int] = [:]

    /// A note that was answered is done with; one that waits for its answer is taken on as soon as there is one.
    mutating func settle(note id: String) {
        guard notes[id]?.state == "delivered", feedback.values.contains(where: { $0.note == id && $0.isGiven }) else { return }
        notes[id]?.state = "answered"
        notes[id]?.version += 1
    }

    /// A job that is sent closes when its time has passed.
    mutating func settle(job id: String, at now: Int) {
        guard let job = jobs[id], job.state == "sent", let ends = job.ends, ends <= now else { return }
        jobs[id]?.state = "done"
        jobs[id]?.version += 1
    }

    /// Everything on lines that can be compared with the store's.
    var lines: [String] {
        func text(_ values: [Any?]) -> String { values.map { $0.map { "\($0)" } ?? "" }.joined(separator: "|") }
        var lines = enrolled.map { "enrolment|\($0)|\($1 ? "active" : "ended")" }
        lines += notes.map { text(["note", $0, $1.owner, $1.activity, $1.state, $1.version, $1.text, $1.level]) }
        lines += jobs.map { text(["job", $0, $1.owner, $1.activity, $1.state, $1.version, $1.text, $1.ends]) }
        lines += feedback.map { text(["feedback", $0, $1.note, $1.author, $1.isGiven ? "given" : "draft", $1.version, $1.text]) }
        lines += merits.map { text(["merit", $0, $1.owner, $1.activity, $1.state, $1.version]) }
        var completion: [String: String] = [:]
        for work in Array(notes.values) + Array(jobs.values) {
            completion["\(work.owner)|\(work.activity)"] = ["answered", "done"].contains(work.state) ? "done" : "started"
        }
        for merit in merits.values where merit.counts { completion["\(merit.owner)|\(merit.activity)"] = "done" }
        lines += completion.map { "completion|\($0)|\($1)" }
        return lines.sorted()
    }
}
