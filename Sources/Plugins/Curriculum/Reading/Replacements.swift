import Kernel

/// What replaced elements: by `gjenbruk-av` read backwards, and by what plans and subjects say themselves.
struct Replacements {
    private var byName: [String: [String]] = [:]

    init(_ names: [String], _ reading: borrowing some ReportReading & ~Copyable) throws {
        guard !names.isEmpty else { return }
        for (item, old) in try reading.items(pointingAt: names, [.reuseOf, .replaces]) { byName[old, default: []].append(item.code) }
        let own = try reading.items(named: names) + reading.withdrawn([.init("name", .oneOf(names))])
        for link in try reading.links([.init("from", .oneOf(names))], [.replacedBy], of: own) {
            byName[link.from, default: []].append(String(link.to.drop { $0 != "/" }.dropFirst()))
        }
    }

    /// The codes that replaced an element, with commas between.
    subscript(name: String) -> String? { byName[name].map { Set($0).sorted().joined(separator: ", ") } }
}
