/// How RFC 5545 writes text: what is escaped, and where lines are folded.
enum ICalendarText {
    /// A value of type TEXT (section 3.3.11).
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\r\n", "\n", "\r": result += "\\n"
            case let other where other.unicodeScalars.contains { $0.value < 32 && $0 != "\t" || $0.value == 127 }: continue
            default: result.append(character)
            }
        }
        return result
    }

    /// A content line with its end, folded so that no line has more than 75 octets; a character is never cut (section 3.1).
    static func folded(_ line: String) -> String {
        var result = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if length + size > 75 {
                result += "\r\n "
                length = 1
            }
            result.unicodeScalars.append(scalar)
            length += size
        }
        return result + "\r\n"
    }
}
