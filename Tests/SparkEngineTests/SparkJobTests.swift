import Analysis
import Foundation
import GraphModel
import Propagation
import Testing

@testable import SparkEngine

struct SparkJobTests {
  private func job(
    _ society: String = "hdfs://cluster/town", _ reading: ReadingOptions = ReadingOptions(),
    _ change: (inout AnalysisSettings) -> Void = { _ in }
  ) throws -> SparkJob {
    var settings = AnalysisSettings()
    change(&settings)
    return SparkJob(
      society: try SparkSociety(society, options: reading), reading: reading, settings: settings, version: "1.2.3",
      command: ["graph-tool", "analyze", "town"])
  }

  @Test func `A society elsewhere with the defaults needs few words`() throws {
    #expect(
      try job().arguments == [
        "hdfs://cluster/town", "--name", "town", "--max-rounds", "100000", "--communities", "labels", "--seed", "1",
        "--tool-version", "1.2.3", "--command-line", #"["graph-tool","analyze","town"]"#,
      ])
  }

  @Test func `Every setting becomes its option`() throws {
    var reading = ReadingOptions()
    reading.scale = .fico
    reading.scores = .synthetic
    reading.missingScore = .mean
    reading.unknownPeople = .add
    reading.ties.amount = .log(unit: 100)
    reading.ties.halfLife = 30
    reading.ties.asOf = 86_400
    reading.ties.direction = .payer
    reading.ties.selfTies = .keep
    reading.ties.negative = .absolute
    var job = try job("s3a://b/town/", reading) { settings in
      settings.susceptibility = .column("openness")
      settings.mix = .pooled
      settings.layerWeights = ["transaction": 0.25, "friendship": 0.75]
      settings.isolates = .floor
      settings.stop = .tolerance(0.001)
      settings.maximumRounds = 50
      settings.findsCommunities = false
      settings.groupColumns = ["district", "club"]
      settings.seed = 9
    }
    job.partitions = 12
    job.output = "s3a://b/out"
    job.replaces = true
    let text = job.arguments.joined(separator: " ")
    for part in [
      "-o s3a://b/out --force", "--scale fico --scores synthetic --missing-score mean --unknown-people add",
      "--amount-unit 100 --half-life 30 --as-of 86400 --direction payer --self-ties keep --negative absolute",
      "--susceptibility openness --mix pooled --layer-weights friendship=0.75,transaction=0.25 --isolates floor",
      "--tolerance 0.001 --max-rounds 50 --communities none --by district --by club --seed 9 --partitions 12",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `A value with a dash in front stands in one word with its option`() {
    #expect(JobOption("--scale", "-1:1").words == ["--scale=-1:1"])
    #expect(JobOption("--scale", "0:1").words == ["--scale", "0:1"])
  }

  @Test func `A local path is told from the root, a URL as it is`() {
    let here = FileManager.default.currentDirectoryPath
    #expect(SparkSociety.absolute("town/../town") == here + "/town")
    #expect(SparkSociety.absolute("file:/town") == "file:/town")
  }

  @Test func `The command has Spark's options before the script, and the job's behind it`() throws {
    let command = SubmitCommand(
      master: "yarn", configuration: ["a=b", "c=d e"], folder: "/job", sendsPackage: true, job: try job())
    #expect(
      Array(command.arguments.prefix(10)) == [
        "--master", "yarn", "--conf", "a=b", "--conf", "c=d e", "--py-files", "/job/contagion.zip", "/job/analyze.py",
        "hdfs://cluster/town",
      ])
    #expect(command.text { "<\($0)>" }.hasPrefix("spark-submit \\\n  <--master> <yarn> \\\n  <--conf> <a=b> \\\n"))
  }

  @Test func `The program is looked for in the folder of Spark before the path`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("spark-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["one/bin", "two"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
      _ = FileManager.default.createFile(
        atPath: "\(folder)/\(name)/spark-submit", contents: nil, attributes: [.posixPermissions: 0o755])
    }
    let path = ["PATH": "/nowhere:\(folder)/two"]
    func found(_ home: String?, _ environment: [String: String]) throws -> String {
      try SubmitProgram.find(home: home, environment: environment).path
    }
    #expect(try found(nil, path) == folder + "/two/spark-submit")
    #expect(try found(nil, path.merging(["SPARK_HOME": folder + "/one"]) { $1 }) == folder + "/one/bin/spark-submit")
    #expect(try found(folder + "/one", path) == folder + "/one/bin/spark-submit")
    #expect(throws: SparkError.self) { try found(folder + "/two", path) }
    #expect(throws: SparkError.self) { try found(nil, [:]) }
  }
}
