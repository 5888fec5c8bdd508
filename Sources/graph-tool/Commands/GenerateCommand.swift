import ArgumentParser

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make a synthetic society.",
    discussion: """
      Nobody in it exists. Same options, same bytes, with any number of threads. The models are in docs/generate.md.

      Example: graph-tool generate village --people 300 --seed 1 -o village
      """,
    subcommands: [
      PlantedCommand.self, BarabasiAlbertCommand.self, WattsStrogatzCommand.self, ErdosRenyiCommand.self,
      VillageCommand.self,
    ])
}
