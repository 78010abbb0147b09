extension WorkingCalendar {
    /// The working day that is that many working days later, or earlier if negative.
    ///
    /// The day itself is not counted, whether it is a working day or not. Zero gives the day itself.
    ///
    /// - Throws: `TimeError.outOfRange`.
    public func adding(workingDays count: Int, to day: Day) throws(TimeError) -> Day {
        let step = count < 0 ? -1 : 1
        var (day, left) = (day, count.magnitude)
        while left > 0 {
            day = try day.adding(days: step)
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// The day itself if it is a working day, else the next one.
    ///
    /// - Throws: `TimeError.outOfRange`.
    public func nextWorkingDay(onOrAfter day: Day) throws(TimeError) -> Day {
        isWorkingDay(day) ? day : try adding(workingDays: 1, to: day)
    }

    /// The day itself if it is a working day, else the one before.
    ///
    /// - Throws: `TimeError.outOfRange`.
    public func previousWorkingDay(onOrBefore day: Day) throws(TimeError) -> Day {
        isWorkingDay(day) ? day : try adding(workingDays: -1, to: day)
    }

    /// How many working days one passes from one day to another: the first day is not counted, the last one is.
    ///
    /// Negative if the second day is earlier. The inverse of `adding(workingDays:to:)` where the second day is a working day.
    public func workingDays(from first: Day, to last: Day) -> Int {
        let step = last < first ? -1 : 1
        return stride(from: Int(first.number), to: Int(last.number), by: step).reduce(0) { count, number in
            isWorkingDay(Day(unchecked: number + step)) ? count + step : count
        }
    }
}
