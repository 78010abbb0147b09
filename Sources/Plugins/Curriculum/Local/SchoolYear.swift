import Kernel

/// School years as Grep names them.
enum SchoolYear {
    /// The number of a year by its code, 1 to 13; nil for one that is no year of compulsory or upper secondary school.
    static func number(_ code: String) -> Int? {
        if code.hasPrefix("aarstrinn") { return Int(code.dropFirst(9)) }
        return code.hasPrefix("vg") ? Int(code.dropFirst(2)).map { 10 + $0 } : nil
    }

    /// What people call a year; nil for one that is none.
    static func text(_ code: String) -> Text? {
        guard let number = number(code) else { return nil }
        return number > 10 && code.hasPrefix("vg")
            ? Text(verbatim: code.uppercased().replacing("VG", with: "Vg"))
            : Text(nb: "\(number). trinn", nn: "\(number). trinn", en: "year \(number)")
    }

    /// The last of some years.
    static func last(_ codes: some Sequence<String>) -> Int? { codes.compactMap(number).max() }
}
