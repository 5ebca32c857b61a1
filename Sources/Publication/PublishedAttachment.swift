import Fiscal
package import Ledger
import Standards

/// A file of the department's own that goes out with the package, named as the paper lists it.
package struct PublishedAttachment: Hashable, Sendable {
    /// What names of attachments begin with.
    package static let word = "附件"

    /// What the paper calls it.
    package let title: String
    /// Its number in the package, from 1.
    package let number: Int
    /// As the book names it.
    package let attachment: Attachment

    /// As the paper lists it.
    package var label: String { "\(Self.word)\(number)：\(title)" }

    /// What its copy beside the package is called: number and title, with the ending of the book's own file.
    package var fileName: String {
        let name = attachment.file.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
        let isPlain =
            !ending.isEmpty && ending.count <= 8 && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        // File systems count bytes: 60 ideographs are 180 of 255.
        let words = title.map { Self.forbidden.contains($0) || $0.isNewline ? " " : $0 }.prefix(60)
        return "\(Self.word)\(number) " + String(words).trimmed + (isPlain ? "." + ending : "")
    }

    /// What file names of Windows must not have.
    private static let forbidden: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]

    /// In the order of the book.
    package static func all(of facts: FactBase) -> [PublishedAttachment] {
        facts.attachments.enumerated().map {
            PublishedAttachment(title: $1.name, number: $0 + 1, attachment: $1)
        }
    }
}
