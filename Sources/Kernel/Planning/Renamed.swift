/// Knows again what a module's next version only calls something else: kinds of activity, their settings, and the module's own.
struct Renamed {
    let formers: FormerNames

    /// The changes, with another name for the same marked as one that nobody notices.
    func merge(_ changes: [Change]) -> [Change] {
        var gone: Set<Int> = []
        var merged = changes
        for index in changes.indices {
            let change = changes[index]
            if change.inner.last == "kind", let before = change.before?.string, let after = change.after?.string,
                formers.currentActivity(before) == after
            {
                merged[index].running = .free
            }
            guard change.kind == .added, let name = change.inner.last, change.inner.dropLast().last == "settings" else { continue }
            let former = changes.firstIndex { other in
                other.kind == .removed && other.key == change.key && other.inner.dropLast() == change.inner.dropLast()
                    && other.before == change.after && other.inner.last.map { isRenamed($0, to: name, in: change) } == true
            }
            guard let former, let old = changes[former].inner.last else { continue }
            gone.insert(former)
            (merged[index].kind, merged[index].before, merged[index].after) = (.changed, .string(old), .string(name))
            merged[index].running = .free
        }
        return merged.indices.filter { !gone.contains($0) }.map { merged[$0] }
    }

    private func isRenamed(_ former: String, to name: String, in change: Change) -> Bool {
        change.isOfSettings
            ? formers.isRenamed(setting: former, to: name, ofModule: change.key.id) : formers.isRenamed(setting: former, to: name)
    }
}
