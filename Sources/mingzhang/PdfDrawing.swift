import CPdfium
import Documents

/// The lines and pictures of one page, out of its paths and forms.
struct PdfDrawing {
    private(set) var rules: [RawRule] = []
    private(set) var images: [RawBox] = []
    /// Whether the page had no more than is allowed.
    private(set) var isWhole = true

    private let pdfium: mz_pdfium
    /// Objects looked at; a form may stand in many places, so that few bytes draw much.
    private var seen = 0
    /// Wider than this, in points, a filled rectangle is a surface and no line.
    private static let thickness: Float = 3
    /// Nearer to white than this, a line is not seen on paper.
    private static let white: UInt32 = 250

    init(pdfium: mz_pdfium) {
        self.pdfium = pdfium
    }

    mutating func read(_ page: mz_page_t) {
        for index in 0..<max(0, pdfium.objectCount(page)) {
            guard let object = pdfium.object(page, index) else { continue }
            read(object, in: Matrix(), depth: 0)
        }
    }

    private mutating func read(_ object: mz_object_t, in outer: Matrix, depth: Int) {
        seen += 1
        guard seen <= PdfLimits.marks, rules.count <= PdfLimits.marks else {
            isWhole = false
            return
        }
        switch Int(pdfium.objectKind(object)) {
        case mz_object_path: path(object, in: outer)
        case mz_object_image: image(object, in: outer)
        case mz_object_form where depth < 12:
            let inner = matrix(of: object).then(outer)
            for index in 0..<max(0, pdfium.formCount(object)) {
                guard isWhole, let part = pdfium.formObject(object, UInt(index)) else { continue }
                read(part, in: inner, depth: depth + 1)
            }
        default: break
        }
    }

    private func matrix(of object: mz_object_t) -> Matrix {
        var it = mz_matrix()
        return pdfium.objectMatrix(object, &it) != 0 ? Matrix(it) : Matrix()
    }

    private mutating func image(_ object: mz_object_t, in outer: Matrix) {
        var (left, bottom, right, top) = (Float(0), Float(0), Float(0), Float(0))
        guard pdfium.objectBounds(object, &left, &bottom, &right, &top) != 0 else { return }
        images.append(outer.box(of: [(left, bottom), (right, top), (left, top), (right, bottom)]))
    }

    private mutating func path(_ object: mz_object_t, in outer: Matrix) {
        var (fill, stroke) = (Int32(0), Int32(0))
        guard pdfium.drawMode(object, &fill, &stroke) != 0, fill != 0 || stroke != 0 else { return }
        guard isSeen(object, by: stroke != 0 ? pdfium.strokeColor : pdfium.fillColor) else { return }
        let inner = matrix(of: object).then(outer)
        for part in parts(of: object) {
            let points = part.map { inner.point($0) }
            if stroke != 0 { strokes(points) } else { surface(points) }
        }
    }

    private typealias ColorCall =
        @convention(c) (
            mz_object_t, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>,
            UnsafeMutablePointer<UInt32>
        ) -> Int32

    private func isSeen(_ object: mz_object_t, by color: ColorCall) -> Bool {
        var (red, green, blue, alpha) = (UInt32(0), UInt32(0), UInt32(0), UInt32(255))
        guard color(object, &red, &green, &blue, &alpha) != 0 else { return true }
        return alpha > 0 && (red < Self.white || green < Self.white || blue < Self.white)
    }

    /// The path's pieces between two moves of the pen; one with a curve is no line and is left out.
    private mutating func parts(of object: mz_object_t) -> [[(Float, Float)]] {
        let count = pdfium.segmentCount(object)
        guard count <= PdfLimits.marks else {
            isWhole = false
            return []
        }
        var parts: [[(Float, Float)]] = []
        var part: [(Float, Float)] = []
        var isCurved = false
        for index in 0..<max(0, count) {
            guard let segment = pdfium.segment(object, index) else { continue }
            let kind = Int(pdfium.segmentKind(segment))
            var (x, y) = (Float(0), Float(0))
            guard pdfium.segmentPoint(segment, &x, &y) != 0 else { continue }
            if kind == mz_segment_move {
                if !isCurved { parts.append(part) }
                (part, isCurved) = ([(x, y)], false)
            } else {
                isCurved = isCurved || kind == mz_segment_bezier
                part.append((x, y))
                if pdfium.segmentCloses(segment) != 0, let first = part.first { part.append(first) }
            }
        }
        if !isCurved { parts.append(part) }
        return parts.filter { $0.count > 1 }
    }

    private mutating func strokes(_ points: [(Float, Float)]) {
        for (from, to) in zip(points, points.dropFirst()) { add(from.0, from.1, to.0, to.1) }
    }

    /// A thin filled rectangle is a line along its middle; a dot is a piece of a line either way.
    private mutating func surface(_ points: [(Float, Float)]) {
        let box = Matrix().box(of: points)
        let (width, height) = (box.right - box.left, box.top - box.bottom)
        let (x, y) = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
        if height <= Self.thickness { add(box.left, y, box.right, y) }
        if width <= Self.thickness { add(x, box.bottom, x, box.top) }
    }

    /// Only what stands upright or lies can rule a table.
    private mutating func add(_ x1: Float, _ y1: Float, _ x2: Float, _ y2: Float) {
        let (width, height) = (abs(x2 - x1), abs(y2 - y1))
        guard width <= 1 || height <= 1 else { return }
        if width >= height {
            rules.append(RawRule(x1: min(x1, x2), y1: (y1 + y2) / 2, x2: max(x1, x2), y2: (y1 + y2) / 2))
        } else {
            rules.append(RawRule(x1: (x1 + x2) / 2, y1: min(y1, y2), x2: (x1 + x2) / 2, y2: max(y1, y2)))
        }
    }
}

/// An affine map of the plane.
private struct Matrix {
    var (a, b, c, d, e, f): (Float, Float, Float, Float, Float, Float) = (1, 0, 0, 1, 0, 0)

    init() {}

    init(_ it: mz_matrix) {
        (a, b, c, d, e, f) = (it.a, it.b, it.c, it.d, it.e, it.f)
    }

    func point(_ p: (Float, Float)) -> (Float, Float) {
        (a * p.0 + c * p.1 + e, b * p.0 + d * p.1 + f)
    }

    /// This map first, then the other.
    func then(_ outer: Matrix) -> Matrix {
        var it = Matrix()
        (it.a, it.b) = (a * outer.a + b * outer.c, a * outer.b + b * outer.d)
        (it.c, it.d) = (c * outer.a + d * outer.c, c * outer.b + d * outer.d)
        (it.e, it.f) = outer.point((e, f))
        return it
    }

    func box(of corners: [(Float, Float)]) -> RawBox {
        let points = corners.map { point($0) }
        let (x, y) = (points.map(\.0), points.map(\.1))
        return RawBox(left: x.min() ?? 0, bottom: y.min() ?? 0, right: x.max() ?? 0, top: y.max() ?? 0)
    }
}
