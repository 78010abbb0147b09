/// Every report that can be asked for by name: the kernel's and those of the live modules.
public struct ReportCatalog: Sendable {
    /// By name.
    public let all: [any NamedReport]

    public init(_ live: LiveConfiguration) {
        let declared = live.modules.flatMap(\.declarations.reports).map { Self.report($0, live) }
        all = (Self.kernel + declared).sorted { $0.name < $1.name }
    }

    private static let kernel: [any NamedReport] = [
        ProgressReport(), RequirementsReport(), DeadlinesReport(), NoticesReport(), DeliveriesReport(), HandedOutReport(),
    ]

    private static func report(_ declaration: ReportDeclaration, _ live: LiveConfiguration) -> any NamedReport {
        guard declaration.isQuery, let type = declaration.reads.first.flatMap({ live.record($0.record) }) else {
            return ProvidedReport(
                declaration: declaration,
                provider: live.registry[ReportProviders.self].first { $0.module == declaration.module && $0.name == declaration.name }?
                    .value)
        }
        switch declaration.form {
        case .rows: return DeclaredRows(declaration: declaration, type: type)
        case .aggregate: return DeclaredAggregate(declaration: declaration, type: type, live: live)
        }
    }

    public func find(_ name: String) -> (any NamedReport)? { all.first { $0.name == name } }
}

/// A report whose head a module declares.
protocol DeclaredReport: NamedReport {
    var declaration: ReportDeclaration { get }
}

extension DeclaredReport {
    public var name: String { declaration.id }
    public var title: Text { declaration.label }
    public var explanation: Text? { declaration.description }
    public var by: [String] { declaration.by }
    public var schema: JSONValue {
        declaration.parameters?.json ?? .object([("type", .string("object")), ("additionalProperties", .bool(false))])
    }

    /// The picture that the declaration asks for.
    var chart: Chart? {
        declaration.chart.flatMap { chart in Chart.Kind(rawValue: chart.kind).map { Chart($0, labels: chart.labels, values: chart.values) }
        }
    }
}

extension NamedReport {
    /// Whether it gives rows that each may read, so that whoever has a role for one activity or one record may ask for hers.
    ///
    /// A sum over single records that someone chose would tell of them, whatever its floor.
    var givesRows: Bool { (self as? any DeclaredReport)?.declaration.form == .rows }
}
