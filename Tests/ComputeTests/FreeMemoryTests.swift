import Compute
import Testing

struct FreeMemoryTests {
  private static let machine = "MemTotal:       16000 kB\nMemFree:         1000 kB\nMemAvailable:    8000 kB\n"

  private static func bytes(_ files: [String: String]) -> Int? { FreeMemory { files[$0] }.bytes }

  @Test func `where nothing is known nothing is said`() {
    #expect(Self.bytes([:]) == nil)
    #expect(Self.bytes(["/proc/meminfo": "MemTotal: 16000 kB\n", "/proc/self/cgroup": "nonsense\n"]) == nil)
  }

  @Test func `without groups it is what the machine has available`() {
    #expect(Self.bytes(["/proc/meminfo": Self.machine]) == 8_192_000)
  }

  @Test func `a group of version 2 leaves what it may have beyond what it uses`() {
    #expect(
      Self.bytes([
        "/proc/meminfo": Self.machine, "/proc/self/cgroup": "0::/jobs/one\n",
        "/sys/fs/cgroup/jobs/one/memory.max": "5000\n", "/sys/fs/cgroup/jobs/one/memory.current": "3000\n",
      ]) == 2000)
  }

  @Test func `a group's files in memory count as free`() {
    #expect(
      Self.bytes([
        "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/memory.max": "5000\n",
        "/sys/fs/cgroup/memory.current": "3000\n", "/sys/fs/cgroup/memory.stat": "anon 100\ninactive_file 700\n",
      ]) == 2700)
  }

  @Test func `the group above counts if it has less`() {
    #expect(
      Self.bytes([
        "/proc/self/cgroup": "0::/jobs/one\n", "/sys/fs/cgroup/jobs/one/memory.max": "max\n",
        "/sys/fs/cgroup/jobs/one/memory.current": "3000\n", "/sys/fs/cgroup/jobs/memory.max": "9000\n",
        "/sys/fs/cgroup/jobs/memory.current": "8000\n",
      ]) == 1000)
  }

  @Test func `a group of version 1 is found among its controllers`() {
    #expect(
      Self.bytes([
        "/proc/meminfo": Self.machine, "/proc/self/cgroup": "5:cpu,cpuacct:/x\n4:memory:/a\n",
        "/sys/fs/cgroup/memory/a/memory.limit_in_bytes": "6000\n",
        "/sys/fs/cgroup/memory/a/memory.usage_in_bytes": "1000\n",
        "/sys/fs/cgroup/memory/a/memory.stat": "inactive_file 1\ntotal_inactive_file 500\n",
      ]) == 5500)
  }

  @Test func `a group that uses more than it may leaves nothing`() {
    #expect(
      Self.bytes([
        "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/memory.max": "10\n", "/sys/fs/cgroup/memory.current": "30\n",
      ]) == 0)
  }
}
