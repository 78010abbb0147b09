import Kernel
import Testing

struct NodeMapTests {
    private func pair(_ key: String, _ value: Int) -> NodeMap.Pair {
        let span = SourceSpan(startOf: .init(0))
        return NodeMap.Pair(key: key, keySpan: span, value: Node(.number(Number(value)), at: span))
    }

    /// Small maps are searched, large ones indexed; both answer alike, however they were made.
    @Test(arguments: [0, 1, 11, 12, 13, 100]) func lookUp(_ count: Int) {
        let pairs = (0..<count).map { pair("k\($0)", $0) }
        var set = NodeMap()
        for one in pairs { set.set(one) }
        for map in [NodeMap(pairs), set] {
            #expect(map.keys == pairs.map(\.key))
            #expect(map.isEmpty == (count == 0) && map.count == count)
            for position in 0..<count {
                #expect(map.position(of: "k\(position)") == position)
                #expect(map["k\(position)"]?.integer == position)
            }
            #expect(map["none"] == nil && map.pair("none") == nil)
        }
    }

    @Test(arguments: [3, 30]) func settingKeepsThePosition(_ count: Int) {
        var map = NodeMap((0..<count).map { pair("k\($0)", $0) })
        map.set(pair("k1", 100))
        map.set(pair("new", 200))
        #expect(map.position(of: "k1") == 1 && map["k1"]?.integer == 100)
        #expect(map.position(of: "new") == count && map.count == count + 1)
    }
}
