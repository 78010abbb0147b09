import GRDB
import Kernel

/// `kjerne import rubric FILE.yaml`: one edition of a rubric; an edition that is there already never changes.
struct RubricImporter: Importer {
    func run(_ source: ImportSource, in transaction: ImportTransaction) throws -> ImportOutcome {
        let bytes: [UInt8]
        do { bytes = try FileContent.read(source.path, limit: 4 << 20) } catch {
            throw SourcedFaults(.rubricUnreadable(source.name, error.reason))
        }
        let root = try RubricFile.read(bytes, name: source.name)
        let id = root["rubric"]?.string ?? ""
        let edition = root["edition"]?.integer ?? 0
        let body = root.json
        let digest = Digest.hex(try body.canonical)
        let known = try String.fetchOne(
            transaction.db, sql: "SELECT digest FROM assessment_rubric WHERE rubric = ? AND edition = ?", arguments: [id, edition])
        if let known {
            guard known == digest else { throw EditionTaken(rubric: id, edition: edition) }
            return ImportOutcome(id: id, digest: digest, counts: [("new", 0)], isUnchanged: true)
        }
        let writer = try transaction.writer("rubric", ["name", "rubric", "edition", "digest", "body"])
        writer.set(0, "\(id)-\(edition)")
        writer.set(1, id)
        writer.set(2, Int64(edition))
        writer.set(3, digest)
        writer.set(4, body.compact)
        _ = try writer.insert()
        return ImportOutcome(id: id, digest: digest, counts: [("new", 1)], isUnchanged: false)
    }
}

/// That an edition of a rubric would change after it has come into use.
struct EditionTaken: ExplainedError {
    var rubric: String
    var edition: Int
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "versjon \(edition) av «\(rubric)» finnes med et annet innhold, og en versjon endres aldri",
            nn: "versjon \(edition) av «\(rubric)» finst med eit anna innhald, og ein versjon blir aldri endra",
            en: "edition \(edition) of '\(rubric)' is there with other content, and an edition never changes")
    }
    var help: Text? {
        Text(
            nb: "gi den nye teksten et høyere edition", nn: "gi den nye teksten eit høgare edition",
            en: "give the new text a higher edition")
    }
}
