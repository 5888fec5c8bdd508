import Testing

struct DescribeTests {
  @Test func `The karate club is described so`() throws {
    let run = try Program.run("describe", "datasets/karate")
    #expect(
      run.output == """
        karate                               34 people, 78 tied pairs, scores 350 to 950

          layer       ties  people  in the mix
          friendship    78      34      100.0%  friendships, both ways, weighted

          The 34 with ties are all connected.

        OWN SCORES

          own score   mean     sd  lowest  median  highest   Gini
          everyone   645.2  172.9   357.9   643.6    937.2  0.155

        COLUMNS OF THE PEOPLE FILE

          column  values  different  missing
          club    text            2        0
          score   number         34        0

        """)
  }

  @Test func `JSON is one object with these keys`() throws {
    let run = try Program.run("describe", "datasets/florentine", "--json")
    #expect(try JSON(run.output).keys == ["notices", "own_scores", "society"])
  }

  @Test func `With --quiet nothing is printed`() throws {
    let run = try Program.run("describe", "datasets/florentine", "--quiet")
    #expect(run.output + run.errors == "")
  }

  @Test func `What reading assumed and merged is told`() throws {
    let run = try Program.run("describe", "datasets/village")
    #expect(
      run.output.contains(
        """

        WHAT WAS DONE TO THE INPUT

          assumed  own scores by the scorecard "zhima", weights unofficial: Zhima
                   Credit, the five dimensions without relations
          merged   5438 payments added up into 2551 ties (transactions.csv)
          ignored  events.csv is not used here; it belongs to a simulation

        """))
  }
}
