package import Fiscal
package import Ledger
package import Standards

/// phrase + facts → sentences.
package struct Narrator {
    let facts: FactBase
    let noun: String
    let isDepartment: Bool
    /// Printed figures that take the place of plain rounding.
    let adjusted: [FactKey: PrintedNumber]
    var narration = Narration()

    /// The member at hand in a loop, and its number from 1.
    struct Frame {
        let dimension: Dimension
        let code: Code
        let ordinal: Int
        /// The name to print in place of the classification's.
        let name: String?
    }

    /// A paragraph as it grows.
    struct Draft {
        var text = ""
        var figures: [SentenceFigure] = []
        /// What reasons were asked for, given or not.
        var reasons: [String] = []
        private var endsInOwnText = false

        /// Words of the template. A mark takes the place of the marks before it, which a clause left out has left behind;
        /// no paragraph begins with one, and a text of the book ends in none where the template goes on.
        mutating func append(literal: String) {
            let isMark = literal.first.map { "。；，、）".contains($0) } ?? false
            if isMark || endsInOwnText { text = text.trimmingEnd("。；，、") }
            text += text.isEmpty && isMark ? String(literal.drop { "。；，、".contains($0) }) : literal
            endsInOwnText = false
        }

        mutating func append(ownText: String) {
            text += ownText
            endsInOwnText = true
        }
    }

    private init(facts: FactBase, noun: String, isDepartment: Bool, adjusted: [FactKey: PrintedNumber]) {
        self.facts = facts
        self.noun = noun
        self.isDepartment = isDepartment
        self.adjusted = adjusted
    }

    /// - Parameter noun: 部门 or 单位, for `本{类}`.
    package static func narrate(
        _ phrases: [Phrase], facts: FactBase, noun: String, isDepartment: Bool,
        adjusted: [FactKey: PrintedNumber] = [:]
    ) -> Narration {
        var narrator = Narrator(facts: facts, noun: noun, isDepartment: isDepartment, adjusted: adjusted)
        for phrase in phrases { narrator.narrate(phrase) }
        return narrator.narration
    }

    private mutating func narrate(_ phrase: Phrase) {
        for (index, pieces) in phrase.paragraphs.enumerated() {
            if pieces.count == 1, case .loop(let loop) = pieces[0], !loop.paragraphs.isEmpty {
                for (number, code) in members(loop, phrase).enumerated() {
                    let frame = Frame(
                        dimension: loop.dimension, code: code, ordinal: number + 1, name: loop.names[code])
                    for (part, pieces) in loop.paragraphs.enumerated() {
                        paragraph(pieces, phrase, frame, id: "\(phrase.id).\(code.text).\(part + 1)")
                    }
                }
            } else {
                paragraph(pieces, phrase, nil, id: "\(phrase.id).\(index + 1)")
            }
        }
        for (index, text) in texts("追加：" + phrase.id).enumerated() {
            own(text, phrase, nil, id: "\(phrase.id).追加.\(index + 1)", replacing: Draft())
        }
    }

    private mutating func paragraph(_ pieces: [Phrase.Piece], _ phrase: Phrase, _ frame: Frame?, id: String) {
        let before = narration.missing.count
        var draft = Draft()
        render(pieces, phrase, frame, id: id, into: &draft)
        guard !draft.text.isEmpty else { return }
        if let replacement = texts("替换：" + id).first {
            narration.missing.removeLast(narration.missing.count - before)
            own(replacement, phrase, frame, id: id, replacing: draft)
            return
        }
        narration.sentences.append(Sentence(id: id, phrase: phrase.id, text: draft.text, figures: draft.figures))
    }

    func texts(_ name: String) -> [String] {
        let wanted = foldedLabel(name)
        return facts.book.texts.first { $0.key.unit == facts.unit && foldedLabel($0.key.name) == wanted }?.value ?? []
    }

    /// A sentence in the writer's own words: its figures and the reasons it asks for stay slots.
    private mutating func own(
        _ text: String, _ phrase: Phrase, _ frame: Frame?, id: String, replacing original: Draft
    ) {
        func lack(_ kind: MissingText.Kind) -> MissingText { MissingText(kind: kind, sentence: id, context: text) }
        do {
            let template = TemplateText(text, subjects: phrase.subjects.map(\.name), place: "文字", line: 0)
            let pieces = try template.pieces()
            for case .literal(let words) in pieces {
                if let typed = TypedFigure.first(in: words) { narration.missing.append(lack(.typedFigure(typed))) }
            }
            var draft = Draft()
            render(pieces, phrase, frame, id: id, into: &draft)
            let kept = Set(draft.figures.map(\.figure))
            for figure in original.figures.map(\.figure) where !kept.contains(figure) {
                narration.missing.append(lack(.droppedFigure(describe(figure))))
            }
            for matter in original.reasons where !draft.reasons.contains(matter) {
                narration.missing.append(lack(.droppedReason(matter)))
            }
            narration.sentences.append(Sentence(id: id, phrase: phrase.id, text: draft.text, figures: draft.figures))
        } catch let fault as StandardsFault {
            narration.missing.append(lack(.badTemplate(fault.message)))
        } catch {
            narration.missing.append(lack(.badTemplate("\(error)")))
        }
    }

    private func describe(_ figure: Figure) -> String {
        switch figure {
        case .fact(let key): key.concept.id
        case .derived(let derivation): derivation.operands.0.concept.id + (derivation.isPercentage ? "的比率" : "的增减额")
        case .listed(let name): name
        }
    }
}
