import Ledger
import Paper
import Publication

/// What a build writes beside a package for whoever makes it: no part of what is published.
enum OwnSheets {
    /// Its name, where a paper is one.
    static func name(of paper: Paper) -> String? {
        switch paper.title {
        case Checklist.title where paper.provenance != Provenance(): Checklist.title
        case BookReader.openReasons: BookReader.openReasons
        default: nil
        }
    }
}
