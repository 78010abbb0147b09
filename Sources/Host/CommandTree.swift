import ArgumentParser

/// Looks for misspelt commands before the parser does, which would only say "unexpected argument".
enum CommandTree {
    struct Unknown {
        var word: String
        var valid: [String]
    }

    /// The first word that is neither an option nor a command where a command is expected.
    static func unknownWord(in arguments: [String], root: any ParsableCommand.Type) -> Unknown? {
        var command = root
        for word in arguments {
            let children = command.configuration.subcommands + command.configuration.groupedSubcommands.flatMap(\.subcommands)
            if children.isEmpty || word.hasPrefix("-") { return nil }
            // The words after it are a command too.
            if word == "help" { continue }
            guard let next = children.first(where: { name(of: $0) == word || $0.configuration.aliases.contains(word) }) else {
                // What a default command takes is no command.
                if command.configuration.defaultSubcommand != nil { return nil }
                return Unknown(word: word, valid: children.map { name(of: $0) }.sorted())
            }
            command = next
        }
        return nil
    }

    private static func name(of command: any ParsableCommand.Type) -> String { command.configuration.commandName ?? "" }
}
