/// Days and parts of a day as a workbook counts them, as ISO text.
enum SerialDate {
    /// nil where the number is no day of the years 1900–9999. `decimal` is plain decimal text.
    static func iso(_ decimal: String, since1904: Bool) -> String? {
        let pieces = decimal.split(separator: ".", maxSplits: 1)
        guard let whole = pieces.first, var day = Int(whole), day >= 0 else { return nil }
        var seconds = pieces.count > 1 ? secondsOfDay(pieces[1]) : 0
        if seconds == 86_400 {
            day += 1
            seconds = 0
        }
        let time = clock(seconds)
        if day == 0, seconds > 0 { return time }
        guard let date = date(day, since1904: since1904) else { return nil }
        return seconds == 0 ? date : date + " " + time
    }

    /// The part behind the point, as seconds, half up.
    private static func secondsOfDay(_ fraction: Substring) -> Int {
        let kept = fraction.prefix(12)
        guard let value = Int64(kept) else { return 0 }
        let scale = Int64(powerOfTen(kept.count))
        return Int((value * 86_400 + scale / 2) / scale)
    }

    private static func powerOfTen(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    private static func clock(_ seconds: Int) -> String {
        [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
    }

    /// In the 1900 system day 60 is 29 February 1900, which never was: kept, since the cell shows it.
    private static func date(_ serial: Int, since1904: Bool) -> String? {
        guard serial <= 2_958_465 else { return nil }
        if since1904 { return civil(serial - 24_107) }
        if serial == 60 { return "1900-02-29" }
        return civil(serial - (serial > 60 ? 25_569 : 25_568))
    }

    /// Days since 1970-01-01 as a date of the Gregorian calendar.
    private static func civil(_ days: Int) -> String {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let calendarMonth = month < 10 ? month + 3 : month - 9
        let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
        return padded(year, 4) + "-" + padded(calendarMonth, 2) + "-" + padded(day, 2)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
