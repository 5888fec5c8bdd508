// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is held to the same rules: memory-unsafe code says so, and a warning stops the build.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableExperimentalFeature("Lifetimes"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "graph-tool",
  products: [
    .library(name: "Compute", targets: ["Compute"]),
    .library(name: "GraphModel", targets: ["GraphModel"]),
    .library(name: "Propagation", targets: ["Propagation"]),
    .library(name: "Analysis", targets: ["Analysis"]),
    .library(name: "Simulation", targets: ["Simulation"]),
    .library(name: "Experiments", targets: ["Experiments"]),
    .library(name: "SparkEngine", targets: ["SparkEngine"]),
    .executable(name: "graph-tool", targets: ["graph-tool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    .target(name: "CKernels"),
    .target(name: "Compute", dependencies: ["CKernels"], swiftSettings: strict),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev", "pkg-config"])]),
    .target(
      name: "GraphModel",
      dependencies: ["Compute", "CZlib", "Yams", crypto],
      resources: [.embedInCode("Resources/zhima.yaml"), .embedInCode("Resources/fico.yaml")],
      swiftSettings: strict),
    .target(name: "Propagation", dependencies: ["GraphModel", "Compute"], swiftSettings: strict),
    .systemLibrary(
      name: "CIgraph", pkgConfig: "igraph", providers: [.apt(["libigraph-dev", "pkg-config"])]),
    .target(name: "IgraphKit", dependencies: ["CIgraph", "GraphModel"], swiftSettings: strict),
    .target(
      name: "Analysis", dependencies: ["Propagation", "IgraphKit", "GraphModel", "Compute"],
      swiftSettings: strict),
    .target(
      name: "Simulation",
      dependencies: ["Analysis", "IgraphKit", "Propagation", "GraphModel", "Compute", "Yams"], swiftSettings: strict),
    .target(
      name: "Experiments",
      dependencies: [
        "Simulation", "Analysis", "Propagation", "GraphModel", "Compute", "Yams", crypto, grdb, sqlite,
      ],
      swiftSettings: strict),
    .target(
      name: "Exports",
      dependencies: [
        "Simulation", "Analysis", "Propagation", "GraphModel", "Compute", "CZlib", crypto, grdb, sqlite,
      ],
      swiftSettings: strict),
    .target(
      name: "Reporting", dependencies: ["Experiments", "Simulation", "Analysis"],
      resources: [.embedInCode("Resources/page.css"), .embedInCode("Resources/page.js")], swiftSettings: strict),
    .target(
      name: "SparkEngine", dependencies: ["Exports", "Analysis", "GraphModel", subprocess, system],
      resources: [.embedInCode("Job")], swiftSettings: strict),
    .executableTarget(
      name: "graph-tool",
      dependencies: [
        "Experiments", "Simulation", "Analysis", "Exports", "Reporting", "SparkEngine", "Propagation", "GraphModel",
        "Compute", argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "micro-benchmarks",
      dependencies: ["Exports", "Analysis", "Propagation", "GraphModel", "Compute", argumentParser],
      path: "Benchmarks/Micro", swiftSettings: strict),
    .executableTarget(
      name: "greedy-adversary", dependencies: ["Analysis", "Propagation", "GraphModel", argumentParser],
      path: "Examples/GreedyAdversary", exclude: ["README.md", "published.csv"], swiftSettings: strict),
    .executableTarget(
      name: "article-claim",
      dependencies: ["Experiments", "Simulation", "GraphModel", "Propagation", "Compute", argumentParser],
      path: "Examples/ArticleClaim", exclude: ["README.md", "claim.yaml", "response.yaml"], swiftSettings: strict),
    .executableTarget(
      name: "holme-newman", dependencies: ["Simulation", "Compute", argumentParser],
      path: "Examples/HolmeNewman", exclude: ["README.md"], swiftSettings: strict),
    .testTarget(name: "ComputeTests", dependencies: ["Compute"], swiftSettings: strict),
    .testTarget(name: "GraphModelTests", dependencies: ["GraphModel", "Compute"], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["GraphModel", "Compute"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "PropagationTests", dependencies: ["Propagation", "GraphModel", "Compute", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "IgraphKitTests", dependencies: ["IgraphKit", "GraphModel"], swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "Propagation", "GraphModel", "IgraphKit", "Compute"],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Simulation", "Analysis", "Propagation", "GraphModel", "Compute", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: ["Experiments", "Simulation", "Analysis", "Propagation", "GraphModel", "Compute", grdb],
      swiftSettings: strict),
    .testTarget(
      name: "ExportsTests",
      dependencies: ["Exports", "Simulation", "Analysis", "Propagation", "GraphModel", "Compute", grdb],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Experiments", "Simulation", "Analysis", "Propagation", "GraphModel", "Compute"],
      swiftSettings: strict),
    .testTarget(
      name: "SparkEngineTests", dependencies: ["SparkEngine", "Exports", "Analysis", "GraphModel"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["graph-tool", "greedy-adversary", "TestSupport", "Compute"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
