import Foundation
import Kernel
import Testing

/// A page keeps its form whatever the cells hold.
@Suite struct HTMLRendererTests {
    static let hostile = [
        "</td></table><script>x</script>", "\" onload=\"x", "' onclick='x", "&lt;&#60;", "<!--", "]]>", "\u{0}\u{1B}[31m", "\u{202E}abc",
        "\u{FFFE}",
        "</style><style>", "</title>", "javascript:x", "a\u{301}", "\r\n", "👩‍👩‍👧", String(repeating: "x", count: 5000),
    ]

    /// The elements of a page as they open and close; checks that quotes and nesting hold.
    static func isWellFormed(_ page: String) -> Bool {
        var open: [String] = []
        for match in page.matches(of: #/<(/?)([a-z][a-z0-9]*)((?:\s[a-zA-Z0-9-]+(?:="[^"<>]*")?)*)\s*(/?)>/#) {
            let name = String(match.output.2)
            if match.output.1 == "/" {
                guard open.popLast() == name else { return false }
            } else if match.output.4 != "/", name != "meta" {
                open.append(name)
            }
        }
        let rest = page.replacing(#/<style>[^<]*<\/style>/#, with: "").replacing(
            #/<\/?[a-zA-Z!][a-zA-Z0-9]*(?:\s[a-zA-Z0-9-]+(?:="[^"<>]*")?)*\s*\/?>/#, with: "")
        return open.isEmpty && !rest.contains("<")
    }

    @Test func hostileTextStaysText() {
        for text in Self.hostile {
            for kind in [Chart.Kind.bar, .line] {
                var table = SampleTables.everything(kind)
                table.title = Text(verbatim: text)
                table.parameters = [(text, .string(text))]
                table.notes = [Text(verbatim: text)]
                table.columns[0].text = Text(verbatim: text)
                table.columns[2].text = Text(verbatim: text)
                table.columns[2].unit = text
                table.rows[0][0] = .text(text)
                table.rows[1][5] = .localized(Text([text: text]))
                table.chart?.description = Text(verbatim: text)
                let page = HTMLRenderer(language: .nb).render([table, table], title: Text(verbatim: text))
                #expect(Self.isWellFormed(page), "\(text.debugDescription)")
                #expect(!page.contains("<script"))
                #expect(!page.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" })
            }
        }
    }

    @Test func aPageNeedsNothingBesideIt() {
        let page = HTMLRenderer(language: .en).render(SampleTables.everything(.bar))
        for word in ["http:", "https:", "src=", "<link", "@import", "<script", "url(http"] { #expect(!page.contains(word)) }
    }

    @Test func extremeNumbersAreDrawn() {
        let numbers: [Double?] = [
            .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 0, -0.0, .infinity, .nan, nil, 1e-300, 1e15, -3,
        ]
        for kind in [Chart.Kind.bar, .line] {
            for a in numbers {
                for b in numbers {
                    var table = SampleTables.everything(kind)
                    table.rows[0][2] = a.map { .number($0) } ?? .empty
                    table.rows[0][3] = b.map { .number($0) } ?? .suppressed
                    for row in 1..<5 { (table.rows[row][2], table.rows[row][3]) = (table.rows[0][3], table.rows[0][2]) }
                    let page = HTMLRenderer(language: .en).render(table)
                    let widths = page.matches(of: #/ (?:x|x1|x2|width)="([^"]*)%"/#)
                    #expect(widths.allSatisfy { (0...100).contains(Double($0.output.1) ?? -1) })
                }
            }
        }
    }

    @Test func aChartOfNothingIsNotDrawn() {
        var table = SampleTables.everything(.line)
        table.chart?.labels = "unknown"
        #expect(!HTMLRenderer(language: .en).render(table).contains("<svg"))
        table = SampleTables.everything(.line)
        table.chart?.values = ["unknown"]
        #expect(!HTMLRenderer(language: .en).render(table).contains("<svg"))
        table = SampleTables.everything(.bar)
        table.rows = []
        #expect(!HTMLRenderer(language: .en).render(table).contains("<svg"))
    }

    @Test func aRowTooShortIsShownAsFarAsItGoes() {
        var table = SampleTables.everything(.bar)
        table.rows.append([.text("short")])
        #expect(HTMLRenderer(language: .en).render(table).contains("short"))
        #expect(TableRenderer(language: .en, plain: false, color: false).render(table).contains("short"))
    }

    /// WCAG 2.1, 1.4.3 and 1.4.11: the colours of the style against their background.
    @Test func coloursHaveContrast() throws {
        let page = HTMLRenderer(language: .en).render(SampleTables.one([.empty]))
        let blocks = page.matches(of: #/:root\{color-scheme:light[^}]*\}|:root\{--text[^}]*\}/#).map { String($0.output) }
        #expect(blocks.count == 3)
        for block in blocks {
            var colours: [String: Double] = [:]
            for match in block.matches(of: #/--([a-z0-9]+):#([0-9a-f]+)/#) {
                var hex = String(match.output.2)
                if hex.count == 3 { hex = hex.map { "\($0)\($0)" }.joined() }
                let value = try #require(Int(hex, radix: 16))
                let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part in
                    let share = Double(part) / 255
                    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
                }
                colours[String(match.output.1)] = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
            }
            let back = try #require(colours["back"])
            for (name, light) in colours where name != "back" {
                let ratio = (max(light, back) + 0.05) / (min(light, back) + 0.05)
                #expect(ratio >= (["line"].contains(name) ? 3 : 4.5), "\(name) has \(ratio)")
            }
        }
    }
}
