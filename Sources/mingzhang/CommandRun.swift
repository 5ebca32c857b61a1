import ArgumentParser
import Fiscal

/// One call of the command: its arguments to its exit code, in the language that they ask for.
enum CommandRun {
    /// Says what there is to say and does the work.
    ///
    /// - Returns: the exit code; 2 where the arguments are wrong.
    static func perform(_ arguments: [String]) async -> Int32 {
        guard let spoken = SpokenArguments(arguments) else {
            // Whoever asks for a language that there is none of may read either.
            complain("--lang 只能是 zh（中文）或 en（英文）。--lang takes zh (Chinese) or en (English).")
            return usageCode
        }
        return await MessageLanguage.$current.withValue(spoken.language) {
            await FaultJson.$isAsked.withValue(FaultJson.isAsked(in: spoken.rest)) { await run(spoken.rest) }
        }
    }

    private static let usageCode: Int32 = 2

    private static func run(_ arguments: [String]) async -> Int32 {
        do {
            var command = try await Mingzhang.asyncParseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return 0
        } catch let code as ExitCode {
            return code.rawValue
        } catch {
            let code = Mingzhang.exitCode(for: error)
            let text = ParserWords.said(Mingzhang.fullMessage(for: error))
            guard !code.isSuccess else {
                say(text)
                return code.rawValue
            }
            let isUsage = code == .validationFailure
            if !text.isEmpty { complain(text) }
            try? FaultJson(kind: isUsage ? "usage" : "unexpected", message: text).sayIfAsked()
            return isUsage ? usageCode : code.rawValue
        }
    }
}

/// The arguments with the language taken out.
///
/// It has to be known before they are parsed, since help texts and the parser's faults are made while parsing. It may
/// stand anywhere, so that `mingzhang --lang en --help` works too. Nothing but the arguments is asked.
struct SpokenArguments {
    private(set) var language = MessageLanguage.chinese
    private(set) var rest: [String] = []

    private static let option = "--lang"

    /// nil where the language is not one of those there are, or none is named.
    init?(_ arguments: [String]) {
        var index = 0
        while index < arguments.count {
            let word = arguments[index]
            index += 1
            if word == "--" {
                rest += arguments[(index - 1)...]
                return
            }
            var value: String?
            if word == Self.option {
                value = index < arguments.count ? arguments[index] : ""
                index += 1
            } else if word.hasPrefix(Self.option + "=") {
                value = String(word.dropFirst(Self.option.count + 1))
            }
            guard let value else {
                rest.append(word)
                continue
            }
            guard let named = MessageLanguage(rawValue: value) else { return nil }
            language = named
        }
    }
}

extension MessageLanguage: ExpressibleByArgument {}
