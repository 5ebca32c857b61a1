extension Character {
    /// The same as `isWhitespace`, which looks every character up: most are told by where they stand.
    package var isBlank: Bool {
        guard let first = unicodeScalars.first else { return false }
        switch first.value {
        case 0x21...0x84, 0x3001...0xD7FF, 0xE000...0x1_FFFF: return false
        case 0x20, 0x3000: return true
        default: return isWhitespace
        }
    }
}
