package import Fiscal

/// Bars of printed figures, one group a category: drawn as SVG, readable as text.
package struct Chart: Sendable, Equatable {
    package struct Series: Sendable, Equatable {
        package var name: String
        package var values: [PrintedNumber?]

        package init(name: String, values: [PrintedNumber?]) {
            self.name = name
            self.values = values
        }
    }

    package var title: String
    /// Unit of the figures, printed beside the axis (万元).
    package var unit: String
    package var categories: [String]
    package var series: [Series]

    package init(title: String, unit: String, categories: [String], series: [Series]) {
        self.title = title
        self.unit = unit
        self.categories = categories
        self.series = series
    }
}
