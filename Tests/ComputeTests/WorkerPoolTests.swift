import Synchronization
import Testing

@testable import Compute

struct WorkerPoolTests {
  @Test(arguments: [1, 2, 3, 8], [0, 1, 5, 1_000])
  func `every index is done once`(threads: Int, count: Int) {
    let pool = WorkerPool()
    for _ in 0..<20 {
      let counts = Workspace<Int>(count: max(1, count))
      pool.run(count, threads: threads) { index in counts[index] += 1 }
      #expect((0..<count).allSatisfy { counts[$0] == 1 })
    }
  }

  @Test func `work from inside work is done by whoever asks`() {
    let pool = WorkerPool()
    let sum = Atomic<Int>(0)
    pool.run(8, threads: 3) { outer in
      pool.run(8, threads: 3) { inner in sum.add(outer * 8 + inner, ordering: .relaxed) }
    }
    #expect(sum.load(ordering: .relaxed) == 63 * 64 / 2)
  }

  @Test func `callers at the same time all get their work done`() async {
    let pool = WorkerPool()
    let sums = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          let sum = Atomic<Int>(0)
          for _ in 0..<50 { pool.run(20, threads: 2) { index in sum.add(index + task, ordering: .relaxed) } }
          return sum.load(ordering: .relaxed)
        }
      }
      return await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(sums.sorted() == (0..<8).map { 50 * (190 + 20 * $0) })
  }
}
