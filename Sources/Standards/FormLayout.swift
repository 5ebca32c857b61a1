import Fiscal

/// The same form in the layouts that places print it in.
extension Form {
    /// How functional codes stand: whole in one column, or cut into 类, 款 and 项.
    package enum CodeColumns: String, Sendable, CaseIterable {
        case single = "一列"
        case split = "分列"
    }

    /// With another printed title; its own becomes an alias.
    func titled(_ text: String) -> Form {
        guard !text.isEmpty, text != title else { return self }
        var copy = self
        copy.aliases = [title] + aliases.filter { $0 != text }
        copy.title = text
        return copy
    }

    /// With its functional codes in one column or three; other code columns stay as they are.
    package func laidOut(_ columns: CodeColumns) -> Form {
        var copy = self
        copy.parts = parts.map { $0.hasFunctions ? $0.laidOut(columns) : $0 }
        return copy
    }

    /// Whether it has functional codes at all: without them every layout is the same.
    package var hasFunctions: Bool { parts.contains(where: \.hasFunctions) }
}

extension Form.Part {
    fileprivate var hasFunctions: Bool {
        rows.contains { row in
            if case .members(.function, _, _) = row { return true }
            return false
        }
    }

    fileprivate func laidOut(_ columns: Form.CodeColumns) -> Form.Part {
        Form.Part(
            keyColumns: columns == .split ? keyColumns.flatMap(\.split) : keyColumns.compactMap(\.joined),
            columns: self.columns, rows: rows, firstRowNumber: firstRowNumber)
    }
}

extension Form.KeyColumn {
    private static let pieces: [Content] = [.classCode, .groupCode, .itemCode]

    /// 类, 款 and 项 below the title of the whole code; some papers print the title alone over all three.
    fileprivate var split: [Form.KeyColumn] {
        guard content == .code else { return [self] }
        return Self.pieces.map { piece in
            Form.KeyColumn(
                title: title + [piece.rawValue],
                otherTitles: otherTitles.map { $0 + [piece.rawValue] } + [title] + otherTitles, content: piece,
                width: max(5, width / 2))
        }
    }

    /// The 类 column becomes the whole code's; nil for the two that go with it.
    fileprivate var joined: Form.KeyColumn? {
        guard Self.pieces.contains(content) else { return self }
        guard content == .classCode else { return nil }
        let cut: ([String]) -> [String] = { $0.last == content.rawValue ? Array($0.dropLast()) : $0 }
        return Form.KeyColumn(
            title: cut(title), otherTitles: otherTitles.filter { $0.last != content.rawValue && $0 != cut(title) },
            content: .code, width: width * 2)
    }
}
