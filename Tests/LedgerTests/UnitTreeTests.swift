import Testing

@testable import Ledger

struct UnitTreeTests {
    private static func unit(_ code: String, _ name: String, under parent: String = "") -> Unit {
        Unit(code: code, name: name, shortName: "", parent: parent, kind: "行政单位", staffing: [:])
    }

    private let tree = UnitTree([
        unit("1", "某局"), unit("11", "某局本级", under: "1"), unit("12", "某中心", under: "1"), unit("121", "某站", under: "12"),
    ])

    @Test("A unit's scope is itself with all under it, or itself alone")
    func scope() {
        #expect(tree.subtree(of: "12") == ["12", "121"] && tree.subtree(of: "1").count == 4)
        #expect(tree.scope(of: "12", isAlone: true) == ["12"])
        #expect(tree.leaves.map(\.code) == ["11", "121"])
    }

    @Test("A unit with others under it is told apart from their sum, where no other unit has that name")
    func ownNames() throws {
        let (root, middle) = (try #require(tree["1"]), try #require(tree["12"]))
        #expect(tree.ownName(middle) == "某中心本级")
        // 某局本级 is a unit of its own already.
        #expect(tree.ownName(root) == "某局")
    }

    @Test("A unit with lines of its own keeps accounts even with others under it")
    func booked() {
        var copy = tree
        copy.booked = ["12"]
        #expect(copy.leaves.map(\.code) == ["11", "12", "121"])
    }
}
