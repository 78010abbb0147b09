import ArgumentParser

/// Finds the command that the first words name before the parser does.
///
/// Of a misspelt one the parser would only say "unexpected argument"; of a right one it would build the whole tree.
enum CommandTree {
    /// What the first words name.
    enum Finding {
        /// A command without commands below it, and the words that follow its name.
        case command(any ParsableCommand.Type, words: [String])
        case unknown(Unknown)
        /// Something that the parser has to answer itself, such as a call for help.
        case other
    }

    struct Unknown {
        var word: String
        var valid: [String]
    }

    static func find(_ arguments: [String], root: any ParsableCommand.Type) -> Finding {
        var command = root
        var asksForHelp = false
        for position in 0...arguments.count {
            let configuration = command.configuration
            let children = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
            if children.isEmpty { return asksForHelp ? .other : .command(command, words: Array(arguments[position...])) }
            guard position < arguments.count, !arguments[position].hasPrefix("-") else { break }
            let word = arguments[position]
            // The words after it are a command too.
            if word == "help" {
                asksForHelp = true
                continue
            }
            guard let next = children.first(where: { name(of: $0) == word || $0.configuration.aliases.contains(word) }) else {
                // What a default command takes is no command.
                if configuration.defaultSubcommand != nil { return .other }
                return .unknown(Unknown(word: word, valid: Set(children.map { name(of: $0) }).sorted()))
            }
            command = next
        }
        return .other
    }

    /// What the command that the first words name can answer as, also where they only ask for its help.
    static func formats(_ arguments: [String], root: any ParsableCommand.Type) -> [OutputFormat] {
        guard case .command(let type, _) = find(arguments.filter { $0 != "help" }, root: root), let own = type as? any HostCommand.Type
        else { return OutputFormat.ofTables }
        return own.formats
    }

    private static func name(of command: any ParsableCommand.Type) -> String { command.configuration.commandName ?? "" }
}
