extension DeadlineExplanation {
    /// The same told by days alone: for a reader to whom an alias stands for the person, whom an exact instant or the number of an event would
    /// pair with the log.
    ///
    /// When it ends is told exactly, since whoever has to keep a limit has to know that.
    ///
    /// - Parameter events: those that the reader may know of, such as her own decision to extend it.
    /// - Throws: `TimeError` where the calendar ends.
    public func byDay(in zone: TimeZoneRules, keeping events: Set<Int64> = []) throws -> DeadlineExplanation {
        var told = self
        told.base = try base.map { try zone.startOfDay(zone.day(at: $0)) }
        told.stopped = try stopped.map { try zone.endOfDay(zone.day(at: $0)) }
        told.steps = steps.map { step in
            var step = step
            if let event = step.event, !events.contains(event) { step.event = nil }
            guard [.begins, .other, .held, .stopped].contains(step.kind), let instant = step.instant else { return step }
            step.day = step.day ?? zone.day(at: instant)
            step.instant = nil
            return step
        }
        return told
    }
}
