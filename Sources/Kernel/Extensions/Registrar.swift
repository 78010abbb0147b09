/// Collects what one plugin contributes.
///
/// Handed to `Plugin.register`, and thrown away whole if anything is wrong.
public struct Registrar: ~Copyable {
    /// One contribution as it was registered, before it is compared with the manifest.
    struct Entry: Sendable {
        let point: ObjectIdentifier
        let pointID: String
        let name: String
        let value: any Sendable
    }

    let module: String
    private var entries: [Entry] = []
    private var declared: [String] = []

    init(module: String) { self.module = module }

    /// Adds `contribution` to an extension point under a name that the manifest's `contributes` declares.
    public mutating func contribute<P: ExtensionPoint>(_ contribution: P.Contribution, named name: String, to point: P.Type) {
        entries.append(Entry(point: ObjectIdentifier(point), pointID: P.id, name: name, value: contribution))
    }

    /// Offers an extension point of this module to others; the manifest's `extension-points` declares it too.
    public mutating func declare<P: ExtensionPoint>(_ point: P.Type) {
        declared.append(P.id)
    }

    consuming func finish() -> (entries: [Entry], declared: [String]) { (entries, declared) }
}
