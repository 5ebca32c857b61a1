import Fiscal
import Publication
import Standards

/// Numbers of headings and of listed paragraphs: each once, in a list that counts from one without a gap up to there.
///
/// A list that was read with gaps proves nothing: what repeats a number there may be the next list, whose beginning was
/// lost.
struct NumberingChecker {
    private struct Item {
        let number: Int
        let passage: Passage
    }

    /// How a number is written; a list keeps to one way.
    private enum Style: Hashable, CaseIterable {
        /// 一、
        case plain
        /// （一）
        case bracketed
        /// 1.
        case digits
        /// （1）
        case bracketedDigits
    }

    private static let fewest = 2

    static func check(_ paper: WordingContext, rule: Rule, into result: inout WordingResult) {
        let lists = headings(paper) + paragraphs(paper)
        for list in lists {
            let twice = repeated(list)
            result.pass(max(0, list.count - twice.count))
            for (first, second) in twice {
                let number = head(second.passage.folded).filter { !"、.．".contains($0) }
                result.findings.append(
                    Finding(
                        rule, paper, proof: .warning,
                        message: WordingWords.numberTwice(number, first.passage, second.passage),
                        printed: number,
                        places: [second, first].map { $0.passage.at(String($0.passage.text.prefix(40))) }))
            }
        }
    }

    /// Headings of one level under one heading.
    private static func headings(_ paper: WordingContext) -> [[Item]] {
        var lists: [[Item]] = []
        var open: [Style: [Item]] = [:]
        func close(_ styles: [Style]) {
            for style in styles { open.removeValue(forKey: style).map { lists.append($0) } }
        }
        for (heading, passage) in zip(paper.headings, paper.headingPassages) {
            guard let (style, number) = number(of: passage.folded) else {
                close(Style.allCases)
                continue
            }
            close(Style.allCases.drop { $0 != style }.dropFirst().map(\.self))
            if number == 1 { close([style]) }
            open[style, default: []].append(Item(number: number, passage: passage))
            if heading.level == 1 { close(Style.allCases) }
        }
        close(Style.allCases)
        return lists
    }

    /// Paragraphs that one section lists by digits.
    private static func paragraphs(_ paper: WordingContext) -> [[Item]] {
        var lists: [[Item]] = []
        var last: (headings: [String], style: Style)?
        for passage in paper.prose {
            guard let (style, number) = number(of: passage.folded), style == .digits || style == .bracketedDigits else {
                continue
            }
            let isNext = last.map { $0.headings == passage.headings && $0.style == style } ?? false
            if !isNext || number == 1 { lists.append([]) }
            last = (passage.headings, style)
            lists[lists.count - 1].append(Item(number: number, passage: passage))
        }
        return lists
    }

    /// Two that bear one number, where the list counts from one to the first and goes on behind the second.
    private static func repeated(_ list: [Item]) -> [(Item, Item)] {
        var found: [(Item, Item)] = []
        var reached = 0
        for (index, item) in list.enumerated() {
            if item.number == reached + 1 {
                reached += 1
                continue
            }
            let goesOn = index + 1 == list.count || [reached + 1, reached + 2].contains(list[index + 1].number)
            guard item.number == reached, reached >= fewest, goesOn, !isSame(item, list[index - 1]) else { break }
            found.append((list[index - 1], item))
            if index + 1 < list.count { reached = list[index + 1].number - 1 }
        }
        return found
    }

    /// The same line again: a title repeated on the next page.
    private static func isSame(_ a: Item, _ b: Item) -> Bool {
        let (left, right) = (a.passage.folded, b.passage.folded)
        return left == right || left.hasPrefix(right) || right.hasPrefix(left)
    }

    /// 一、, （一）, 1. or （1） with its number; nil where the text has none.
    private static func number(of text: String) -> (Style, Int)? {
        let head = head(text)
        let digits = head.filter { $0.isLetter || $0.isNumber }
        guard let number = Numerals.value(digits), (1...99).contains(number) else { return nil }
        let isChinese = digits.contains { Numerals.ordinals.contains($0) }
        if head.first == "(" { return (isChinese ? .bracketed : .bracketedDigits, number) }
        return (isChinese ? .plain : .digits, number)
    }

    /// The number as it is printed, with its marks.
    private static func head(_ text: String) -> String {
        String(text.dropLast(Numerals.withoutOrdinal(text).count))
    }
}
