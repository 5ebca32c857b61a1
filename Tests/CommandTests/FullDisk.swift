import Foundation
import Testing

@testable import mingzhang

/// What the built program does where it cannot write: small file systems in a mount namespace of their own.
struct FullDisk {
    private static let program = URL(
        fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    ).deletingLastPathComponent().appendingPathComponent("mingzhang").path

    /// Whether this machine lets a test mount things for itself alone.
    private static let canMount =
        FileManager.default.isExecutableFile(atPath: program) && shell("mount -t tmpfs none /mnt").code == 0

    private static func shell(_ script: String) -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let isRoot = getuid() == 0
        process.arguments = ["unshare", isRoot ? "-m" : "-rm", "sh", "-c", script]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        guard (try? process.run()) != nil else { return (127, "") }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    private static let commands = [
        "build \(checkout)/Examples/hengyang-2021 -o OUT --draft --only html,json",
        "new OUT --year 2021 --region 430400",
        "consolidate \(checkout)/Examples/hengyang-2021 -o OUT",
        "consolidate \(checkout)/Examples/hengyang-2021 -o OUT.xlsx",
    ]

    @Test(
        "A read-only place is told, and nothing else happens", .enabled(if: canMount, "需要 unshare -m"),
        arguments: commands)
    func readOnly(_ command: String) throws {
        let scratch = try Scratch()
        let line = command.replacing("OUT", with: scratch.path + "/out")
        let result = Self.shell(
            "mount -t tmpfs -o ro none \(scratch.path) && MINGZHANG_STANDARDS=\(checkout)/Standards \(Self.program) \(line)"
        )
        #expect(result.code == 3)
        let place = scratch.path + "/out" + (command.hasSuffix(".xlsx") ? ".xlsx" : "")
        #expect(result.output == "写不了 \(place)：目录不存在、只读或磁盘已满；原有文件未改动。\n")
    }

    @Test(
        "A full disk is told, and what was there stays as it was", .enabled(if: canMount, "需要 unshare -m"),
        arguments: commands)
    func full(_ command: String) throws {
        let scratch = try Scratch()
        let line = command.replacing("OUT", with: scratch.path + "/out")
        let result = Self.shell(
            """
            mount -t tmpfs -o size=16k none \(scratch.path) && echo 原有 > \(scratch.path)/旧.txt
            MINGZHANG_STANDARDS=\(checkout)/Standards \(Self.program) \(line)
            echo 退出码 $?; ls \(scratch.path); cat \(scratch.path)/旧.txt
            """)
        let place = scratch.path + "/out" + (command.hasSuffix(".xlsx") ? ".xlsx" : "")
        #expect(result.output == "写不了 \(place)：目录不存在、只读或磁盘已满；原有文件未改动。\n退出码 3\n旧.txt\n原有\n")
    }
}
