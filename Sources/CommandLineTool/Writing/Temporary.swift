import System
import Text

/// A file that is being written beside the place where it will stand: `.<name>.<process>.tmp`.
///
/// Its process holds a lock on it as long as it lives. Numbers of processes are not enough: two containers, or two hosts
/// of one network folder, may have the same, and each knows only its own.
struct Temporary {
  let path: String
  let descriptor: Descriptor

  /// How many names are tried; each but the last may be taken.
  private static let mostNames = 100

  /// Makes one for a file, and the folder first if there is none: trying is cheaper than asking before every file.
  init(for path: String, mode: UInt32, makesFolder: Bool) throws(SystemError) {
    let (folder, name) = (Path.folder(of: path), Path.name(of: path))
    var (attempt, isShort, mayMakeFolder) = (0, false, makesFolder)
    while attempt <= Temporary.mostNames {
      let candidate = Path.join(folder, Temporary.name(of: name, attempt: attempt, isShort: isShort))
      do throws(SystemError) {
        let descriptor = try FileSystem.create(candidate, mode: mode)
        // Another process may have tidied up in between; where there are no locks, none does.
        if descriptor.lock() != .heldByAnother, descriptor.hasName {
          (self.path, self.descriptor) = (candidate, descriptor)
          return
        }
        try? descriptor.close()
      } catch {
        switch error {
        case .notFound where mayMakeFolder:
          try AtomicFile.makeFolders(folder)
          mayMakeFolder = false
          continue
        // Some file systems take only shorter names.
        case .nameTooLong where !isShort:
          isShort = true
          continue
        case .exists where attempt < Temporary.mostNames: break
        default: throw error
        }
      }
      attempt += 1
    }
    throw .exists
  }

  /// The name of a temporary for a file; another one for every attempt.
  private static func name(of name: String, attempt: Int, isShort: Bool) -> String {
    let ending = ".\(CurrentProcess.identifier)\(attempt > 0 ? "-\(attempt)" : "").tmp"
    let isLong = isShort || PathText.length(name) + 1 + ending.utf8.count > FileSystem.longestName
    return ".\(isLong ? shortened(name) : name)\(ending)"
  }

  /// A short name with the same ending that hardly any other file has: its FNV-1a hash.
  private static func shortened(_ name: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let ending = Format(path: name).map { ".\($0.ending)" } ?? ".lrplot"
    return String(hash, radix: 16) + ending
  }

  // MARK: What was left

  /// Whether a name may be that of a temporary whose process is gone.
  ///
  /// Other programs have hidden `.tmp` files too, so it must be for one of `names`, or end as our files do.
  static func isLeftover(_ name: String, of names: Set<ExactText>) -> Bool {
    guard name.begins(with: "."), name.ends(with: ".tmp") else { return false }
    let parts = name.dropping(first: 1).parts(between: ".")
    guard parts.count >= 3, let number = parts[parts.count - 2].parts(between: "-").first, let process = Int(number),
      process > 0
    else { return false }
    let written = Array(parts.dropLast(2)).joined(by: ".")
    guard names.contains(written.exact) || Format(path: written) != nil || written.ends(with: ".lrplot") else {
      return false
    }
    return !CurrentProcess.isRunning(process)
  }

  /// Removes a temporary file, unless a process that is not seen from here still holds it.
  static func remove(_ path: String) {
    guard let descriptor = try? FileSystem.openRegular(path) else { return }
    defer { try? descriptor.close() }
    if descriptor.lock() == .taken { FileSystem.remove(path) }
  }
}
