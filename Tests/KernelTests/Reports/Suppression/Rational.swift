/// Fractions for the test attacker, who must not share arithmetic with what he attacks.
struct Rational: Equatable {
    var numerator: Int
    var denominator: Int

    init(_ numerator: Int, _ denominator: Int = 1) {
        var (a, b) = (abs(numerator), abs(denominator))
        while b != 0 { (a, b) = (b, a % b) }
        let sign = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / max(a, 1)
        self.denominator = sign * denominator / max(a, 1)
    }

    static func - (a: Self, b: Self) -> Self {
        Self(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
    }
    static func * (a: Self, b: Self) -> Self { Self(a.numerator * b.numerator, a.denominator * b.denominator) }
    static func / (a: Self, b: Self) -> Self { Self(a.numerator * b.denominator, a.denominator * b.numerator) }

    /// The rank of a matrix, by Gaussian elimination.
    static func rank(_ matrix: [[Int]]) -> Int {
        var rows = matrix.map { $0.map { Rational($0) } }
        var rank = 0
        for column in 0..<(rows.first?.count ?? 0) {
            guard let pivot = (rank..<rows.count).first(where: { rows[$0][column].numerator != 0 }) else { continue }
            rows.swapAt(rank, pivot)
            for row in (rank + 1)..<max(rank + 1, rows.count) where rows[row][column].numerator != 0 {
                let factor = rows[row][column] / rows[rank][column]
                for index in column..<rows[row].count { rows[row][index] = rows[row][index] - factor * rows[rank][index] }
            }
            rank += 1
        }
        return rank
    }
}
