import ArgumentParser
import Glibc
public import Kernel

/// The command line as a library, so that anyone can build a host with their own modules linked in.
///
/// ```swift
/// @main struct Main {
///     static func main() { KjerneHost.main(plugins: [AssessmentPlugin.self]) }
/// }
/// ```
public enum KjerneHost {
    /// Runs the command that the process was started with, and exits.
    public static func main(plugins: [any Plugin.Type]) -> Never {
        signal(SIGPIPE, SIG_IGN)
        // A limit on the size of files is told as a full disk is.
        signal(SIGXFSZ, SIG_IGN)
        let linked = LinkedModules(plugins: plugins, declarations: YAMLModules.declarations)
        exit(run(Array(CommandLine.arguments.dropFirst()), linked: linked, io: .process()))
    }

    /// Runs one command and gives its exit code (design section 4).
    ///
    /// - Parameters:
    ///   - arguments: the words after the program's name.
    ///   - linked: the modules of this host.
    ///   - io: what the run may touch outside itself.
    public static func run(_ arguments: [String], linked: LinkedModules, io: HostIO) -> Int32 {
        let language = requestedLanguage(arguments) ?? io.language()
        return HostScope.$current.withValue(.init(io: io, linked: linked, language: language)) {
            let runner = Runner(io: io, language: language)
            return runner.outcome(of: runner.run(GlobalOptions.hoisted(arguments)))
        }
    }

    private static func requestedLanguage(_ arguments: [String]) -> Language? {
        for (position, word) in arguments.enumerated() {
            if word == "--" { return nil }
            if word == "--lang", position + 1 < arguments.count { return Language(rawValue: arguments[position + 1]) }
            if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) }
        }
        return nil
    }
}
