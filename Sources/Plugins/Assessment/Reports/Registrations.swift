import Kernel

/// Who is registered for which exam, and what has been used of the attempts, as the one who asks may see it.
struct Registrations {
    private struct Course: Hashable {
        var institution: String
        var code: String
    }

    private var byEnrolment: [String: [VisibleRecord]]
    /// The enrolments of each person.
    private var enrolments: [String: Set<String>] = [:]
    private var courses: [String: (course: Course, parts: Int)] = [:]

    init(_ candidates: [VisibleRecord], _ reading: borrowing some ReportReading & ~Copyable) throws {
        byEnrolment = Dictionary(grouping: candidates) { $0.text("enrolment") }
        for enrolment in byEnrolment.keys {
            enrolments[enrolment.personPart, default: []].insert(enrolment)
            let offering = enrolment.offeringPart
            guard courses[offering] == nil, let variant = try reading.course(of: offering)?.variant else { continue }
            courses[offering] = (Self.course(variant), ExamTree(body: variant.body.json).parts.count)
        }
    }

    private static func course(_ variant: CourseVariant) -> Course {
        Course(institution: variant.course.institution, code: variant.course.code)
    }

    /// That no attempt is left, or that she is not registered, as a sentence; nil where she is registered, or has sat.
    func missing(_ enrolment: String, _ person: String, _ part: ExamTree.Part, _ tree: ExamTree, _ variant: CourseVariant) -> Text? {
        let own = (byEnrolment[enrolment] ?? []).filter { $0.text("activity") == part.exam }
        if own.contains(where: { ["registered", "delivered", "passed"].contains($0.state) }) { return nil }
        let used = (enrolments[person] ?? []).flatMap { place -> [VisibleRecord] in
            guard let (course, parts) = courses[place.offeringPart], course == Self.course(variant) else { return [] }
            return (byEnrolment[place] ?? []).filter { $0.text("activity") == part.exam || parts == 1 && tree.parts.count == 1 }
        }.count { $0["counts"]?.bool != false && !Attempts.unused.contains($0.state ?? "") }
        if used >= tree.attempts {
            return Text(
                nb: "\(used) av \(tree.attempts) forsøk er brukt.", nn: "\(used) av \(tree.attempts) forsøk er brukte.",
                en: "\(used) of \(tree.attempts) attempts are used.")
        }
        return Text(nb: "Hun eller han er ikke oppmeldt.", nn: "Ho eller han er ikkje oppmeld.", en: "She or he is not registered.")
    }
}
