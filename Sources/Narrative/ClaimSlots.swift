import Fiscal
import Standards

/// What a figure of a phrase can say of its subject.
enum ClaimRole: Hashable {
    case amount
    case change
    case growth
    case share
    case completion
}

/// All figures that some phrases can speak of: the slots of every piece, branch and loop.
struct ClaimSlots {
    /// A subject, narrowed to the member at hand of a loop where `scope` is given.
    struct Operand: Hashable {
        let subject: Int
        let scope: Int?
    }

    struct Slot: Hashable {
        let role: ClaimRole
        let operand: Operand
        /// nil: the same figure a year before, or no base at all.
        let base: Operand?
    }

    struct Subject {
        let name: String
        let spec: FactSpec
        let words: [String]
        let otherWords: [Needle]
        let measure: Measure
    }

    /// The members a loop can run over.
    struct Scope {
        let dimension: Dimension
        let members: Set<Code>
        let names: [Code: String]
        /// Each member has its own paragraphs, so that it stays at hand until the next is named.
        let hasParagraphs: Bool
    }

    private(set) var subjects: [Subject] = []
    private(set) var scopes: [Scope] = []
    private(set) var slots: [Slot] = []
    /// Whether the phrases count the department's units.
    private(set) var countsUnits = false
    private let standards: Standards
    private let unit: String
    private var seen: Set<Slot> = []

    init(phrases: [Phrase], standards: Standards, unit: String) {
        self.standards = standards
        self.unit = unit
        for phrase in phrases {
            var indices: [String: Int] = [:]
            for subject in phrase.subjects {
                indices[subject.name] = subjects.count
                let measure = subject.spec.concept.flatMap { standards.concepts[$0]?.measure } ?? .money
                subjects.append(
                    Subject(
                        name: subject.name, spec: subject.spec, words: subject.words,
                        otherWords: subject.otherWords.map { Needle($0) }, measure: measure))
            }
            for paragraph in phrase.paragraphs + phrase.alsoRead { collect(paragraph, indices, scope: nil) }
        }
    }

    private mutating func collect(_ pieces: [Phrase.Piece], _ indices: [String: Int], scope: Int?) {
        for piece in pieces {
            switch piece {
            case .literal: continue
            case .slot(.unitCount): countsUnits = true
            case .slot(.figure(let reference, let role)): add(reference, role, indices, scope: scope)
            case .slot: continue
            case .branch(_, let then, let otherwise):
                collect(then, indices, scope: scope)
                collect(otherwise, indices, scope: scope)
            case .loop(let loop):
                scopes.append(self.scope(loop))
                let inner = scopes.count - 1
                collect(loop.pieces, indices, scope: inner)
                for paragraph in loop.paragraphs { collect(paragraph, indices, scope: inner) }
            }
        }
    }

    private func scope(_ loop: Phrase.Loop) -> Scope {
        let classification = standards.classification(loop.dimension)
        let members = loop.members.isEmpty ? classification.ordered : loop.members
        let allowed = members.filter { code in
            guard loop.members.isEmpty else { return true }
            return (loop.level == nil || classification.members[code]?.level == loop.level)
                && classification.contains(code, under: loop.under ?? .all)
        }
        return Scope(
            dimension: loop.dimension, members: Set(allowed), names: loop.names, hasParagraphs: !loop.paragraphs.isEmpty
        )
    }

    private mutating func add(
        _ reference: Phrase.Reference, _ role: Phrase.Role, _ indices: [String: Int], scope: Int?
    ) {
        func operand(_ reference: Phrase.Reference?) -> Operand? {
            guard let reference, let subject = indices[reference.subject] else { return nil }
            return Operand(subject: subject, scope: reference.isNarrowed ? scope : nil)
        }
        guard let subject = operand(reference) else { return }
        let slot =
            switch role {
            case .amount: Slot(role: .amount, operand: subject, base: nil)
            case .change(let base): Slot(role: .change, operand: subject, base: operand(base))
            case .growth(let base): Slot(role: .growth, operand: subject, base: operand(base))
            case .share(let whole): Slot(role: .share, operand: subject, base: operand(whole))
            case .completion(let budget): Slot(role: .completion, operand: subject, base: operand(budget))
            }
        if seen.insert(slot).inserted { slots.append(slot) }
    }
}

// MARK: - Figures

extension ClaimSlots {
    /// The fact an operand means, with the member its loop stands at.
    func key(_ operand: Operand, member: Code?) -> FactKey? {
        var spec = subjects[operand.subject].spec
        if let scope = operand.scope {
            guard let member, scopes[scope].members.contains(member) else { return nil }
            spec.coordinates[scopes[scope].dimension] = member
        }
        return spec.key(unit: unit, year: standards.year)
    }

    /// What a change or growth is measured from: the base's fact, or the same figure a year before.
    func baseKey(_ slot: Slot, member: Code?) -> FactKey? {
        if let base = slot.base { return key(base, member: member) }
        guard slot.role == .change || slot.role == .growth else { return nil }
        var prior = key(slot.operand, member: member)
        prior?.year = standards.year.previous
        return prior
    }

    /// The figure exactly as the narrator makes it.
    func figure(_ slot: Slot, member: Code?) -> Figure? {
        guard let key = key(slot.operand, member: member) else { return nil }
        if slot.role == .amount { return .fact(key) }
        guard let base = baseKey(slot, member: member) else { return nil }
        switch slot.role {
        case .amount: return .fact(key)
        case .change: return .derived(.change(key, since: base))
        case .growth: return .derived(.growth(key, since: base))
        case .share: return .derived(.share(key, of: base))
        case .completion: return .derived(.completion(key, of: base))
        }
    }

    var year: FiscalYear { standards.year }
    /// What makes the name of an amount that of a part of it.
    var narrowing: [String] { standards.reading.narrowing }

    /// Of a figure that no word says more of.
    var phase: Phase { standards.kind.phase }

    func contains(_ code: Code, under ancestor: Code, in dimension: Dimension) -> Bool {
        standards.classification(dimension).contains(code, under: ancestor)
    }

    /// Loops that narrow the same subject: where one of their members is meant, the whole is not.
    func scopesNarrowing(_ subject: Int) -> [Scope] {
        Set(slots.filter { $0.operand.subject == subject }.compactMap(\.operand.scope)).map { scopes[$0] }
    }

    /// Whether a code stands above (or is) every member of the loop, so that naming it names the whole.
    func covers(_ code: Code, _ scope: Scope) -> Bool {
        let classification = standards.classification(scope.dimension)
        return scope.members.allSatisfy { classification.contains($0, under: code) }
    }
}

/// Count words that papers use for one another.
enum CountWords {
    private static let groups: [Set<String>] = [
        ["人", "人次", "名", "位"], ["辆", "台", "部"], ["台", "套", "台（套）", "件"],
        ["个", "批", "批次", "次", "项", "家", "团", "团次"],
    ]

    static func fit(printed: String, measure: String) -> Bool {
        printed == measure || measure.isEmpty || groups.contains { $0.contains(printed) && $0.contains(measure) }
    }
}
