import Text

/// Where goldens stand: beside their schedule files, or in a folder of their own that mirrors the inputs.
struct GoldenPlace: Sendable {
  /// The folder; `nil` for beside.
  let folder: String?

  init(folder: String?) {
    var folder = folder
    while let path = folder, path.utf8.count > 1, path.ends(with: "/") { folder = path.dropping(last: 1) }
    self.folder = folder
  }

  func path(of input: Input) -> String {
    folder.map { Path.join($0, "\(input.relative).csv") } ?? Path.beside(input.path, ending: "csv")
  }
}
