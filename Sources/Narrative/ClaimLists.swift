import Fiscal
import Standards

extension ClaimReader {
    /// A、B 分别为 1 万元、2 万元: the figures in the order of their names. Not nil where 分别 rules this figure.
    mutating func distributed(_ figure: ScannedFigure, _ clause: ClaimClause) -> (reading: Reading?, Void)? {
        if clause.has(Self.distributing) {
            let members = clause.mentions.filter { !$0.members.isEmpty }
            let isByMember = members.count > 1
            let list = isByMember ? members : clause.mentions.filter { !$0.subjects.isEmpty }
            let shared = clause.mentions.filter { mention in
                isByMember ? mention.members.isEmpty : mention.subjects.isEmpty
            }
            state.distributed = list.count > 1 ? list.map { [$0] + shared } : []
            guard list.count > 1 else { return (nil, ()) }
        } else if state.distributed.isEmpty || !clause.isBare {
            state.distributed = []
            return nil
        }
        let mentions = state.distributed.removeFirst()
        return (chosen(readings(.amount, figure, clause, mentions), clause), ())
    }

    func isOfForeignGuests(_ reading: Reading) -> Bool {
        slots.subjects[reading.subject].words.contains { word in
            ClaimClause.foreign.contains { FoldedText(word).last($0, in: 0..<FoldedText(word).count) != nil }
        }
    }

    /// 本年支出 behind 总支出, 一般公共预算财政拨款支出 behind 财政拨款支出; 某中心机关运行经费 is a part by whose it is.
    func isNarrower(_ name: String, than first: String) -> Bool {
        slots.narrowing.contains { name.contains($0) && !first.contains($0) }
    }

    /// Whether nothing tells which of the names before a list each of its figures is about.
    func isOneOfSeveral(_ figure: ScannedFigure, _ clause: ClaimClause) -> Bool {
        figure.isListed && state.distributed.isEmpty && !clause.has(Self.distributing)
    }

    /// Whether a reading is of the year that the words speak of; what is said of another year is not the paper's.
    func isOfYear(_ reading: Reading, _ figure: ScannedFigure, _ text: ClaimText) -> Bool {
        text.year(at: figure.range.lowerBound).map { $0 == reading.key.year.number } ?? true
    }
}
