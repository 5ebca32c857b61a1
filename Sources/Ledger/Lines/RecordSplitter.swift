/// Cuts records of a CSV into fields where they stand, eight bytes at a time; the same cuts as `CsvScanner`.
struct RecordSplitter {
    private let base: UnsafePointer<UInt8>  // ok: the sheet outlives the splitter
    private let end: Int
    /// The last record's fields; valid until the next call.
    var fields: UnsafeBufferPointer<Field> { UnsafeBufferPointer(start: slots, count: count) }  // ok: of one record
    private var slots: UnsafeMutablePointer<Field>  // ok: owned by `scratch`, renewed when it grows
    private var capacity: Int
    private var count = 0
    /// Lines of the file that the last record took.
    private(set) var lines = 1
    /// Where within the last record a quote stands that is never closed, in lines from 0.
    private(set) var unclosedLine: Int?
    private let scratch = Scratch()

    /// - Parameter buffer: at least 8 bytes behind the last record may be read, and the last record ends with a line end.
    init(_ buffer: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>) {  // ok: as `base`
        self.base = base
        end = buffer.count
        (slots, capacity) = (scratch.fields, scratch.fieldCapacity)
    }

    /// - Returns: where the next record begins.
    @inline(__always)
    mutating func split(at start: Int) -> Int {
        count = 0
        lines = 1
        guard base[start] != 0x22 else { return splitQuoted(at: start) }
        var fieldStart = start
        var index = start
        while true {
            // ok: a word may be read at any byte before `end`
            let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
            var marks = Self.marks(word)
            while marks != 0 {
                let place = index + marks.trailingZeroBitCount >> 3
                let byte = base[place]
                marks &= marks - 1
                if byte == 0x2C {
                    push(fieldStart, place)
                    fieldStart = place + 1
                    if base[fieldStart] == 0x22 { return splitQuoted(at: start) }
                } else if byte == 0x0A {
                    push(fieldStart, place)
                    return place + 1
                } else if byte == 0x0D {
                    push(fieldStart, place)
                    return place + 1 < end && base[place + 1] == 0x0A ? place + 2 : place + 1
                }
            }
            index += 8
        }
    }

    @inline(__always)
    private mutating func push(_ start: Int, _ end: Int) {
        push(Field(start: base + start, length: end - start))
    }

    @inline(__always)
    private mutating func push(_ field: Field) {
        if count == capacity {
            scratch.grow()
            (slots, capacity) = (scratch.fields, scratch.fieldCapacity)
        }
        slots[count] = field
        count += 1
    }

    /// The high bit of each byte that is a comma or below 0x0E (line ends among them).
    @inline(__always)
    private static func marks(_ word: UInt64) -> UInt64 {
        let high: UInt64 = 0x8080_8080_8080_8080
        let low = ~high
        let control = ~((word | high) &- 0x0E0E_0E0E_0E0E_0E0E) & ~word
        let differs = word ^ 0x2C2C_2C2C_2C2C_2C2C
        let comma = ~(((differs & low) &+ low) | differs)
        return (control | comma) & high
    }

    /// A record with quoted fields, byte by byte; its fields stand in memory of their own.
    private mutating func splitQuoted(at start: Int) -> Int {
        count = 0
        var cells: [Range<Int>] = []
        var content: [UInt8] = []
        var index = start
        record: while true {
            let from = content.count
            if index < end, base[index] == 0x22 { index = takeQuoted(at: index + 1, into: &content) }
            while index < end, base[index] != 0x2C, base[index] != 0x0A, base[index] != 0x0D {
                content.append(base[index])
                index += 1
            }
            cells.append(from..<content.count)
            guard index < end else { break }
            index += 1
            switch base[index - 1] {
            case 0x2C: continue record
            case 0x0D where index < end && base[index] == 0x0A: index += 1
            default: break
            }
            break
        }
        let memory = scratch.hold(content)
        for cell in cells { push(Field(start: memory + cell.lowerBound, length: cell.count)) }
        return index
    }

    /// - Returns: where the separator behind the closing quote stands; what is between them is dropped.
    private mutating func takeQuoted(at start: Int, into content: inout [UInt8]) -> Int {
        let opening = lines - 1
        var index = start
        while index < end {
            let byte = base[index]
            index += 1
            if byte == 0x22 {
                guard index < end, base[index] == 0x22 else {
                    while index < end, base[index] != 0x2C, base[index] != 0x0A, base[index] != 0x0D { index += 1 }
                    return index
                }
                index += 1
            }
            if byte == 0x0A { lines += 1 }
            content.append(byte)
        }
        unclosedLine = opening
        return index
    }
}

/// Memory for the places of one record's fields, and for their bytes where they were quoted.
private final class Scratch {
    private var memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 1024)  // ok: freed by deinit
    private var capacity = 1024

    private(set) var fields = UnsafeMutablePointer<Field>.allocate(capacity: 64)  // ok: freed by deinit
    private(set) var fieldCapacity = 64

    deinit {
        memory.deallocate()
        fields.deallocate()
    }

    /// Twice the room for fields, with those that are there.
    func grow() {
        let larger = UnsafeMutablePointer<Field>.allocate(capacity: fieldCapacity * 2)  // ok: as `fields`
        larger.update(from: fields, count: fieldCapacity)
        fields.deallocate()
        (fields, fieldCapacity) = (larger, fieldCapacity * 2)
    }

    /// The bytes with 8 zeros behind them; valid until the next call.
    func hold(_ bytes: [UInt8]) -> UnsafePointer<UInt8> {  // ok: valid until the next call
        if bytes.count + 8 > capacity {
            memory.deallocate()
            capacity = max(capacity * 2, bytes.count + 8)
            memory = .allocate(capacity: capacity)  // ok: the old one was freed above
        }
        for (index, byte) in bytes.enumerated() { memory[index] = byte }
        for index in 0..<8 { memory[bytes.count + index] = 0 }
        return UnsafePointer(memory)  // ok: read only
    }
}
