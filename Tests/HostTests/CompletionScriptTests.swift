import Testing

/// What a shell needs to complete the commands names each of them, whatever the shell.
@Suite struct CompletionScriptTests {
    @Test(arguments: ["bash", "zsh", "fish"]) func everyCommandIsCompleted(shell: String) throws {
        let session = try Session(nil)
        let help = session.run("--help").out
        let commands = help.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  -") }
            .compactMap { $0.split(separator: " ").first }.filter { $0 != "See" }
        #expect(commands.count > 20)
        let script = session.run("--generate-completion-script", shell)
        #expect(script.code == 0, "\(script.err)")
        for command in commands { #expect(script.out.contains(command), "\(shell): \(command)") }
    }
}
