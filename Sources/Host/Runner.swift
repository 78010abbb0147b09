import ArgumentParser
import Glibc
import Kernel

/// Parses the words of a command, runs it, and turns whatever happens into output and an exit code.
struct Runner {
    let io: HostIO
    let language: Language
    /// How the answer was asked for; what a command is refused for is written to programs in their form, too.
    var output: OutputFormat?

    func run(_ arguments: [String]) -> Int32 {
        var scope = HostScope.current
        scope.formats = CommandTree.formats(arguments, root: Kjerne.self)
        var runner = self
        runner.output = OutputFormat.named(in: arguments)
        return HostScope.$current.withValue(scope) { runner.runInScope(arguments) }
    }

    private func runInScope(_ arguments: [String]) -> Int32 {
        do {
            var command: any ParsableCommand
            switch CommandTree.find(arguments, root: Kjerne.self) {
            case .unknown(let unknown): return report(unknown)
            case .command(let type, let words): command = try parse(words, as: type) ?? Kjerne.parseAsRoot(arguments)
            case .other: command = try Kjerne.parseAsRoot(arguments)
            }
            if let own = command as? any HostCommand { return run(own) }
            try command.run()
            return ExitStatus.done.rawValue
        } catch {
            return report(error, to: arguments)
        }
    }

    /// Runs a command in the language of whom it is for, refusals included.
    private func run(_ command: any HostCommand) -> Int32 {
        let unspoken = Host(command.global, io: io, language: language)
        let person = Result { try unspoken.actingPerson() }
        let spoken = (try? person.get()).flatMap(unspoken.language(of:)) ?? language
        do {
            let host = Host(command.global, io: io, language: spoken)
            try command.checkOptions(host)
            // Somebody who is not there is refused, whatever the command does with her.
            _ = try person.get()
            if let words = command.reads { host.logReading(host.untied(words)) }
            let status = try command.run(host)
            if command.dryRun && status == .done { host.note(Self.rehearsed) }
            return status.rawValue
        } catch {
            return Runner(io: io, language: spoken, output: output).report(error)
        }
    }

    /// What every command says that was asked only to show what it would do.
    private static let rehearsed = Text(
        nb: "Ingenting er gjort: dette var en prøve (--dry-run).", nn: "Ingenting er gjort: dette var ei prøve (--dry-run).",
        en: "Nothing has been done: this was a rehearsal (--dry-run).")

    /// The exit code of a run: an answer that was lost is a fault of its own, except where the reader closed the pipe.
    func outcome(of code: Int32) -> Int32 {
        guard let fault = io.fault(), fault != EPIPE else { return code }
        let reason = Text.systemReason(fault)
        say(
            Text(
                nb: "svaret kunne ikke skrives: \(reason(.nb))", nn: "svaret kunne ikkje skrivast: \(reason(.nn))",
                en: "the answer could not be written: \(reason(.en))"),
            help: Text(
                nb: "det kommandoen gjorde, er gjort; bare svaret er borte", nn: "det kommandoen gjorde, er gjort; berre svaret er borte",
                en: "what the command did is done; only the answer is lost"), id: ErrorKind.storage.diagnosticID)
        return code < ExitStatus.usage.rawValue ? ExitStatus.storage.rawValue : code
    }

    /// The command with its words read; nil where they are not right, which only the parser of the whole tree can put in words.
    private func parse(_ words: [String], as type: any ParsableCommand.Type) -> (any ParsableCommand)? {
        guard let command = try? type.parseAsRoot(words), Swift.type(of: command) == type else { return nil }
        return command
    }

    private func report(_ unknown: CommandTree.Unknown) -> Int32 {
        say(
            Text(
                nb: "ukjent kommando «\(unknown.word)»", nn: "ukjend kommando «\(unknown.word)»", en: "unknown command '\(unknown.word)'"),
            help: Suggestion.help(for: unknown.word, among: unknown.valid)
                ?? Text(
                    nb: "kommandoer: \(unknown.valid.joined(separator: ", "))", nn: "kommandoar: \(unknown.valid.joined(separator: ", "))",
                    en: "commands: \(unknown.valid.joined(separator: ", "))"), id: Self.usageID)
        return ExitStatus.usage.rawValue
    }

    /// - Parameter arguments: the words that the parser read, for what is wrong with them.
    private func report(_ error: any Error, to arguments: [String] = []) -> Int32 {
        switch error {
        case let error as HostError:
            say(error.message, help: error.help, id: error.status == .usage ? Self.usageID : error.kind.diagnosticID)
            return error.status.rawValue
        case let error as any ExplainedError:
            say(error.message, notes: error.notes, help: error.help, id: error.kind.diagnosticID)
            return ExitStatus(error.kind).rawValue
        case let error as FileContent.Failure:
            let words = error.reason
            say(
                Text(
                    nb: "\(error.path): \(words(.nb))", nn: "\(error.path): \(words(.nn))", en: "\(error.path): \(words(.en))"), help: nil,
                id: ErrorKind.badInput.diagnosticID)
            return ExitStatus.badInput.rawValue
        case let error as ReportedFaults:
            return error.status.rawValue
        default:
            return reportParsing(error, arguments)
        }
    }

    /// Errors of the parser itself, among them the "error" of a call for help.
    private func reportParsing(_ error: any Error, _ arguments: [String]) -> Int32 {
        let code = Kjerne.exitCode(for: error)
        if code == .success {
            io.write(HelpWords.translated(Kjerne.fullMessage(for: error), to: language) + "\n")
            return ExitStatus.done.rawValue
        }
        if code == .validationFailure {
            let misuse = Misuse(error, in: arguments)
            if output == .json {
                say(Text(verbatim: HelpWords.translated(misuse.message, to: language)), help: misuse.help, id: Self.usageID)
            } else {
                io.writeError(HelpWords.translated(misuse.page, to: language) + "\n")
            }
            return ExitStatus.usage.rawValue
        }
        say(
            Text(nb: "uventet feil: \(error)", nn: "uventa feil: \(error)", en: "unexpected fault: \(error)"),
            help: Text(
                nb: "dette er en feil i programmet; meld den gjerne", nn: "dette er ein feil i programmet; meld han gjerne",
                en: "this is a fault of the program; please report it"), id: ErrorKind.internalFault.diagnosticID)
        return ExitStatus.internalFault.rawValue
    }

    /// The id of what is wrong with how a command was called.
    private static let usageID = "command/usage"

    private func say(_ message: Text, notes: [Text] = [], help: Text?, id: String) {
        if output == .json {
            var faults = Diagnostics()
            faults.report(Diagnostic(id, .error, message, at: nil, notes: notes, help: help))
            return io.write(JSONRenderer(language: language).render(faults, in: SourceMap()))
        }
        io.writeError(Text(nb: "feil: ", nn: "feil: ", en: "error: ")(language) + message(language) + "\n")
        for note in notes { io.writeError("  = " + Text(nb: "merknad: ", nn: "merknad: ", en: "note: ")(language) + note(language) + "\n") }
        if let help { io.writeError("  = " + Text(nb: "hjelp: ", nn: "hjelp: ", en: "help: ")(language) + help(language) + "\n") }
    }
}
