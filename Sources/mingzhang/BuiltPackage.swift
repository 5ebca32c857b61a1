import Fiscal
import Ledger
import Narrative
import Publication
import Standards
import Statements

/// Whose package to print.
struct BuildScope {
    let unit: String
    let name: String
    let kind: BookSettings.Kind
    /// Folder below the output; empty for the output itself.
    let folder: String
}

/// One unit's or department's package, not yet on disk.
struct BuiltPackage {
    let scope: BuildScope
    let publication: Publication
    let facts: FactBase
    /// nil where figures are rounded plainly.
    let rounding: ControlledRounding?

    var missing: [MissingText] { publication.narration.missing }

    init(_ loaded: LoadedBook, scope: BuildScope, rounding mode: RoundingMode = .plain) throws {
        self.scope = scope
        let book = loaded.book.withheld(loaded.standards)
        facts = FactBase(book: book, standards: loaded.standards, unit: scope.unit)
        let plain = Publisher.publish(facts, options: PublicationOptions(kind: scope.kind))
        guard mode == .adjusted else {
            (publication, rounding) = (plain, nil)
            return
        }
        let adjusted = ControlledRounding.adjust(
            plain.tables, prose: plain.narration.facts, operands: plain.narration.operands, facts: facts)
        rounding = adjusted
        publication = Publisher.publish(
            facts, options: PublicationOptions(kind: scope.kind, adjusted: adjusted.printed))
    }
}

extension MissingText {
    /// What is missing and where, for a person.
    var message: String {
        let place = "“\(context.suffix(28))…”"
        switch kind {
        case .reason(let matter, let object, let name):
            let about = object.isEmpty ? "" : "（\(object)\(name == object ? "" : " " + name)）"
            return "待填原因：\(matter)\(about)，句 \(sentence)：\(place)"
        case .text(let name): return "待填文字：“文字”表的“\(name)”段。"
        case .figure(let subject): return "句 \(sentence) 的“\(subject)”没有数或算不出：\(place)"
        case .droppedFigure(let figure): return "改写的句 \(sentence) 漏了“\(figure)”这个数；数字要照写成花括号里的名字。"
        case .typedFigure(let figure): return "改写的句 \(sentence) 里直接写了数字 \(figure)；请写成花括号里的名字。"
        case .badTemplate(let detail): return "改写的句 \(sentence)：\(detail)"
        }
    }
}
