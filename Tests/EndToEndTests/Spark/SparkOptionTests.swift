import Testing

/// The options of Spark: what they print, and what is refused.
struct SparkOptionTests {
  private let folder = TemporaryFolder()

  private func dryRun(_ arguments: String...) throws -> Run {
    try Program.run(["analyze", "datasets/karate", "--engine", "spark", "--dry-run"] + arguments)
  }

  @Test func `A dry run prints a command that a shell takes word for word`() throws {
    let run = try dryRun("--master", "yarn", "--conf", "spark.app.name=it's a town", "-o", "hdfs://c/out")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("spark-submit \\\n  --master yarn \\\n  --conf 'spark.app.name=it'\\''s a town' \\\n"))
    #expect(run.output.contains(" ./graph-tool-spark/analyze.py \\\n  \(Package.dataset("karate")) \\\n"))
    #expect(
      run.errors
        == "The command expects the files of the job in ./graph-tool-spark: --dry-run --spark-job DIR writes them into DIR.\n"
    )
    let words = try Program.shell("printf '%s\\n'" + run.output.dropFirst("spark-submit".count))
    #expect(words.lines.contains("spark.app.name=it's a town"))
    #expect(words.lines.contains("hdfs://c/out"))
  }

  @Test func `A dry run writes the files of the job where it is told to`() throws {
    let run = try dryRun("--spark-job", folder.path("job"))
    #expect(run.errors == "wrote the files of the job into \(folder.path("job"))\n")
    #expect(run.output.contains("--py-files \(folder.path("job"))/contagion.zip"))
    #expect(folder.has("job/contagion/main.py"))
  }

  @Test func `Settings of the society and of the command reach the job`() throws {
    let run = try dryRun(
      "--susceptibility", "degree", "--mix", "pooled", "--half-life", "30", "--rounds", "5", "--by", "club",
      "--community-method", "components", "--partitions", "12", "--seed", "7")
    for words in [
      "--susceptibility degree", "--mix pooled", "--half-life 30", "--rounds 5", "--by club",
      "--communities components", "--partitions 12", "--seed 7", "--scale zhima",
    ] {
      #expect(run.output.contains("\n  \(words) \\\n"), "\(words)")
    }
  }

  /// Options without `--engine spark`.
  static let ofSpark = [
    ["--master", "yarn"], ["--conf", "a=b"], ["--spark-home", "x"], ["--spark-job", "x"], ["--spark-work", "x"],
    ["--partitions", "2"], ["--community-method", "labels"], ["--dry-run"],
  ]

  @Test(arguments: ofSpark)
  func `An option of Spark without Spark is refused`(words: [String]) throws {
    let run = try Program.run(["analyze", "datasets/karate"] + words)
    #expect(run.errors.hasPrefix("Error: \(words[0]) is for Spark; --engine spark was expected with it\n"))
    #expect(run.code == 64)
  }

  /// Options that Spark has not.
  static let notOfSpark = [
    ["--model", "degroot"], ["--solver", "cg"], ["--permutations", "99"], ["--null", "rewire"], ["--test", "all"],
    ["--local-permutations", "9"], ["--without-layer", "friendship"], ["--ties"], ["--graphml"], ["--clusters", "5"],
    ["--pseudonymise", "key"], ["--resolution", "1"], ["--format", "snap"], ["--plots", "x"],
    ["--memory-limit", "1G"], ["--threads", "2"], ["--spark-work", "x"],
  ]

  @Test(arguments: notOfSpark)
  func `An option that Spark has not is refused with a word on what to do`(words: [String]) throws {
    let run = try Program.run(["analyze", "datasets/karate", "--engine", "spark"] + words)
    #expect(run.errors.hasPrefix("Error: \(words[0])"))
    #expect(run.code == 64)
  }

  @Test func `Standard input, packs and other formats are refused`() throws {
    _ = try Program.run("pack", "datasets/karate", "-o", folder.path("pack"))
    try folder.write("edges.txt", "# a SNAP list\n1 2\n2 3\n")
    try folder.write("graph.graphml", "<?xml version=\"1.0\"?><graphml/>")
    for society in ["-", folder.path("pack"), folder.path("edges.txt"), folder.path("graph.graphml")] {
      let run = try Program.run("analyze", society, "--engine", "spark", "--dry-run")
      #expect(run.code == 64, "\(society): \(run.errors)")
      #expect(run.output == "")
    }
  }
}
