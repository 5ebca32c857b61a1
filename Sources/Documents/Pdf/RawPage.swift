/// A page of a PDF as it was drawn: characters, ruling lines and pictures, in the page's own space (points, y upwards).
///
/// Nothing is interpreted yet: this is what the worker process hands over, and all that `PdfReader` knows of a file.
package struct RawPage: Sendable, Equatable {
    /// The part of the space that is shown.
    package var box: RawBox
    /// Quarter turns clockwise by which the page is shown.
    package var rotation: Int
    package var characters: [RawCharacter]
    package var rules: [RawRule]
    package var images: [RawBox]

    package init(
        box: RawBox, rotation: Int = 0, characters: [RawCharacter] = [], rules: [RawRule] = [], images: [RawBox] = []
    ) {
        self.box = box
        self.rotation = rotation
        self.characters = characters
        self.rules = rules
        self.images = images
    }
}

/// A rectangle in the page's own space, y upwards.
package struct RawBox: Sendable, Equatable {
    package var left: Float
    package var bottom: Float
    package var right: Float
    package var top: Float

    package init(left: Float, bottom: Float, right: Float, top: Float) {
        self.left = left
        self.bottom = bottom
        self.right = right
        self.top = top
    }
}

package struct RawCharacter: Sendable, Equatable {
    /// One UTF-16 unit or a scalar: as the file maps it.
    package var unicode: UInt32
    /// From the pen's position to the next one's where the text is upright, else the glyph's own outline.
    package var box: RawBox
    /// Where the pen stood: on the baseline.
    package var x: Float
    package var y: Float
    /// As shown, in points.
    package var size: Float
    /// Of the baseline, in radians, counter-clockwise.
    package var angle: Float
    /// Made up by the library where it saw a gap; not drawn.
    package var isGenerated: Bool
    /// The font does not say which character the glyph is.
    package var isUnmapped: Bool

    package init(
        unicode: UInt32, box: RawBox, x: Float, y: Float, size: Float, angle: Float = 0, isGenerated: Bool = false,
        isUnmapped: Bool = false
    ) {
        self.unicode = unicode
        self.box = box
        self.x = x
        self.y = y
        self.size = size
        self.angle = angle
        self.isGenerated = isGenerated
        self.isUnmapped = isUnmapped
    }
}

/// A straight line that was drawn: a stroke, a thin filled rectangle, or one extent of a dot.
package struct RawRule: Sendable, Equatable {
    package var x1: Float
    package var y1: Float
    package var x2: Float
    package var y2: Float

    package init(x1: Float, y1: Float, x2: Float, y2: Float) {
        self.x1 = x1
        self.y1 = y1
        self.x2 = x2
        self.y2 = y2
    }
}
