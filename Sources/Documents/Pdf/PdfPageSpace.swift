package import Paper

/// A page's own space and the page as it is shown, each in points.
package struct PdfPageSpace: Sendable {
    /// Of the page as shown.
    package let width: Double
    package let height: Double
    private let box: RawBox
    private let turns: Int

    package init(_ page: RawPage) {
        box = page.box
        turns = page.rotation & 3
        let (across, up) = (Double(box.right - box.left), Double(box.top - box.bottom))
        (width, height) = turns % 2 == 1 ? (up, across) : (across, up)
    }

    /// A point of the page as shown, from its upper left corner.
    package func shown(x: Float, y: Float) -> (x: Double, y: Double) {
        var (x, y) = (Double(x - box.left), Double(box.top - y))
        var (w, h) = (Double(box.right - box.left), Double(box.top - box.bottom))
        for _ in 0..<turns {
            (x, y) = (h - y, x)
            (w, h) = (h, w)
        }
        return (x, y)
    }

    package func raw(x: Double, y: Double) -> (x: Float, y: Float) {
        var (x, y) = (x, y)
        var (w, h) = (width, height)
        for _ in 0..<turns {
            (x, y) = (y, w - x)
            (w, h) = (h, w)
        }
        return (Float(x) + box.left, box.top - Float(y))
    }

    package func raw(left: Double, top: Double, right: Double, bottom: Double) -> RawBox {
        let (a, b) = (raw(x: left, y: top), raw(x: right, y: bottom))
        return RawBox(left: min(a.x, b.x), bottom: min(a.y, b.y), right: max(a.x, b.x), top: max(a.y, b.y))
    }

    package func shown(_ raw: RawBox) -> Box {
        let (a, b) = (shown(x: raw.left, y: raw.bottom), shown(x: raw.right, y: raw.top))
        return Box(left: min(a.x, b.x), top: min(a.y, b.y), right: max(a.x, b.x), bottom: max(a.y, b.y))
    }
}
