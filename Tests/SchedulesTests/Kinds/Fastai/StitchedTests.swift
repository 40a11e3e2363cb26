import Diagnostics
import Testing

@testable import Schedules

@Suite struct FastaiStitchedTests {
  @Test func `finds the piece, and the position in it`() throws {
    let stitched = try Fastai.Stitched([0.25, 0.75], ["a", "b"], of: "pcts")
    #expect(stitched.place(of: 0.125) == ("a", 0.5))
    #expect(stitched.place(of: 0.25) == ("b", 0))
    #expect(stitched.place(of: 1).piece == "b")
    #expect(stitched.starts == [0, 0.25])
  }

  @Test func `is in single precision, so that a limit may come late`() throws {
    // 3/7 is less than the sum of 1/7 and 2/7 there.
    let stitched = try Fastai.Stitched([1 / 7, 2 / 7, 4 / 7], [0, 1, 2], of: "pcts")
    let place = stitched.place(of: 3 / 7)
    #expect(place.piece == 1 && place.position > 0.999999)
  }

  @Test func `skips a part of nothing`() throws {
    #expect(try Fastai.Stitched([0, 1], ["a", "b"], of: "pcts").place(of: 0).piece == "b")
  }

  @Test func `refuses parts that are not one in sum`() {
    #expect(throws: Diagnostic.self) { try Fastai.Stitched([0.5, 0.4], [0, 1], of: "pcts") }
  }
}
