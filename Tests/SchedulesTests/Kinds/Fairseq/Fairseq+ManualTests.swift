import Testing

@testable import Schedules

@Suite struct FairseqManualTests {
  private func rates(_ parameters: String) throws -> [Double] {
    let json = #"{"type": "fairseq.manual", \#(parameters)}"#
    return try fileRates(#"{"epochs": 3, "steps_per_epoch": 2, "optimizer": {"lr": 1}, "scheduler": \#(json)}"#)
  }

  @Test func `takes rates by epoch, and by update before them`() throws {
    #expect(try rates(#""epoch2lr": {"2": 0.5}"#) == [1, 1, 0.5, 0.5, 0.5, 0.5])
    #expect(try rates(#""epoch2lr": {"2": 0.5}, "update2lr": {"3": 0.25}"#) == [1, 1, 0.5, 0.25, 0.25, 0.25])
  }

  @Test func `has what stands under update 1 in force at once`() throws {
    #expect(try rates(#""update2lr": {"1": 0.5, "4": 0.25}"#) == [0.5, 0.5, 0.5, 0.5, 0.25, 0.25])
    #expect(try rates(#""epoch2lr": {"1": 2}, "update2lr": {"1": 0.5}"#)[0] == 2)
  }

  @Test func `is half as long again as its last epoch`() throws {
    let json = #"{"steps_per_epoch": 5, "scheduler": {"type": "fairseq.manual", "epoch2lr": {"1": 1, "20": 0.1}}}"#
    #expect(try spec(json).epochs == 30)
  }
}
