import Diagnostics
import JSON
import Schedules
import Text

/// `lrplot gallery`: the recipes that the program carries; with words, those that have them all; with a name, the file.
enum GalleryCommand {
  static let formats = OutputFormats([.text, .json], standard: .text)

  static let details = """
    Without a name, lists the published schedules that are built in; with words, those that mention all of them. With the \
    name of one, prints its schedule file, a place to start from.
    --format json: one object with "schema": "lrplot/gallery/1" and "recipes", each with name, title, description, source \
    (null where there is none) and schedule, which is the file itself.
    """

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    let words = line.operands.map(\.text)
    let named = words.count == 1 ? Recipe.named(words[0]) : nil
    let found = words.isEmpty ? Recipe.all : named.map { [$0] } ?? Recipe.search(words)
    guard !found.isEmpty else { throw nothing(line) }
    return try formats.write(named?.stem ?? "gallery", askedBy: line, in: world) { format in
      format == .json ? report(found) : Pieces(Bytes((named?.text ?? world.wrapped(list(found))).utf8))
    }
  }

  /// The recipes by folder, each with its title.
  private static func list(_ recipes: [Recipe]) -> String {
    var folders: [String] = []
    for recipe in recipes where !folders.contains(recipe.folder) { folders.append(recipe.folder) }
    let parts = folders.map { folder in
      let rows = recipes.filter { $0.folder == folder }.map { ($0.stem, $0.document["title"]?.string ?? "") }
      return "\(folder.isEmpty ? "one of each kind" : folder)\n\(Manual.table(rows))\n"
    }
    return parts.joined(separator: "\n") + "\n`lrplot gallery NAME > schedule.json` saves one to start from.\n"
  }

  private static func report(_ recipes: [Recipe]) -> Pieces {
    Pieces(
      Value.object([
        ("schema", "lrplot/gallery/1"),
        ("recipes", Value(.array(recipes.map(value)))),
      ]).text())
  }

  private static func value(_ recipe: Recipe) -> Value {
    let document = recipe.document
    let words = ["title", "description", "source"].map { (key: $0, value: Value.text(document[$0]?.string)) }
    return .object([("name", Value(.string(recipe.name)))] + words + [("schedule", document)])
  }

  private static func nothing(_ line: ParsedLine) -> Failure {
    let words = line.operands
    let near = words.count == 1 ? Nearest.match(for: words[0].text, among: Recipe.all.map(\.stem)) : nil
    return line.line.failure(
      words.count == 1 ? "no recipe mentions “\(words[0].text)”" : "no recipe mentions all these words",
      at: words.first?.range ?? line.line.end,
      hint: Diagnostic.suggestion(near) ?? "`lrplot gallery` lists them")
  }
}

extension Value {
  /// The value of a key of an object.
  fileprivate subscript(key: String) -> Value? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }
}
