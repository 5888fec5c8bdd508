/// Which random numbers are for what, in designs and in statistics of experiments.
enum StatisticsStream: UInt32 {
  /// Latin hypercubes; the index is the dimension.
  case latinHypercube = 402
  /// Digital shifts of Sobol sequences; the index is the dimension.
  case sobolShift = 403
  /// Resamples of means; the index is the caller's.
  case means = 410
  /// Resamples of base rows for Sobol indices; the index is the caller's.
  case sobolIndices = 411
  /// Resamples of points for regressions; the index is the caller's.
  case regression = 412
}
