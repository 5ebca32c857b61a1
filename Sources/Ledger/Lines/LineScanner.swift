import Fiscal
import Standards

/// Sums the lines of one stretch of a sheet.
struct LineScanner {
    /// A record that must be looked at cell by cell.
    struct Suspect: Sendable {
        /// Counted from the first record of the stretch, from 0.
        let row: Int
        let cells: [String]
        /// Whether its amount is in the sums already.
        let isSummed: Bool
    }

    /// What a stretch gives.
    struct Result: Sendable {
        /// Sums by unit's number; the key is the packed coordinates with the extra's number above them.
        var sums: [SumTable]
        /// Hashes of the lines' keys by unit's number.
        var keys: [[UInt64]]
        /// Projects of the extras, from 1.
        var extras: [String] = []
        var suspects: [Suspect] = []
        /// Lines read.
        var lines = 0
        var end = 0
        var isUtf8 = true
        /// The line of a quote that is never closed, from 0.
        var unclosedLine: Int?
    }

    private let plan: LinePlan
    private let roles: [LinePlan.Role]
    /// Looked for in a second reading: keys that occur twice, by unit.
    private let wanted: [Set<UInt64>]?
    private var interners: [ByteInterner]
    private var meanings: [[LineMeaning]]
    private var extraNumbers: [String: Int] = [:]
    private var projectExtras: [Int] = []
    private let extraShift: UInt64
    private var result: Result
    /// Sums and keys of the unit whose lines are read, held apart from the others: most lines are of the unit of the line
    /// before them. -1 where there is none.
    private var unit = -1
    private var sums = SumTable()
    private var keys: [UInt64] = []

    init(_ plan: LinePlan, wanted: [Set<UInt64>]?) {
        self.plan = plan
        roles = plan.roles
        self.wanted = wanted
        interners = plan.roles.map { _ in ByteInterner() }
        meanings = plan.roles.map { _ in [] }
        extraShift = UInt64(plan.standards.space.bits)
        let count = plan.units.units.count
        result = Result(
            sums: Array(repeating: SumTable(), count: count), keys: Array(repeating: [], count: count))
    }

    /// Whether nothing was found that ends the reading.
    var mayGoOn: Bool { result.isUtf8 && result.unclosedLine == nil }

    /// Reads records from `start` until one begins at or behind `end`.
    ///
    /// - Returns: where that is.
    mutating func scan(
        _ buffer: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>,  // ok: used within the call
        from start: Int, to end: Int
    ) -> Int {
        var splitter = RecordSplitter(buffer, base: base)
        var index = start
        while index < end, result.isUtf8 {
            index = splitter.split(at: index)
            if let line = splitter.unclosedLine {
                result.unclosedLine = result.lines + line
                break
            }
            let fields = splitter.fields
            if fields.count > 1 || fields[0].length > 0, !fields[0].mayBeExample || !isExample(fields) { take(fields) }
            result.lines += splitter.lines
        }
        return index
    }

    private func isExample(_ fields: UnsafeBufferPointer<Field>) -> Bool {  // ok: used within the call
        RawSheet.Row(number: 0, cells: [String(decoding: fields[0].bytes, as: UTF8.self)]).isExample
            && fields.allSatisfy(\.isUtf8)
    }

    mutating func end(at index: Int) -> Result {
        turn(to: -1)
        result.end = index
        return result
    }

    /// Makes a unit the one whose sums and keys are held.
    @inline(__always)
    private mutating func turn(to next: Int) {
        if next == unit { return }
        if unit >= 0 { exchange(unit) }
        if next >= 0 { exchange(next) }
        unit = next
    }

    private mutating func exchange(_ place: Int) {
        swap(&sums, &result.sums[place])
        swap(&keys, &result.keys[place])
    }

    /// What the fields of one record say together.
    fileprivate struct Line {
        var coordinates: UInt64 = 0
        var filled: UInt64 = 0
        var required: UInt64
        var isRight = true
        var unit: Int32 = -1
        var counterparty: Int32 = -1
        var transfers: UInt64 = 0
        var isOutside = false
        var project = -1
        var amount: Int64 = 0
        var key: UInt64 = 0
        var hasKey = false
    }

    private mutating func take(_ fields: UnsafeBufferPointer<Field>) {  // ok: used within the call
        var line = Line(required: plan.required)
        let count = min(fields.count, roles.count)
        for place in 0..<count where fields[place].length > 0 { take(fields[place], at: place, into: &line) }
        for place in count..<fields.count where !fields[place].isUtf8 { result.isUtf8 = false }
        if line.required & ~line.filled != 0 { line.isRight = false }
        if line.amount < 0, line.filled & plan.voucher == 0 { line.isRight = false }
        // What may be a transfer inside the book is kept as a line of its own.
        if line.counterparty >= 0 { line.isRight = false }
        // And what would be one, if its counterparty were a unit, is told.
        if line.isOutside, plan.transfers.contains(where: { line.transfers & $0 == $0 }) { line.isRight = false }
        if line.unit >= 0 {
            turn(to: Int(line.unit))
            noteKey(fields, line)
        } else {
            line.isRight = false
        }
        guard wanted == nil else { return }
        if !line.isRight || !sum(line) { suspect(fields, isSummed: false) }
    }

    @inline(__always)
    private mutating func take(_ field: Field, at place: Int, into line: inout Line) {
        switch roles[place] {
        case .note:
            if !field.isUtf8 { result.isUtf8 = false }
        case .checked:
            let (id, isNew) = interners[place].id(of: field)
            if isNew { meanings[place].append(meaning(of: field, at: place)) }
            line.add(meanings[place][id], bit: plan.bits[place])
        case .amount: takeAmount(field, at: place, into: &line)
        case .key:
            guard let hash = field.trimmedHash else {
                result.isUtf8 = false
                return
            }
            guard hash != 0 else { return }
            line.filled |= plan.bits[place]
            line.hasKey = true
            line.key = line.key &+ Self.mixed(hash, place)
        case .project: takeProject(field, at: place, into: &line)
        }
    }

    private mutating func meaning(of field: Field, at place: Int) -> LineMeaning {
        guard let text = field.text else {
            result.isUtf8 = false
            return LineMeaning()
        }
        return plan.meaning(of: text, at: place)
    }

    @inline(__always)
    private mutating func takeAmount(_ field: Field, at place: Int, into line: inout Line) {
        if let fen = AmountBytes.plainFen(field) {
            line.amount = fen
        } else {
            guard let text = field.text else {
                result.isUtf8 = false
                return
            }
            let trimmed = text.trimmedCell
            if trimmed.isEmpty { return }
            if let fen = try? NumberText.parseYuan(trimmed).fen { line.amount = fen } else { line.isRight = false }
        }
        if line.amount.magnitude > AmountLimit.cell { line.isRight = false }
        line.filled |= plan.bits[place]
    }

    @inline(__always)
    private mutating func takeProject(_ field: Field, at place: Int, into line: inout Line) {
        let (id, isNew) = interners[place].id(of: field)
        if isNew {
            guard let text = field.text else {
                result.isUtf8 = false
                return
            }
            let trimmed = text.trimmedCell
            projectExtras.append(trimmed.isEmpty ? 0 : number(trimmed))
        }
        line.project = projectExtras[id]
        if line.project > 0 { line.filled |= plan.bits[place] }
    }

    private mutating func number(_ extra: String) -> Int {
        if let known = extraNumbers[extra] { return known }
        result.extras.append(extra)
        extraNumbers[extra] = result.extras.count
        return result.extras.count
    }

    @inline(__always)
    private mutating func sum(_ line: Line) -> Bool {
        let extra = max(0, line.project)
        // Beyond what fits beside the coordinates, a line is looked at cell by cell.
        guard extra == 0 || extra < 1 << (64 - Int(extraShift)) else { return false }
        let key = line.coordinates | UInt64(extra) << extraShift
        return sums.add(line.amount, to: key, row: result.lines)
    }

    private mutating func suspect(_ fields: UnsafeBufferPointer<Field>, isSummed: Bool) {  // ok: its texts are copied
        result.suspects.append(
            Suspect(
                row: result.lines, cells: fields.map { String(decoding: $0.bytes, as: UTF8.self) }, isSummed: isSummed))
    }
}

// MARK: - Keys

extension LineScanner {
    private static func mixed(_ hash: UInt64, _ place: Int) -> UInt64 {
        let mixed = (hash &+ UInt64(place)) &* 0xD6E8_FEB8_6659_FD93
        return (mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15
    }

    /// The line's key, or for a line without one the whole line: what occurs twice is looked at cell by cell.
    @inline(__always)
    private mutating func noteKey(_ fields: UnsafeBufferPointer<Field>, _ line: Line) {  // ok: only hashes are kept
        var key = line.key
        if !line.hasKey {
            key = 1
            for place in fields.indices where place < roles.count && plan.columns[place] != nil {
                guard let hash = fields[place].trimmedHash else {
                    result.isUtf8 = false
                    return
                }
                if hash != 0 { key = key &+ Self.mixed(hash, place) }
            }
        }
        if let wanted {
            if line.isRight, wanted[Int(line.unit)].contains(key) { suspect(fields, isSummed: true) }
        } else {
            keys.append(key)
        }
    }
}

extension LineScanner.Line {
    @inline(__always)
    fileprivate mutating func add(_ meaning: LineMeaning, bit: UInt64) {
        guard meaning.isFilled else { return }
        filled |= bit
        coordinates |= meaning.coordinates
        required |= meaning.required
        if !meaning.isRight { isRight = false }
        if meaning.unit >= 0 { unit = meaning.unit }
        if meaning.counterparty >= 0 { counterparty = meaning.counterparty }
        transfers |= meaning.transfers
        if meaning.isOutside { isOutside = true }
    }
}
