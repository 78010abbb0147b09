/// What kind of file some bytes are, by how they begin.
///
/// A file's name proves nothing. Known are the kinds that people hand in; everything else that is valid UTF-8 counts as `text/plain`, the
/// rest as `application/octet-stream`.
enum MediaType {
    private static let signatures: [(type: String, offset: Int, bytes: [UInt8])] = [
        ("application/pdf", 0, Array("%PDF-".utf8)),
        ("image/png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/gif", 0, Array("GIF8".utf8)),
        ("image/webp", 8, Array("WEBP".utf8)),
        ("audio/mpeg", 0, Array("ID3".utf8)),
        ("audio/ogg", 0, Array("OggS".utf8)),
        ("audio/wav", 8, Array("WAVE".utf8)),
        ("video/mp4", 4, Array("ftyp".utf8)),
        ("video/webm", 0, [0x1A, 0x45, 0xDF, 0xA3]),
        ("application/zip", 0, [0x50, 0x4B, 0x03, 0x04]),
        ("application/msword", 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ("application/rtf", 0, Array("{\\rtf".utf8)),
    ]

    /// Office formats are zip archives whose first entries say which.
    private static let office: [(type: String, mark: String)] = [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/"),
        ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
        ("application/epub+zip", "application/epub+zip"),
    ]

    /// Every zip archive, whichever format its entries make it.
    private static let archives = ["application/zip"] + office.map { $0.type }

    /// What a document of Office begins as when it has a password: as the older formats do.
    private static let locked = "application/msword"

    static func of(_ bytes: [UInt8]) -> String {
        for (type, offset, signature) in signatures
        where bytes.count >= offset + signature.count && bytes[offset..<(offset + signature.count)].elementsEqual(signature) {
            guard type == "application/zip" else { return type }
            let text = String(decoding: bytes.prefix(65_536) + bytes.suffix(65_536), as: UTF8.self)
            return office.first { text.contains($0.mark) }?.type ?? type
        }
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else { return "application/octet-stream" }
        return "text/plain"
    }

    /// Whether a file of kind `found` may stand where `allowed` says so; `image/*` allows every image, `text/*` plain text.
    static func fits(_ found: String, _ allowed: [String]) -> Bool {
        allowed.isEmpty
            || allowed.contains { pattern in
                pattern == found || pattern == "*/*" || pattern.hasSuffix("/*") && found.hasPrefix(pattern.dropLast())
                    // Plain text has no signature of its own.
                    || found == "text/plain" && pattern.hasPrefix("text/")
                    || pattern == "application/zip" && archives.contains(found)
            }
    }

    /// What the end of a name says that a file is; names that say nothing here may be of any kind.
    private static let names: [String: [String]] = [
        "pdf": ["application/pdf"], "png": ["image/png"], "jpg": ["image/jpeg"], "jpeg": ["image/jpeg"], "gif": ["image/gif"],
        "webp": ["image/webp"], "mp3": ["audio/mpeg"], "ogg": ["audio/ogg"], "wav": ["audio/wav"], "mp4": ["video/mp4"],
        "webm": ["video/webm"], "zip": archives, "rtf": ["application/rtf"], "doc": ["application/msword", "application/rtf"],
        "docx": ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip", locked],
        "pptx": ["application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/zip", locked],
        "xlsx": ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip", locked],
        "odt": ["application/vnd.oasis.opendocument.text", "application/zip"], "epub": ["application/epub+zip", "application/zip"],
        "txt": ["text/plain"], "csv": ["text/plain"], "md": ["text/plain"],
    ]

    /// What its name says that a file is, where that is another kind than it begins as; nil where they agree or the name says nothing.
    ///
    /// Whoever opens it goes by the name. Text and sound need not begin in any way, so that only what begins as something else belies them.
    static func belied(_ name: String, by found: String) -> String? {
        guard let dot = name.lastIndex(of: "."), let said = names[name[name.index(after: dot)...].lowercased()], let first = said.first,
            !said.contains(found)
        else { return nil }
        let isUnmarked = found == "text/plain" || found == "application/octet-stream"
        return isUnmarked && (first == "text/plain" || first == "audio/mpeg") ? nil : first
    }
}
