/// The automata that validators have built for the patterns of one schema, kept from one value to the next.
///
/// They are thrown away when they begin to take much memory.
final class PatternMemory {
    /// An automaton, in place while it grows.
    final class Entry {
        var matcher: PatternMatcher
        init(_ program: PatternProgram) { matcher = PatternMatcher(program) }
    }

    private var entries: [Entry?]
    private var work = 0
    private static let mostWork = 1 << 23

    init(_ schema: CompiledSchema) { entries = [Entry?](repeating: nil, count: schema.patternCount) }

    /// The automaton of a pattern, made the first time that it is asked for.
    func entry(_ pattern: SchemaRule.NumberedPattern) -> Entry {
        if let known = entries[pattern.number] { return known }
        let entry = Entry(pattern.pattern.program)
        entries[pattern.number] = entry
        spend(pattern.pattern.program.instructions.count)
        return entry
    }

    /// Notes what an automaton has grown by.
    func spend(_ more: Int) {
        work += more
        guard work > Self.mostWork else { return }
        for position in entries.indices { entries[position] = nil }
        work = 0
    }
}
