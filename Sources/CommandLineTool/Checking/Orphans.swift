import Text
import System

/// Finds goldens that belong to no schedule file.
enum Orphans {
  /// The tables that are no input's golden and that no schedule reads, in the order they were found.
  static func find(
    among tables: [Inputs.Table], of inputs: [Input], _ place: GoldenPlace, reading files: [String], in world: World
  ) -> [String] {
    let goldens = Set(inputs.map { (place.folder == nil ? Path.beside($0.path, ending: "csv") : $0.relative).exact })
    let strangers = tables.map { (path: $0.path, key: place.folder == nil ? $0.path : $0.relative) }
      .filter { !goldens.contains($0.key.exact) }.map(\.path)
    guard !strangers.isEmpty else { return [] }
    let read = Set(files.compactMap { FileSystem.status(world.path($0))?.identity })
    return strangers.filter { path in
      FileSystem.status(world.path(path)).map { !read.contains($0.identity) } ?? false
    }
  }
}
