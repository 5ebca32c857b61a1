import Fiscal
import Formulas
import Testing

/// The same numbers on every run.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite("公式的性质") struct FormulaPropertyTests {
    @Test("印出来再读，还是那棵树", arguments: 0..<200)
    func roundTrip(_ seed: Int) throws {
        var generator = SeededGenerator(state: UInt64(seed))
        let statement = Statement(body: RandomTree.condition(depth: 4, &generator))
        #expect(try Statement(parsing: statement.canonicalText) == statement, "\(statement.canonicalText)")
    }

    @Test("真实的数四舍五入之后，永远不会判为不符", arguments: 0..<200)
    func trueSumsNeverFail(_ seed: Int) throws {
        var generator = SeededGenerator(state: UInt64(seed) &* 977)
        let parts = (0..<3).map { _ in Int64.random(in: -2_000_000_000...2_000_000_000, using: &generator) }
        let figures = [parts[0] + parts[1] - parts[2]] + parts
        var values = TestValues()
        let names = TestNames()
        let formula = try Formula("收入 = 支出 + 余额 − 上年 支出", names: names)
        for (name, fen) in zip(["收入", "支出", "余额", "上年 支出"], figures) {
            let decimals = Int.random(in: 0...4, using: &generator)
            let printed = PrintedNumber.printing(fen, in: .tenThousandYuan, decimals: decimals)
            values.figures[try FormulaCell(parsing: name, names: names)] =
                .printed(PrintedFigure(number: printed, unit: .money(.tenThousandYuan)))
        }
        guard case .passed = formula.results(in: values, missing: .unchecked).first?.outcome else {
            Issue.record("判为不符：\(figures)")
            return
        }
    }

    @Test("比尾数误差多一个末位，一定判为不符", arguments: 0..<100)
    func wrongSumsAlwaysFail(_ seed: Int) throws {
        var generator = SeededGenerator(state: UInt64(seed) &* 31)
        let parts = (0..<2).map { _ in Int64.random(in: -1_000_000...1_000_000, using: &generator) }
        // Two addends and a sum may be off by 1½ units together.
        let wrong = parts[0] + parts[1] + (Bool.random(using: &generator) ? 2 : -2)
        var values = TestValues()
        let names = TestNames()
        for (name, mantissa) in zip(["收入", "支出", "余额"], [wrong] + parts) {
            let number = PrintedNumber(mantissa: mantissa, decimals: 2)
            values.figures[try FormulaCell(parsing: name, names: names)] =
                .printed(PrintedFigure(number: number, unit: .money(.tenThousandYuan)))
        }
        let formula = try Formula("收入 = 支出 + 余额", names: names)
        guard case .failed = formula.results(in: values, missing: .unchecked).first?.outcome else {
            Issue.record("没有发现：\(wrong) \(parts)")
            return
        }
    }

    @Test(
        "坏的文本给出错误，不会崩溃",
        arguments: [
            String(repeating: "(", count: 3_000), String(repeating: "非 ", count: 1_500) + "收入 = 0",
            String(repeating: "若 ", count: 1_300), "收入 = " + String(repeating: "9", count: 200),
            String(repeating: "收入 + ", count: 600) + "收入 = 0", String(repeating: "长", count: 5_000),
            "收入[" + String(repeating: "{", count: 500), "\u{0}", "收入 = “", "各", "此", "上年", "合计(", "[", "]", "：", "{}:",
        ])
    func hostile(_ text: String) {
        #expect(throws: FormulaFault.self) { try Formula(text, names: TestNames()) }
    }

    @Test("任意删去一段字，也不会崩溃", arguments: 0..<100)
    func mutilated(_ seed: Int) throws {
        var generator = SeededGenerator(state: UInt64(seed) &* 7)
        var text = Array(RandomTree.condition(depth: 4, &generator).canonicalText)
        let start = Int.random(in: 0..<text.count, using: &generator)
        text.removeSubrange(start..<min(text.count, start + 3))
        do {
            _ = try Formula(String(text), names: TestNames())
        } catch {
            #expect(!error.message(in: String(text)).isEmpty)
        }
    }

    @Test("大得算不了的数说明算不了") func tooLarge() throws {
        let names = TestNames()
        var values = TestValues()
        let huge = PrintedFigure(number: PrintedNumber(mantissa: .max, decimals: 0), unit: .plain)
        values.figures[try FormulaCell(parsing: "得分", names: names)] = .printed(huge)
        let formula = try Formula("得分 × 得分 × 得分 = 1", names: names)
        #expect(formula.results(in: values, missing: .unchecked).map(\.outcome) == [.notApplicable(.tooLarge)])
    }
}

/// Random trees over the names that `TestNames` knows.
private enum RandomTree {
    static func condition(depth: Int, _ generator: inout SeededGenerator) -> Expression {
        guard depth > 0 else { return comparison(depth: 1, &generator) }
        let kind: Expression.Kind
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: kind = .not(condition(depth: depth - 1, &generator))
        case 1: kind = .both(condition(depth: depth - 1, &generator), condition(depth: depth - 1, &generator))
        case 2: kind = .either(condition(depth: depth - 1, &generator), condition(depth: depth - 1, &generator))
        case 3:
            let otherwise = Bool.random(using: &generator) ? condition(depth: depth - 1, &generator) : nil
            kind = .when(
                condition(depth: depth - 1, &generator), then: condition(depth: depth - 1, &generator),
                otherwise: otherwise)
        default: return comparison(depth: depth, &generator)
        }
        return Expression(kind, at: TextSpan(offset: 0, length: 0))
    }

    private static func comparison(depth: Int, _ generator: inout SeededGenerator) -> Expression {
        let sign = Comparator.allCases.randomElement(using: &generator) ?? .equal
        let kind = Expression.Kind.comparison(sign, value(depth: depth, &generator), value(depth: depth, &generator))
        return Expression(kind, at: TextSpan(offset: 0, length: 0))
    }

    private static func value(depth: Int, _ generator: inout SeededGenerator) -> Expression {
        let span = TextSpan(offset: 0, length: 0)
        guard depth > 0 else {
            let name = ["收入", "支出", "余额", "合计数", "若干"].randomElement(using: &generator) ?? "收入"
            return Expression(.reference(Reference(name: name, place: .fact([]), span: span)), at: span)
        }
        let kind: Expression.Kind
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: kind = .negative(value(depth: depth - 1, &generator))
        case 1: kind = .sum([value(depth: depth - 1, &generator), value(depth: depth - 1, &generator)])
        case 2: kind = .prior(value(depth: depth - 1, &generator))
        case 3:
            let number = PrintedNumber(mantissa: Int64.random(in: 0...9_999, using: &generator), decimals: 2)
            let suffix: Literal.Suffix =
                [.none, .percent, .money(.tenThousandYuan)].randomElement(using: &generator) ?? .none
            kind = .number(Literal(number: number, suffix: suffix))
        default:
            let sign = ArithmeticOperator.allCases.randomElement(using: &generator) ?? .plus
            kind = .arithmetic(sign, value(depth: depth - 1, &generator), value(depth: depth - 1, &generator))
        }
        return Expression(kind, at: span)
    }
}
