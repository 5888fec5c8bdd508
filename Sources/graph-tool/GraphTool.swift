import ArgumentParser

/// The command `graph-tool`.
@main
struct GraphTool: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "graph-tool",
    abstract: "What happens to people, friendships and communities when everyone carries a public score?",
    discussion: """
      A society is a folder with people.csv and friendships.csv (and transactions.csv, society.yaml), one edge list \
      (CSV, SNAP, KONECT, Netzschleuder, Gephi, Matrix Market), one GraphML file, or a folder that pack has written. Scores are in points of the scale; an arc i -> j says that i is influenced by j.

      It is an instrument for studying scoring schemes, not for scoring people.

      Exit codes: 0 done, 1 the run came out differently (rerun), 64 usage, 65 bad data, 66 no input, 69 Spark is not there or failed, 70 a bug, 71 too little memory, 73 output cannot be made, \
      74 writing failed, 75 did not converge (the run is still written), 130 interrupted.

      Example: graph-tool analyze datasets/florentine -o florentine.run
      """,
    version: version,
    subcommands: [
      AnalyzeCommand.self, CheckCommand.self, CommunitiesCommand.self, CompareCommand.self, DescribeCommand.self,
      ExportCommand.self, GenerateCommand.self, InfluenceCommand.self, PackCommand.self, ReportCommand.self,
      RerunCommand.self, ShockCommand.self, SimulateCommand.self, StudyCommand.self, SweepCommand.self,
    ])
}
