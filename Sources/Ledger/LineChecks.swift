import Fiscal
package import Standards

/// What the sheets' definitions ask of the codes of each line (`约束`): each breach is told once, with its first row.
struct LineChecks {
    private let standards: Standards
    private let printed: [SheetConstraint.Lines: Set<Code>]
    private var seen: Set<Meaning> = []
    private var breaches: [Breach: Place] = [:]

    private struct Meaning: Hashable {
        let sheet: String
        let coordinates: Coordinates
    }

    private struct Breach: Hashable {
        let sheet: String
        let constraint: Int
        /// Only what the constraint looks at.
        let coordinates: Coordinates
    }

    private struct Place {
        let fault: BookFault
        let isWarning: Bool
    }

    init(_ standards: Standards) {
        self.standards = standards
        printed = [
            .classes: Set(standards.classLines.map(\.code)), .economic: Set(standards.economicLines.map(\.code)),
        ]
    }

    var faults: [BookFault] { listed { !$0.isWarning } }
    var warnings: [BookFault] { listed(\.isWarning) }

    private func listed(_ isWanted: (Place) -> Bool) -> [BookFault] {
        breaches.values.filter(isWanted).map(\.fault).sorted {
            ($0.sheet, $0.row, $0.column, $0.message) < ($1.sheet, $1.row, $1.column, $1.message)
        }
    }

    /// The sums of a large sheet that break something, each with the first row of its lines.
    mutating func take(_ sheet: SummedSheet) {
        for (packed, row) in sheet.digest.breaches {
            check(standards.space.unpack(packed), sheet.plan.definition, file: sheet.sheet, row: row)
        }
    }

    mutating func take(_ coordinates: Coordinates, _ definition: Sheet, file: String, row: Int) {
        guard !definition.constraints.isEmpty else { return }
        // Of lines with the same codes only the first can tell anything new.
        guard seen.insert(Meaning(sheet: file, coordinates: coordinates)).inserted else { return }
        check(coordinates, definition, file: file, row: row)
    }

    private mutating func check(_ coordinates: Coordinates, _ definition: Sheet, file: String, row: Int) {
        for (index, constraint) in definition.constraints.enumerated() where holds(constraint, for: coordinates) {
            guard let found = breach(of: constraint, coordinates) else { continue }
            var looked = constraint.when.overlaid(by: .all)
            looked[constraint.dimension] = coordinates[constraint.dimension]
            let key = Breach(sheet: file, constraint: index, coordinates: looked)
            if let known = breaches[key], known.fault.row <= row { continue }
            breaches[key] = Place(
                fault: BookFault(.lineBreaks(found), sheet: file, row: row, column: constraint.dimension.word),
                isWarning: constraint.isWarning || isUnconfirmed(constraint, coordinates))
        }
    }

    private func holds(_ constraint: SheetConstraint, for coordinates: Coordinates) -> Bool {
        Dimension.allCases.allSatisfy { holds(constraint, $0, coordinates[$0]) }
    }

    private func holds(_ constraint: SheetConstraint, _ dimension: Dimension, _ code: Code) -> Bool {
        let wanted = constraint.when[dimension]
        return wanted.isAll || standards.classification(dimension).contains(code, under: wanted)
    }

    /// Whether a line may break the constraint for all that its code of one dimension says.
    func mayBreak(_ constraint: SheetConstraint, _ dimension: Dimension, _ code: Code) -> Bool {
        guard holds(constraint, dimension, code) else { return false }
        return dimension != constraint.dimension
            || broken(constraint.requirement, code, standards.classification(dimension)) != nil
    }

    /// To which fund a code belongs is as sure as the code itself.
    private func isUnconfirmed(_ constraint: SheetConstraint, _ coordinates: Coordinates) -> Bool {
        guard case .ofFund = constraint.requirement else { return false }
        return standards.classification(.function).members[coordinates.function]?.isConfirmed == false
    }

    private func breach(of constraint: SheetConstraint, _ coordinates: Coordinates) -> LineBreach? {
        let code = coordinates[constraint.dimension]
        let list = standards.classification(constraint.dimension)
        guard let rule = broken(constraint.requirement, code, list) else { return nil }
        let names = Dimension.allCases.filter { !constraint.when[$0].isAll }.map {
            standards.classification($0).name(constraint.when[$0])
        }
        return LineBreach(found: code.isAll ? "" : shown(code, in: list), when: names, rule: rule)
    }

    private func broken(
        _ requirement: SheetConstraint.Requirement, _ code: Code, _ list: Classification
    ) -> LineBreach.Rule? {
        if case .filled = requirement { return code.isAll ? .missing : nil }
        guard !code.isAll else { return nil }
        switch requirement {
        case .filled: return nil
        case .excludes(let codes):
            return codes.contains(code) ? .tooWide(list.children(of: code).map(list.name)) : nil
        case .only(let codes):
            return codes.contains { list.contains(code, under: $0) } ? nil : .notAmong(codes.map(list.name))
        case .ofFund(let fund):
            guard let member = list.members[code], member.level == 3, member.fund != fund else { return nil }
            return .otherFund(member.fund)
        case .printed(.classes):
            let top = list.ancestor(of: code, level: 1) ?? code
            return printed[.classes]?.contains(top) == true ? nil : .noRow(.classes, shown(top, in: list))
        case .printed(.economic):
            return printed[.economic]?.contains(code) == true ? nil : .noRow(.economic, shown(code, in: list))
        }
    }

    private func shown(_ code: Code, in list: Classification) -> String {
        code.text == list.members[code]?.id ? "\(code.text) \(list.name(code))" : list.name(code)
    }
}

/// Codes of one line that do not go together, or that no form can print.
package struct LineBreach: Hashable, Sendable {
    package enum Rule: Hashable, Sendable {
        case missing
        /// - names: what is meant instead.
        case tooWide([String])
        case notAmong([String])
        /// The fund that the code belongs to; empty for the general one.
        case otherFund(String)
        case noRow(SheetConstraint.Lines, String)
    }

    /// The code with its name; empty where none is given.
    package var found: String
    /// What the rest of the line says that asks for it.
    package var when: [String]
    package var rule: Rule
}
