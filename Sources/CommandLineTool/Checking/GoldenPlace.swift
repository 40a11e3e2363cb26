import Text

/// Where goldens stand: beside their schedule files, or in a folder of their own that mirrors the inputs.
struct GoldenPlace: Sendable {
  /// The folder; `nil` for beside.
  let folder: String?

  init(folder: String?) { self.folder = folder.map(Path.withoutTrailingSlashes) }

  func path(of input: Input) -> String {
    folder.map { Path.join($0, "\(input.relative).csv") } ?? Path.beside(input.path, ending: "csv")
  }
}
