import Testing

@testable import Kernel

@Suite struct EmailAddressTests {
    private func isValid(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer(EmailAddress.isValid) }

    @Test(arguments: ["a@b.no", "kari.li+x@skole-1.kommune.no", "o'neil@x.ie", "åse@blåbær.no", "a@1.2", "{x}@b.no"])
    func addresses(_ text: String) { #expect(isValid(text)) }

    @Test(arguments: [
        "", "a", "@b.no", "a@", "a@b", "a@b.", "a@.no", "a b@c.no", "a@b c.no", "a@@b.no", ".a@b.no", "a.@b.no", "a..b@c.no", "a@-b.no",
        "a@b-.no",
        "a@b..no", "\"a\"@b.no", "a@[1.2.3.4]", "a,b@c.no", "a@b.no ", "Kari <a@b.no>",
    ]) func others(_ text: String) { #expect(!isValid(text)) }

    @Test func lengths() {
        #expect(isValid(String(repeating: "a", count: 64) + "@b.no"))
        #expect(!isValid(String(repeating: "a", count: 65) + "@b.no"))
        #expect(!isValid("a@" + String(repeating: "b", count: 64) + ".no"))
        #expect(!isValid("a@" + String(repeating: "b.", count: 130) + "no"))
    }
}
