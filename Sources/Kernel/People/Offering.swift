/// A variant of the course as it is held for certain people from a certain day.
public struct Offering: Sendable, Hashable {
    /// Whether an offering moves when its variant gets a new release.
    public enum Mode: String, Sendable, Hashable {
        case follow, pinned

        /// What people call it.
        var title: Text {
            switch self {
            case .follow: Text(nb: "følger med", nn: "følgjer med", en: "follow")
            case .pinned: Text(nb: "blir stående", nn: "blir ståande", en: "pinned")
            }
        }
    }

    /// Whether an offering is held.
    public enum State: String, Sendable, Hashable {
        case active, retired

        /// What people call it.
        var title: Text {
            switch self {
            case .active: Text(nb: "aktiv", nn: "aktiv", en: "active")
            case .retired: Text(nb: "avviklet", nn: "avvikla", en: "retired")
            }
        }
    }

    public var id: String
    public var variant: String
    /// The label of the release that it is held by.
    public var release: String
    public var mode: Mode
    /// The day it starts, `YYYY-MM-DD`.
    public var start: String
    public var state: State
    /// How many enrolments are active, each role counted.
    public var enrolments: Int
    /// The offering's file as applied, canonical JSON.
    public var json: String
}
