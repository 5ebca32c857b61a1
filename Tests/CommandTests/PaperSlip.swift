import Fiscal
import Foundation
import Ledger
import Narrative
import Paper
import Publication
import Standards
import Support

@testable import mingzhang

/// One thing printed otherwise than it was built, as a slip of the hand makes it.
struct PaperSlip: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case cell = "表中的数"
        case figure = "句中的数"
        case direction = "增减、大小的词"
        case year = "年份"
        case unitName = "单位名称"
        case codeInTable = "表中的科目名称"
        case codeInProse = "句中的科目名称"
        /// In words of the writer's own, which nothing of the paper can prove.
        case reason = "原因里的增减"

        /// What something of the paper can prove.
        static let words: [Kind] = [.direction, .year, .unitName, .codeInTable, .codeInProse]
    }

    let kind: Kind
    /// Where the block stands among all blocks.
    let block: Int
    /// Row and index of the cell in it; nil in a paragraph.
    var cell: (row: Int, index: Int)?
    /// In characters of the paragraph or cell.
    var offset = 0
    let old: String
    let new: String
    /// Of a figure in a sentence: which of all figures of the sentences it is, and which of its own sentence's.
    var claim: (all: Int, own: Int)?
    /// Of a figure in a sentence: the word of its unit.
    var unit = ""

    func applied(to paper: Paper) -> Paper {
        var paper = paper
        var number = block
        for section in paper.sections.indices {
            let count = paper.sections[section].blocks.count
            if number < count {
                change(&paper.sections[section].blocks[number])
                break
            }
            number -= count
        }
        return paper
    }

    private func change(_ block: inout Block) {
        switch block {
        case .heading(let level, var words):
            words.text = changed(words.text)
            block = .heading(level: level, words)
        case .paragraph(var words):
            words.text = changed(words.text)
            block = .paragraph(words)
        case .grid(var grid):
            guard let cell else { return }
            let text = changed(grid.rows[cell.row][cell.index].text)
            grid.rows[cell.row][cell.index].text = text
            if grid.rows[cell.row][cell.index].number != nil {
                grid.rows[cell.row][cell.index].number = try? NumberText.parse(text)
            }
            block = .grid(grid)
        case .chart, .contents: break
        }
    }

    private func changed(_ text: String) -> String {
        String(text.prefix(offset)) + new + String(text.dropFirst(offset + old.count))
    }
}

// MARK: - What can go wrong

extension PaperSlip {
    /// Every slip of a package, one a figure and a word; which, the random numbers say.
    static func all(of package: BuiltPackage, _ random: inout SplitMix64) -> [PaperSlip] {
        let publication = package.publication
        var sentences: [String: (first: Int, sentence: Sentence)] = [:]
        var count = 0
        for sentence in publication.narration.sentences {
            sentences["s-" + sentence.id] = (count, sentence)
            count += sentence.figures.count
        }
        var slips: [PaperSlip] = []
        for (number, block) in publication.paper.blocks.enumerated() {
            switch block {
            case .grid(let grid): slips += self.slips(in: grid, number, package, &random)
            case .heading(_, let words), .paragraph(let words):
                slips += unitSlips(words.text, number, publication.unitName)
                guard let known = sentences[words.anchor], known.sentence.text == words.text else { continue }
                slips += figureSlips(known.sentence, number, first: known.first, &random)
                slips += wordSlips(words.text, number, package, &random)
            case .chart, .contents: break
            }
        }
        return slips
    }

    private static func slips(
        in grid: Grid, _ number: Int, _ package: BuiltPackage, _ random: inout SplitMix64
    ) -> [PaperSlip] {
        let functions = package.facts.standards.classification(.function)
        var slips: [PaperSlip] = []
        for (r, row) in grid.rows.enumerated().dropFirst(grid.headerRowCount) {
            let isCoded = row.contains { Code($0.text).map { functions.members[$0] != nil } ?? false }
            for (c, cell) in row.enumerated() {
                if let printed = cell.number, !printed.isZero, cell.alignment == .right {
                    let next = row.dropFirst(c + 1).compactMap(\.number).first { $0.decimals == printed.decimals }
                    guard let other = FigureSlip.slipped(printed, neighbour: next, &random) else { continue }
                    let text = other.text(grouping: cell.text.contains(",") || !printed.text().contains("."))
                    slips.append(PaperSlip(kind: .cell, block: number, cell: (r, c), old: cell.text, new: text))
                } else if isCoded, cell.number == nil, cell.text.count > 2, Int(cell.text) == nil {
                    let new = WordSlip.oneCharacterOther(cell.text)
                    slips.append(PaperSlip(kind: .codeInTable, block: number, cell: (r, c), old: cell.text, new: new))
                }
            }
        }
        return slips
    }

    private static func figureSlips(
        _ sentence: Sentence, _ number: Int, first: Int, _ random: inout SplitMix64
    ) -> [PaperSlip] {
        sentence.figures.enumerated().compactMap { index, figure in
            let text = figure.printed.text()
            guard sentence.text.dropFirst(figure.offset).hasPrefix(text), !figure.printed.isZero,
                let other = FigureSlip.slipped(
                    figure.printed,
                    neighbour: sentence.figures.dropFirst(index + 1).first { $0.unit == figure.unit }?.printed, &random)
            else { return nil }
            return PaperSlip(
                kind: .figure, block: number, offset: figure.offset, old: text, new: other.text(),
                claim: (first + index, index), unit: figure.unit)
        }
    }

    private static func unitSlips(_ text: String, _ number: Int, _ unit: String) -> [PaperSlip] {
        text.ranges(of: unit).map { range in
            PaperSlip(
                kind: .unitName, block: number, offset: text.distance(from: text.startIndex, to: range.lowerBound),
                old: unit, new: WordSlip.oneCharacterOther(unit))
        }
    }

    private static func wordSlips(
        _ text: String, _ number: Int, _ package: BuiltPackage, _ random: inout SplitMix64
    ) -> [PaperSlip] {
        var slips: [PaperSlip] = []
        func add(_ kind: Kind, _ range: Range<String.Index>, _ new: String) {
            let offset = text.distance(from: text.startIndex, to: range.lowerBound)
            slips.append(PaperSlip(kind: kind, block: number, offset: offset, old: String(text[range]), new: new))
        }
        for (one, other) in WordSlip.directions {
            for range in text.ranges(of: one) {
                add(WordSlip.isReason(text[..<range.lowerBound]) ? .reason : .direction, range, other)
            }
        }
        let year = package.facts.standards.year.number
        for range in text.ranges(of: "\(year)年") {
            add(.year, range, "\(year + ([-1, -1, -2, 2].randomElement(using: &random) ?? -1))年")
        }
        let functions = package.facts.standards.classification(.function)
        let names = Set(functions.ordered.map { functions.name($0) }.filter { $0.count > 2 })
        for suffix in ["（类）", "（款）", "（项）"] {
            for range in text.ranges(of: suffix) {
                let before = text[..<range.lowerBound]
                guard let name = names.filter({ before.hasSuffix($0) }).max(by: { $0.count < $1.count }) else {
                    continue
                }
                let start = text.index(range.lowerBound, offsetBy: -name.count)
                add(.codeInProse, start..<range.lowerBound, WordSlip.oneCharacterOther(name))
            }
        }
        return slips
    }
}

/// What a hand makes of a figure.
enum FigureSlip {
    /// Another number, farther off than rounding explains; nil where this slip changes nothing.
    static func slipped(
        _ printed: PrintedNumber, neighbour: PrintedNumber?, _ random: inout SplitMix64
    ) -> PrintedNumber? {
        let ways = [DigitSlip.otherFirst, DigitSlip.swapped, { $0 * 10_000 }, { _ in neighbour?.mantissa ?? 0 }]
        let start = Int.random(in: ways.indices, using: &random)
        for turn in ways.indices {
            let mantissa = ways[(start + turn) % ways.count](printed.mantissa)
            let least: Int64 = printed.decimals > 0 ? 10 : 1
            if mantissa != 0, abs(mantissa - printed.mantissa) >= least {
                return PrintedNumber(mantissa: mantissa, decimals: printed.decimals)
            }
        }
        return nil
    }
}

/// What a hand makes of a word.
enum WordSlip {
    static let directions = [
        ("增加", "减少"), ("减少", "增加"), ("增长", "下降"), ("下降", "增长"), ("大于", "小于"), ("小于", "大于"),
        ("高于", "低于"), ("低于", "高于"),
    ]

    static func isReason(_ before: Substring) -> Bool {
        let clause = before.split(whereSeparator: { "。；".contains($0) }).last ?? ""
        return ["原因", "主要是", "由于"].contains { clause.contains($0) } && !before.hasSuffix("。")
    }

    /// A character of the middle becomes another.
    static func oneCharacterOther(_ name: String) -> String {
        var characters = Array(name)
        let places = Set("市县区省州旗盟乡镇村东西南北第一二三四五六七八九十（）、 　")
        let place = characters.indices.dropFirst().dropLast().last { !places.contains(characters[$0]) } ?? 0
        characters[place] = characters[place] == "某" ? "其" : "某"
        return String(characters)
    }
}
