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

let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func room(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(_ room: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: ["TestSupport"] + dependencies, exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "verbatim",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    room("Text", exclude: ["Unicode/generate-tables.py"]),
    room("Corpus", ["Text", yams]),
    room("Postings"),
    room("Segment", ["Postings"]),
    room("Indexing", ["Corpus", "Text", "Postings", "Segment"]),
    room("Query", ["Text"]),
    room("Search", ["Query", "Segment", "Postings", "Text"]),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("Architecture", []),
    tests("Text", ["Text"]),
    tests("Corpus", ["Corpus", "Text"]),
    tests("Postings", ["Postings"]),
    tests("Segment", ["Segment", "Postings"], exclude: ["Golden"]),
    tests("Indexing", ["Indexing", "Corpus", "Segment"]),
    tests("Query", ["Query", "Text"]),
    tests("Search", ["Search", "Query", "Indexing", "Corpus", "Segment", "Postings", "Text"]),
  ]
)
