/// Reads the binary time zone format TZif (RFC 9636), versions 2 to 4: the block with 64-bit times, and the rule in the footer.
///
/// The bytes are not trusted: every count is checked against the size of the file before it is used.
struct TimeZoneFile {
    /// Larger files are refused; the largest of the IANA data has under 4 KiB.
    static let largest = 256 * 1024

    /// The six counts in a header, in the order of the format.
    private struct Header {
        var version: UInt8
        var utCount, wallCount, leapCount, timeCount, typeCount, nameBytes: Int

        /// The size of the data block after the header.
        func size(time: Int) -> Int {
            timeCount * (time + 1) + typeCount * 6 + nameBytes + leapCount * (time + 4) + wallCount + utCount
        }
    }

    private let bytes: [UInt8]
    private let zone: String

    static func read(_ bytes: [UInt8], name: String, path: String) throws(TimeError) -> TimeZoneRules {
        let file = TimeZoneFile(bytes: bytes, zone: name)
        let old = try file.header(at: 0)
        guard old.version >= UInt8(ascii: "2") else { throw file.damaged("version 1") }
        let start = 44 + old.size(time: 4)
        let header = try file.header(at: start)
        return try file.rules(header, at: start + 44, path: path)
    }

    private func damaged(_ reason: String) -> TimeError { .zoneDataDamaged(zone, reason: Text(verbatim: reason)) }

    private func integer(at position: Int, bytes count: Int) -> Int {
        var value = UInt64(0)
        for byte in bytes[position..<position + count] { value = value << 8 | UInt64(byte) }
        let unused = UInt64(64 - count * 8)
        return Int(Int64(bitPattern: value << unused) >> Int64(unused))
    }

    private func header(at position: Int) throws(TimeError) -> Header {
        guard position + 44 <= bytes.count, bytes[position..<position + 4].elementsEqual("TZif".utf8) else { throw damaged("TZif") }
        func count(_ index: Int) -> Int { integer(at: position + 20 + index * 4, bytes: 4) }
        let header = Header(
            version: bytes[position + 4], utCount: count(0), wallCount: count(1), leapCount: count(2), timeCount: count(3),
            typeCount: count(4), nameBytes: count(5))
        guard (0..<6).allSatisfy({ count($0) >= 0 && count($0) <= bytes.count }) else { throw damaged("header") }
        return header
    }

    private func rules(_ header: Header, at start: Int, path: String) throws(TimeError) -> TimeZoneRules {
        let end = start + header.size(time: 8)
        guard end < bytes.count else { throw damaged("size") }
        // Files with leap seconds ("right/...") count another time than UTC's POSIX seconds.
        guard header.leapCount == 0 else { throw damaged("leap seconds") }
        let offsets = try self.offsets(header.typeCount, at: start + header.timeCount * 9)
        guard let first = offsets.first else { throw damaged("no types") }
        var transitions: [TimeZoneRules.Transition] = []
        transitions.reserveCapacity(header.timeCount)
        for index in 0..<header.timeCount {
            let at = integer(at: start + index * 8, bytes: 8)
            let type = Int(bytes[start + header.timeCount * 8 + index])
            guard type < offsets.count, transitions.last.map({ $0.at < at }) ?? true else { throw damaged("transitions") }
            transitions.append(.init(at: at, offset: offsets[type]))
        }
        return TimeZoneRules(
            name: zone, source: .file(path), firstOffset: first, transitions: transitions, rule: try footer(at: end))
    }

    /// Seconds east of UTC of each type of local time.
    private func offsets(_ count: Int, at start: Int) throws(TimeError) -> [Int] {
        var offsets: [Int] = []
        for index in 0..<count {
            let offset = integer(at: start + index * 6, bytes: 4)
            guard abs(offset) < YearlyClockRule.largestOffset else { throw damaged("offset \(offset)") }
            offsets.append(offset)
        }
        return offsets
    }

    /// The rule between the two line feeds at the end; nil where it is empty.
    private func footer(at start: Int) throws(TimeError) -> YearlyClockRule? {
        let text = bytes[(start + 1)...].prefix { $0 != UInt8(ascii: "\n") }
        guard bytes[start] == UInt8(ascii: "\n"), text.endIndex < bytes.count else { throw damaged("footer") }
        if text.isEmpty { return nil }
        guard let rule = YearlyClockRule(parsing: String(decoding: text, as: UTF8.self)) else { throw damaged("footer") }
        return rule
    }
}
