/// How events are delivered to subscribers.
public struct DeliverySettings: Sendable {
    /// How often an event is tried before it is parked.
    public var tries = 5
    /// The wait after the first failure, in seconds; it doubles with each.
    public var firstWait = 10
    /// The longest wait between two tries, in seconds.
    public var longestWait = 3600
    /// How long a process keeps a subscriber to itself without a sign of life, in seconds.
    public var lease = 30.0
    /// How many events are read at once.
    public var batch = 1000
    /// How long one run may take, in seconds; what is under way is brought to its end.
    public var seconds = 10.0
    /// The machine's time in microseconds, by which leases count; never the clock that `--at` sets, since other processes go by it too.
    var now: @Sendable () -> Int64 = DeliverySettings.machineTime

    public init() {}

    /// What `delivery` in `Config/kjerne.yaml` says, as it was applied.
    public init(workspace: JSONValue) {
        let given = workspace["delivery"]
        if let tries = given?["tries"]?.integer { self.tries = tries }
        if let wait = given?["first-wait"]?.integer { firstWait = wait }
        if let wait = given?["longest-wait"]?.integer { longestWait = wait }
    }

    /// The wait after so many failures, in seconds.
    func wait(after failures: Int) -> Int {
        failures > 30 ? longestWait : min(longestWait, firstWait << max(0, failures - 1))
    }
}
