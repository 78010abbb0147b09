/// What one load found and did.
struct LoadCounts: Sendable, Equatable {
    var objects = 0
    var new = 0
    var changed = 0
    var withdrawn = 0
    var unchanged = 0
}
