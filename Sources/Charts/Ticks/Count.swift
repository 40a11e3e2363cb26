/// Whole numbers of steps, samples or tokens, as people say them: 300k, 1.2M, 4B.
enum Count {
  /// From here on an axis is labelled with thousands.
  static let firstShort = 10_000

  /// A number of an axis that ends at another: in full on a short axis, else with at most four significant digits.
  static func text(_ number: Int, of end: Int) -> String {
    end < firstShort ? "\(number)" : short(number)
  }

  private static func short(_ number: Int) -> String {
    let units: [(size: Int, letter: String)] = [
      (1_000_000_000_000, "T"), (1_000_000_000, "B"), (1_000_000, "M"), (1000, "k"),
    ]
    for (place, unit) in units.enumerated() where number >= unit.size {
      let whole = number / unit.size
      let decimals = whole >= 1000 ? 0 : whole >= 100 ? 1 : whole >= 10 ? 2 : 3
      // Thousandths of the unit, rounded to what is shown.
      let step = [1000, 100, 10, 1][decimals]
      let rest =
        number % unit.size / (unit.size / 1000)
        + (number % unit.size % (unit.size / 1000) * 1000 >= unit.size / 2 ? 1 : 0)
      var thousandths = (rest + step / 2) / step * step
      var integer = whole
      if thousandths >= 1000 {
        integer += 1
        thousandths -= 1000
      }
      if integer >= 1000, place > 0 { return "1\(units[place - 1].letter)" }
      guard thousandths > 0 else { return "\(integer)\(unit.letter)" }
      var digits = thousandths
      var places = 3
      while digits.isMultiple(of: 10) {
        digits /= 10
        places -= 1
      }
      return TickLabels.decimal((integer * [1, 10, 100, 1000][places] + digits, places: places)) + unit.letter
    }
    return "\(number)"
  }
}
