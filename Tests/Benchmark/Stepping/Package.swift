// swift-tools-version: 6.2
import PackageDescription

// Steps a schedule through the library, as a training loop would; `run.py` builds and times it.
let package = Package(
  name: "stepping",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "lrplot", path: "../../..")],
  targets: [.executableTarget(name: "stepping", dependencies: [.product(name: "Schedules", package: "lrplot")])],
  swiftLanguageModes: [.v6]
)
