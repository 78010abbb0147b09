/// The tags of the core schema (YAML 1.2.2, 10.3), and `!`, which makes a string of any scalar.
enum YAMLTag: String {
    case str, int, float, bool, null, seq, map
    case nonSpecific = "!"

    /// The tag for what libyaml made of `!!str`, `!<tag:yaml.org,2002:str>` or `!`; nil for any other.
    init?(_ resolved: String) {
        let prefix = "tag:yaml.org,2002:"
        if resolved == Self.nonSpecific.rawValue {
            self = .nonSpecific
        } else if resolved.hasPrefix(prefix), let tag = Self(rawValue: String(resolved.dropFirst(prefix.count))), tag != .nonSpecific {
            self = tag
        } else {
            return nil
        }
    }

    /// The tag as a person writes it.
    static func shorthand(_ resolved: String) -> String {
        let prefix = "tag:yaml.org,2002:"
        if resolved.hasPrefix(prefix) { return "!!" + resolved.dropFirst(prefix.count) }
        return resolved.hasPrefix("!") ? resolved : "!<\(resolved)>"
    }
}
