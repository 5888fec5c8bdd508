import GraphModel

/// What a run on Spark has not.
public enum SparkLimits {
  /// What a run folder lacks beside one that the embedded engine wrote, a sentence each without a full stop.
  public static func leftOut(_ job: SparkJob) -> [String] {
    let society = job.society
    var sentences = [
      "graph.graphml and clusters/: Spark leaves ties where they are",
      "groups.csv, and spectral_* in people.csv: Spark does not work out how closed groups are",
      "local_* in people.csv: Spark draws no random networks, so there are no hot and cold spots",
      "portrait.json: Spark draws no pictures, so the page has fewer",
    ]
    if !society.outline.foldersRead.isEmpty {
      sentences.append(
        "digests of \(society.outline.foldersRead.joined(separator: ", ")) in run.json: they are folders of files")
    }
    if society.isElsewhere {
      sentences.append("digests of the input in run.json: it does not stand on this machine")
    }
    return sentences
  }
}
