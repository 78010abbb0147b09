import GRDB
import Kernel

/// A piece of evidence as the store has it.
struct Evidence: Sendable {
    var number: Int64
    var application: Int64
    /// The demand that it answers.
    var demand: String
    var kind: String
    /// SHA-256 of the document.
    var document: String?
    var credits: Double?
    var post: String?
    var from: String?
    var until: String?
    var percent: Int?
    var basis: String?
    var grounds: String?
    var state: String
    var version: Int

    private static let select = """
        SELECT _id, application, demand, kind, document, credits, post, "from", until, percent, basis, grounds, _state, _version
        FROM participation_evidence
        """

    static func find(_ number: Int64, in db: Database) throws -> Evidence? {
        try Row.fetchOne(db.cachedStatement(sql: select + " WHERE _id = ?"), arguments: [number]).map(Evidence.init)
    }

    /// What came with an application, by number.
    static func list(of application: Int64, in db: Database) throws -> [Evidence] {
        try Row.fetchAll(db.cachedStatement(sql: select + " WHERE application = ? ORDER BY _id"), arguments: [application]).map(
            Evidence.init)
    }

    private init(_ row: Row) {
        number = row[0]
        application = row[1]
        demand = row[2]
        kind = row[3]
        document = row[4]
        credits = row[5]
        post = row[6]
        from = row[7]
        until = row[8]
        percent = row[9]
        basis = row[10]
        grounds = row[11]
        state = row[12]
        version = row[13]
    }

    /// As a period in a post; nil for other evidence, or where it does not say from when and how much.
    var period: ServicePeriod? {
        guard kind == "leader-employment", let from = from.flatMap({ try? Day($0) }), let percent else { return nil }
        return ServicePeriod(from: from, until: until.flatMap { try? Day($0) }, percent: percent)
    }
}

extension Evidence {
    /// As a report may see it.
    init(_ record: VisibleRecord) {
        number = record.number
        application = record["application"]?.integer.map(Int64.init) ?? 0
        demand = record["demand"]?.string ?? ""
        kind = record["kind"]?.string ?? ""
        document = record["document"]?.string
        credits = record["credits"]?.double
        post = record["post"]?.string
        from = record["from"]?.string
        until = record["until"]?.string
        percent = record["percent"]?.integer
        basis = record["basis"]?.string
        grounds = record["grounds"]?.string
        state = record.state ?? ""
        version = record.version
    }
}
