import Fiscal
import Paper
import Publication
import Standards

/// What was understood of a paper, for people: lines of at most eighty columns.
struct ReadPrinter {
    let paper: UnderstoodPaper

    private static let width = 80
    private static let listed = 20

    func print() {
        line(.paperRead(unit: paper.unit, year: paper.year.number))
        let standards = paper.standards
        line(
            standards.profile.forms.isEmpty
                ? .noFormsKnown(kind: standards.kind.name, region: standards.region, year: paper.year.number)
                : .paperStandards(profile: standards.profile.title, choice: paper.regionChoice))
        line(.formsRead(forms: paper.tables.count, figures: paper.tables.reduce(0) { $0 + $1.figures.count }))
        for table in paper.tables { form(table) }
        line(.claimsRead(bound: paper.claims.count, open: paper.openClaims.count))
        list(paper.openClaims.map { ($0.label, $0.place) })
        let unknown = Set(paper.unread.map(\.title))
        let others = zip(paper.otherTitles, paper.otherGrids).filter { !unknown.contains($0.0) }
        if !others.isEmpty {
            line(.otherTablesRead(others.count))
            list(others.map { ($0.0, $0.1.place) })
        }
        if !paper.unread.isEmpty {
            line(.unreadParts(paper.unread.count))
            list(paper.unread.map { ($0.title.isEmpty ? Remark.noText.message : $0.title, $0.place) })
        }
    }

    private func form(_ table: ReadTable) {
        let name = [table.number, table.title].filter { !$0.isEmpty }.joined(separator: " ")
        line(.formRead(id: table.form.id, name: name, figures: table.figures.count), indent: "  ")
        for column in table.missingColumns { line(.columnNotFound(column), indent: "    ") }
        for row in table.unrecognizedRows.prefix(Self.listed) {
            line(.rowNotKnown(row.label, place: row.place?.message ?? ""), indent: "    ")
        }
        for cell in table.unassigned.prefix(Self.listed) {
            line(.cellNotAssigned(cell.label, place: cell.place?.message ?? ""), indent: "    ")
        }
    }

    private func list(_ items: [(String, Place?)]) {
        for (label, place) in items.prefix(Self.listed) {
            let place = place?.message ?? ""
            // The place is worth more than the end of a long label.
            let room = max(24, Self.width - 8 - 2 * place.count)
            line(.readItem(label.clipped(to: room), place: place), indent: "  ")
        }
        if items.count > Self.listed { line(.moreItems(items.count - Self.listed), indent: "  ") }
    }

    private func line(_ remark: Remark, indent: String = "") {
        say(indent + remark.message.clipped(to: Self.width - indent.count))
    }
}

extension String {
    /// Cut to so many columns of a terminal, where an ideograph takes two.
    func clipped(to width: Int) -> String {
        func columns(_ character: Character) -> Int { (character.unicodeScalars.first?.value ?? 0) >= 0x2E80 ? 2 : 1 }
        guard reduce(0, { $0 + columns($1) }) > width else { return self }
        var left = width - 1
        return prefix { character in
            left -= columns(character)
            return left >= 0
        } + "…"
    }
}
