import Standards

/// A sheet's bytes in memory that stay as they are while they are read.
struct LineBytes: @unchecked Sendable {  // ok: nothing writes to the bytes
    private let buffer: UnsafeBufferPointer<UInt8>  // ok: the sheet outlives its reading
    private let base: UnsafePointer<UInt8>  // ok: where the buffer begins
    /// Up to here records are read where they stand: a whole word may be read at any byte of them.
    private let safeEnd: Int
    private let start: Int

    /// nil where there is nothing.
    init?(_ bytes: UnsafeRawBufferPointer) {  // ok: as the buffer
        buffer = bytes.bindMemory(to: UInt8.self)  // ok: bytes are bytes
        guard let address = buffer.baseAddress, !buffer.isEmpty else { return nil }
        base = address
        start = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var end = buffer.count - 8
        while end > start, base[end - 1] != 0x0A { end -= 1 }
        safeEnd = max(start, end)
    }

    /// The first record as text, where the next begins, and how many lines it took; nil where it is not UTF-8.
    func header() -> (cells: [String], end: Int, lines: Int)? {
        var fields: [String] = []
        var isUtf8 = true
        var lines = 1
        var end = start
        func take(_ splitter: RecordSplitter) {
            lines = splitter.lines
            fields = splitter.fields.map { field in
                guard let text = field.text else {
                    isUtf8 = false
                    return ""
                }
                return text.trimmedCell
            }
        }
        if start < safeEnd {
            var splitter = RecordSplitter(buffer, base: base)
            end = splitter.split(at: start)
            take(splitter)
        } else {
            withTail(from: start) { tail, base in
                var splitter = RecordSplitter(tail, base: base)
                end = min(buffer.count, start + splitter.split(at: 0))
                take(splitter)
            }
        }
        return isUtf8 ? (fields, end, lines) : nil
    }

    /// Cuts what stands behind the header at line ends into as many stretches as asked for.
    func stretches(from first: Int, count: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var from = first
        for part in 1..<max(1, count) {
            var end = first + (buffer.count - first) / count * part
            while end < buffer.count, end <= from || base[end - 1] != 0x0A { end += 1 }
            if end < buffer.count, end > from {
                result.append(from..<end)
                from = end
            }
        }
        return result + [from..<buffer.count]
    }

    func scan(_ range: Range<Int>, plan: LinePlan, wanted: [Set<UInt64>]?) -> LineScanner.Result {
        var scanner = LineScanner(plan, wanted: wanted)
        let end = min(range.upperBound, safeEnd)
        var next = range.lowerBound
        if next < end { next = scanner.scan(buffer, base: base, from: next, to: end) }
        if next < range.upperBound, scanner.mayGoOn {
            withTail(from: next) { tail, base in
                next += scanner.scan(tail, base: base, from: 0, to: range.upperBound - next)
            }
            next = min(next, buffer.count)
        }
        return scanner.end(at: next)
    }

    /// The last bytes, with a line end and room to read a whole word at any of them.
    private func withTail(
        from start: Int, _ body: (UnsafeBufferPointer<UInt8>, UnsafePointer<UInt8>) -> Void  // ok: used within the call
    ) {
        var tail = Array(buffer[start...])
        if let last = tail.last, last != 0x0A, last != 0x0D { tail.append(0x0A) }
        let count = tail.count
        tail.append(contentsOf: repeatElement(0, count: 16))
        tail.withUnsafeBufferPointer { memory in  // ok: used within the call
            guard let base = memory.baseAddress else { return }
            body(UnsafeBufferPointer(rebasing: memory[..<count]), base)  // ok: a part of the same memory
        }
    }
}
