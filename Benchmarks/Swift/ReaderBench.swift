import Glibc
import Kernel

/// Times the reader of documents with one file, whatever it holds.
enum ReaderBench {
    /// Reads the file at `path` from the disk and makes its nodes or its faults.
    ///
    /// - Returns: the time of it.
    static func run(_ path: String) throws -> Int64 {
        let start = Main.now()
        let bytes = try FileContent.read(path, limit: ReaderLimits.standard.bytes + 1)
        let result = DocumentReader.read(SourceFile(id: .init(0), path: path, bytes: bytes))
        let time = Main.now() - start
        guard result.document != nil || result.diagnostics.contains(where: { $0.severity == .error }) else { throw Main.Faulty() }
        return time
    }

    /// The processor time and the most memory that this process has taken so far: nanoseconds and KiB.
    static func taken() -> (time: Int64, memory: Int64) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let seconds = Int64(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        return (seconds * 1_000_000_000 + Int64(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1_000, Int64(usage.ru_maxrss))
    }
}
