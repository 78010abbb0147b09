import ArgumentParser
import Glibc
import Kernel

/// Parses the words of a command, runs it, and turns whatever happens into output and an exit code.
struct Runner {
    let io: HostIO
    let language: Language

    func run(_ arguments: [String]) -> Int32 {
        var scope = HostScope.current
        scope.formats = CommandTree.formats(arguments, root: Kjerne.self)
        return HostScope.$current.withValue(scope) { runInScope(arguments) }
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
            return report(error)
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
            return try command.run(host).rawValue
        } catch {
            return Runner(io: io, language: spoken).report(error)
        }
    }

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
                en: "what the command did is done; only the answer is lost"))
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
            help: NearestName.suggestion(for: unknown.word, among: unknown.valid).map {
                Text(nb: "mente du «\($0)»?", nn: "meinte du «\($0)»?", en: "did you mean '\($0)'?")
            }
                ?? Text(
                    nb: "kommandoer: \(unknown.valid.joined(separator: ", "))", nn: "kommandoar: \(unknown.valid.joined(separator: ", "))",
                    en: "commands: \(unknown.valid.joined(separator: ", "))"))
        return ExitStatus.usage.rawValue
    }

    private func report(_ error: any Error) -> Int32 {
        switch error {
        case let error as HostError:
            say(error.message, help: error.help)
            return error.status.rawValue
        case let error as any ExplainedError:
            say(error.message, help: error.help)
            return ExitStatus(error.kind).rawValue
        case let error as FileContent.Failure:
            let words = error.reason
            say(
                Text(
                    nb: "\(error.path): \(words(.nb))", nn: "\(error.path): \(words(.nn))", en: "\(error.path): \(words(.en))"), help: nil)
            return ExitStatus.badInput.rawValue
        case let error as ReportedFaults:
            return error.status.rawValue
        default:
            return reportParsing(error)
        }
    }

    /// Errors of the parser itself, among them the "error" of a call for help.
    private func reportParsing(_ error: any Error) -> Int32 {
        let code = Kjerne.exitCode(for: error)
        if code == .success {
            io.write(HelpWords.translated(Kjerne.fullMessage(for: error), to: language) + "\n")
            return ExitStatus.done.rawValue
        }
        if code == .validationFailure {
            io.writeError(HelpWords.translated(Kjerne.fullMessage(for: error), to: language) + "\n")
            return ExitStatus.usage.rawValue
        }
        say(
            Text(nb: "uventet feil: \(error)", nn: "uventa feil: \(error)", en: "unexpected fault: \(error)"),
            help: Text(
                nb: "dette er en feil i programmet; meld den gjerne", nn: "dette er ein feil i programmet; meld han gjerne",
                en: "this is a fault of the program; please report it"))
        return ExitStatus.internalFault.rawValue
    }

    private func say(_ message: Text, help: Text?) {
        io.writeError(Text(nb: "feil: ", nn: "feil: ", en: "error: ")(language) + message(language) + "\n")
        if let help { io.writeError("  = " + Text(nb: "hjelp: ", nn: "hjelp: ", en: "help: ")(language) + help(language) + "\n") }
    }
}
