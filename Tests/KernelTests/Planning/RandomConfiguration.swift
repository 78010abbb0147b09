@testable import Kernel

/// A small workspace and random edits of it, each of which leaves it sound.
struct RandomConfiguration {
    /// Weeks until an activity opens and is due, by its id.
    var activities: [String: (opens: Int, due: Int)] = ["essay": (2, 7), "paper": (3, 8)]
    /// Days after 2027-09-06 that an offering starts, by its year.
    var offerings: [Int: (start: Int, release: String, date: Int?)] = [2027: (0, "follow", nil)]
    /// What the second programme adds, by id.
    var aims: [String: String] = ["apply": "A"]
    var title = "B"
    var hasModule = true
    var words = 300
    /// Releases that there are to pin an offering to.
    var labels: [String] = []

    /// One edit, of any kind.
    mutating func edit(_ random: inout Xoshiro256StarStar) {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        switch number(0...8) {
        case 0:
            let id = "task-\(number(1...4))"
            if activities.removeValue(forKey: id) == nil { activities[id] = (number(1...3), number(4...9)) }
        case 1:
            for id in activities.keys.sorted() where Bool.random(using: &random) { activities[id]?.due = number(4...9) }
        case 2:
            let year = number(2028...2030)
            if offerings.removeValue(forKey: year) == nil { offerings[year] = (number(0...20), "follow", nil) }
        case 3: offerings[2027]?.start = number(0...20)
        case 4: offerings[2027]?.date = Bool.random(using: &random) ? nil : number(60...90)
        case 5: offerings[2027]?.release = labels.randomElement(using: &random) ?? "follow"
        case 6: title = "B\(number(0...99))"
        case 7:
            let id = "aim-\(number(1...4))"
            if aims.removeValue(forKey: id) == nil { aims[id] = "A\(number(0...99))" }
        default:
            hasModule.toggle()
            words = number(100...400)
        }
    }

    /// The files, as their author would write them; with a shuffle, every list whose order says nothing is in another one.
    func files(shuffledBy random: inout Xoshiro256StarStar) -> [String: String] {
        var files = Template.files(workspace: "test").mapValues { String(decoding: $0, as: UTF8.self) }
        files[".gitignore"] = nil
        files["Config/kjerne.yaml"] = files["Config/kjerne.yaml"]?.replacing(
            "modules: {}", with: "modules: {notes: ^1.0\(hasModule ? ", marks: ^1.0" : "")}")
        files["Modules/notes/module.yaml"] = module("notes", kind: "note")
        if hasModule { files["Modules/marks/module.yaml"] = module("marks", kind: "mark") }
        // Three programmes: one that stands on another, and one beside them.
        files["Config/programmes/second.yaml"] = """
            programme: second
            title: {nb: P, nn: P, en: P}
            layers: [programme/example]
            aims: {\(aims.sorted { $0.key < $1.key }.shuffled(using: &random).map { "\($0.key): {title: {nb: \($0.value), nn: A, en: A}}" }.joined(separator: ", "))}

            """
        files["Config/programmes/third.yaml"] = "programme: third\ntitle: {nb: P, nn: P, en: P}\nsemesters: 2\n"
        let layers = ["institution/academy", "programme/second", "programme/third"].shuffled(using: &random)
        let list = activities.sorted { $0.key < $1.key }.map { id, weeks in
            "      - {activity: \(id), kind: notes.note, title: {nb: \(title), nn: B, en: B}, opens: +\(weeks.opens)w, due: +\(weeks.due)w, settings: {words: \(words)}}\n"
        }
        let path = "Config/institutions/academy/variants/first-course.yaml"
        files[path] =
            (files[path] ?? "").replacing(
                "layers: [institution/academy]", with: "layers: [\(layers.joined(separator: ", "))]") + "    activities:\n" + list.joined()
        files["Config/institutions/academy/offerings/first-course-2027.yaml"] = nil
        for (year, offering) in offerings {
            let start = try? Day("2027-09-06").adding(days: offering.start)
            let date = offering.date.flatMap { days in try? Day("2027-09-06").adding(days: days) }
            files["Config/institutions/academy/offerings/first-course-\(year).yaml"] = """
                offering: first-course-\(year)
                variant: first-course
                release: \(offering.release)
                start: \(start?.description ?? "2027-09-06")
                dates: {\(date.map { "closing: \($0)" } ?? "")}

                """
        }
        return files
    }

    private func module(_ id: String, kind: String) -> String {
        """
        module: \(id)
        version: 1.0.0
        kernel: ">=1.0 <2.0"
        title: {nb: Modul, nn: Modul, en: Module}
        activities:
          \(kind):
            title: {nb: Notat, nn: Notat, en: Note}
            settings:
              type: object
              additionalProperties: false
              properties:
                words: {type: integer, minimum: 1, default: 500, title: {nb: Ord, nn: Ord, en: Words}}

        """
    }
}
