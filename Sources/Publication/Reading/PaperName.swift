import Fiscal
package import Paper
import Standards

/// Whose paper it is and of which year, from its cover, titles and 「部门：」lines.
package struct PaperName: Sendable, Hashable {
    /// Empty where the paper does not say.
    package private(set) var unit = ""
    /// Of the accounts, not of publication; nil where the paper does not say.
    package private(set) var year: Int?

    private static let coverLines = 15

    /// - Parameter noun: what papers of its kind are called: 决算, 预算.
    package init(_ paper: Paper, noun: String = "决算") {
        var labelled: [String: Int] = [:]
        var years: [Int: Int] = [:]
        var opening: [String] = []
        func count(_ text: String, _ weight: Int) {
            for (year, own) in Self.years(in: text) { years[year, default: 0] += own * weight }
        }
        func take(_ text: String, isTitle: Bool) {
            if isTitle { count(text, 50) }
            guard text.utf8.count < 400, text.contains("：") || text.contains(":") else { return }
            for piece in LineWords.pieces(text) {
                if let name = LineWords.department(piece) { labelled[name, default: 0] += 1 }
            }
        }
        for block in paper.blocks {
            switch block {
            case .heading(_, let words), .paragraph(let words):
                let isOpening = opening.count < Self.coverLines
                if isOpening { opening.append(words.text.trimmed) }
                take(words.text, isTitle: isOpening && words.text.count < 60 || words.style == .tableTitle)
            case .grid(let grid):
                for row in grid.rows.prefix(4) {
                    for cell in row where cell.text.count < 60 { take(cell.text, isTitle: false) }
                }
            case .chart, .contents: break
            }
        }
        take(paper.title, isTitle: true)
        if years.isEmpty { for text in Self.paragraphs(of: paper) { count(text, 1) } }
        // 年度 and a title weigh more than how often a year is spoken of.
        year = years.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? paper.provenance.year
        let voted = labelled.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let candidates = [
            voted, Self.onCover(opening, noun), Self.inHeading(opening + Self.headings(of: paper)),
            Self.inTitle(paper.title, noun), paper.provenance.department, Self.besideYear(opening, noun),
        ]
        unit = candidates.compactMap(\.self).first { !$0.isEmpty } ?? ""
    }

    private static func paragraphs(of paper: Paper) -> [String] {
        paper.blocks.compactMap { block in
            switch block {
            case .heading(_, let words), .paragraph(let words): words.text
            case .grid, .chart, .contents: nil
            }
        }
    }

    private static func headings(of paper: Paper) -> [String] {
        paper.blocks.compactMap { block in
            switch block {
            case .heading(let level, let words): level == 1 ? words.text : nil
            case .paragraph(let words): LineWords.level(words.text) == 1 ? words.text : nil
            default: nil
            }
        }
    }

    /// 某局2021年度部门决算, or a line of its own between the year and 部门决算.
    private static func onCover(_ lines: [String], _ noun: String) -> String? {
        for line in lines { if let name = inTitle(line, noun) { return name } }
        guard let year = lines.firstIndex(where: { isYearAlone($0, noun) }) else { return nil }
        // 某局部门决算 on the line after or before the year's.
        for line in lines[max(0, year - 2)...min(lines.count - 1, year + 2)] where !isTitleAlone(line, noun) {
            if let name = beforeKind(line, noun) { return name }
        }
        guard
            let title = lines.firstIndex(where: { isTitleAlone($0, noun) }), abs(title - year) <= 3
        else { return nil }
        let around = lines[max(0, min(year, title) - 1)...min(lines.count - 1, max(year, title) + 1)]
        return around.first { !isYearAlone($0, noun) && !isTitleAlone($0, noun) && isName($0) }
    }

    private static func beforeKind(_ line: String, _ noun: String) -> String? {
        let bare = ["公开", "报告", "说明", "情况"].reduce(foldedLabel(line)) {
            $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0
        }
        for kind in ["部门" + noun, "单位" + noun] where bare.hasSuffix(kind) {
            let name = String(bare.dropLast(kind.count))
            return isName(name) && years(in: name).isEmpty ? name : nil
        }
        return nil
    }

    private static func isYearAlone(_ line: String, _ noun: String) -> Bool {
        !years(in: line).isEmpty && isFormula(line, noun)
    }

    private static func isTitleAlone(_ line: String, _ noun: String) -> Bool {
        line.contains(noun) && isFormula(line, noun)
    }

    /// Whether a line has no words but those of every cover.
    private static func isFormula(_ line: String, _ noun: String) -> Bool {
        let folded = ["年度", "部门", "单位", noun, "公开", "报告"].reduce(foldedLabel(line)) {
            $0.replacing($1, with: "")
        }
        return folded.count <= 5 && folded.allSatisfy { digit($0) != nil || $0 == "年" }
    }

    private static func isName(_ line: String) -> Bool {
        (3...40).contains(line.count) && LineWords.level(line) == nil
            && !line.contains { $0.isNumber && $0.isASCII || "。：:；目录".contains($0) }
    }

    /// What stands before the year of a title.
    private static func inTitle(_ line: String, _ noun: String) -> String? {
        guard line.count < 80, line.contains(noun), LineWords.level(line) == nil,
            let place = yearRanges(in: line).first?.range
        else { return nil }
        // A sentence about the accounts goes on behind the word.
        let tail = line[place.upperBound...].ranges(of: noun).last.map { line[$0.upperBound...] } ?? ""
        guard tail.count <= 8, !tail.contains(where: { $0 == "：" || $0.isNumber }) else { return nil }
        var name = line[..<place.lowerBound].trimmed
        if name.isEmpty {
            // 2021年度某局部门决算
            let rest = line[place.upperBound...].drop { "年度".contains($0) }
            guard
                let end = rest.firstRange(of: "部门" + noun) ?? rest.firstRange(of: "单位" + noun)
                    ?? rest.firstRange(of: noun)
            else { return nil }
            name = rest[..<end.lowerBound].trimmed
        }
        return isName(name) && !["部门", "单位"].contains(name) ? name : nil
    }

    /// 2021年度 / 某局 / 预算绩效自评材料: between the year and whatever the paper calls itself.
    private static func besideYear(_ lines: [String], _ noun: String) -> String? {
        let titles = [noun, "绩效", "报告", "材料", "表", "支出"]
        guard let year = lines.prefix(3).firstIndex(where: { isYearAlone($0, noun) }), year + 2 < lines.count,
            isName(lines[year + 1]), !titles.contains(where: lines[year + 1].contains),
            titles.contains(where: lines[year + 2].contains), lines[year + 2].count < 30
        else { return nil }
        return lines[year + 1]
    }

    /// 第一部分　某局概况
    private static func inHeading(_ lines: [String]) -> String? {
        for line in lines where LineWords.level(line) == 1 {
            let core = LineWords.core(line)
            guard core.hasSuffix("概况") else { continue }
            let name = String(core.dropLast(2))
            if isName(name), !name.contains("部门"), name != "单位" { return name }
        }
        return nil
    }

    /// Years a text names, 年度 weighing more than 年.
    private static func years(in text: String) -> [(year: Int, weight: Int)] {
        yearRanges(in: text).filter { found in
            // 较2020年度: what is compared with is not the paper's.
            text[..<found.range.lowerBound].last.map { !"较比与和同".contains($0) } ?? true
        }.map { ($0.year, $0.isFiscal ? 10 : 1) }
    }

    private static func yearRanges(in text: String) -> [(year: Int, range: Range<String.Index>, isFiscal: Bool)] {
        var result: [(year: Int, range: Range<String.Index>, isFiscal: Bool)] = []
        var digits: [(place: String.Index, digit: Int)] = []
        for place in text.indices {
            let character = text[place]
            if let digit = digit(character) {
                digits.append((place, digit))
                continue
            }
            if character.isWhitespace { continue }
            if character == "年", digits.count == 4, digits[0].digit == 2, digits[1].digit == 0 {
                let next = text[text.index(after: place)...].first { !$0.isWhitespace }
                let year = digits.reduce(0) { $0 * 10 + $1.digit }
                result.append((year, digits[0].place..<place, next == "度"))
            }
            digits = []
        }
        return result
    }

    private static func digit(_ character: Character) -> Int? {
        if let value = Numerals.digit(character) { return value }
        guard let scalar = foldedScalar(character.unicodeScalars.first ?? " "), ("0"..."9").contains(scalar) else {
            return nil
        }
        return Int(scalar.value) - 0x30
    }
}
