/// Writes `styles.xml`: typefaces and sizes of GB/T 9704.
enum DocxStyleSheet {
    /// How one style is set; sizes in half points, measures in twips.
    private struct Look {
        var font: String
        var size: Int
        var isBold = false
        var alignment = "left"
        /// Exact line pitch; nil = single.
        var pitch: Int? = DocxPage.linePitch
        var firstLineCharacters = 0
        var leftCharacters = 0
        var before = 0
        var after = 0
        var keepsNext = false
        var outline: Int?
        var snapsToGrid = true
        /// Characters a quarter point closer: 28 of 16 pt then fill the 156 mm of a line, in every program alike.
        var isCondensed = false
        /// Dotted leader to the right edge of the type area.
        var hasLeader = false
    }

    private static let fangsong = "仿宋_GB2312"
    private static let xiaobiaosong = "方正小标宋简体"
    private static let heiti = "黑体"
    private static let kaiti = "楷体_GB2312"
    private static let songti = "宋体"
    static let latin = "Times New Roman"

    /// The whole part.
    static func part() -> [UInt8] {
        var xml = XmlWriter()
        xml.element("w:styles", ["xmlns:w": DocxNames.main]) { xml in
            xml.element("w:docDefaults") { xml in
                xml.element("w:rPrDefault") { xml in
                    xml.element("w:rPr") { xml in
                        fonts(fangsong, &xml)
                        xml.empty("w:kern", ["w:val": "2"])
                        xml.empty("w:sz", ["w:val": "32"])
                        xml.empty("w:szCs", ["w:val": "32"])
                        xml.empty("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"])
                    }
                }
                xml.element("w:pPrDefault") { xml in
                    xml.element("w:pPr") { $0.empty("w:spacing", ["w:line": "579", "w:lineRule": "exact"]) }
                }
            }
            for style in DocxStyle.allCases { write(style, &xml) }
        }
        return xml.bytes
    }

    static func fonts(_ eastAsia: String, _ xml: inout XmlWriter) {
        xml.empty("w:rFonts", ["w:ascii": latin, "w:eastAsia": eastAsia, "w:hAnsi": latin, "w:cs": latin])
    }

    private static func look(_ style: DocxStyle) -> Look {
        switch style {
        case .normal: Look(font: fangsong, size: 32, alignment: "both")
        case .body: Look(font: fangsong, size: 32, alignment: "both", firstLineCharacters: 2, isCondensed: true)
        case .title: Look(font: xiaobiaosong, size: 44, alignment: "center", pitch: 700, after: 289)
        case .subtitle: Look(font: kaiti, size: 32, alignment: "center")
        case .heading1:
            Look(
                font: xiaobiaosong, size: 44, alignment: "center", pitch: 700, before: 289, after: 289, keepsNext: true,
                outline: 0)
        case .heading2:
            Look(font: heiti, size: 32, firstLineCharacters: 2, keepsNext: true, outline: 1, isCondensed: true)
        case .heading3:
            Look(font: kaiti, size: 32, firstLineCharacters: 2, keepsNext: true, outline: 2, isCondensed: true)
        case .heading4:
            Look(
                font: fangsong, size: 32, isBold: true, firstLineCharacters: 2, keepsNext: true, outline: 3,
                isCondensed: true)
        case .contentsTitle: Look(font: xiaobiaosong, size: 44, alignment: "center", pitch: 700, after: 289)
        case .contents1: Look(font: heiti, size: 28, pitch: 500, before: 80, hasLeader: true)
        case .contents2: Look(font: fangsong, size: 28, pitch: 500, leftCharacters: 1, hasLeader: true)
        case .contents3: Look(font: fangsong, size: 28, pitch: 500, leftCharacters: 2, hasLeader: true)
        case .footer: Look(font: songti, size: 28, alignment: "center", pitch: nil, snapsToGrid: false)
        case .tableTitle: Look(font: xiaobiaosong, size: 36, alignment: "center", keepsNext: true)
        case .tableInfo: Look(font: songti, size: 21, pitch: 320, keepsNext: true, snapsToGrid: false)
        case .tableNote: Look(font: songti, size: 21, alignment: "both", pitch: 320, before: 60, snapsToGrid: false)
        case .cellText, .cellNumber, .cellHeader:
            Look(font: songti, size: DocxTable.fontSize, pitch: DocxTable.linePitch, snapsToGrid: false)
        case .divider: Look(font: songti, size: 2, pitch: 20, snapsToGrid: false)
        }
    }

    private static func write(_ style: DocxStyle, _ xml: inout XmlWriter) {
        let look = look(style)
        if style == .normal {
            xml.start("w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": style.rawValue])
        } else {
            let isCustom = style.rawValue.hasPrefix("Mz") ? "1" : "0"
            xml.start("w:style", ["w:type": "paragraph", "w:customStyle": isCustom, "w:styleId": style.rawValue])
        }
        xml.empty("w:name", ["w:val": style.displayName])
        if style != .normal { xml.empty("w:basedOn", ["w:val": DocxStyle.normal.rawValue]) }
        if style.headingLevel != nil { xml.empty("w:next", ["w:val": DocxStyle.body.rawValue]) }
        if style != .divider { xml.empty("w:qFormat") }
        xml.element("w:pPr") { paragraph(look, &$0) }
        xml.element("w:rPr") { xml in
            fonts(look.font, &xml)
            if look.isBold {
                xml.empty("w:b")
                xml.empty("w:bCs")
            }
            if look.isCondensed { xml.empty("w:spacing", ["w:val": "-5"]) }
            if !look.snapsToGrid { xml.empty("w:snapToGrid", ["w:val": "0"]) }
            xml.empty("w:sz", ["w:val": String(look.size)])
            xml.empty("w:szCs", ["w:val": String(look.size)])
        }
        xml.end()
    }

    /// Children stand in the order that the schema demands.
    private static func paragraph(_ look: Look, _ xml: inout XmlWriter) {
        if look.keepsNext {
            xml.empty("w:keepNext")
            xml.empty("w:keepLines")
        }
        if look.hasLeader {
            xml.element("w:tabs") {
                let position = String(DocxPage.portrait.textWidth)
                $0.empty("w:tab", ["w:val": "right", "w:leader": "dot", "w:pos": position])
            }
        }
        if !look.snapsToGrid { xml.empty("w:snapToGrid", ["w:val": "0"]) }
        xml.empty(
            "w:spacing",
            [
                "w:before": String(look.before), "w:after": String(look.after), "w:line": String(look.pitch ?? 240),
                "w:lineRule": look.pitch == nil ? "auto" : "exact",
            ])
        xml.empty(
            "w:ind",
            [
                "w:leftChars": String(look.leftCharacters * 100),
                "w:left": String(look.leftCharacters * look.size * 10),
                "w:firstLineChars": String(look.firstLineCharacters * 100),
                "w:firstLine": String(look.firstLineCharacters * look.size * 10),
            ])
        xml.empty("w:jc", ["w:val": look.alignment])
        if let outline = look.outline { xml.empty("w:outlineLvl", ["w:val": String(outline)]) }
    }
}

/// Namespaces of WordprocessingML.
enum DocxNames {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
}
