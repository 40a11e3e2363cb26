import Diagnostics
import Imports
import Testing
import Text

@Suite struct ShellWordsTests {
  @Test func `flags have values, several, or none`() throws {
    #expect(
      try flags("python t.py --lr 1e-4 --bf16 --betas 0.9 0.95 --name=x\n")
        == #"{lr: 0.0001, bf16: true, betas: [0.9, 0.95], name: "x"}"#)
    #expect(try flags("t --a-b 1 \\\n  --c 'x y' # --d 2\n") == #"{a_b: 1, c: "x y"}"#)
    #expect(try flags("t --momentum -0.5 --x .001\n") == "{momentum: -0.5, x: 0.001}")
  }

  @Test func `arrays and plain variables are read`() throws {
    #expect(
      try flags("GBS=256\nARGS=(\n  --lr 2.0e-4 # rate\n  --gbs $GBS\n)\nrun ${ARGS[@]} --x ${GBS}k \"$@\"\n")
        == #"{lr: 0.0002, gbs: 256, x: "256k"}"#)
    #expect(try flags("OPTS=\"--lr 0.1 \\\n --steps 5\"\nrun $OPTS\n") == "{lr: 0.1, steps: 5}")
  }

  @Test func `what only a shell knows is opaque`() throws {
    #expect(
      try flags("t --a $1 --b $(date) --c `x` --d ${E:-1} --e $((1 + 2)) --f 3\n")
        == "{a: ?, b: ?, c: ?, d: ?, e: ?, f: 3}")
    #expect(try flags("a --lr 1\nb --lr 2\nc --x 3\nd --x 3\n") == "{lr: ?, x: 3}")
    #expect(try flags("N=1\nN=2\nt --n $N\n") == "{n: ?}")
  }

  @Test func `words that are no flags are kept apart`() throws {
    #expect(
      try ShellWords.read(Bytes("#!/bin/bash\ncd x && accelerate launch train.py --a\n".utf8)).words == [
        "cd", "x", "accelerate", "launch", "train.py",
      ])
    #expect(throws: Diagnostic.self) { try flags("t --a 'x\n") }
  }
}
