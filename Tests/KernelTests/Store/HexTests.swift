import Testing

@testable import Kernel

@Suite struct HexTests {
    @Test func bytesComeBack() {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Hex.bytes(Hex.string(bytes)) == bytes)
        #expect(Hex.string([0, 15, 255]) == "000fff")
        #expect(Hex.bytes("AbCd") == [0xAB, 0xCD])
    }

    @Test(arguments: ["a", "0g", " 00", "é0"]) func whatIsNoHexIsRefused(_ text: String) { #expect(Hex.bytes(text) == nil) }
}
