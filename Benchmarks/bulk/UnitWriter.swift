/// Writes one unit's lines of expenditure, and income that covers them.
struct UnitWriter {
    /// A combination of codes.
    struct Leaf {
        let function: String
        let economic: String
        let fund: String
        let kind: String
        let source: String
        let project: String
    }

    private let unit: String
    private let leaves: [Leaf]
    private let texts: [[UInt8]]
    private let summaries: [[UInt8]]
    private let days: [[UInt8]]
    private var random: RandomStream

    init(number: Int, year: Int, leaves: [Leaf], summaries: [String]) {
        unit = String(100_000 + number)
        self.leaves = leaves
        texts = leaves.map {
            Array(",\($0.function),\($0.economic),\($0.fund),\($0.source),\($0.kind),\($0.project),".utf8)
        }
        self.summaries = summaries.map { Array((",\($0)\n").utf8) }
        days = (0..<336).map { day in
            let (month, date) = (day / 28 + 1, day % 28 + 1)
            return Array("\(year)-\(month < 10 ? "0" : "")\(month)-\(date < 10 ? "0" : "")\(date),记-".utf8)
        }
        random = RandomStream(seed: UInt64(number) &* 104_729)
    }

    mutating func write(_ count: Int, to expenditure: BulkOutput, income: BulkOutput) {
        let head = Array((unit + ",").utf8)
        var spent: [String: Int] = [:]
        var voucher = 0
        var entry = 0
        var last = (leaf: 0, fen: 0)
        for line in 0..<count {
            if entry == 0 || random.below(3) == 0 { (voucher, entry) = (voucher + 1, 0) }
            entry += 1
            // One line in two hundred takes back the one before it.
            let takesBack = last.fen > 0 && random.below(200) == 0
            let leaf = takesBack ? last.leaf : min(random.below(leaves.count), random.below(leaves.count))
            let fen = takesBack ? -last.fen : 1 + random.below(10) * random.below(1_000_000) + random.below(100_000)
            last = (leaf, fen)
            spent[leaves[leaf].function + "," + leaves[leaf].fund, default: 0] += fen
            expenditure.add(head)
            expenditure.add(days[line * 336 / count])
            expenditure.add(number: voucher, width: 6)
            expenditure.add(0x2C)
            expenditure.add(number: entry, width: 1)
            expenditure.add(texts[leaf])
            expenditure.add(fen: fen)
            expenditure.add(summaries[random.below(summaries.count)])
        }
        for (codes, fen) in spent.sorted(by: { $0.key < $1.key }) {
            income.add(unit + "," + codes + ",")
            income.add(fen: fen + random.below(1_000_000))
            income.add(",全年汇总\n")
        }
    }
}
