import Fiscal
import Standards

@testable import Narrative

extension Figure {
    /// A short name for messages: concept, dimensions, phase and year, and what it is compared with.
    var short: String {
        func name(_ key: FactKey) -> String {
            let parts = Dimension.allCases.map { key.coordinates[$0] }.filter { !$0.isAll }.map(\.text)
            let phase = key.phase == .actual ? "" : key.phase == .initialBudget ? "@年初预算" : "@全年预算"
            return ([key.concept.id] + parts).joined(separator: "/") + phase
                + (key.year.number % 100 == 0 ? "" : "#\(key.year.number)")
        }
        return switch self {
        case .fact(let key): name(key)
        case .derived(.share(let a, let b)): "\(name(a)) 占 \(name(b))"
        case .derived(.change(let a, let b)): "\(name(a)) 增减 \(name(b))"
        case .derived(.growth(let a, let b)): "\(name(a)) 升降 \(name(b))"
        case .derived(.completion(let a, let b)): "\(name(a)) 完成 \(name(b))"
        case .listed(let what): "列 \(what)"
        }
    }
}

/// Claims of one section as lines: what is printed and what it was bound to.
func readings(_ paragraphs: [String], _ phrases: [String], _ region: String = "430000", _ year: Int = 2021) throws
    -> [String]
{
    let standards = try TestStandards.load(region, year)
    return ClaimReader.claims(
        in: paragraphs, phrases: phrases.compactMap { standards.phrases[$0] }, standards: standards, unit: "1"
    ).flatMap { $0 }.map { claim in
        "\(claim.text) \(claim.figure.map { $0.short.replacing("#\(year)", with: "") } ?? "—")"
    }
}
