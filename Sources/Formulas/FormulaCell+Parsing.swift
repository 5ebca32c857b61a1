/// One figure by its name, as samples and messages write it.
extension FormulaCell {
    /// - Parameter text: a cell (`T05[合计, 小计]`) or a figure (`上年 T01{概念: 收入总计}`) without 此 and 各.
    package init(parsing text: String, names: some FormulaNames) throws(FormulaFault) {
        let (reference, isPrior) = try Reference.parsing(text)
        let term = try FormulaChecker(names: names).reference(
            reference, yearOffset: isPrior ? -1 : 0, inSum: false)
        guard case .cell(let pattern) = term.kind else {
            throw FormulaFault(.expected(.figure, found: .words(text)), at: reference.span)
        }
        self = pattern.cell(at: [:])
    }
}
