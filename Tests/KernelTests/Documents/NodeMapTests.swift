import Testing
@testable import Kernel
@Test func nodeMapKeepsOrder() { #expect(NodeMap().isEmpty) }
