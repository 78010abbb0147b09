import Testing

@testable import Kernel

/// Events that wait while an upgrade gives them another name.
@Suite struct FormerNameTests {
    private static func formers() throws -> FormerNames {
        let yaml = "events: {made: {version: 1, was: [happened, occurred], payload: {type: object}}}"
        return FormerNames([ModuleDeclarations.read(try SampleManifest.root(yaml), module: "test", version: "2.0.0").declarations])
    }

    @Test(arguments: ["test.happened", "test.occurred", "test.made"])
    func whatWaitsUnderAnOldNameReachesWhoHearsTheNewOne(written: String) throws {
        let test = try TestStore()
        try DeliveryTests.append(2, named: written, to: test)
        let notebook = DeliveryTests.Notebook()
        let registry = DeliveryTests.registry(
            (
                "test",
                DeliveryTests.Closure(events: ["test.made"]) { event in
                    #expect(event.name == "test.made" && event.header.name == written)
                    #expect((try? event.payload) != nil)
                    notebook.note(event.sequence)
                }
            ))
        let audience = EventAudience(formers: try Self.formers())
        #expect(try Delivery.run(test.store, registry, DeliveryTests.context(), audience: audience).delivered == 2)
        #expect(notebook.all == [1, 2])
        #expect(try Delivery.run(test.store, registry, DeliveryTests.context(), audience: audience) == DeliverySummary())
    }

    @Test func aNameThatNothingContinuesIsHeardByNobody() throws {
        let test = try TestStore()
        try DeliveryTests.append(1, named: "test.gone", to: test)
        let registry = DeliveryTests.registry(("test", DeliveryTests.Closure(events: ["test.made"]) { _ in Issue.record("heard") }))
        let audience = EventAudience(formers: try Self.formers())
        #expect(try Delivery.run(test.store, registry, DeliveryTests.context(), audience: audience).delivered == 0)
    }
}
