/// How alike two short texts are, 0 to 1: the share of their pairs of neighbouring characters that both have.
package enum Likeness {
    /// - Parameters: scalars of texts as short as titles, without what says nothing of either.
    package static func of(_ a: [UInt32], _ b: [UInt32]) -> Double {
        if a == b { return a.isEmpty ? 0 : 1 }
        guard a.count > 1, b.count > 1 else { return 0 }
        var isUsed = [Bool](repeating: false, count: a.count)
        var shared = 0
        for index in 1..<b.count {
            let found = (1..<a.count).first { !isUsed[$0] && a[$0] == b[index] && a[$0 - 1] == b[index - 1] }
            guard let found else { continue }
            isUsed[found] = true
            shared += 1
        }
        return 2 * Double(shared) / Double(a.count + b.count - 2)
    }
}
