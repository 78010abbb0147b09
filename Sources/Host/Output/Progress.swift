import Kernel
import Synchronization

/// Progress of long work: a bar on a terminal, a line a step elsewhere.
///
/// Always on standard error.
final class Progress: Sendable {
    private let io: HostIO
    private let label: String
    private let last = Mutex(-1)

    init(_ label: String, io: HostIO) {
        self.io = io
        self.label = label
    }

    /// - Parameter fraction: the part that is done, 0 to 1.
    func show(_ fraction: Double) {
        let percent = min(100, max(0, Int(fraction * 100)))
        let step = io.isErrorTerminal ? 1 : 25
        let isNews = last.withLock { last in
            guard percent / step > last / step || last < 0 else { return false }
            last = percent
            return true
        }
        guard isNews else { return }
        if io.isErrorTerminal {
            let filled = percent / 5
            io.writeError(
                "\r\(label) [" + String(repeating: "#", count: filled) + String(repeating: " ", count: 20 - filled) + "] \(percent) %")
            if percent == 100 { io.writeError("\n") }
        } else {
            io.writeError("\(label) \(percent) %\n")
        }
    }
}
