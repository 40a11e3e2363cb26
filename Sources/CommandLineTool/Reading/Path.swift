import Text

/// Paths as texts.
enum Path {
  /// The part before the last slash; `.` when there is none.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The part after the last slash.
  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  static func join(_ folder: String, _ name: String) -> String {
    if folder == "." || folder.isEmpty || name.utf8.first == UInt8(ascii: "/") { return name }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
  }

  /// The path of a folder without slashes at its end; `/` stays.
  static func withoutTrailingSlashes(_ folder: String) -> String {
    var folder = folder
    while folder.utf8.count > 1, folder.ends(with: "/") { folder = folder.dropping(last: 1) }
    return folder
  }

  /// The file beside a spec that has its name with another ending.
  static func beside(_ spec: String, ending: String) -> String { "\(withoutEnding(spec)).\(ending)" }

  /// The path of a spec without its final `.json`.
  static func withoutEnding(_ spec: String) -> String {
    let name = name(of: spec)
    return "\(Substring(spec.utf8.dropLast(name.utf8.count)))\(stem(of: name))"
  }

  /// The name of a spec without its final `.json`.
  static func stem(of name: String) -> String {
    name.ends(with: ".json") && name.utf8.count > 5 ? name.dropping(last: 5) : name
  }
}
