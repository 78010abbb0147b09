import Foundation

/// A workspace with the sample framework read in.
struct CurriculumSession {
    let workspace: ShippedWorkspace

    init(importing: Bool = true) throws {
        workspace = try ShippedWorkspace(copying: ["Config", "Modules", "Curricula"])
        guard workspace.run("apply", "--yes").status == 0 else { throw CocoaError(.fileReadUnknown) }
        guard importing else { return }
        let result = workspace.run("import", "grep", "Curricula/eksempel")
        guard result.status == 0 else { throw CocoaError(.fileReadCorruptFile, userInfo: [NSDebugDescriptionErrorKey: result.errors]) }
    }

    /// Packs a folder of the workspace into a zip, without compression.
    func zip(_ files: [(name: String, content: [UInt8])]) -> [UInt8] { StoredZip.make(files) }
}
