/// What a command worked with, where the process ends with the command: the system takes it back all at once, which is
/// quicker than to give it back piece by piece.
enum KeptValues {
    /// Whether the process ends with the command; tests run many in one.
    @TaskLocal static var areKept = false

    private final class Box {
        let values: [Any]

        init(_ values: [Any]) { self.values = values }
    }

    static func keep(_ values: Any...) {
        if areKept { _ = Unmanaged.passRetained(Box(values)) }  // ok: never given back, as said above
    }
}
