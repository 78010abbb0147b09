import Testing

@testable import Kernel

@Suite struct MediaTypeTests {
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    private static let archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let locked: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00]

    /// Documents of Office are zip archives, and may be called so.
    @Test(arguments: ["word/", "ppt/", "xl/", "application/vnd.oasis.opendocument.text", "application/epub+zip"])
    func anArchiveOfDocumentsIsAnArchive(_ entry: String) {
        let found = MediaType.of(Self.archive + Array(entry.utf8))
        #expect(found != "application/zip")
        #expect(MediaType.belied("handed-in.zip", by: found) == nil)
        #expect(MediaType.fits(found, ["application/zip"]))
        #expect(!MediaType.fits(found, ["application/pdf"]))
    }

    /// With a password, the newer formats of Office begin as the older do.
    @Test(arguments: ["a.docx", "a.xlsx", "a.pptx", "A.DOCX", "a.doc"])
    func aDocumentWithAPasswordIsNotBelied(_ name: String) {
        let found = MediaType.of(Self.locked)
        #expect(found == "application/msword")
        #expect(MediaType.belied(name, by: found) == nil)
    }

    @Test func whatIsSomethingElseIsBelied() {
        #expect(MediaType.belied("a.zip", by: "application/pdf") == "application/zip")
        #expect(MediaType.belied("a.zip", by: MediaType.of(Self.locked)) == "application/zip")
        #expect(MediaType.belied("a.pdf", by: MediaType.of(Self.locked)) == "application/pdf")
        #expect(MediaType.belied("a.odt", by: MediaType.of(Self.locked)) == "application/vnd.oasis.opendocument.text")
        #expect(MediaType.belied("a.docx", by: "application/pdf") == Self.word)
        #expect(MediaType.belied("a.docx", by: MediaType.of(Self.archive)) == nil)
        #expect(!MediaType.fits("application/zip", [Self.word]))
    }
}
