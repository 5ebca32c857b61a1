import Fiscal
import Ledger
import Standards

/// The rows of the buildings that were finished in the year.
struct BuildingBlockPrinter {
    let block: BuildingBlock
    let buildings: [BuildingRecord]
    let values: SubjectValues

    func add(to builder: inout GridBuilder) {
        builder.beginRow()
        if let left = block.left { values.add(left, rows: max(1, buildings.count) + 1, to: &builder) }
        for column in block.columns { builder.add(column.title, columns: column.columns, isHeader: true) }
        builder.endRow()
        for building in buildings.isEmpty ? [nil] : buildings.map(Optional.some) {
            builder.beginRow()
            for column in block.columns {
                let (text, number) = value(column.value, of: building)
                builder.add(text, number: number, columns: column.columns)
            }
            builder.endRow()
        }
    }

    var figures: [PrintedSubjectFigure] {
        buildings.flatMap { building in
            block.columns.filter { $0.value != "项目名称" }.map { column in
                PrintedSubjectFigure(
                    figure: .building(building.origin), rowLabels: [building.name],
                    header: [column.value, column.title], text: value(column.value, of: building).0)
            }
        }
    }

    private func value(_ name: String, of building: BuildingRecord?) -> (String, PrintedNumber?) {
        guard let building else {
            let isRate = name == "规模控制率" || name == "投资控制率"
            return (isRate ? "" : block.emptyWord, nil)
        }
        func size(_ hundredths: Int64) -> (String, PrintedNumber?) {
            let number = PrintedNumber(mantissa: hundredths, decimals: 2)
            return (number.text(trimmingZeros: values.figures.trimsZeros), number)
        }
        return switch name {
        case "项目名称": (building.name, nil)
        case "批复规模": size(building.approvedSize)
        case "实际规模": size(building.builtSize)
        case "规模控制率": values.percent(building.builtSize, over: building.approvedSize)
        case "预算投资": values.amount(building.approvedCost)
        case "实际投资": values.amount(building.builtCost)
        case "投资控制率": values.percent(building.builtCost, over: building.approvedCost)
        default: ("", nil)
        }
    }
}
