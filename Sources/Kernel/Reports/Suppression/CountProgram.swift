/// What counts could be, given the sums of them that are known: a search for whole numbers, none below zero.
///
/// The simplex method on ordinary floating-point numbers proposes; whole-number arithmetic decides whether the proposal holds, so that
/// rounding can make the answer nil, but never wrong.
struct CountProgram {
    /// Sums that are known exactly: places that are added, and what they add up to.
    var equal: [(places: [Int], sum: Int)]
    /// Sums known to be that much or more.
    var atLeast: [(places: [Int], sum: Int)]
    /// How many places there are.
    var count: Int

    private static let tolerance = 1e-7

    /// Counts that agree with all that is known, and in which those places add up to `target` or more; nil where none were found.
    func counts(with places: [Int], reaching target: Int) -> [Int]? {
        let least = atLeast + [(places, target)]
        let rows = equal.count + least.count
        // A column for each place, one for what each least sum has too much, and one for what each sum still lacks.
        let lack = count + least.count
        let width = lack + rows
        var table = [[Double]](repeating: [Double](repeating: 0, count: width + 1), count: rows)
        for (row, known) in (equal + least).enumerated() {
            for place in known.places { table[row][place] = 1 }
            if row >= equal.count { table[row][count + row - equal.count] = -1 }
            table[row][lack + row] = 1
            table[row][width] = Double(known.sum)
        }
        var basis = (0..<rows).map { lack + $0 }
        reduce(lack, &table, &basis)
        var found = [Int](repeating: 0, count: count)
        for (row, column) in basis.enumerated() where column < count {
            guard table[row][width].magnitude < 1e15 else { return nil }
            found[column] = Int(table[row][width].rounded())
        }
        return holds(found) && Self.sum(places, of: found) >= target ? found : nil
    }

    /// Whether counts agree with all that is known.
    func holds(_ counts: [Int]) -> Bool {
        counts.allSatisfy { $0 >= 0 } && equal.allSatisfy { Self.sum($0.places, of: counts) == $0.sum }
            && atLeast.allSatisfy { Self.sum($0.places, of: counts) >= $0.sum }
    }

    static func sum(_ places: [Int], of counts: [Int]) -> Int { places.reduce(0) { $0 + counts[$1] } }

    /// Moves from basis to basis while less is lacking, until nothing is.
    private func reduce(_ lack: Int, _ table: inout [[Double]], _ basis: inout [Int]) {
        // How much less would be lacking for one more of each column, and at the end how much is lacking.
        var gains = [Double](repeating: 0, count: (table.first?.count ?? 1))
        for row in table { for index in gains.indices where index < lack || index == gains.count - 1 { gains[index] += row[index] } }
        // Bland's rule (the first column that helps, the first row that limits) comes to an end; the bound is for rounding errors.
        for _ in 0..<(50 * (table.count + 10)) {
            if gains[gains.count - 1] < Self.tolerance { return }
            guard let entering = (0..<lack).first(where: { gains[$0] > Self.tolerance }) else { return }
            var leaving: (row: Int, ratio: Double)?
            for row in table.indices where table[row][entering] > Self.tolerance {
                let ratio = table[row][table[row].count - 1] / table[row][entering]
                guard let best = leaving else {
                    leaving = (row, ratio)
                    continue
                }
                if ratio < best.ratio - 1e-12 || ratio <= best.ratio + 1e-12 && basis[row] < basis[best.row] { leaving = (row, ratio) }
            }
            guard let leaving else { return }
            pivot(leaving.row, entering, &table, &basis)
            let times = gains[entering]
            for index in gains.indices { gains[index] -= times * table[leaving.row][index] }
        }
    }

    private func pivot(_ row: Int, _ column: Int, _ table: inout [[Double]], _ basis: inout [Int]) {
        let factor = table[row][column]
        for index in table[row].indices { table[row][index] /= factor }
        let source = table[row]
        for other in table.indices where other != row && table[other][column] != 0 {
            let times = table[other][column]
            for index in source.indices where source[index] != 0 { table[other][index] -= times * source[index] }
        }
        basis[row] = column
    }
}
