import Testing

@testable import Schedules

@Suite struct DataLoaderTests {
  /// The batches dealt out one by one, as a data loader does.
  private func counted(_ loader: DataLoader) -> Int {
    var (left, batches, updates) = (loader.datasetSize, 0, 0)
    while left > 0 {
      let batch = min(left, loader.batchSize * loader.worldSize)
      left -= batch
      if loader.dropsLast, batch < loader.batchSize * loader.worldSize { break }
      batches += 1
      if batches % loader.accumulate == 0 { updates += 1 }
    }
    return updates + (batches % loader.accumulate > 0 ? 1 : 0)
  }

  @Test func `counts what dealing out the batches counts`() {
    for size in [1, 2, 7, 12, 13, 100, 101] {
      for batch in [1, 2, 3, 5, 12, 100] {
        for (world, accumulate) in [(1, 1), (2, 1), (1, 2), (3, 4), (7, 3)] {
          for drops in [false, true] {
            let loader = DataLoader(
              datasetSize: size, batchSize: batch, worldSize: world, accumulate: accumulate, dropsLast: drops)
            #expect(loader.steps == counted(loader), "\(loader)")
          }
        }
      }
    }
  }

  @Test func `does not trap at the ends of its bounds`() {
    let most = 1_000_000_000_000
    for drops in [false, true] {
      let loader = DataLoader(datasetSize: most, batchSize: most, worldSize: most, accumulate: most, dropsLast: drops)
      #expect(loader.steps == (drops ? 0 : 1))
    }
    #expect(
      DataLoader(datasetSize: most, batchSize: 1, worldSize: 1, accumulate: 1, dropsLast: false).steps == most)
  }

  @Test func `lists its parameters for schemas and manuals`() {
    #expect(
      DataLoader.parameters.map(\.name) == ["dataset_size", "batch_size", "world_size", "accumulate", "drop_last"])
    #expect(DataLoader.parameters.map(\.isRequired) == [true, true, false, false, false])
  }
}
