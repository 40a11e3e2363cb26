import Testing

@testable import Schedules

@Suite struct FieldsTests {
  @Test(arguments: ["T_max", "t_max", "tmax", "T-MAX", "--tmax", "TMax"])
  func `are found in every spelling`(key: String) {
    #expect(refusal(#"{"type": "cosine", "\#(key)": 5}"#) == "nothing")
  }

  @Test func `suggest what was meant`() {
    #expect(
      complaints(aboutScheduler: #"{"type": "CosineAnnealingLR", "T_max": 85, "eta_mim": 0}"#) == [
        #"param at "eta_mim": CosineAnnealingLR has no parameter “eta_mim”; did you mean “eta_min”?"#
      ])
    #expect(
      complaints(aboutScheduler: #"{"type": "CosineAnnealingLR", "T_maxx": 85}"#).last
        == #"param at "T_maxx": CosineAnnealingLR has no parameter “T_maxx”; did you mean “T_max”?"#)
  }

  @Test func `are the same key in two spellings only once`() {
    #expect(
      complaints(aboutScheduler: #"{"type": "cosine", "T_max": 5, "t-max": 6}"#) == [
        #"spec at "t-max": “T_max” and “t-max” are the same key"#
      ])
    #expect(refusal(#"{"type": "cosine", "TYPE": "step", "T_max": 5}"#) == #"spec at "TYPE""#)
  }

  @Test func `may be commented`() {
    #expect(
      refusal(#"{"$comment": "why", "$schema": "x", "$lint": [], "type": "cosine", "T_max": 5}"#) == "nothing")
    #expect(refusal(#"{"$commment": "why", "type": "cosine", "T_max": 5}"#) == #"param at "$commment""#)
  }

  @Test func `may be commented in any object`() throws {
    let note = #""$comment": "why""#
    let json = #"""
      {\#(note), "scheduler": {\#(note), "type": "chained", "schedulers": [{\#(note), "type": "linear"}]},
       "optimizer": {\#(note), "param_groups": [{\#(note)}]}, "metric": {\#(note), "values": [1, 2, 3, 4, 5]},
       "plot": {\#(note)}}
      """#
    #expect(complaints(aboutFile: json) == [])
  }

  @Test func `that torch has given up are explained`() {
    #expect(
      complaints(aboutScheduler: #"{"type": "cosine", "T_max": 5, "verbose": true}"#) == [
        #"param at "verbose": CosineAnnealingLR has no parameter “verbose”; torch removed “verbose”; delete it"#
      ])
  }
}
