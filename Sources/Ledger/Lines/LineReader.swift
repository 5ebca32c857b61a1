import Fiscal
import Standards

/// A large sheet of lines → sums, on several threads, with the same faults and warnings as line by line.
///
/// Clean lines are summed where they stand in memory. A line that has anything wrong with it, or a key that occurs
/// twice, is handed to `SheetChecker` as a row of text, so that both ways of reading find the same.
struct LineReader {
    private let sheet: LargeSheet
    private let plan: LinePlan
    private let bytes: LineBytes
    private let threads: Int

    private init(_ sheet: LargeSheet, plan: LinePlan, bytes: LineBytes, threads: Int) {
        self.sheet = sheet
        self.plan = plan
        self.bytes = bytes
        self.threads = threads
    }

    /// - Returns: nil where the text is not UTF-8.
    static func read(
        _ sheet: LargeSheet, definition: Sheet, standards: Standards, units: UnitTree, threads: Int
    ) throws(BookFaults) -> SummedSheet? {
        // Nothing at all is a sheet without a header.
        guard let bytes = LineBytes(sheet.bytes) else {
            var checker = SheetChecker(definition: definition, standards: standards, units: units)
            _ = checker.rows(of: [RawSheet(name: sheet.name, file: sheet.file, header: [], rows: [])])
            let plan = LinePlan(definition, header: [], standards: standards, units: units)
            return SummedSheet(sheet, plan: plan, faults: checker.faults)
        }
        guard let (header, first, lines) = bytes.header() else { return nil }
        var checker = SheetChecker(definition: definition, standards: standards, units: units)
        _ = checker.rows(of: [RawSheet(name: sheet.name, file: sheet.file, header: header, rows: [])])
        let plan = LinePlan(definition, header: header, standards: standards, units: units)
        guard checker.faults.isEmpty else { return SummedSheet(sheet, plan: plan, faults: checker.faults) }
        let reader = LineReader(sheet, plan: plan, bytes: bytes, threads: threads)
        return try reader.read(from: first, line: 1 + lines)
    }

    private func read(from first: Int, line: Int) throws(BookFaults) -> SummedSheet? {
        let parts = scan(from: first, wanted: nil)
        guard parts.allSatisfy(\.isUtf8) else { return nil }
        var starts: [Int] = []
        var next = line
        for part in parts {
            starts.append(next)
            if let unclosed = part.unclosedLine {
                throw BookFaults([BookFault(.unclosedQuote, sheet: sheet.file, row: next + unclosed)])
            }
            next += part.lines
        }
        var suspects = rows(parts, starts)
        if let twice = LineKeys.twice(parts.map(\.keys), threads: threads) {
            suspects += rows(scan(from: first, wanted: twice), starts)
        }
        return SummedSheet(
            sheet, plan: plan, parts, starts: starts, suspects: Self.ordered(suspects), threads: threads)
    }

    private func rows(_ parts: [LineScanner.Result], _ starts: [Int]) -> [(row: RawSheet.Row, isSummed: Bool)] {
        zip(parts, starts).flatMap { part, start in
            part.suspects.map { (RawSheet.Row(number: start + $0.row, cells: $0.cells), $0.isSummed) }
        }
    }

    /// By row; a line that both readings found stands once, as the first found it.
    private static func ordered(
        _ suspects: [(row: RawSheet.Row, isSummed: Bool)]
    ) -> [(row: RawSheet.Row, isSummed: Bool)] {
        var result: [(row: RawSheet.Row, isSummed: Bool)] = []
        for suspect in suspects.sorted(by: {
            ($0.row.number, $0.isSummed ? 1 : 0) < ($1.row.number, $1.isSummed ? 1 : 0)
        })
        where result.last?.row.number != suspect.row.number {
            result.append(suspect)
        }
        return result
    }

    /// The stretches in order; where a quoted field runs over the end of one, the next is read anew from there.
    private func scan(from first: Int, wanted: [Set<UInt64>]?) -> [LineScanner.Result] {
        let stretches = bytes.stretches(from: first, count: threads)
        let (plan, bytes) = (plan, bytes)
        let found = Stretches.each(stretches.count) { bytes.scan(stretches[$0], plan: plan, wanted: wanted) }
        var results: [LineScanner.Result] = []
        var next = first
        for (index, part) in found.enumerated() {
            let isInStep = stretches[index].lowerBound == next
            let end = stretches[index].upperBound
            if isInStep {
                results.append(part)
            } else if next < end {
                results.append(bytes.scan(next..<end, plan: plan, wanted: wanted))
            } else {
                continue
            }
            next = max(next, results[results.count - 1].end)
            if results[results.count - 1].unclosedLine != nil { break }
        }
        return results
    }
}

/// Which lines have a key that another line has too.
enum LineKeys {
    /// By unit, the keys that occur twice; nil where there is none.
    static func twice(_ parts: [[[UInt64]]], threads: Int) -> [Set<UInt64>]? {
        let found = Stretches.map(parts.first?.count ?? 0, threads: threads) { twice(parts, units: $0) }
        return found.contains { $0.contains { !$0.isEmpty } } ? found.flatMap(\.self) : nil
    }

    private static func twice(_ parts: [[[UInt64]]], units: Range<Int>) -> [Set<UInt64>] {
        var seen: [UInt64] = []
        return units.map { unit in
            var twice: Set<UInt64> = []
            let count = parts.reduce(0) { $0 + $1[unit].count }
            guard count > 1 else { return twice }
            var capacity = 16
            while capacity < count * 2 { capacity *= 2 }
            seen.removeAll(keepingCapacity: true)
            seen.append(contentsOf: repeatElement(0, count: capacity))
            for part in parts {
                for key in part[unit] where insert(key, into: &seen) { twice.insert(key) }
            }
            return twice
        }
    }

    /// - Returns: whether it was there already.
    @inline(__always)
    private static func insert(_ key: UInt64, into seen: inout [UInt64]) -> Bool {
        // 0 marks a free slot.
        let stored = key == 0 ? 1 : key
        var index = Int(truncatingIfNeeded: stored >> 20) & (seen.count - 1)
        while seen[index] != 0 {
            if seen[index] == stored { return true }
            index = (index + 1) & (seen.count - 1)
        }
        seen[index] = stored
        return false
    }
}
