extension PackageJson {
    /// Bytes that are the same for the same build: sorted keys, no clock.
    package func bytes() -> [UInt8] {
        JsonValue.of([
            "department": .text(department), "unit": .text(unit), "kind": .text(kind), "year": .number(year),
            "region": .text(region), "standards": .text(standards), "book": .text(book),
            "forms": .list(forms.map(\.json)), "prose": .list(prose.map(\.json)),
            "evaluations": .list(evaluations.map(\.json)), "reports": .list(reports.map(\.json)),
            "attachments": .list(
                attachments.map { .of(["title": .text($0.title), "file": .text($0.file)]) }),
            "profile": profile.json, "selfCheck": selfCheck.json,
            "files": .list(
                files.sorted { $0.name < $1.name }.map {
                    .of(["name": .text($0.name), "sha256": .text($0.checksum)])
                }),
        ]).bytes()
    }
}

extension PackageJson.Form {
    fileprivate var json: JsonValue {
        .of([
            "id": .text(id), "number": .text(number), "title": .text(title), "unit": .text(unit),
            "columns": .list(
                columns.map { .of(["title": .texts($0.title), "number": .text($0.number)]) }),
            "rows": .list(
                rows.map { row in
                    .of(["code": .optional(row.code), "label": .text(row.label), "cells": .list(row.cells.map(\.json))])
                }),
            "notes": .texts(notes),
        ])
    }
}

extension PackageJson.Cell {
    fileprivate var json: JsonValue { .of(["column": .number(column), "text": .text(text), "fact": fact?.json]) }
}

extension PackageJson.Fact {
    fileprivate var json: JsonValue {
        .of([
            "unit": .text(unit), "year": .number(year), "phase": .text(phase), "concept": .text(concept),
            "dimensions": .object(dimensions.map { ($0.key, .text($0.value)) }),
        ])
    }
}

extension PackageJson.Prose {
    fileprivate var json: JsonValue {
        .of([
            "id": .text(id), "section": .text(section), "sentence": .text(sentence),
            "figures": .list(figures.map(\.json)),
        ])
    }
}

extension PackageJson.ProseFigure {
    fileprivate var json: JsonValue {
        .of([
            "text": .text(text), "unit": .text(unit), "offset": .number(offset), "role": .text(role),
            "listed": .optional(listed), "fact": fact?.json, "base": base?.json,
        ])
    }
}

extension PackageJson.Report {
    fileprivate var json: JsonValue {
        .of([
            "id": .text(id), "title": .text(title), "subject": .text(subject), "prose": .list(prose.map(\.json)),
        ])
    }
}

extension PackageJson.Check {
    fileprivate var json: JsonValue {
        .of([
            "cells": .number(cells), "readBack": .number(readBack), "sums": .number(sums),
            "gaps": .list(
                gaps.map { gap in
                    .of([
                        "form": .text(gap.form), "row": .text(gap.row), "column": .text(gap.column),
                        "printed": .text(gap.printed), "sum": .text(gap.sum),
                    ])
                }),
            "figures": .number(figures), "figuresInPlace": .number(figuresInPlace),
            "figuresInForms": .number(figuresInForms), "figuresAgreeing": .number(figuresAgreeing),
            "unconfirmed": .texts(unconfirmed), "undefined": .texts(undefined),
        ])
    }
}

extension PackageJson.Layout {
    fileprivate var json: JsonValue {
        .of(["id": .text(id), "title": .text(title), "region": .text(region), "isBorrowed": .flag(isBorrowed)])
    }
}

extension PackageEvaluation {
    fileprivate var json: JsonValue {
        .of([
            "code": .text(code), "name": .text(name), "kind": .text(kind), "unit": .text(unit),
            "scheme": .text(scheme), "funds": .list(funds.map(\.json)), "executionRate": .optional(executionRate),
            "executionScore": .optional(executionScore), "indicators": .list(indicators.map(\.json)),
            "score": .optional(score), "grade": .optional(grade), "forms": .texts(forms),
        ])
    }
}

extension PackageEvaluation.Money {
    fileprivate var json: JsonValue {
        .of([
            "source": .text(source), "initialBudget": .optional(initialBudget),
            "adjustedBudget": .optional(adjustedBudget),
            "actual": .optional(actual),
        ])
    }
}

extension PackageEvaluation.Indicator {
    fileprivate var json: JsonValue {
        .of([
            "level1": .text(level1), "level2": .text(level2), "name": .text(name), "target": .text(target),
            "achieved": .text(achieved), "weight": .text(weight), "score": .optional(score),
            "computed": .optional(computed),
            "reason": .text(reason), "sharedWith": .optional(sharedWith),
        ])
    }
}
