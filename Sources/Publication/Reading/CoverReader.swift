import Fiscal
import Standards

/// Finds the unit's name among the lines of a cover, in a title or in the first heading.
struct CoverReader {
    /// What papers of the kind are called: 决算, 预算.
    let noun: String
    let words: ReadingWords.Papers

    /// 某局2021年度部门决算, or a line of its own between the year and 部门决算.
    func onCover(_ lines: [String]) -> String? {
        for line in lines { if let name = inTitle(line) { return name } }
        guard let year = lines.firstIndex(where: { isYearAlone($0) }) else { return nil }
        // 某局部门决算 on the line after or before the year's.
        for line in lines[max(0, year - 2)...min(lines.count - 1, year + 2)] where !isTitleAlone(line) {
            if let name = beforeKind(line) { return name }
        }
        guard
            let title = lines.firstIndex(where: { isTitleAlone($0) }), abs(title - year) <= 3
        else { return nil }
        let around = lines[max(0, min(year, title) - 1)...min(lines.count - 1, max(year, title) + 1)]
        return around.first { !isYearAlone($0) && !isTitleAlone($0) && isName($0) }
    }

    private func beforeKind(_ line: String) -> String? {
        let bare = words.titleEnds.reduce(foldedLabel(line)) {
            $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0
        }
        for kind in ["部门" + noun, "单位" + noun] where bare.hasSuffix(kind) {
            let name = String(bare.dropLast(kind.count))
            return isName(name) && PaperName.years(in: name).isEmpty ? name : nil
        }
        return nil
    }

    private func isYearAlone(_ line: String) -> Bool {
        !PaperName.years(in: line).isEmpty && isFormula(line)
    }

    private func isTitleAlone(_ line: String) -> Bool {
        line.contains(noun) && isFormula(line)
    }

    /// Whether a line has no words but those of every cover.
    private func isFormula(_ line: String) -> Bool {
        let folded = (words.cover + [noun]).reduce(foldedLabel(line)) {
            $0.replacing($1, with: "")
        }
        return folded.count <= 5 && folded.allSatisfy { PaperName.digit($0) != nil || $0 == "年" }
    }

    private func isName(_ line: String) -> Bool {
        (3...40).contains(line.count) && LineWords.level(line) == nil
            && !line.contains { $0.isNumber && $0.isASCII || "。：:；目录".contains($0) }
    }

    /// What stands before the year of a title.
    func inTitle(_ line: String) -> String? {
        guard line.count < 80, line.contains(noun), LineWords.level(line) == nil,
            let place = PaperName.yearRanges(in: line).first?.range
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
    func besideYear(_ lines: [String]) -> String? {
        let titles = [noun] + words.titleWords
        guard let year = lines.prefix(3).firstIndex(where: { isYearAlone($0) }), year + 2 < lines.count,
            isName(lines[year + 1]), !titles.contains(where: lines[year + 1].contains),
            titles.contains(where: lines[year + 2].contains), lines[year + 2].count < 30
        else { return nil }
        return lines[year + 1]
    }

    /// 第一部分　某局概况
    func inHeading(_ lines: [String]) -> String? {
        for line in lines where LineWords.level(line) == 1 {
            let core = LineWords.core(line)
            guard core.hasSuffix("概况") else { continue }
            let name = String(core.dropLast(2))
            if isName(name), !name.contains("部门"), name != "单位" { return name }
        }
        return nil
    }
}
