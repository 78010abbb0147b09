/// Fills in a letter for its recipient.
public struct NoticeRenderer {
    public var language: Language
    public var zone: TimeZoneRules

    public init(language: Language, zone: TimeZoneRules) {
        self.language = language
        self.zone = zone
    }

    /// A letter as it is sent.
    public struct Letter: Sendable, Hashable {
        /// One line.
        public var subject: String
        /// Lines that end with LF.
        public var body: String
    }

    /// - Parameters:
    ///   - template: the letter.
    ///   - name: its name, for the refusal.
    ///   - reader: the recipient, by whose rights values are read.
    ///   - value: reads a value as the reader may; nil where it may not be read.
    /// - Throws: `NoticeRefusal` if the recipient may not read what the letter says, and what `value` throws.
    public func render(
        _ template: NoticeTemplate, name: String, for reader: Actor, value: (String, Actor) throws -> NoticeValue?
    ) throws -> Letter {
        func text(_ parts: [NoticeTemplate.Part]) throws -> String {
            var text = ""
            var isLeftOut = false
            for part in parts {
                switch part {
                case .text(let words) where isLeftOut:
                    guard let end = words.firstIndex(of: "\n") else { continue }
                    isLeftOut = false
                    text += Self.rest(words[end...], after: text)
                case .text(let words): text += words
                case .value where isLeftOut: continue
                case .value(let path, let format, _):
                    guard let value = try value(path, reader) else { throw NoticeRefusal.unreadable(letter: name, path: path) }
                    guard format == .given else {
                        text += self.text(value, format)
                        continue
                    }
                    isLeftOut = value == .empty
                    while isLeftOut, text.last == " " { text.removeLast() }
                }
            }
            return text
        }
        return Letter(
            subject: Self.line(try text(template.subject)), body: Self.lines(try text(template.body)))
    }

    /// What follows a line of which the end was left out.
    ///
    /// - Parameters:
    ///   - words: from the end of that line.
    ///   - text: what the letter says before; a line of which nothing is left goes, and the blank lines after it.
    private static func rest(_ words: Substring, after text: String) -> Substring {
        guard text.isEmpty || text.hasSuffix("\n") else { return words }
        let next = words.dropFirst()
        return text.isEmpty || text.hasSuffix("\n\n") ? next.drop { $0 == "\n" } : next
    }

    private func text(_ value: NoticeValue, _ format: NoticeTemplate.Format) -> String {
        switch value {
        case .empty: return ""
        case .text(let text): return text
        case .localized(let text): return text(language)
        case .integer(let number): return String(number)
        case .number(let number):
            let text = number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
            return language == .en ? text : text.replacing(".", with: ",")
        case .boolean(let value):
            return value ? Text(nb: "ja", nn: "ja", en: "yes")(language) : Text(nb: "nei", nn: "nei", en: "no")(language)
        case .day(let day): return DateText.day(day)(language)
        case .instant(let instant):
            return format == .date ? DateText.day(zone.day(at: instant))(language) : DateText.instant(instant, in: zone)(language)
        case .end(let instant):
            guard format == .date, let before = Instant(microseconds: instant.microseconds - 1) else {
                return DateText.end(instant, in: zone)(language)
            }
            return DateText.day(zone.day(at: before))(language)
        }
    }

    /// One line: every run of blanks, line breaks and control characters becomes a space.
    static func line(_ text: String) -> String {
        text.unicodeScalars.split { isBreak($0) || $0 == " " || $0.properties.generalCategory == .control }.map { String($0) }.joined(
            separator: " ")
    }

    /// Lines that end with LF, without other control characters than tabs.
    static func lines(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "\n", previous == "\r" {
                // The second half of CR LF, whose first became the line break.
            } else if isBreak(scalar) {
                result.append("\n")
            } else if scalar == "\t" || scalar.properties.generalCategory != .control {
                result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }

    /// Line breaks of Unicode: LF, VT, FF, CR, NEL, LS and PS.
    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
