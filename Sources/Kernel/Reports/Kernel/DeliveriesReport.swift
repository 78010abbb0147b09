import GRDB

/// `kernel.deliveries`: how far each subscriber has come, and what was given up.
struct DeliveriesReport: KernelReport {
    var name: String { "kernel.deliveries" }
    var title: Text { DeliveryTables.title }
    var explanation: Text? {
        Text(
            nb: "Hvor langt modulene er kommet i hendelsene de hører, hva som venter, og hva som er lagt til side.",
            nn: "Kor langt modulane er komne i hendingane dei høyrer, kva som ventar, og kva som er lagt til side.",
            en: "How far modules have come in the events that they hear, what waits, and what is parked.")
    }
    var by: [String] { ["admin"] }
    var schema: JSONValue { Self.schema([]) }

    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer {
        ReportAnswer(try DeliveryTables.list(modules: Set(request.live.modules.map(\.id)), in: db))
    }
}
