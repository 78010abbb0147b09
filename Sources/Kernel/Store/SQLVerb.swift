/// The first words of the statements that a module may run.
enum SQLVerb: String {
    case select = "SELECT"
    case values = "VALUES"
    case with = "WITH"
    case insert = "INSERT"
    case replace = "REPLACE"
    case update = "UPDATE"
    case delete = "DELETE"

    /// The first word of a statement, in capitals; blanks and comments before it are passed over.
    static func of(_ sql: UnsafePointer<CChar>) -> String {
        var at = sql
        func byte(_ offset: Int = 0) -> UInt8 { UInt8(bitPattern: at[offset]) }
        while true {
            switch byte() {
            case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, UInt8(ascii: ";"): at += 1
            case UInt8(ascii: "-") where byte(1) == UInt8(ascii: "-"):
                while byte() != 0, byte() != 0x0A { at += 1 }
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
                at += 2
                while byte() != 0, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) { at += 1 }
                if byte() != 0 { at += 2 }
            case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF: at += 3
            default:
                var word: [UInt8] = []
                while word.count < 32, case let letter = byte() & 0xDF, (0x41...0x5A).contains(letter) {
                    word.append(letter)
                    at += 1
                }
                return String(decoding: word, as: UTF8.self)
            }
        }
    }
}
