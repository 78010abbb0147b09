/// A letter as an e-mail file (RFC 5322, MIME of RFC 2045 to 2047): plain text in UTF-8, quoted-printable.
///
/// Whatever stands in subject, names and body, the header fields are those written here: line breaks and control characters never reach them.
public struct EmailMessage: Sendable, Hashable {
    /// A name and an address.
    public struct Mailbox: Sendable, Hashable {
        public var name: String
        public var address: String

        /// - Returns: nil for an address that mail cannot be sent to.
        public init?(name: String, address: String) {
            let bytes = Array(address.utf8)
            guard bytes.withUnsafeBufferPointer(EmailAddress.isValid) else { return nil }
            self.name = NoticeRenderer.line(name)
            self.address = address
        }
    }

    public var from: Mailbox
    public var to: Mailbox
    public var subject: String
    /// Lines that end with LF.
    public var body: String
    /// A language tag.
    public var language: String
    public var date: Instant
    public var zone: TimeZoneRules
    /// The part of the message id before `@`: letters, digits, `.` and `-`.
    public var id: String

    /// The bytes of the file, with CR LF.
    public var bytes: [UInt8] {
        var lines = [
            "Date: \(dateTime)", mailbox("From", from), mailbox("To", to), field("Subject", NoticeRenderer.line(subject)),
            "Message-ID: <\(id.filter(Self.isIDCharacter))@\(domain)>", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        ]
        let tag = language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        if !tag.isEmpty { lines.append("Content-Language: \(tag)") }
        lines.append("Auto-Submitted: auto-generated")
        return lines.flatMap { Array($0.utf8) + [0x0D, 0x0A] } + [0x0D, 0x0A] + QuotedPrintable.encode(NoticeRenderer.lines(body))
    }

    private static func isIDCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "." || character == "-")
    }

    /// The sender's domain, where the message id is its own.
    private var domain: String {
        let domain = from.address.split(separator: "@").last.map(String.init) ?? ""
        return domain.utf8.allSatisfy { $0 < 0x80 } ? domain : "kjerne.invalid"
    }

    private func field(_ name: String, _ text: String) -> String {
        "\(name): " + EncodedWords.words(text, after: name.utf8.count + 2, isPhrase: false).joined(separator: "\r\n ")
    }

    private func mailbox(_ name: String, _ mailbox: Mailbox) -> String {
        guard !mailbox.name.isEmpty else { return "\(name): \(mailbox.address)" }
        let words = EncodedWords.words(mailbox.name, after: name.utf8.count + 2, isPhrase: true)
        let line = "\(name): " + words.joined(separator: "\r\n ")
        let last = words.count == 1 ? line.utf8.count : (words.last?.utf8.count ?? 0) + 1
        let fold = last + mailbox.address.utf8.count + 3 > EncodedWords.longestLine ? "\r\n " : " "
        return "\(line)\(fold)<\(mailbox.address)>"
    }

    /// `Thu, 18 Mar 2027 10:15:00 +0100` (RFC 5322, section 3.3).
    private var dateTime: String {
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let local = zone.localTime(at: date)
        let (year, month, day) = local.day.date
        let minutes = zone.offset(at: date) / 60
        let sign = minutes < 0 ? "-" : "+"
        let offset = twoDigits(abs(minutes) / 60) + twoDigits(abs(minutes) % 60)
        let time = "\(twoDigits(local.hour)):\(twoDigits(local.minute)):\(twoDigits(local.second % 60))"
        return "\(weekdays[local.day.weekday.rawValue - 1]), \(day) \(months[month - 1]) \(year) \(time) \(sign)\(offset)"
    }
}
