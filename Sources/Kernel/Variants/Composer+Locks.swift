/// Locks hold against every layer that does not lie under the one that locks: those that stand on it, and those beside it.
extension Composer {
    /// A lock and what is left of its path below the place that is being merged.
    struct HeldLock {
        var layer: Int
        var lock: Layer.Lock
        var rest: ArraySlice<String>

        func stepping(into key: String) -> HeldLock? {
            if rest.isEmpty { return self }
            return rest.first == key ? HeldLock(layer: layer, lock: lock, rest: rest.dropFirst()) : nil
        }
    }

    /// Whether a layer may say what it likes of what a lock holds: it is the layer that locks, or one that this stands on.
    func isFree(_ layer: Int, of held: HeldLock) -> Bool { layer == held.layer || order.stands(held.layer, on: layer) }

    /// Those of the layers' words that a lock binds, without what a layer beside it says and a higher one replaces.
    private func bound(by held: HeldLock, _ contributions: [Contribution]) -> [Contribution] {
        contributions.filter { one in
            if isFree(one.layer, of: held) { return false }
            return order.stands(one.layer, on: held.layer) || !contributions.contains { order.stands($0.layer, on: one.layer) }
        }
    }

    /// Reports every layer that says something else of a value than the lock that holds it.
    ///
    /// - Returns: whether a lock was broken; two layers beside each other that both lock a value are in conflict instead.
    mutating func checkLocks(_ locks: [HeldLock], _ contributions: [Contribution], top: [Contribution], path: Path) -> Bool {
        var isBroken = false
        for held in locks {
            let locked = contributions.last { isFree($0.layer, of: held) }
            for one in bound(by: held, contributions) {
                if let locked, Self.isSame(locked.node, one.node, at: held.rest) { continue }
                let isInConflict =
                    top.contains { isFree($0.layer, of: held) }
                    && locks.contains { isFree(one.layer, of: $0) && !isFree($0.layer, of: held) && !isFree(held.layer, of: $0) }
                if isInConflict { continue }
                report(held, broken: path.text, by: one)
                isBroken = true
            }
        }
        return isBroken
    }

    /// Whether two values are the same where a lock points into them.
    private static func isSame(_ a: Node, _ b: Node, at rest: ArraySlice<String>) -> Bool {
        let inner = [a, b].compactMap { node in rest.reduce(node as Node?) { $0?[$1] } }
        return inner.count == 2 && NodeKey.equal(inner[0], inner[1]) || NodeKey.equal(a, b)
    }

    /// Reports what layers add to, or put in the place of, a list or map that is locked as a whole: each once, not part by part.
    ///
    /// - Returns: the locks that still have to be held against the parts.
    mutating func checkWhole(_ locks: [HeldLock], _ contributions: [Contribution], forms: [Form], path: Path) -> [HeldLock] {
        locks.filter { held in
            guard held.rest.isEmpty else { return true }
            let locked = contributions.indices.last { isFree(contributions[$0].layer, of: held) }
            let others = contributions.indices.filter { index in
                !isFree(contributions[index].layer, of: held) && (locked.map { forms[$0] != forms[index] } ?? true)
            }
            guard !others.isEmpty else { return true }
            for index in others { report(held, broken: path.text, by: contributions[index]) }
            return false
        }
    }

    /// Reports the layers that take away an item that is locked, or that holds something locked.
    mutating func checkRemovals(_ locks: [HeldLock], _ removals: [Contribution], of contents: [Contribution]) -> Bool {
        var isBroken = false
        for held in locks where contents.contains(where: { isFree($0.layer, of: held) }) {
            for removal in bound(by: held, removals) {
                report(held, broken: held.lock.path.joined(separator: "."), by: removal)
                isBroken = true
            }
        }
        return isBroken
    }

    /// Reports the layers that move an item that is locked as a whole.
    mutating func checkMoves(_ locks: [HeldLock], _ moves: [Contribution], of contents: [Contribution], path: Path) -> Bool {
        var isBroken = false
        for held in locks where held.rest.isEmpty && contents.contains(where: { isFree($0.layer, of: held) }) {
            let locked = moves.last { isFree($0.layer, of: held) }?.node.string
            for move in bound(by: held, moves) where move.node.string != locked {
                report(held, broken: path.text, by: move)
                isBroken = true
            }
        }
        return isBroken
    }

    private mutating func report(_ held: HeldLock, broken path: String, by one: Contribution) {
        brokenLocks.insert(held.lock.span)
        diagnostics.append(
            .locked(
                path, by: order.layers[held.layer].name, reason: held.lock.reason, lock: held.lock.span, at: one.node.span,
                isBeside: !order.stands(one.layer, on: held.layer)))
    }

    /// Reports the locks whose paths lead nowhere, unless what they point at was taken away in spite of them.
    mutating func checkLocksPoint(somewhere body: Node?, view: RememberedView, locks: [HeldLock]) {
        for held in locks where !brokenLocks.contains(held.lock.span) {
            var place = body.map { PlaceInTree(node: $0, view: view) }
            for part in held.lock.path {
                let above = place
                place = place?.child(part)
                if place == nil {
                    guard let suggests = quotas.locks.next(at: held.lock.span) else { break }
                    diagnostics.append(
                        .lockPointsNowhere(
                            held.lock.path.joined(separator: "."), part: part, known: above?.names ?? [], suggests: suggests,
                            at: held.lock.span))
                    break
                }
            }
        }
    }
}
