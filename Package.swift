// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is held to the same settings; ARCHITECTURE.md says why.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]
let lifecycle: [Target.Dependency] = [
  .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
  .product(name: "UnixSignals", package: "swift-service-lifecycle"),
]
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func room(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func program(
  _ name: String, _ dependencies: [Target.Dependency], linkerSettings: [LinkerSetting] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: linkerSettings)
}

/// The client carries the Swift runtime with it on Linux, and so starts in half the time. The libraries are what
/// FoundationEssentials needs behind it.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib", "-use-ld=lld"], .when(platforms: [.linux], configuration: .release)),
  .linkedLibrary("_FoundationCShims", .when(platforms: [.linux], configuration: .release)),
  .linkedLibrary("swiftSynchronization", .when(platforms: [.linux], configuration: .release)),
  .linkedLibrary("_FoundationCollections", .when(platforms: [.linux], configuration: .release)),
]

func tests(_ room: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: ["TestSupport"] + dependencies, exclude: exclude,
    swiftSettings: strict)
}

/// A target of libFuzzer, which brings its own `main`; only `Tests/Fuzz/run` builds these.
func fuzz(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name + "Fuzz", dependencies: dependencies, path: "Tests/Fuzz/\(name)Fuzz", swiftSettings: strict)
}

let package = Package(
  name: "verbatim",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "verbatim", targets: ["verbatim"]),
    .executable(name: "verbatimd", targets: ["verbatimd"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    room("Text", exclude: ["Unicode/generate-tables.py"]),
    room("Corpus", ["Text", yams]),
    room("Evaluation", ["Corpus", "Text"]),
    room("Importing", ["Corpus", "Text"]),
    room("Postings"),
    room("Segment", ["Postings"]),
    room("Indexing", ["Corpus", "Text", "Postings", "Segment"]),
    room("Query", ["Text"]),
    room("Search", ["Query", "Segment", "Postings", "Text"]),
    room("Wire"),
    room(
      "Daemon",
      ["Search", "Query", "Segment", "Text", "Wire", "Corpus", "Indexing", logging] + nio + lifecycle),
    room("Client", ["Wire"]),
    program("verbatim", ["Client", "Wire", argumentParser], linkerSettings: staticRuntime),
    program(
      "verbatimd",
      ["Daemon", "Evaluation", "Importing", "Indexing", "Corpus", "Segment", "Wire", argumentParser, logging]
        + lifecycle),

    // Beside the products, for those who work on them: measures, and holds the engine to a scan for hours.
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Search", "Query", "Indexing", "Corpus", "Segment", "Postings", "Text", "Daemon", "Wire",
        argumentParser,
      ] + nio,
      path: "Benchmarks", exclude: ["ungdc.py", "peers.py", "collections", "results"], swiftSettings: strict),
    .executableTarget(
      name: "oracle", dependencies: ["OracleSupport", argumentParser], path: "Tests/Oracle",
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "OracleSupport", dependencies: ["TestSupport", "Search", "Query", "Indexing", "Segment", "Text"],
      path: "Tests/OracleSupport", swiftSettings: strict),
    tests("Architecture", []),
    tests("Text", ["Text"], exclude: ["Golden"]),
    tests("Corpus", ["Corpus", "Evaluation", "Text"]),
    tests("Evaluation", ["Evaluation", "Corpus"]),
    tests("Importing", ["Importing", "Corpus", "Text"]),
    tests("Postings", ["Postings"]),
    tests("Segment", ["Segment", "Postings"], exclude: ["Golden"]),
    tests("Indexing", ["Indexing", "Corpus", "Segment"]),
    tests("Query", ["Query", "Text"]),
    tests(
      "Search", ["OracleSupport", "Search", "Query", "Indexing", "Corpus", "Segment", "Postings", "Text"]),
    tests("Benchmarks", ["Benchmarks", "Search"]),
    tests("Wire", ["Wire"]),
    tests("Daemon", ["Daemon", "Wire", "Search", "Query", logging]),
    tests("Client", ["Client", "Wire", "Text"]),
    tests(
      "EndToEnd", ["verbatim", "verbatimd", "Client", "Wire", argumentParser],
      exclude: ["first_use.py", "raw_papers.py", "speakers.py", "reload.py", "load.py", "supervisor.py"]),
  ]
)

if Context.environment["VERBATIM_FUZZ"] != nil {
  package.targets += [
    fuzz("Query", ["Query"]),
    fuzz("Analyzer", ["Text"]),
    fuzz("Request", ["Wire"]),
    fuzz("Document", ["Corpus", "Text"]),
    fuzz("Html", ["Importing", "Corpus"]),
    fuzz("Manifest", ["Segment"]),
    fuzz("Segment", ["Segment", "Postings", "Query", "Search", "TestSupport"]),
  ]
}
