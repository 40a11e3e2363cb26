import Diagnostics

/// A compiled expression: instructions, and where in the source each came from.
struct Program: Sendable {
  /// Above this, evaluating might need the heap: a kilobyte is what Swift always takes from the stack.
  static let maximumHeight = 128

  private(set) var instructions: [Instruction] = []
  private(set) var places: [SourceRange] = []
  /// The most numbers on the stack at any time.
  private(set) var tallest = 0
  private var height = 0

  // MARK: Compiling

  var count: Int { instructions.count }

  mutating func append(_ instruction: Instruction, at place: SourceRange) {
    instructions.append(instruction)
    places.append(place)
    height += instruction.growth
    tallest = max(tallest, height)
  }

  /// Takes away the instructions of a value, which then is not on the stack.
  mutating func cut(from start: Int) -> (instructions: [Instruction], places: [SourceRange]) {
    let piece = (Array(instructions[start...]), Array(places[start...]))
    instructions.removeSubrange(start...)
    places.removeSubrange(start...)
    height -= 1
    return piece
  }

  mutating func paste(_ piece: (instructions: [Instruction], places: [SourceRange])) {
    instructions += piece.instructions
    places += piece.places
    height += 1
  }

  /// Forgets the value on top: what comes next is an alternative to what left it there.
  mutating func beginAlternative() { height -= 1 }

  /// Lets the skip at an index lead to the end of what there is now.
  mutating func landSkip(at index: Int) {
    let distance = count - index - 1
    switch instructions[index] {
    case .skip: instructions[index] = .skip(distance)
    case .skipIfFalse: instructions[index] = .skipIfFalse(distance)
    case .keepFalse: instructions[index] = .keepFalse(distance)
    case .keepTrue: instructions[index] = .keepTrue(distance)
    case .link(let comparison, _): instructions[index] = .link(comparison, distance)
    case .constant, .variable, .rate, .coordinate, .unary, .binary, .compare: break
    }
  }
}
