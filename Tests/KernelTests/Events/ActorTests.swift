import Testing

@testable import Kernel

@Suite struct ActorTests {
    @Test(arguments: [Actor.operator, .system, .person(1), .person(.max)]) func namesComeBack(_ actor: Actor) {
        #expect(Actor(actor.description) == actor)
    }

    @Test(arguments: ["", "person:", "person:0", "person:-1", "person:x", "Operator"]) func otherNamesAreRefused(_ name: String) {
        #expect(Actor(name) == nil)
    }

    @Test func anchorsComeBack() {
        let anchor = EventAnchor(sequence: 17, hash: Array(0..<32))
        #expect(EventAnchor(anchor.description) == anchor)
        for text in ["", "17", "17:", "-1:\(Hex.string(anchor.hash))", "17:\(Hex.string(anchor.hash))0"] {
            #expect(EventAnchor(text) == nil)
        }
    }
}
