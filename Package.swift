// swift-tools-version: 6.2
import PackageDescription

/// Every target of this package: Swift 6 mode, explicit existentials, no leaking imports, warnings are errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Tests run beside optimised code (`scripts/test`), but compile without optimisation: that would take longer than they run.
let tests: [SwiftSetting] = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// One target for each folder under Sources/Plugins; a test compares this list with the folders.
let plugins = ["Participation", "Curriculum", "Community", "Assessment"]

/// What a plugin is built on besides the kernel.
func needs(of plugin: String) -> [Target.Dependency] {
    if plugin == "Participation" { return ["Kernel", .product(name: "GRDB", package: "GRDB.swift")] }
    if plugin == "Community" { return ["Kernel", "Agreement", "CommunityMeasures", .product(name: "GRDB", package: "GRDB.swift")] }
    if plugin == "Assessment" {
        return [
            "Kernel", "Agreement", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            .product(name: "Crypto", package: "swift-crypto"),
        ]
    }
    guard plugin == "Curriculum" else { return ["Kernel"] }
    return [
        "Kernel", "Agreement", "CLibZip", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
    ]
}

let package = Package(
    name: "kjerne",
    products: [
        .executable(name: "kjerne", targets: ["kjerne"]),
        .library(name: "Kernel", targets: ["Kernel"]),
        .library(name: "KjerneHost", targets: ["KjerneHost"]),
        .library(name: "KernelTesting", targets: ["KernelTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
        .target(
            name: "Kernel",
            dependencies: [
                "CLibYAML",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            swiftSettings: strict),
        .target(
            name: "KjerneHost",
            dependencies: [
                "Kernel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Host",
            swiftSettings: strict),
        .target(name: "Agreement", swiftSettings: strict),
        .target(name: "CommunityMeasures", swiftSettings: strict),
        .executableTarget(
            name: "kjerne",
            dependencies: ["KjerneHost"] + plugins.map { .init(stringLiteral: $0) },
            swiftSettings: strict),
        .executableTarget(
            name: "kjerne-bench",
            dependencies: ["Kernel", "KjerneHost", "Agreement", "CommunityMeasures", .product(name: "GRDB", package: "GRDB.swift")]
                + plugins.map { .init(stringLiteral: $0) },
            path: "Benchmarks/Swift",
            swiftSettings: strict),
        .target(
            name: "KernelTesting",
            dependencies: ["Kernel", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/Support/KernelTesting",
            swiftSettings: strict),
        .testTarget(
            name: "KernelTests",
            dependencies: ["Kernel", "KernelTesting"],
            swiftSettings: tests),
        .testTarget(name: "AgreementTests", dependencies: ["Agreement"], swiftSettings: tests),
        .testTarget(name: "CommunityMeasuresTests", dependencies: ["CommunityMeasures"], swiftSettings: tests),
        .testTarget(
            name: "HostTests",
            dependencies: ["KjerneHost", "KernelTesting"] + plugins.map { .init(stringLiteral: $0) },
            swiftSettings: tests),
    ] + plugins.map { .target(name: $0, dependencies: needs(of: $0), path: "Sources/Plugins/\($0)", swiftSettings: strict) }
)
