/// The lines before the first `---` of a file that has directives.
///
/// libyaml, which still follows YAML 1.1 here, never sees them.
struct YAMLPrologue {
    /// How many bytes of the text libyaml is not to see: 0 in a file without directives.
    private(set) var length = 0
    /// The place after those bytes, at the start of a line.
    private(set) var end: SourcePosition

    init(_ file: SourceFile, _ text: SourceText, _ faults: inout ReaderFaults) throws(ReadingStopped) {
        end = text.start
        let bytes = text.bytes
        var at = 0
        var lastDirective: SourceSpan?
        var version: SourceSpan?
        while at < bytes.count {
            let lineEnd = bytes[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let line = bytes[at..<lineEnd]
            if line.first == UInt8(ascii: "%") {
                let trimmed = line.firstIndex(of: UInt8(ascii: "#")) ?? lineEnd
                let words = bytes[at..<trimmed].split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
                let last = bytes[at..<trimmed].lastIndex { $0 != 0x20 && $0 != 0x09 } ?? at
                let offset = Int(text.start.byte)
                let span = file.span(fromByte: offset + at, toByte: offset + last + 1)
                if words.first == "%YAML", let first = version { throw faults.stop(.secondVersion(at: span, first: first)) }
                if words.first == "%YAML" { version = span }
                try Self.check(words, span, &faults)
                lastDirective = span
            } else if let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }), first != UInt8(ascii: "#") {
                break
            }
            at = lineEnd
            if at < bytes.count { at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1 }
        }
        guard let lastDirective else { return }
        guard bytes[at...].starts(with: Array("---".utf8)) else { throw faults.stop(.directiveWithoutDocument(at: lastDirective)) }
        length = at
        end = file.position(ofByte: Int(text.start.byte) + at)
    }

    private static func check(_ words: [String], _ span: SourceSpan, _ faults: inout ReaderFaults) throws(ReadingStopped) {
        switch words[0] {
        case "%YAML":
            let numbers = words.count == 2 ? words[1].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) } : []
            guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else {
                throw faults.stop(.unreadableVersion(at: span))
            }
            if major != 1 { throw faults.stop(.otherMajorVersion(words[1], at: span)) }
            if minor != 2 { try faults.report(.otherMinorVersion(words[1], at: span)) }
        case "%TAG": throw faults.stop(.tagDirective(at: span))
        default: try faults.report(.unknownDirective(words[0], at: span))
        }
    }
}
