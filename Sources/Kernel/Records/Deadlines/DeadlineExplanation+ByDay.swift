extension DeadlineExplanation {
    /// The same told by days alone: for a reader to whom an alias stands for the person, whom an exact instant or the number of an event would
    /// pair with the log.
    public func byDay(in zone: TimeZoneRules) throws -> DeadlineExplanation {
        var told = self
        told.base = try base.map { try zone.startOfDay(zone.day(at: $0)) }
        told.stopped = try stopped.map { try zone.endOfDay(zone.day(at: $0)) }
        told.steps = steps.map { step in
            var step = step
            step.event = nil
            guard [.begins, .other, .held, .stopped].contains(step.kind), let instant = step.instant else { return step }
            step.day = step.day ?? zone.day(at: instant)
            step.instant = nil
            return step
        }
        return told
    }
}
