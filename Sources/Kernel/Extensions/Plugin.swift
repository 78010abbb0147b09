/// A module that is written in Swift and linked into the host.
///
/// The host owns one immutable list of plugin types; which of them run is said in `Config/kjerne.yaml`.
/// ```swift
/// public struct NotesPlugin: Plugin {
///     public static let id = "notes"
///     public static let files = NotesDeclaration.files
///     public init() {}
///     public func register(in registrar: inout Registrar) {
///         registrar.contribute(LengthRule(), named: "length", to: VariantRules.self)
///     }
/// }
/// ```
public protocol Plugin: Sendable {
    /// The module's id, the same as in its manifest.
    static var id: String { get }
    /// The module's folder under `Modules/`, compiled into the host: path within the folder to text.
    static var files: [String: String] { get }
    init()
    /// Registers what the module contributes. A pure function: the same calls every time, no side effects.
    func register(in registrar: inout Registrar)
}
