/// Transitions that only the module's code takes.
extension WorkflowChecker {
    /// What is said to be done by code is done by nothing where there is none, and by nobody else where there is.
    static func coded(_ manifest: ModuleManifest) -> [Diagnostic] {
        let transitions = manifest.root["workflows"].pairs.flatMap { $0.value["transitions"].pairs }
        return transitions.filter { $0.value["coded"]?.bool == true }.compactMap { pair -> Diagnostic? in
            let span = pair.value.keySpan("coded")
            if case .declaration = manifest.implementation { return .codedWithoutCode(pair.key, at: span) }
            return ["by", "when"].compactMap { pair.value.map?.pair($0) }.first.map {
                .codedAndBy(pair.key, other: $0.key, there: $0.keySpan, at: span)
            }
        }
    }
}
