import Foundation
import Paper

/// Characters as a file maps them, made those that were meant.
enum PdfText {
    /// nil for what is no character: controls, marks of no width, halves of a pair.
    static func character(_ value: UInt32) -> Character? {
        // PDFium's mark for a hyphen at the end of a line.
        if value == 2 { return "-" }
        guard value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
        switch value {
        case 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0xFFFE, 0xFFFF: return nil
        case 0x2E80...0x2EFF: return Character(supplement[scalar] ?? scalar)
        case 0x2F00...0x2FDF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            return String(scalar).precomposedStringWithCompatibilityMapping.first ?? Character(scalar)
        default: return Character(scalar)
        }
    }

    /// Radicals that stand for a whole character and that NFKC leaves alone. Widths are not folded: （ and ( are both
    /// printed, and both kept.
    private static let supplement: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = Array(
            "⺁厂⺄乙⺅亻⺈⺈⺉刂⺊卜⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺶羊⺷羊⺸羊⺹耂⺺肀⺼月⺾艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
                .unicodeScalars)
        var map: [Unicode.Scalar: Unicode.Scalar] = [:]
        for index in stride(from: 0, to: pairs.count - 1, by: 2) { map[pairs[index]] = pairs[index + 1] }
        return map
    }()

    /// Whether a space parts the character from its neighbour: letters, digits, and what stands among them.
    static func isNarrow(_ character: Character) -> Bool {
        character.isASCII && !character.isBlank
    }

    /// Marks that may not begin a line: they stay with the character before them.
    static func isClosing(_ character: Character) -> Bool {
        guard let first = character.unicodeScalars.first, closing.contains(first) else { return false }
        return character.unicodeScalars.count == 1
    }

    private static let closing = Set("，。、；：！？）】》〉”’」』〕％%,.;:!?)]}".unicodeScalars)
}
