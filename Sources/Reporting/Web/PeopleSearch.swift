import Analysis
import GraphModel

/// People a reader can look up on a page.
struct PeopleSearch {
  let sample: PeopleSample
  let scale: Scale
  /// How many people there are in all.
  let people: Int

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
      <div id="card" class="card" aria-live="polite" hidden></div></div>
      \(HTMLText.paragraph(who, " class=\"note who\""))
      """
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
    return
      "<script type=\"application/json\" id=\"people-data\">{\"columns\":\(ScriptText.list(Self.columns.map(ScriptText.string))),\"community\":6,\"rows\":\(ScriptText.list(rows))}</script>"
  }
}
