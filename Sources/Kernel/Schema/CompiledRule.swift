/// A rule as it is kept for checking: what few schemas have lies in boxes of its own, so that a rule is small to read and to hold.
struct CompiledRule: Sendable {
    final class Box<Content: Sendable>: Sendable {
        let content: Content
        init(_ content: Content) { self.content = content }
    }

    let isNever: Bool
    let types: ValueTypes
    /// Whether composition replaces the value as a whole, so that a layer must give all of it.
    let isAtomic: Bool
    /// Whether a key tells the items of this schema apart, which a layer, too, must give.
    let hasIdentity: Bool
    /// The rule that this one refers to, if it checks nothing else; otherwise -1.
    let forwardsTo: Int32
    let boxedEnumeration: Box<Enumeration>?
    let boxedText: Box<SchemaRule.TextChecks>?
    let boxedNumber: Box<SchemaRule.NumberChecks>?
    let boxedList: Box<SchemaRule.ListChecks>?
    let boxedMap: Box<SchemaRule.MapChecks>?
    let boxedBranches: Box<SchemaRule.Branches>?
    /// The members of `allOf` by the text of a key, where that tells them apart.
    var branchSwitch: BranchSwitch?
    private let boxedAnnotations: Box<SchemaRule.Annotations>?

    init(_ rule: SchemaRule) {
        isNever = rule.isNever
        types = rule.types
        isAtomic = rule.annotations?.atomic ?? false
        hasIdentity = rule.annotations?.identity != nil
        forwardsTo = rule.forwardsTo
        boxedEnumeration = rule.enumeration.map(Box.init)
        boxedText = rule.text.map(Box.init)
        boxedNumber = rule.number.map(Box.init)
        boxedList = rule.list.map(Box.init)
        boxedMap = rule.map.map(Box.init)
        boxedBranches = rule.branches.map(Box.init)
        boxedAnnotations = rule.annotations.map(Box.init)
    }

    var enumeration: Enumeration? { boxedEnumeration?.content }
    var text: SchemaRule.TextChecks? { boxedText?.content }
    var number: SchemaRule.NumberChecks? { boxedNumber?.content }
    var list: SchemaRule.ListChecks? { boxedList?.content }
    var map: SchemaRule.MapChecks? { boxedMap?.content }
    var branches: SchemaRule.Branches? { boxedBranches?.content }
    var annotations: SchemaRule.Annotations? { boxedAnnotations?.content }

    var hasEnumeration: Bool { boxedEnumeration != nil }
    var hasText: Bool { boxedText != nil }
    var hasNumber: Bool { boxedNumber != nil }
    var hasList: Bool { boxedList != nil }
    var hasMap: Bool { boxedMap != nil }
    var hasBranches: Bool { boxedBranches != nil }
}

extension SchemaRule {
    /// See `CompiledRule.forwardsTo`.
    fileprivate var forwardsTo: Int32 {
        guard let branches, let reference = branches.reference, !isNever, types == .any, enumeration == nil, text == nil, number == nil,
            list == nil, map == nil, branches.all.isEmpty, branches.any.isEmpty, branches.one.isEmpty, branches.not == nil,
            branches.condition == nil, annotations?.atomic != true
        else { return -1 }
        return Int32(reference)
    }
}
