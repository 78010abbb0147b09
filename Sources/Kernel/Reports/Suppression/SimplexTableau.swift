/// The first phase of the simplex method: to some values, none below zero, with which nothing is lacking.
struct SimplexTableau {
    private let width: Int
    private let count: Int
    private var entries: [Double]
    private var basis: [Int]

    private static let tolerance = 1e-7

    /// A tableau of that many rows; the last columns, one for each row, are what it lacks, and one more is its right-hand side.
    init(rows: Int, columns: Int) {
        count = rows
        width = columns + 1
        entries = [Double](repeating: 0, count: rows * (columns + 1))
        basis = (0..<rows).map { columns - rows + $0 }
    }

    mutating func set(_ row: Int, _ column: Int, _ value: Double) { entries[row * width + column] = value }

    /// The columns that are not zero, with their values.
    var values: [(column: Int, value: Double)] { (0..<count).map { (basis[$0], entries[$0 * width + width - 1]) } }

    /// Moves from basis to basis while less is lacking, until nothing is.
    ///
    /// - Parameter lack: the first of the columns that are lacking.
    mutating func reduce(lack: Int) {
        // How much less would be lacking for one more of each column, and at the end how much is lacking.
        var gains = [Double](repeating: 0, count: width)
        for row in 0..<count {
            for column in 0..<lack { gains[column] += entries[row * width + column] }
            gains[width - 1] += entries[row * width + width - 1]
        }
        // Bland's rule (the first column that helps, the first row that limits) comes to an end; the bound is for rounding errors.
        for _ in 0..<(20 * (count + 10)) {
            if gains[width - 1] < Self.tolerance { return }
            guard let entering = (0..<lack).first(where: { gains[$0] > Self.tolerance }) else { return }
            var leaving: (row: Int, ratio: Double)?
            for row in 0..<count where entries[row * width + entering] > Self.tolerance {
                let ratio = entries[row * width + width - 1] / entries[row * width + entering]
                guard let best = leaving else {
                    leaving = (row, ratio)
                    continue
                }
                if ratio < best.ratio - 1e-12 || ratio <= best.ratio + 1e-12 && basis[row] < basis[best.row] { leaving = (row, ratio) }
            }
            guard let leaving else { return }
            pivot(leaving.row, entering)
            let times = gains[entering]
            for column in 0..<width { gains[column] -= times * entries[leaving.row * width + column] }
        }
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let start = row * width
        let factor = entries[start + column]
        for index in start..<(start + width) { entries[index] /= factor }
        let used = (0..<width).filter { entries[start + $0] != 0 }
        for other in 0..<count where other != row {
            let times = entries[other * width + column]
            guard times != 0 else { continue }
            for index in used { entries[other * width + index] -= times * entries[start + index] }
        }
        basis[row] = column
    }
}
