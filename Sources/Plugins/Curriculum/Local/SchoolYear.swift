/// School years as Grep names them.
enum SchoolYear {
    /// The number of a year by its code, 1 to 13; nil for one that is no year of compulsory or upper secondary school.
    static func number(_ code: String) -> Int? {
        if code.hasPrefix("aarstrinn") { return Int(code.dropFirst(9)) }
        return code.hasPrefix("vg") ? Int(code.dropFirst(2)).map { 10 + $0 } : nil
    }

    /// The last of some years.
    static func last(_ codes: some Sequence<String>) -> Int? { codes.compactMap(number).max() }
}
