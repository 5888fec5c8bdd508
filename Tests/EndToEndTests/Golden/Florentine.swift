/// Whole outputs of the program, to be read by a person before they are changed.
enum Golden {
  /// `graph-tool analyze datasets/florentine`.
  ///
  /// Sources of its numbers: the own scores are the wealth of 1427 on 350 to 950 (datasets/florentine/README.md), the public
  /// scores and measures are tested against other programs in PropagationTests and AnalysisTests; this text is here for its
  /// words and its layout.
  static let florentine = """
    florentine                           16 people, 27 tied pairs, scores 350 to 950

      layer        ties  people  in the mix
      friendship     20      15       50.0%  friendships, both ways, unweighted
      transaction    15      11       50.0%  payments, both ways, unweighted

      1 person has no tie, so no network acts on that score. The 15 with ties are
      all connected.

    IN SHORT

      - The network pulled scores together: their spread (sd) went from 149.8 to
        82.1 points.
      - The mean rose by 19.8 points, from 516.0 to 535.8.
      - Friends' own scores are as alike as chance would have it (Moran's I -0.347,
        chance -0.070, p .078): no sign of sorting at the 5% level.
      - Communities account for 15.2% of the variance of own scores and 24.0% of
        that of public scores: no more than the model gives by chance (25.4%,
        one-sided p .455).

    WHAT THE NETWORK DID TO SCORES                                susceptibility 0.5

      score    mean     sd  lowest  median  highest   Gini
      own     516.0  149.8   350.0   501.0    950.0  0.145
      public  535.8   82.1   350.0   523.6    741.6  0.078
      sd: how widely scores are spread. Gini: 0 if all are equal, towards 1 if one
      has all.

      Public scores differ from own scores by 62.5 points on average: 11 gained, 4
      lost, 1 stayed within the error. By layer, friendship moved them by 46.6,
      transaction moved them by 18.7. The order of people agrees by 0.689 (Kendall's
      tau-b: 1 same order, 0 unrelated).

      gained most    own  public  change  by friendship  by transaction
      Acciaiuoli   379.4   517.4  +138.0         +138.0             0.0
      Salviati     379.4   505.4  +126.0          +57.0           +69.0
      Ridolfi      450.7   553.4  +102.7         +102.7             0.0
      Castellani   421.3   499.9   +78.6          +49.6           +29.0
      Guadagni     371.0   445.4   +74.4          +39.1           +35.3

      lost most       own  public  change  by friendship  by transaction
      Strozzi       950.0   741.6  -208.4         -208.4             0.0
      Medici        769.6   655.3  -114.2          -57.9           -56.4
      Lamberteschi  513.6   494.7   -18.9          -17.1            -1.8
      Barbadori     568.2   567.4    -0.8           +2.4            -3.2

      Certified: no public score is off by more than 4.5e-07 points (20 rounds).

    WHO STANDS WHERE                            people by score, from each number up

           own score                           public score
      900  █████▍ 1
      850
      800
      750  █████▍ 1
      700                                      █████▍ 1
      650                                      █████▍ 1
      600
      550  █████▍ 1                            █████████████████████▍ 4
      500  ██████████████████████████▋ 5       ████████████████████████████████ 6
      450  ████████████████ 3                  ██████████▋ 2
      400  █████▍ 1                            █████▍ 1
      350  █████████████████████▍ 4            █████▍ 1

    TIERS OF ZHIMA                                               4 of 16 change tier

      own tier  before  after  change  moved up  moved down
      700-950        2      1      -1                     1
      650-699        0      1      +1
      600-649        0      0       0
      550-599        1      4      +3
      350-549       13     10      -3         3
      before, after: people in the tier by own and by public score. moved: those
      whose own score is in the tier and whose public score is not.

      own, public  700-950  650-699  600-649   550-599  350-549
      700-950      50.0% ▓  50.0% ▓        -         -        -
      650-699            -        -        -         -        -
      600-649            -        -        -         -        -
      550-599            -        -        -  100.0% █        -
      350-549            -        -        -   23.1% ░  76.9% █
      Of people whose own score is in the tier at the left, in which tier the public
      score is; -: none.

    COMMUNITIES                                            3 found, modularity 0.336

      community  people    own  public  change  closure  350                  950
      1               8  502.1   549.1   +47.0    80.0%        ○─●───┤
      2               4  620.6   589.7   -30.9    60.0%        ├──●○────┤
      3               3  468.9   490.0   +21.2    60.0%      ├●─┤
      closure: the share of its tie weight that stays inside. The line spans public
      scores on the scale; ○ mean own, ● mean public. Modularity: 0 as in a random
      graph, towards 1 for closed circles.

    THE SOCIAL GAP                          before: own scores, after: public scores

                                    before  chance     p  after  chance     p
      variance between communities   15.2%   14.1%  .355  24.0%   25.4%  .455
      No gap in points: it needs two groups of 5 people or more.
      chance: what the number would be on average if own scores were dealt out at
      random and propagated again; p: one-sided, how often chance alone gives as
      much or more (p_high in measures.csv); -: no test.

    ARE FRIENDS ALIKE?                                          999 random societies

      Moran's I on     own  chance     p  public  chance     p  people
      friendship    -0.344  -0.067  .126  -0.057   0.195  .206      15
      transaction   -0.271  -0.095  .318   0.232   0.125  .604      11
      combined      -0.347  -0.070  .078  -0.062   0.156  .184      15
      Moran's I: 1 if people have their friends' scores, 0 if unrelated, below 0 if
      opposites are tied. p: two-sided. Only own scores can show that friends choose
      friends by score; public scores are pulled together by the propagation itself,
      and chance counts that in.

    HOT AND COLD SPOTS                                                     15 people

      Nobody could be told from chance at a rate of 5.0% false discoveries (local
      Moran's I, 999 networks drawn for each).

    WHAT WAS DONE TO THE INPUT

      assumed  own scores by the scorecard "wealth": Net wealth in 1427, mapped
               linearly (poorest 350, richest 950)
      assumed  the 2 layers count equally (--layer-weights)
      assumed  susceptibility 0.5 for everyone (--susceptibility)

    THE COMMAND

      graph-tool analyze datasets/florentine

    """
}
