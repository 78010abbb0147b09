import GRDB
import Glibc

/// Runs the reactions to the events of one action.
///
/// One for each `ActionTransaction`, and used by it alone.
final class ReactionRunner {
    /// What reactions may take.
    struct Limits: Sendable {
        /// How deep reactions may call each other.
        var depth = 8
        /// How many events reactions may make of one.
        var events = 10_000
        /// How long one reaction may take before it is noted in the log, in seconds.
        var seconds = 2.0
    }

    /// A reaction at work, and the event that it hears.
    private struct Call {
        var module: String
        var event: String
    }

    let writeGuard: WriteGuard
    private let registry: Registry
    private let audience: EventAudience
    private let limits: Limits
    private var calls: [Call] = []
    /// How many events each module's reactions have emitted since the handler's last one.
    private var emitted: [String: Int] = [:]
    /// How many reactions have run.
    private(set) var count = 0
    /// Why the action is refused, whatever the code does that saw the error first.
    private(set) var refusal: (any Error)?

    init(_ registry: Registry, audience: EventAudience, limits: Limits = Limits(), writeGuard: WriteGuard) {
        self.registry = registry
        self.audience = audience
        self.limits = limits
        self.writeGuard = writeGuard
    }

    /// Writes an event and lets the modules react to it.
    func emit(_ event: NewEvent, in transaction: ActionTransaction) throws -> EventHeader {
        if let refusal { throw refusal }
        return try writeGuard.asKernel {
            try admit(event)
            let header = try transaction.write(event)
            for reaction in registry.hearers(of: event.name) { try run(reaction, header, event, transaction) }
            return header
        }
    }

    /// The module that reacts; nil while none does.
    var module: String? { calls.last?.module }

    /// Lets the kernel emit its own events while a module reacts.
    func asKernel<T>(_ action: String, _ body: () throws -> T) throws -> T {
        guard !calls.isEmpty else { return try body() }
        calls.append(Call(module: NewEvent.Source.kernel.module, event: action))
        defer { calls.removeLast() }
        return try body()
    }

    private func admit(_ event: NewEvent) throws {
        guard let call = calls.last else {
            emitted.removeAll(keepingCapacity: true)
            return
        }
        guard event.source.module == call.module, event.name.hasPrefix(call.module + ".") else {
            throw refuse(ReactionFault.foreignEvent(module: call.module, event: event.name))
        }
        guard calls.count <= limits.depth else { throw refuse(ReactionFault.loop(calls.map(\.event) + [event.name])) }
        emitted[call.module, default: 0] += 1
        guard emitted.values.reduce(0, +) <= limits.events else {
            let culprit = emitted.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            throw refuse(ReactionFault.flood(module: culprit ?? call.module, limit: limits.events))
        }
    }

    private func run(
        _ reaction: Contributed<any Reaction>, _ header: EventHeader, _ event: NewEvent, _ transaction: ActionTransaction
    ) throws {
        let seen = RecordedEvent(
            header: audience.header(header, for: reaction.module, takesPart: true),
            payload: audience.payload(event.payload, of: header, for: reaction.module))
        let start = Self.now()
        count += 1
        calls.append(Call(module: reaction.module, event: event.name))
        defer { calls.removeLast() }
        if reaction.failsClosed {
            do { try call(reaction, seen, transaction) } catch { throw refuse(explained(error, reaction, event.name)) }
        } else {
            try callFailingOpen(reaction, seen, transaction)
        }
        if Double(Self.now() - start) / 1e9 > limits.seconds {
            try note(
                "kernel.reaction.slow", reaction, header, [("seconds", .integer(Int((Self.now() - start) / 1_000_000_000)))], transaction)
        }
    }

    private func call(_ reaction: Contributed<any Reaction>, _ event: RecordedEvent, _ transaction: ActionTransaction) throws {
        let context = transaction.context
        // Only the random numbers that were drawn stay.
        defer { transaction.context = context.drawn(transaction.context.randomness) }
        try writeGuard.run(as: reaction.module, in: transaction.db) { try reaction.value.react(to: event, in: transaction) }
        if let refusal { throw refusal }
    }

    private func callFailingOpen(_ reaction: Contributed<any Reaction>, _ event: RecordedEvent, _ transaction: ActionTransaction) throws {
        let db = transaction.db
        let mark = try transaction.mark()
        try db.execute(sql: "SAVEPOINT kernel_reaction")
        do {
            try call(reaction, event, transaction)
            try db.execute(sql: "RELEASE kernel_reaction")
        } catch {
            if let refusal { throw refusal }
            guard !Self.isRefusal(error), !Self.isOfTheStore(error) else { throw refuse(error) }
            do {
                try db.execute(sql: "ROLLBACK TO kernel_reaction; RELEASE kernel_reaction")
            } catch _ {
                // The transaction itself is gone: nothing is left that could go on.
                throw refuse(explained(error, reaction, event.name))
            }
            transaction.rewind(to: mark)
            let reason = (error as? any ExplainedError)?.message(.en) ?? "\(error)"
            try note("kernel.reaction.failed", reaction, event.header, [("reason", .string(String(reason.prefix(500))))], transaction)
        }
    }

    /// Writes an event about a reaction, to which nobody reacts.
    private func note(
        _ name: String, _ reaction: Contributed<any Reaction>, _ event: EventHeader, _ details: [(key: String, value: JSONValue)],
        _ transaction: ActionTransaction
    ) throws {
        _ = try transaction.write(
            NewEvent(
                name, records: [.event(event.sequence), RecordReference("kernel.reaction", "\(reaction.module).\(reaction.name)")],
                payload: .object([("event", .string(event.name))] + details)))
    }

    private func explained(_ error: any Error, _ reaction: Contributed<any Reaction>, _ event: String) -> any Error {
        if Self.isRefusal(error) || Self.isOfTheStore(error) || error is WriteGuardViolation || error is ReactionFault { return error }
        let reason = (error as? any ExplainedError)?.message(.en) ?? "\(error)"
        return ReactionFault.failed(module: reaction.module, reaction: reaction.name, event: event, reason: reason)
    }

    private func refuse(_ error: any Error) -> any Error {
        refusal = refusal ?? error
        return refusal ?? error
    }

    /// A reaction that says no, whichever way its binding fails.
    private static func isRefusal(_ error: any Error) -> Bool { error is ReactionRefusal }

    /// What no module is to blame for.
    private static func isOfTheStore(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        let codes: [ResultCode] = [
            .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_NOMEM, .SQLITE_CANTOPEN,
        ]
        return codes.contains(error.resultCode.primaryResultCode)
    }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
