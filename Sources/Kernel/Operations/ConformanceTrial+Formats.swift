import GRDB

extension ConformanceTrial {
    /// Reads in the examples that the module's manifest names, twice each, and writes what it can write.
    ///
    /// - Parameter files: the module's folder, path to content.
    /// - Returns: the check, and the events that were left.
    func formats(_ files: [String: [UInt8]]) -> (check: ConformanceCheck, events: Set<String>) {
        var check = ConformanceCheck(.formats, [])
        var events: Set<String> = []
        do {
            let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
            try lay(files)
            for format in live.imports where format.module == id {
                let examples = format.examples.filter { example in files.keys.contains { $0 == example || $0.hasPrefix(example + "/") } }
                if examples.isEmpty { check.unchecked.append("import \(format.id)") }
                for example in examples {
                    do { events.formUnion(try read(format, example, live, &check)) } catch {
                        check.faults.append(fault("import \(format.id) \(example)", error, format.span))
                    }
                }
            }
            for format in live.exports where format.module == id {
                let runner = ExportRunner(live: live, store: store)
                var isWritten = false
                for example in format.examples.isEmpty ? [nil] : format.examples.map(Optional.some) {
                    do {
                        let once = try runner.bytes(format, of: example, context: context)
                        isWritten = true
                        if try runner.bytes(format, of: example, context: context) != once || once.isEmpty {
                            check.faults.append(.formatVaries("export \(format.id)", at: format.span))
                        }
                    } catch {
                        guard example != nil, !check.unchecked.contains(where: { $0.hasPrefix("import ") }) else { continue }
                        check.faults.append(fault("export \(format.id) \(example ?? "")", error, format.span))
                    }
                }
                if !isWritten { check.unchecked.append("export \(format.id)") }
            }
        } catch { check.faults.append(fault("formats", error, nil)) }
        return (check, events)
    }

    /// The first time it is read in and leaves its one event, the second time nothing changes.
    private func read(
        _ format: ImportDeclaration, _ example: String, _ live: LiveConfiguration, _ check: inout ConformanceCheck
    ) throws -> Set<String> {
        let source = ImportSource(name: example, path: "\(folder)/module/\(example)")
        var context = context
        let first = try ActionPipeline.perform(ImportAction(format, live: live), source, context: &context, in: store, live: live)
        let before = try store.read { try ContentDigest.of($0) }
        let again = try ActionPipeline.perform(ImportAction(format, live: live), source, context: &context, in: store, live: live)
        let after = try store.read { try ContentDigest.of($0) }
        if !again.effect.isUnchanged || before != after || !again.events.isEmpty {
            check.faults.append(.formatVaries("import \(format.id)", at: format.span))
        }
        return try store.read { db in
            Set(
                try first.events.compactMap {
                    try String.fetchOne(db, sql: "SELECT name FROM kernel_event WHERE sequence = ?", arguments: [$0])
                })
        }
    }

    /// Lays the module's files where importers can open them.
    private func lay(_ files: [String: [UInt8]]) throws {
        for (path, bytes) in files where !path.split(separator: "/").contains("..") {
            let target = "\(folder)/module/\(path)"
            try FileContent.makeFolder(FilePaths.folder(of: target))
            try FileContent.write(bytes, to: target)
        }
    }
}
