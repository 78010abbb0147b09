import Kernel
import Testing

/// `people import`, as programs see it.
@Suite struct PeopleCommandTests {
    private static let header = "id,given_name,family_name,email,organisation,role,language\n"

    @Test func countsAreThereForPrograms() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        func effect() throws -> String? {
            let answer = workspace.run("people", "import", "people.csv", "--output", "json")
            return try JSONValue(parsing: Array(answer.output.utf8))["effect"]?.compact
        }
        try workspace.write(Self.header + "p1,Kari,Lie,,Skolen,leader,nb\np2,Ola,Lie,,Skolen,odd,nb\n", to: "people.csv")
        #expect(try effect() == #"{"new":2,"changed":0,"unchanged":0,"organisations":1,"unknown-roles":{"odd":1}}"#)
        try workspace.write(
            Self.header + "p1,Kari,Moe,,Skolen,leader,nb\np2,Ola,Lie,,Skolen,odd,nb\np3,Per,Li,,Skolen,odd,nb\n", to: "people.csv")
        #expect(try effect()?.hasPrefix(#"{"new":1,"changed":1,"unchanged":1,"organisations":0,"#) == true)
        let enrolled = workspace.run("enrol", "vest-h27", "p1", "--output", "json")
        #expect(try JSONValue(parsing: Array(enrolled.output.utf8))["effect"]?.compact == #"{"new":true}"#)
        try workspace.write("offering,person\nvest-h27,p1\nvest-h27,p2\n", to: "list.csv")
        let list = workspace.run("do", "kernel.enrolment.create", "--each", "list.csv", "--output", "json")
        #expect(
            try JSONValue(parsing: Array(list.output.utf8))["effect"]?.compact == #"{"new":1,"unchanged":1,"ended":0,"named":[]}"#,
            "\(list)")
    }

    /// A wrong `--map` is how the command was called, not what the file holds.
    @Test(arguments: [
        ["Fornavn"], ["given_name=fornavn"], ["Fornavn=given_name"], ["given_name=given_name", "given_name=id"],
    ]) func aWrongMappingIsUsage(_ mapping: [String]) throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.write(Self.header + "p1,Kari,Lie,,Skolen,leader,nb\n", to: "people.csv")
        try workspace.write("offering,person\nvest-h27,p1\n", to: "list.csv")
        let maps = mapping.flatMap { ["--map", $0] }
        for command in [["people", "import", "people.csv"], ["do", "kernel.enrolment.create", "--each", "list.csv"]] {
            let answer = workspace.run(command + maps)
            #expect(answer.status == 64 && answer.errors.contains("[csv/"), "\(answer)")
        }
        #expect(workspace.run("people", "list", "--output", "csv").output.split(separator: "\n").count == 1)
    }
}
