// swift-tools-version: 6.2
import PackageDescription

// Targets stand in the order of the flow of data: one may import only what stands before it (scripts/check-imports).
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "mingzhang",
    products: [.executable(name: "mingzhang", targets: ["mingzhang"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CPdfium"),
        .target(name: "Fiscal", swiftSettings: strict),
        .target(name: "Paper", dependencies: ["Fiscal"], swiftSettings: strict),
        .target(name: "Formulas", dependencies: ["Fiscal"], swiftSettings: strict),
        .target(
            name: "Standards",
            dependencies: [
                "Fiscal", "Formulas", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(
            name: "Ledger",
            dependencies: ["Fiscal", "Standards", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(name: "Statements", dependencies: ["Fiscal", "Paper", "Standards", "Ledger"], swiftSettings: strict),
        .target(name: "Performance", dependencies: ["Fiscal", "Paper", "Standards", "Ledger"], swiftSettings: strict),
        .target(name: "Narrative", dependencies: ["Fiscal", "Standards", "Ledger"], swiftSettings: strict),
        .target(
            name: "Publication",
            dependencies: ["Fiscal", "Paper", "Standards", "Ledger", "Statements", "Performance", "Narrative"],
            swiftSettings: strict),
        .target(
            name: "Audit",
            dependencies: [
                "Fiscal", "Paper", "Formulas", "Standards", "Ledger", "Statements", "Performance", "Narrative",
                "Publication",
            ],
            swiftSettings: strict),
        .target(
            name: "Documents", dependencies: ["Fiscal", "Paper", "CLibXML2", "CZlib", "CXlsxWriter"],
            swiftSettings: strict),
        .executableTarget(
            name: "mingzhang",
            dependencies: [
                "CPdfium", "Fiscal", "Paper", "Formulas", "Standards", "Ledger", "Statements", "Performance",
                "Narrative", "Publication", "Audit",
                "Documents",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "bulk",
            dependencies: [
                "Fiscal", "Paper", "Standards", "Ledger", "Statements", "Performance", "Narrative", "Publication",
                "Audit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/bulk", swiftSettings: strict),
        // What tests share; nothing else depends on it.
        .target(
            name: "Support", dependencies: ["Fiscal", "Standards", "Ledger"], path: "Tests/Support",
            swiftSettings: strict),
        .testTarget(name: "FiscalTests", dependencies: ["Fiscal"], swiftSettings: strict),
        .testTarget(name: "FormulasTests", dependencies: ["Fiscal", "Formulas"], swiftSettings: strict),
        .testTarget(
            name: "StandardsTests", dependencies: ["Fiscal", "Formulas", "Standards", "Support"], exclude: ["Faults"],
            swiftSettings: strict),
        .testTarget(
            name: "LedgerTests", dependencies: ["Fiscal", "Standards", "Ledger", "Support"], swiftSettings: strict),
        .testTarget(
            name: "StatementsTests",
            dependencies: ["Fiscal", "Paper", "Formulas", "Standards", "Ledger", "Statements", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "PerformanceTests",
            dependencies: ["Fiscal", "Paper", "Standards", "Ledger", "Performance", "Support"],
            exclude: ["Cases"], swiftSettings: strict),
        .testTarget(
            name: "NarrativeTests", dependencies: ["Fiscal", "Standards", "Ledger", "Narrative", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "Fiscal", "Paper", "Formulas", "Standards", "Ledger", "Statements", "Performance", "Narrative",
                "Publication",
                "Audit", "Documents", "mingzhang", "Support",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "AuditTests",
            dependencies: [
                "Fiscal", "Paper", "Formulas", "Standards", "Ledger", "Statements", "Performance", "Narrative",
                "Publication", "Audit", "Documents", "mingzhang", "Support",
            ],
            exclude: ["Wording", "Evaluation", "Papers"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Fiscal", "Paper", "Documents", "mingzhang"], swiftSettings: strict),
    ]
)

// libFuzzer brings the main function, which a plain build has not: these targets exist only where they are asked for
// (scripts/fuzz).
if Context.environment["MINGZHANG_FUZZ"] != nil {
    let needs = [
        "docx": ["Paper", "Documents"], "xlsx": ["Paper", "Documents"], "html": ["Paper", "Documents"],
        "claims": ["Fiscal", "Standards", "Narrative"],
        "text": ["Fiscal", "Standards", "Publication", "Audit", "Documents"],
    ]
    package.targets += needs.sorted { $0.key < $1.key }.map { name, modules in
        .executableTarget(
            name: "fuzz-" + name, dependencies: modules.map { .init(stringLiteral: $0) }, path: "Tests/Fuzz/" + name,
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
    }
}
