import Analysis
import Propagation

/// What a model is called.
enum ModelText {
  /// The model with its parameters, in a few words.
  static func name(_ moved: PropagationFindings) -> String {
    switch moved.model {
    case .friedkinJohnsen: "susceptibility \(moved.susceptibility)"
    case .deGroot: "DeGroot"
    case .downwardDrag: "downward drag, susceptibility \(moved.susceptibility)"
    case .hegselmannKrause: "Hegselmann-Krause, \(confidence(moved))"
    case .deffuant: "Deffuant, \(confidence(moved))"
    case .threshold: "thresholds, \(moved.cascade?.threshold ?? "-")"
    case .posterior: "posterior of signals"
    }
  }

  private static func confidence(_ moved: PropagationFindings) -> String {
    guard let opinions = moved.opinions else { return "" }
    let within = "within \(NumberText.plain(opinions.confidence)) points"
    return opinions.partners == .everyone ? within + " of everyone" : within
  }
}
