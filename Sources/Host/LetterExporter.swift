import GRDB
import Kernel

/// Writes letters as files.
struct LetterExporter {
    let host: Host
    let sender: LetterSender
    let zone: TimeZoneRules
    let actor: Actor
    let db: Database

    /// Writes one letter, which its recipient may have too.
    func one(_ id: Int64, to path: String?) throws -> ExitStatus {
        guard let notice = try Notice.find(id, in: db) else {
            try require()
            throw NoticeRefusal.unknown(id)
        }
        if actor != .person(notice.person) { try require() }
        let bytes = try email(notice)
        guard let path else {
            host.io.write(String(decoding: bytes, as: UTF8.self))
            return .done
        }
        try write(bytes, to: path)
        return .done
    }

    /// Writes each letter to a file of its own; those that cannot be sent are named.
    func all(undelivered: Bool, to folder: String) throws -> ExitStatus {
        try require()
        var without: [Int64] = []
        do { try FileContent.makeFolder(host.io.resolved(folder)) } catch { throw HostError.cannotCreate(error.path, error.reason) }
        for notice in try Notice.list(.init(isDelivered: undelivered ? false : nil), in: db) {
            let bytes: [UInt8]
            do { bytes = try email(notice) } catch NoticeRefusal.noAddress {
                without.append(notice.id)
                continue
            }
            try write(bytes, to: "\(folder)/notice-\(notice.id).eml")
        }
        if !without.isEmpty {
            let numbers = without.map(String.init).joined(separator: ", ")
            host.note(
                Text(
                    nb: "Uten e-postadresse, ikke skrevet: \(numbers).", nn: "Utan e-postadresse, ikkje skrive: \(numbers).",
                    en: "Without an e-mail address, not written: \(numbers)."))
        }
        return .done
    }

    private func require() throws {
        try Authorisation.require(actor, for: "kernel.notice.export", roles: ["admin", "coordinator"], in: db)
    }

    private func email(_ notice: Notice) throws -> [UInt8] {
        guard let person = try Person.find(key: notice.person, in: db) else { throw NoticeRefusal.noAddress(notice: notice.id) }
        return try sender.email(notice, to: person, zone: zone).bytes
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        do { try FileContent.write(bytes, to: host.io.resolved(path)) } catch { throw HostError.cannotCreate(error.path, error.reason) }
        host.io.write("\(path)\n")
    }
}
