import Analysis
import Foundation
import GraphModel
import Propagation

/// One analysis on Spark: all that the job's command line says.
public struct SparkJob: Sendable {
  /// How communities are found there.
  public enum CommunityMethod: String, Sendable, CaseIterable {
    /// Label propagation.
    case labels
    /// Connected components.
    case components
  }

  /// What is analysed.
  public var society: SparkSociety
  /// How it is read.
  public var reading: ReadingOptions
  /// What is done with it; of no other use are models, solvers, random societies and threads, which Spark has not.
  public var settings: AnalysisSettings
  /// How communities are found.
  public var communities = CommunityMethod.labels
  /// In how many parts the data is cut; `nil` leaves it to the job.
  public var partitions: Int?
  /// The folder or the URL that results are written to, in parts; `nil`: nowhere.
  public var output: String?
  /// Whether results that stand there are replaced.
  public var replaces = false
  /// The folder on the driver's machine that `run.json` and the results are copied to; `nil`: none.
  public var fetched: String?
  /// Whether `run.json` alone is copied, as results stay where they are.
  public var fetchesRecordOnly = false
  /// The program's version.
  public var version: String
  /// The command line that was typed, for `run.json`.
  public var command: [String]

  /// A job with the default settings.
  public init(
    society: SparkSociety, reading: ReadingOptions, settings: AnalysisSettings, version: String, command: [String]
  ) {
    self.society = society
    self.reading = reading
    self.settings = settings
    self.version = version
    self.command = command
  }

  /// What stands behind the script's name.
  public var arguments: [String] { options.flatMap(\.words) }

  /// The same, each option with its value.
  var options: [JobOption] {
    [JobOption(nil, society.place)] + placeOptions + societyOptions + readingOptions + modelOptions + measureOptions
      + recordOptions
  }

  // MARK: Groups of options

  private var placeOptions: [JobOption] {
    [
      output.map { JobOption("-o", SparkSociety.absolute($0)) }, replaces && output != nil ? JobOption("--force") : nil,
      fetched.map { JobOption("--fetch", SparkSociety.absolute($0)) },
      fetched != nil && fetchesRecordOnly ? JobOption("--fetch-record") : nil,
    ].compactMap(\.self)
  }

  private var societyOptions: [JobOption] {
    let outline = society.outline
    var options = [JobOption("--name", outline.name)]
    if let people = outline.people { options.append(JobOption("--people", SparkSociety.absolute(people))) }
    for layer in outline.layers {
      var text = "\(layer.name)=\(SparkSociety.absolute(layer.path));kind=\(layer.kind.rawValue)"
      if let isDirected = layer.isDirected { text += ";directed=\(isDirected)" }
      if let share = layer.share { text += ";share=\(Numerals.plain(share))" }
      options.append(JobOption("--layer", text))
    }
    if let scale = outline.scale { options.append(JobOption("--scale", scale.name)) }
    if let column = outline.scoreColumn { options.append(JobOption("--score-column", column)) }
    if let card = outline.scorecard { options.append(JobOption("--scorecard", JobText.json(ScorecardText(card)))) }
    return options
  }

  private var readingOptions: [JobOption] {
    let ties = reading.ties
    var options: [JobOption] = []
    func add(_ name: String, _ value: String, unless usual: Bool) {
      if !usual { options.append(JobOption(name, value)) }
    }
    add("--scores", reading.scores.rawValue, unless: reading.scores == .given)
    add("--missing-score", reading.missingScore.rawValue, unless: reading.missingScore == .error)
    add("--unknown-people", reading.unknownPeople.rawValue, unless: reading.unknownPeople == .error)
    switch ties.amount {
    case .count: options.append(JobOption("--amount", "count"))
    case .amount: options.append(JobOption("--amount", "amount"))
    case .log(let unit): add("--amount-unit", Numerals.plain(unit), unless: unit == 1)
    }
    if let halfLife = ties.halfLife { options.append(JobOption("--half-life", Numerals.plain(halfLife))) }
    if let asOf = ties.asOf { options.append(JobOption("--as-of", Numerals.plain(asOf))) }
    add("--direction", ties.direction.rawValue, unless: ties.direction == .both)
    add("--self-ties", ties.selfTies.rawValue, unless: ties.selfTies == .drop)
    add("--negative", ties.negative.rawValue, unless: ties.negative == .error)
    return options
  }

  private var modelOptions: [JobOption] {
    let wishes = society.outline.wishes
    var options: [JobOption] = []
    if let text = settings.susceptibility?.optionText {
      options.append(JobOption("--susceptibility", text))
    } else if let text = wishes.susceptibility {
      options.append(JobOption("--susceptibility-of-society", text))
    }
    if let mix = settings.mix?.rawValue ?? wishes.mix { options.append(JobOption("--mix", mix)) }
    if let weights = settings.layerWeights {
      let text = weights.sorted { $0.key < $1.key }.map { "\($0.key)=\(Numerals.plain($0.value))" }
      options.append(JobOption("--layer-weights", text.joined(separator: ",")))
    }
    if settings.isolates != .keep { options.append(JobOption("--isolates", settings.isolates.rawValue)) }
    switch settings.stop {
    case .standard: break
    case .tolerance(let points): options.append(JobOption("--tolerance", Numerals.plain(points)))
    case .rounds(let count): options.append(JobOption("--rounds", String(count)))
    }
    options.append(JobOption("--max-rounds", String(settings.maximumRounds)))
    return options
  }

  private var measureOptions: [JobOption] {
    var options = [JobOption("--communities", settings.findsCommunities ? communities.rawValue : "none")]
    options += settings.groupColumns.map { JobOption("--by", $0) }
    options.append(JobOption("--seed", String(settings.seed)))
    if let partitions { options.append(JobOption("--partitions", String(partitions))) }
    return options
  }

  private var recordOptions: [JobOption] {
    var options = [JobOption("--tool-version", version), JobOption("--command-line", JobText.json(command))]
    let notices = society.outline.notices
    if !notices.isEmpty { options.append(JobOption("--notices", JobText.json(notices))) }
    return options
  }
}

extension Susceptibility {
  /// What an option takes for it.
  fileprivate var optionText: String {
    switch self {
    case .constant(let value): Numerals.plain(value)
    case .column(let name): name
    case .degree: "degree"
    }
  }
}
