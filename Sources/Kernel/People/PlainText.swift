/// Bytes that can be taken as they are.
enum PlainText {
    /// Whether a byte is a control character of ASCII.
    static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

    /// Whether all bytes in `range` are printable ASCII, found in one pass without a branch for each byte.
    static func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var odd: UInt8 = 0
        for byte in UnsafeBufferPointer(rebasing: bytes[range]) { odd |= (byte &- 0x20) >= 0x5F ? 1 : 0 }
        return odd == 0
    }
}
