import Kernel

/// One number of `community.measures`.
struct MeasureLine {
    var name: Text
    /// Nil where too few people stand behind it to be seen at all.
    var value: MeasureValue?
    /// What n counts.
    var counted: Text
    var definition: Text
    /// How many people the number is about; nil for one that is not about people.
    var people: Int?

    init(_ name: Text, _ value: MeasureValue?, counted: Text, definition: Text, people: Int? = nil) {
        self.name = name
        self.value = value
        self.counted = counted
        self.definition = definition
        self.people = people
    }
}
