extension FieldType {
    /// Whether there may be values that were taken with the limits of another of the same kind, and are not with these.
    ///
    /// Of patterns and schemas that differ nobody knows which takes less, so that any other may.
    func isTighter(than before: FieldType) -> Bool {
        switch (before, self) {
        case (.text(let old), .text(let new)):
            let isShorter = (new.maximum ?? .max) < (old.maximum ?? .max) || (new.minimum ?? 0) > (old.minimum ?? 0)
            return isShorter || new.pattern != nil && new.pattern != old.pattern
        case (.integer(let least, let most), .integer(let minimum, let maximum)),
            (.number(let least, let most), .number(let minimum, let maximum)):
            return (minimum ?? -.infinity) > (least ?? -.infinity) || (maximum ?? .infinity) < (most ?? .infinity)
        case (.json(let old), .json(let new)): return new != nil && new?.json != old?.json
        case (.file(let old), .file(let new)):
            return new.maximum < old.maximum || !new.types.isEmpty && (old.types.isEmpty || !Set(old.types).isSubset(of: new.types))
        case (.list(let old), .list(let new)): return new.isTighter(than: old)
        default: return false
        }
    }
}
