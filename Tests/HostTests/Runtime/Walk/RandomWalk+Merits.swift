import KernelTesting
import Testing

@testable import Kernel

/// Work that is recognised from elsewhere, given, confirmed, moved to another activity, taken back and deleted.
extension RandomWalk {
    private static let lecturers = ["t1", "t2"]

    func recognise() throws {
        let (owner, activity, by) = (pick(Self.participants), pick(Self.notes + Self.jobs), someone(pick(Self.lecturers)))
        let words = ["--enrolment", "\(Self.offering)/\(owner)", "--activity", activity, "--ground", "as good", "--source", "elsewhere"]
        let isRight = Self.lecturers.contains(by) && model.enrolled[owner] != nil
        if let id = try act("walk.merit.create", nil, words, by: by, isRight) { model.merits[id] = .init(owner: owner, activity: activity) }
    }

    /// Changes the activity, or deletes it.
    func changeMerit() throws {
        guard let (id, merit) = pick(model.merits, likely: { ["asked", "given"].contains($0.state) }) else { return }
        let by = someone(pick(Self.lecturers))
        let isRight = Self.lecturers.contains(by) && ["asked", "given"].contains(merit.state)
        if chance(30) {
            if try act("walk.merit.delete", id, by: by, isRight) != nil { model.merits[id] = nil }
            return
        }
        let activity = pick(Self.notes + Self.jobs)
        guard try act("walk.merit.update", id, ["--activity", activity], by: by, isRight) != nil else { return }
        model.merits[id]?.activity = activity
        model.merits[id]?.version += 1
    }

    func moveMerit() throws {
        let (name, from, to) = [
            ("give", ["asked"], "given"), ("confirm", ["given"], "confirmed"),
            ("take-back", ["asked", "given", "confirmed"], "taken-back"),
        ][chance(60) ? 0 : chance(50) ? 1 : 2]
        guard let (id, merit) = pick(model.merits, likely: { from.contains($0.state) }) else { return }
        let by = someone(pick(Self.lecturers))
        guard try act("walk.merit.\(name)", id, by: by, Self.lecturers.contains(by) && from.contains(merit.state)) != nil else { return }
        model.merits[id]?.state = to
        model.merits[id]?.version += 1
    }
}
