import Diagnostics
@testable import Logs
import Testing
import Text

/// What is read of a log: `form 0: 0.1 1: 0.05`, a word more for each column behind the first.
private func readings(_ text: String, _ ask: (inout Log.Options) -> Void = { _ in }) throws -> String {
  var options = Log.Options()
  ask(&options)
  let log = try Log.read(Source(name: "log", bytes: Bytes(text.utf8)), options)
  let rows = log.steps.indices.map { reading in
    "\(log.steps[reading]): " + log.columns.map { $0.values[reading].description }.joined(separator: " ")
  }
  return ([log.form.rawValue] + rows).joined(separator: ", ")
}

private func problem(_ text: String, _ ask: (inout Log.Options) -> Void = { _ in }) -> Diagnostic? {
  do {
    _ = try readings(text, ask)
    return nil
  } catch {
    return error as? Diagnostic
  }
}

@Suite struct LogFormTests {
  @Test(arguments: [
    (
      """
      [2026-01-01 00:00:00,000] [INFO] [logging.py:96:log_dist] [Rank 0] step=10, skipped=1, lr=[0.0005, 0.001], mom=[(0.9, 0.999)]
      [2026-01-01 00:00:01,000] [INFO] [timer.py:215:stop] epoch=0/micro_step=10/global_step=10, RunningAvgSamplesPerSec=1
      [2026-01-01 00:00:02,000] [INFO] [logging.py:96:log_dist] [Rank 0] step=20, skipped=2, lr=[5e-05, 0.0001], mom=[(0.9, 0.999)]
      """, "deepspeed, 10: 0.0005 0.001, 20: 5e-05 0.0001"
    ),
    (
      "[[1700000005.0, 5, 0.0004], [1700000010.25, 10, 8.9e-05],\n [1700000015.0, 15, 0]]",
      "tensorboard, 5: 0.0004, 10: 8.9e-05, 15: 0.0"
    ),
    (
      """
      [08/11 15:20:03 d2.utils.events]:  eta: 0:27:11  iter: 19  total_loss: 1.9  time: 0.1  lr: 0.00039962  max_mem: 2500M
      [08/11 15:20:05 d2.utils.events]:  eta: 0:27:09  iter: 39  total_loss: 1.7  time: 0.1  lr: 0.00079922  max_mem: 2500M
      """, "detectron2, 19: 0.00039962, 39: 0.00079922"
    ),
    (
      """
      {"data_time": 0.1, "iteration": 19, "lr": 0.00039962, "total_loss": 2.1}
      {"bbox/AP": 12.1, "iteration": 19}
      {"data_time": 0.1, "iteration": 39, "lr": 0.00079922, "total_loss": NaN}
      """, "detectron2, 19: 0.00039962, 39: 0.00079922"
    ),
    (
      """
      2021-01-01 10:00:00 - mmdet - INFO - Epoch [1][50/7330]\tlr: 1.978e-03, eta: 1 day, loss: 1.2
      2021-01-01 10:00:00 - mmdet - INFO - Epoch [2][50/7330]\tlr: 2.000e-02, eta: 1 day, loss: 1.2
      """, "mmcv, 50: 0.001978, 7380: 0.02"
    ),
    (
      """
      2021-01-01 10:00:00 - mmseg - INFO - Iter [50/160000]\tlr: 9.997e-03, eta: 1 day
      2021-01-01 10:00:00 - mmseg - INFO - Iter [100/160000]\tlr: 9.994e-03, eta: 1 day
      """, "mmcv, 50: 0.009997, 100: 0.009994"
    ),
    (
      """
      {"env_info": "x", "seed": 0}
      {"mode": "train", "epoch": 1, "iter": 50, "lr": 0.00198, "loss": 1.2}
      {"mode": "val", "epoch": 1, "iter": 5000, "lr": 0.02, "bbox_mAP": 0.1}
      {"mode": "train", "epoch": 2, "iter": 50, "lr": 0.02, "loss": 1.1}
      """, "mmcv, 50: 0.00198, 50: 0.02"
    ),
    (
      """
      06/20 10:00:00 - mmengine - INFO - Epoch(train)  [1][ 50/391]  lr: 1.0000e-01  eta: 0:00:10  loss: 1.2
      06/20 10:00:00 - mmengine - INFO - Epoch(val)  [1][10/10]  acc: 0.1
      06/20 10:00:01 - mmengine - INFO - Epoch(train)  [2][ 50/391]  base_lr: 1.0000e-02 lr: 1.0000e-02  eta: 0:00:10
      """, "mmengine, 50: 0.1, 441: 0.01"
    ),
    (
      """
      2021-01-01 | INFO | train_inner | {"epoch": 1, "update": 0.1, "num_updates": "100", "lr": "5e-06", "gnorm": "1"}
      2021-01-01 | INFO | valid | {"epoch": 1, "valid_loss": "1", "valid_num_updates": "100"}
      2021-01-01 | INFO | train_inner | {"epoch": 1, "update": 0.2, "num_updates": "200", "lr": "1e-05", "gnorm": "1"}
      """, "fairseq, 100: 5e-06, 200: 1e-05"
    ),
    (
      "epoch 001:    100 / 1000 loss=9.1, ppl=500, wps=100, num_updates=100, lr=5e-06, gnorm=2\n"
        + "epoch 002:    100 / 1000 loss=8.1, ppl=500, wps=100, num_updates=1100, lr=5.5e-05, gnorm=2\n",
      "fairseq, 100: 5e-06, 1100: 5.5e-05"
    ),
    (
      """
      Training epoch 0, iteration 0/99 | lr: 1.961e-06 | global_batch_size: 8 | global_step: 0 | reduced_train_loss: 11
      Training epoch 0, iteration 3/99 | lr: 7.843e-06 | global_batch_size: 8 | global_step: 3 | reduced_train_loss: 11
      """, "nemo, 0: 1.961e-06, 3: 7.843e-06"
    ),
    (
      """
      Train: 0 [   0/1251 (  0%)]  Loss: 6.98 (6.98)  Time: 3.3s,  309.18/s  LR: 1.000e-05  Data: 1.9 (1.9)
      Train: 1 [  50/1251 (  4%)]  Loss: 6.9 (6.9)  Time: 3.3s,  309.18/s  LR: 1.010e-04  Data: 1.9 (1.9)
      """, "timm, 0: 1e-05, 1301: 0.000101"
    ),
    (
      "epoch,train_loss,eval_loss,eval_top1,lr\n0,6.9,6.8,0.1,1e-05\nepoch,train_loss,eval_loss,eval_top1,lr\n1,6.8,6.7,0.2,2e-05\n",
      "timm, 0: 1e-05, 1: 2e-05"
    ),
    (
      """
      I0505 12:00:00.000000  1234 solver.cpp:228] Iteration 0, loss = 2.3
      I0505 12:00:00.000000  1234 sgd_solver.cpp:105] Iteration 0, lr = 0.01
      I0505 12:00:01.000000  1234 sgd_solver.cpp:105] Iteration 100, lr = 0.00992565
      """, "caffe, 0: 0.01, 100: 0.00992565"
    ),
    (
      """
       (next mAP calculation at 1000 iterations)
       100: 1.234567, 1.300000 avg loss, 0.000001 rate, 3.2 seconds, 6400 images, 2.1 hours left
       200: 1.234567, 1.200000 avg loss, 0.001000 rate, 3.2 seconds, 12800 images, 2.1 hours left
      """, "darknet, 100: 1e-06, 200: 0.001"
    ),
    ("step,epoch,lr.backbone,lr.head\n0,0,0.1,0.2\n1,0,0.05,0.1\n", "csv, 0: 0.1 0.2, 1: 0.05 0.1"),
    ("epoch;learning_rate;loss\n0;0.1;1\n1;NA;1\n2;0.05;1\n", "keras, 0: 0.1, 2: 0.05"),
    ("\u{FEFF}Step,lr\r\n0,0.1\r\n1,0.05\r\n", "csv, 0: 0.1, 1: 0.05"),
    (
      "{'loss': 1.9, 'learning_rate': '2.9e-05', 'epoch': '0.32'}\n| 10/93 [00:00<00:00, 1it/s]\n"
        + "{'loss': 1.9, 'learning_rate': '1e-05', 'epoch': '0.64'}\n| 20/93 [00:00<00:00, 1it/s]\n",
      "transformers, 10: 2.9e-05, 20: 1e-05"
    ),
    (
      "{\"step\": 10, \"learning_rate\": 1e-05}\n{\"step\": 20, \"learning_rate\": 2e-05}\n",
      "trainer_state, 10: 1e-05, 20: 2e-05"
    ),
    (
      "{\"log_history\": [{\"step\": 1, \"learning_rate\": 1e-05, \"loss\": NaN}, {\"step\": 2, \"eval_loss\": 1.0}], "
        + "\"max_steps\": 2}", "trainer_state, 1: 1e-05"
    ),
  ])
  func `a form is recognized by its content`(text: String, expected: String) throws {
    #expect(try readings(text) == expected)
  }

  @Test func `rows without a rate, rates that are none, and repeated headers are told apart`() throws {
    let text = "step,lr\n0,0.1\n1,\n2,nan\nstep,lr\n3,0.05\n"
    let log = try Log.read(Source(name: "log", bytes: Bytes(text.utf8)))
    #expect(log.steps == [0, 3])
    #expect(log.withoutRate == 1 && log.unreadable == 1)
  }

  @Test(arguments: [
    "step,lr,loss\n0,0.1,1\n1,0.05,1\n2,0.0", "{\"current_steps\": 1, \"lr\": 0.1}\n{\"current_steps\": 2, \"lr\"",
    "{\"log_history\": [{\"step\": 1, \"learning_rate\": 1e-05}, {\"step\": 2, \"learning_rate\": 2e-",
  ])
  func `a torn last line is left out`(text: String) throws {
    let log = try Log.read(Source(name: "log", bytes: Bytes(text.utf8)))
    #expect(log.tornAt != nil)
    #expect(log.steps.count == (text.hasPrefix("step") ? 2 : 1))
  }

  @Test func `a number that ends where the file does may be cut`() throws {
    let log = try Log.read(Source(name: "log", bytes: Bytes("step,lr\n0,0.1\n1,0.0".utf8)))
    #expect(log.steps == [0, 1] && log.lastMayBeCut)
  }

  @Test func `a console without bars needs the number of updates between readings`() throws {
    let text =
      "{'loss': 1.9, 'learning_rate': 2e-05, 'epoch': 0.3}\n{'loss': 1.9, 'learning_rate': 1e-05, 'epoch': 0.6}\n"
    #expect(problem(text)?.hint?.hasPrefix("--log-every N") == true)
    #expect(try readings(text) { $0.every = 10 } == "transformers, 10: 2e-05, 20: 1e-05")
  }

  @Test func `what ranks print besides the first is the same again`() throws {
    let text = (1...3).map { step in
      (0...1).map { "[rank\($0)]: {'loss': 1.9, 'learning_rate': 0.\(step), 'epoch': 0.1}\n" }.joined()
    }.joined()
    #expect(try readings(text) { $0.every = 5 } == "transformers, 5: 0.1, 10: 0.2, 15: 0.3")
  }

  @Test func `a log of another encoding is named as such`() {
    let bytes = Array("step,lr\n0,0.1\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(throws: Diagnostic.self) { try Log.read(Source(name: "log", bytes: Bytes([0xFF, 0xFE] + bytes))) }
    let hint = problem(String(decoding: bytes, as: UTF8.self))?.hint
    #expect(hint?.contains("iconv -f UTF-16 -t UTF-8") == true)
  }

  @Test func `steps are not counted where a log tells them`() {
    #expect(problem("step,lr\n0,1\n1,0.5\n") { $0.every = 5 }?.hint == "leave it out")
  }

  @Test func `a column can be chosen`() throws {
    let text = "step,encoder rate,lr\n0,0.2,0.1\n1,0.1,0.05\n"
    #expect(try readings(text) { $0.column = "encoder rate" } == "csv, 0: 0.2, 1: 0.1")
    #expect(problem(text) { $0.column = "encoder rat" }?.hint == "did you mean “encoder rate”?")
  }

  @Test(arguments: ["", "   \n", "hello\nworld\n", "{}", "[]", "step,loss\n0,1\n", "lr\n0.1\n", "\u{0}\u{1}"])
  func `what is no log is refused`(text: String) {
    #expect(problem(text)?.code == .import)
  }

  @Test(arguments: LogForm.allCases)
  func `a form that is asked for is read, or refused`(form: LogForm) {
    for text in ["", "hello\n", "{\"a\": 1}", "a,b\n1,2\n", "{", "[", "\"", "step,lr\n", "{\"log_history\": ["] {
      #expect(problem(text) { $0.form = form }?.code == .import)
    }
  }
}

@Suite struct LogNumberTests {
  @Test(arguments: [
    "0", "0.1", "1e-05", "4.77e-06", "2.976166806504174e-05", "1.972E-04", "0.0040000000000000036", "-1.5", "+2.5",
    "123456789012345678901234567890", "0.000000000000000000000000000001234", "1e308", "5e-324", ".5", "5.",
  ])
  func `a number is read as Swift reads it`(text: String) throws {
    let bytes = Bytes(text.utf8)
    let number = try #require(LogNumber(bytes, from: 0, to: bytes.count))
    let plain = text.hasPrefix("+") ? String(text.dropFirst()) : text
    #expect(number.value == Double(plain.hasSuffix(".") ? plain + "0" : plain.hasPrefix(".") ? "0" + plain : plain))
    #expect(number.end == bytes.count)
  }

  @Test(arguments: ["", "-", ".", "e5", "nan", "inf", "1e999", "+-1"])
  func `what is not a finite number is none`(text: String) {
    let bytes = Bytes(text.utf8)
    #expect(LogNumber(bytes, from: 0, to: bytes.count) == nil)
  }
}
