import Analysis
import GraphModel

/// People a reader can look up on a page.
struct PeopleSearch {
  let sample: PeopleSample
  let scale: Scale
  /// How many people there are in all.
  let people: Int
  /// What the circles of the network stand for, and their labels; `nil` without a network.
  let drawn: (kind: NetworkDrawing.Kind, labels: [String])?

  private static let columns = [
    "person", "own score", "public score", "change", "friends' own score, mean", "people tied to", "community",
    "influence, times equals",
  ]

  /// What is shown.
  var markup: String {
    let who =
      sample.leftOut == 0
      ? "Everyone can be looked up."
      : "\(NumberText.count(sample.people.count)) of \(NumberText.count(people)) people can be looked up here: those with the largest gains, losses and influence, and one of each large community. Everyone stands in people.csv."
    return """
      <div class="search" id="look-up"><h3>Look someone up</h3>
      <label for="search">Name of a person, or a part of it</label><br>
      <input id="search" type="search" autocomplete="off" spellcheck="false">
      <p id="hit-count" class="note" role="status" aria-live="polite"></p>
      <ul id="hits" class="hits"></ul>
      <div id="card" class="card" aria-live="polite" hidden></div>
      \(HTMLText.paragraph(who, " class=\"note\""))</div>
      """
  }

  /// The circle of each person, or of the person's community; `nil` if it is not drawn.
  ///
  /// Two names may look the same once they are cut, so the script is told places, not names.
  private var circles: [Int?] {
    guard let drawn else { return sample.people.map { _ in nil } }
    let places = Dictionary(zip(drawn.labels, drawn.labels.indices), uniquingKeysWith: { first, _ in first })
    return sample.people.map { person in
      switch drawn.kind {
      case .people: places[person.id]
      case .communities: person.community.flatMap { places[String($0)] }
      }
    }
  }

  /// What the script reads.
  var data: String {
    let decimals = NumberText.decimals(forWidth: scale.width)
    func number(_ value: Double?) -> String {
      value.map { ScriptText.string(NumberText.fixed($0, decimals)) } ?? "null"
    }
    let rows = sample.people.map { person in
      ScriptText.list([
        ScriptText.string(MarkupText.cut(person.id, to: HTMLText.nameLimit)), number(person.ownScore),
        number(person.publicScore),
        ScriptText.string(NumberText.signed(person.publicScore - person.ownScore, decimals)),
        number(person.friendsOwnScore), String(person.degree), person.community.map { String($0) } ?? "null",
        person.influence.map { ScriptText.string(NumberText.fixed($0 * Double(people), 2)) } ?? "null",
      ])
    }
    let columns = ScriptText.list(Self.columns.map(ScriptText.string))
    let places = ScriptText.list(circles.map { $0.map { String($0) } ?? "null" })
    return
      "<script type=\"application/json\" id=\"people-data\">{\"columns\":\(columns),\"circles\":\(places),\"rows\":\(ScriptText.list(rows))}</script>"
  }
}
