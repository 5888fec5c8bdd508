import Testing

struct DatasetTests {
  @Test(arguments: ["florentine", "karate", "miserables", "village"])
  func `The checksums in a dataset's README hold`(name: String) throws {
    let run = try Program.shell("sha256sum --check --quiet README.md 2>/dev/null", in: Package.dataset(name))
    #expect(run.output == "")
    #expect(run.code == 0)
  }

  /// People and pairs of people, from the READMEs of the datasets.
  @Test(arguments: [
    ("florentine", "16 people, 27 tied pairs"), ("karate", "34 people, 78 tied pairs"),
    ("miserables", "77 people, 254 tied pairs"),
  ])
  func `A dataset is as large as its README says`(name: String, size: String) throws {
    #expect(try Program.run("describe", "datasets/" + name).lines[0].contains(size))
  }
}
