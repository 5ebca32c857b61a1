import ArgumentParser
import Publication
import Standards

/// `--part`: which of a department's papers are built.
extension PublicationOptions.Part: ExpressibleByArgument {}

/// `--stage`: which forms of performance.
enum PackageStage: String, ExpressibleByArgument, CaseIterable {
    case goals, monitoring, evaluation

    var stage: EvaluationLayout.Stage {
        switch self {
        case .goals: .goals
        case .monitoring: .monitoring
        case .evaluation: .evaluation
        }
    }
}
