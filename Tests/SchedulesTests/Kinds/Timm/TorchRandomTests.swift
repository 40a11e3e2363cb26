import Testing

@testable import Schedules

/// Numbers that torch 2.15 drew: `torch.randn(1, generator=g).item()`, and the same with `rand`.
@Suite struct TorchRandomTests {
  @Test(arguments: [
    (42, [0.33669036626815796, 0.12880940735340118, 0.23446236550807953, 0.23033303022384644, -1.1228563785552979]),
    (0, [1.5409960746765137, -0.293428897857666, -2.1787893772125244, 0.5684312582015991, -1.0845223665237427]),
    (-5, [-1.8266246318817139, 0.6379720568656921, -1.7862693071365356, 1.1472562551498413, 0.2224971354007721]),
    // Only 32 bits of a seed count.
    (4_294_967_303, [-0.1467950940132141, 0.7861412763595581, 0.9468216300010681, -1.1143440008163452]),
    (7, [-0.1467950940132141, 0.7861412763595581, 0.9468216300010681, -1.1143440008163452]),
  ])
  func `draws torch's normal numbers`(seed: Int, numbers: [Double]) {
    var random = TorchRandom()
    // What was drawn before, half a pair included, is forgotten.
    random.seed(1)
    _ = random.normal()
    random.seed(seed)
    #expect(numbers.map { _ in random.normal() } == numbers)
  }

  @Test(arguments: [
    (42, [0.8822692632675171, 0.9150039553642273, 0.38286375999450684, 0.9593056440353394]),
    (-5, [0.9308151006698608, 0.6607242226600647, 0.9807688593864441, 0.9324097037315369]),
  ])
  func `draws torch's uniform numbers`(seed: Int, numbers: [Double]) {
    var random = TorchRandom()
    random.seed(seed)
    #expect(numbers.map { _ in random.uniform() } == numbers)
  }
}
