/// Reads the form of a letter.
struct NoticeTemplateReader {
    private let file: SourceFile
    private let bytes: [UInt8]
    private var faults: [Diagnostic] = []

    init(_ file: SourceFile) {
        self.file = file
        bytes = file.bytes
    }

    mutating func template() -> (template: NoticeTemplate?, diagnostics: [Diagnostic]) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return (nil, [.letterNotUTF8(at: SourceSpan(startOf: file.id))]) }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        let mark = Array("# ".utf8)
        guard bytes[start..<end].starts(with: mark), bytes[(start + 2)..<end].contains(where: { $0 != 0x20 && $0 != 0x09 }) else {
            return (nil, [.noSubject(at: file.span(fromByte: start, toByte: end))])
        }
        let subject = parts((start + 2)..<end)
        var body = end
        while body < bytes.count, [0x0A, 0x0D, 0x20, 0x09].contains(bytes[body]) { body += 1 }
        var last = bytes.count
        while last > body, [0x0A, 0x0D, 0x20, 0x09].contains(bytes[last - 1]) { last -= 1 }
        let letter = parts(body..<last)
        if letter.isEmpty { faults.append(.emptyLetter(at: SourceSpan(startOf: file.id))) }
        guard faults.isEmpty else { return (nil, faults) }
        return (NoticeTemplate(subject: subject, body: letter + [.text("\n")]), [])
    }

    private mutating func parts(_ range: Range<Int>) -> [NoticeTemplate.Part] {
        var parts: [NoticeTemplate.Part] = []
        var (text, at) = (range.lowerBound, range.lowerBound)
        while at < range.upperBound {
            guard bytes[at] == UInt8(ascii: "{"), at + 1 < range.upperBound, bytes[at + 1] == UInt8(ascii: "{") else {
                at += 1
                continue
            }
            if text < at { parts.append(.text(string(text..<at))) }
            guard let close = close(from: at + 2, in: range) else {
                faults.append(.openPlaceholder(at: file.span(fromByte: at, toByte: at + 2)))
                return parts
            }
            if let value = value((at + 2)..<close) { parts.append(value) }
            at = close + 2
            text = at
        }
        if text < range.upperBound { parts.append(.text(string(text..<range.upperBound))) }
        return parts
    }

    /// The place of `}}` on the same line.
    private func close(from start: Int, in range: Range<Int>) -> Int? {
        var at = start
        while at + 1 < range.upperBound, bytes[at] != 0x0A, bytes[at] != 0x0D {
            if bytes[at] == UInt8(ascii: "}"), bytes[at + 1] == UInt8(ascii: "}") { return at }
            at += 1
        }
        return nil
    }

    private mutating func value(_ range: Range<Int>) -> NoticeTemplate.Part? {
        let span = file.span(fromByte: range.lowerBound, toByte: range.upperBound)
        var path = String(decoding: bytes[range], as: UTF8.self).trimmingBlanks
        var format = NoticeTemplate.Format.plain
        if path.hasPrefix("?") {
            format = .given
            path = path.dropFirst().trimmingBlanks
        } else if let colon = path.firstIndex(of: ":") {
            let word = path[..<colon].trimmingBlanks
            guard let known = NoticeTemplate.Format(rawValue: word), known == .date else {
                faults.append(.unknownFormat(word, at: span))
                return nil
            }
            format = known
            path = path[path.index(after: colon)...].trimmingBlanks
        }
        guard !path.isEmpty, path.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
        else {
            faults.append(.notAPath(path, at: span))
            return nil
        }
        return .value(path: path, format: format, span: span)
    }

    /// The text with LF for every line break.
    private func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    var trimmingBlanks: String {
        let start = firstIndex { $0 != " " && $0 != "\t" } ?? endIndex
        let end = lastIndex { $0 != " " && $0 != "\t" }.map(index(after:)) ?? start
        return start < end ? String(self[start..<end]) : ""
    }
}
