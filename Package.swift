// swift-tools-version: 6.2
import PackageDescription

// Targets are the walls of the house: arrows point only down, and a module can use only what it names here.
//
//     lrplot → CommandLineTool → System ──────────────────────────────────────────→ Text
//                              → Charts → XML ─────────────────────────────────────→ Text
//                              → Curves → Objectives → Schedules → JSON → Diagnostics → Text
//                                       → Logs ─────────────────────────→ Diagnostics → Text
//                              → Imports ────────────→ Schedules → JSON → Diagnostics → Text

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The linker throws debug information away, and making it is a tenth of a release build.
let program: [SwiftSetting] = strict + [.unsafeFlags(["-Xfrontend", "-gnone"], .when(configuration: .release))]

/// The same without what takes a fifth of the compiler's time and makes no command faster.
///
/// These passes of the optimizer, and inlining into functions that are large already, are for code that runs a million
/// times; the floors that step, write rows, and draw have all of them.
let lean: [SwiftSetting] = {
  let passes = [
    "bcopts", "loop-invariant-code-motion", "dead-store-elimination", "redundant-load-elimination", "release-hoisting",
    "retain-sinking",
  ]
  var flags = passes.flatMap { ["-Xllvm", "-sil-disable-pass=\($0)"] }
  // A compiler that does not know this option would refuse it; one that does not know a pass does not mind.
  #if compiler(<6.4)
    flags += ["-Xllvm", "-sil-inline-overall-caller-block-limit=60"]
  #endif
  return program + [.unsafeFlags(flags, .when(configuration: .release))]
}()

func floor(_ name: String, _ settings: [SwiftSetting] = program, on dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, on dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "lrplot",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lrplot", targets: ["lrplot"]),
    .library(name: "Schedules", targets: ["Schedules"]),
  ],
  targets: [
    .executableTarget(
      name: "lrplot",
      dependencies: ["CommandLineTool"],
      exclude: ["startup.order"],
      swiftSettings: program,
      // One file to copy, without symbols, which are more than half of it, and half the start-up time of a dynamic one;
      // what a short run touches lies side by side in it, which saves half of the page faults. Written at once, and not through a map (lld 21 takes the flag for its
      // opposite, a later one would do as without it), the file is cached in larger pieces, which are mapped faster.
      // Darwin has no static executables.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-executable", "-use-ld=lld", "-Xlinker", "-s", "-Xlinker", "--mmap-output-file",
            "-Xlinker", "--no-warn-symbol-ordering",
            "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/lrplot/startup.order",
          ],
          .when(platforms: [.linux], configuration: .release))
      ]
    ),
    floor(
      "CommandLineTool", lean,
      on: [
        "System", "Charts", "XML", "Curves", "Objectives", "Imports", "Logs", "Schedules", "JSON", "Diagnostics",
        "Text",
      ]),
    // Nothing else can open a file: no text of a schedule becomes a path.
    floor("System", on: ["Text"]),
    floor("Charts", on: ["XML", "Text"]),
    floor("XML", on: ["Text"]),
    floor("Curves", on: ["Objectives", "Logs", "Schedules", "JSON", "Diagnostics", "Text"]),
    floor("Logs", on: ["Diagnostics", "Text"]),
    floor("Objectives", on: ["Schedules", "Text"]),
    floor("Imports", lean, on: ["Schedules", "JSON", "Diagnostics", "Text"]),
    floor("Schedules", on: ["JSON", "Diagnostics", "Text"]),
    floor("JSON", on: ["Diagnostics", "Text"]),
    floor("Diagnostics", on: ["Text"]),
    floor("Text", on: []),

    // What several tests need.
    .target(name: "TestSupport", path: "Tests/TestSupport", exclude: ["floors.py"], swiftSettings: strict),
    tests("TextTests", on: ["Text", "TestSupport"]),
    tests("DiagnosticsTests", on: ["Diagnostics"]),
    tests("JSONTests", on: ["JSON", "Diagnostics", "TestSupport"]),
    tests(
      "SchedulesTests", on: ["Schedules", "JSON", "Diagnostics", "Text", "TestSupport"],
      exclude: ["Expression/expressions.txt"]),
    tests(
      "CurvesTests", on: ["Curves", "Schedules", "JSON", "Diagnostics", "Text", "TestSupport"],
      exclude: ["Fixtures"]),
    tests(
      "ObjectivesTests", on: ["Objectives", "Schedules", "JSON", "Diagnostics", "Text"], exclude: ["Fixtures"]),
    tests(
      "ImportsTests", on: ["Imports", "Logs", "Curves", "Schedules", "JSON", "Diagnostics", "Text", "TestSupport"],
      exclude: ["Fixtures"]),
    tests("LogsTests", on: ["Logs", "Diagnostics", "Text", "TestSupport"], exclude: ["Fixtures"]),
    tests("SystemTests", on: ["System", "Text"]),
    tests("XMLTests", on: ["XML", "Text"]),
    tests("ChartsTests", on: ["Charts", "XML", "Text", "TestSupport"], exclude: ["Goldens"]),
    tests(
      "CommandLineToolTests",
      on: [
        "CommandLineTool", "System", "Charts", "XML", "Curves", "Schedules", "JSON", "Diagnostics", "Text",
        "TestSupport",
      ],
      exclude: ["Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)
