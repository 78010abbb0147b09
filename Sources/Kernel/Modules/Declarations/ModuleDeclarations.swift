/// What a module declares, in the kernel's own terms: records with their workflows, reports, letters, actions, formats, activities and events.
public struct ModuleDeclarations: Sendable {
    public var module: String
    public var version: String
    public var records: [RecordType] = []
    public var reports: [ReportDeclaration] = []
    public var notices: [NoticeDeclaration] = []
    public var actions: [CodedAction] = []
    /// Actions of the kernel that the module's code may perform.
    public var performs: [String] = []
    public var imports: [ImportDeclaration] = []
    public var exports: [ExportDeclaration] = []
    public var activities: [DeclaredActivity] = []
    public var events: [DeclaredEvent] = []
    /// What the settings that the workspace gives are called now, by what they were called.
    var formerSettings: [String: String] = [:]

    public func record(_ name: String) -> RecordType? { records.first { $0.name == name } }
    public func notice(_ name: String) -> NoticeDeclaration? { notices.first { $0.name == name } }
    public func event(_ name: String) -> DeclaredEvent? { events.first { $0.name == name } }
}
