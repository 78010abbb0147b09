import Kernel

/// `kjerne export community.shared [KIND:NUMBER]`: what others have shared with the one who asks, as one JSON object.
///
/// The kernel tells in the log who took what away, and its owner sees it in `kernel.handed-out`.
struct SharedExporter: Exporter {
    func bytes(of id: String?, reading: borrowing some ReportReading & ~Copyable) throws -> [UInt8] {
        var shared: [JSONValue] = []
        for kind in Artefact.kinds {
            for record in try reading.records("community.\(kind.name)", where: []) where record.isOnlyShared {
                guard id == nil || id == "\(kind.name):\(record.number)" else { continue }
                shared.append(
                    .object([
                        ("record", .string(record.type.id)), ("number", .integer(Int(record.number))),
                        ("state", record.state.map(JSONValue.string) ?? .null),
                        ("values", .object(record.values.map { ($0.name, $0.value) })),
                    ]))
            }
        }
        if let id, shared.isEmpty { throw NotShared(id: id) }
        return try JSONValue.object([("format", .string("community.shared/1")), ("shared", .array(shared))]).canonical + [10]
    }
}

/// That nothing of that name is shared with the one who asks.
struct NotShared: ExplainedError {
    var id: String
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(
            nb: "ingenting som heter «\(id)» er delt med deg", nn: "ingenting som heiter «\(id)» er delt med deg",
            en: "nothing called '\(id)' is shared with you")
    }
    var help: Text? {
        Text(
            nb: "skriv slag og nummer, for eksempel project:3; «report community.shared-with-me» viser det som er delt",
            nn: "skriv slag og nummer, til dømes project:3; «report community.shared-with-me» viser det som er delt",
            en: "write kind and number, for example project:3; 'report community.shared-with-me' shows what is shared")
    }
}
