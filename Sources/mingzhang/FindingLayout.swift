import Audit
import Paper
import Publication

/// A finding laid out for reading: positions beside the places that its message names, and the places that it does not
/// name.
struct FindingLayout {
    /// Where the figure in doubt stands.
    let position: Place?
    /// What that place is called, where the message does not say it.
    let title: String
    let message: String
    /// The words of the paper, where the message does not quote them.
    let original: String
    let others: [FindingPlace]

    /// - Parameter file: the one that is checked; places of others are named with theirs.
    init(_ finding: Finding, in file: String) {
        let main = finding.places.first
        var message = finding.message
        var others: [FindingPlace] = []
        var placed: Set<FigurePlace> = []
        for place in finding.places.dropFirst() {
            let name = "“\(place.place.label)”"
            guard place.file.isEmpty || place.file == file, place.place.label != main?.place.label,
                let position = place.place.place, let range = message.firstRange(of: name)
            else {
                if place.place != main?.place || place.file != main?.file { others.append(place) }
                continue
            }
            if placed.insert(place.place).inserted {
                message.insert(contentsOf: CheckLine.position(position).chinese, at: range.upperBound)
            }
        }
        position = main?.place.place
        title = main.map { finding.message.contains($0.place.label) ? "" : Self.short($0.place.label, finding) } ?? ""
        original = main.map { Self.original($0, of: finding.message) } ?? ""
        self.message = message
        self.others = others.map { place in
            var place = place
            place.place = FigurePlace(label: Self.short(place.place.label, finding), place: place.place.place)
            return place
        }
    }

    /// Without the name of a form that the message names already.
    private static func short(_ label: String, _ finding: Finding) -> String {
        for blank in label.indices.reversed() where label[blank] == " " {
            let name = label[..<blank]
            if name.count >= shortest, finding.message.contains("“\(name)”") {
                return String(label[label.index(after: blank)...])
            }
        }
        return label
    }

    /// Shorter names are no forms'.
    private static let shortest = 8

    private static func original(_ place: FindingPlace, of message: String) -> String {
        let text = place.text.filter { $0 != "…" }
        return text.isEmpty || message.contains(text) || place.place.label == place.text ? "" : place.text
    }
}
