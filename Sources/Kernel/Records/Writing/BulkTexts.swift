/// The texts that a bulk writer has bound, kept in place until the row is written.
final class BulkTexts {
    private var buffers: [UnsafeMutableBufferPointer<UInt8>]
    private var bound: [UnsafeBufferPointer<UInt8>?]

    init(count: Int) {
        buffers = Array(repeating: UnsafeMutableBufferPointer(start: nil, count: 0), count: count)
        bound = Array(repeating: nil, count: count)
    }

    deinit { for buffer in buffers { buffer.deallocate() } }

    /// The text that is bound at a position.
    subscript(position: Int) -> UnsafeBufferPointer<UInt8>? {
        get { bound[position] }
        set { bound[position] = newValue }
    }

    /// Copies a text to a place of its own, where it stays until the next one at that position.
    func keep(_ text: String, at position: Int) -> UnsafeBufferPointer<UInt8> {
        var text = text
        return text.withUTF8 { bytes in
            if buffers[position].count < bytes.count {
                buffers[position].deallocate()
                buffers[position] = .allocate(capacity: max(64, bytes.count * 2))
            }
            let buffer = buffers[position]
            if let from = bytes.baseAddress { buffer.baseAddress?.update(from: from, count: bytes.count) }
            return UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<bytes.count])
        }
    }
}
