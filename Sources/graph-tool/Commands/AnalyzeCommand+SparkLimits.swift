import Analysis
import ArgumentParser
import GraphModel

extension AnalyzeCommand {
  /// Refuses what Spark does not do, with a word on what to do instead.
  ///
  /// - Throws: an error of usage that names the first such option.
  func checkForSpark() throws {
    let without = "leave it out, or use the embedded engine"
    let given: [(String, Bool, String)] = [
      (
        "--model \(propagation.model.rawValue)", propagation.model != .friedkinJohnsen,
        "Spark computes friedkin-johnsen alone; \(without)"
      ),
      ("--solver", propagation.solver != nil, "Spark iterates the model itself (fixed-point); leave it out"),
      (
        "--permutations", (measures.permutations ?? 0) > 0,
        "Spark draws no random societies; give 0, or use the embedded engine"
      ),
      ("--null", measures.null != .permute, "Spark draws no random societies; \(without)"),
      ("--test", measures.test != nil, "Spark draws no random societies; \(without)"),
      (
        "--local-permutations", (measures.localPermutations ?? 0) > 0,
        "Spark draws no networks for hot and cold spots; give 0, or use the embedded engine"
      ),
      ("--without-layer", !withoutLayer.isEmpty, "run Spark once more with --layer-weights that leave the layer out"),
      ("--ties", ties, "Spark writes no table of ties; \(without)"),
      ("--graphml", graphml, "Spark writes communities.graphml alone; \(without)"),
      ("--clusters", clusters ?? 0 > 0, "Spark writes no graphs of communities; give 0, or use the embedded engine"),
      ("--pseudonymise", pseudonymise != nil, "replace the ids in the files first"),
      ("--resolution", community.resolution != nil, "it is of the Leiden algorithm; see --community-method"),
      (
        "--community-method", noCommunities && engine.communityMethod != nil,
        "--no-communities looks for none; give one of the two"
      ),
      (
        "--format \(input.format.rawValue)", input.format != .auto,
        "Spark reads CSV and Parquet and tells them by their names; convert other formats first"
      ),
      ("--plots", plots.plots != nil, "write them from the run: graph-tool report RUN --plots DIR"),
      ("--memory-limit", machine.memoryLimit != nil, "give --conf spark.driver.memory=SIZE and spark.executor.memory"),
      ("--threads", machine.threads != nil, "give --master 'local[N]', or --conf spark.executor.cores=N"),
    ]
    for (option, isGiven, advice) in given where isGiven {
      throw ValidationError("\(option) does not go with --engine spark: \(advice)")
    }
    if engine.sparkWork != nil, output.map(SocietyOutline.isURL) ?? true {
      throw ValidationError(
        "--spark-work is where a run folder is made; -o RUN, a folder on this machine, was expected")
    }
  }
}
