extension String {
    /// Equal as bytes: what one source wrote once is never spelt in two ways, and the standard library's comparison would
    /// look for such spellings in every text that is not ASCII.
    package func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        let found = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in
                left.baseAddress == right.baseAddress || left.indices.allSatisfy { left[$0] == right[$0] }
            }
        }
        if let found, let isSame = found { return isSame }
        return utf8.elementsEqual(other.utf8)
    }

    /// For types that compare by `hasSameBytes`.
    package func hashBytes(into hasher: inout Hasher) {
        let isDone: Void? = utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        if isDone == nil { for byte in utf8 { hasher.combine(byte) } }
        hasher.combine(utf8.count)
    }
}
