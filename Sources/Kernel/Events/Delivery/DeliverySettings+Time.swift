import Glibc

extension DeliverySettings {
    /// Microseconds since 1970, to a few milliseconds, in a few nanoseconds.
    static let machineTime: @Sendable () -> Int64 = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
