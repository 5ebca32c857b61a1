import Paper
import Standards

/// The documents behind a paper's body → reports of performance with their claims, each for itself.
struct ReportReader {
    let outline: OutlineSections
    let unit: String

    /// - Parameter paper: takes the figures that no section of a report explains.
    func read(
        _ annexes: [[Paragraph]], _ readers: inout SectionReaders, besides paper: inout UnderstoodPaper
    ) -> [UnderstoodPaper] {
        var reports: [UnderstoodPaper] = []
        for paragraphs in annexes {
            var prose = ProseReader(outline: outline, unit: unit, guesses: false)
            for (index, paragraph) in paragraphs.enumerated() {
                prose.add(ProseLine(paragraph: paragraph, block: index))
            }
            var report = UnderstoodPaper(
                file: paper.file, unit: paper.unit, standards: paper.standards, regionChoice: paper.regionChoice)
            prose.read(&readers, into: &report)
            paper.openClaims += report.openClaims
            if !report.claims.isEmpty { reports.append(report) }
        }
        return reports
    }
}
