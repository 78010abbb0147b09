/// A manifest that was found, with all that reading it needs, so that many are read at once.
struct ManifestFile: Sendable {
    /// The folder, for example `Modules/notes`.
    var folder: String
    /// The files of the folder; none where only the heading is read.
    var files: [String: [UInt8]]
    /// The manifest; nil where the folder has none.
    var source: SourceFile?
    /// Whether only the heading is read, the form of the whole being known to be right.
    var isHeading = false
    /// What was found before it is read.
    var faults: [Diagnostic] = []

    /// The last word of the folder, which is the id of a sound module.
    var name: String { String(folder.split(separator: "/").last ?? "") }

    /// The folder of a module that is no part of what it is: its tests and examples.
    static let tests = "tests/"
    /// The folder of the texts that a module sends.
    static let letters = "texts/"

    /// Reads the manifest; without one where its form is not right.
    ///
    /// - Parameters:
    ///   - schema: what its form must be; nil when that is known to be right.
    ///   - languages: the languages that every letter must exist in.
    ///   - mended: whether misspelt keys may be taken for what they resemble.
    func read(schema: SchemaChecker?, languages: [String], mended: Bool) -> (manifest: ModuleManifest?, faults: [Diagnostic]) {
        guard let source else { return (nil, faults) }
        let result = CheckedDocument.read(source, schema: schema)
        var faults = faults + result.faults
        guard let root = result.whole(mended: mended) else { return (nil, faults) }
        let digest = isHeading ? "" : FileTree(files.filter { !$0.key.hasSuffix("README.md") && !$0.key.hasPrefix(Self.tests) }).digest
        var manifest = ModuleManifest.read(root, folder: folder, digest: digest, diagnostics: &faults)
        for (name, text) in files where name.hasPrefix(Self.letters) { manifest?.texts[name] = String(decoding: text, as: UTF8.self) }
        if let manifest, !isHeading { faults += LetterFiles.check(manifest, files: Set(files.keys), languages: languages) }
        return (manifest, faults)
    }

    /// Reads all of them; the results come in their order.
    static func read(
        _ files: [ManifestFile], schema: Schema?, languages: [String], mended: Bool
    ) -> [(manifest: ModuleManifest?, faults: [Diagnostic])] {
        let bytes = files.reduce(0) { $0 + ($1.source?.bytes.count ?? 0) }
        return Workers.map(files, each: bytes < 1 << 16 ? 4 : 1, tools: { schema.map { SchemaChecker($0) } }) { file, schema in
            file.read(schema: schema, languages: languages, mended: mended)
        }
    }
}
