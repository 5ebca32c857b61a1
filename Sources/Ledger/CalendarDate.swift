/// A day, proleptic Gregorian, without clock or time zone.
package struct CalendarDate: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// 2022-09-08, 2022/9/8, 2022.9.8, 2022年9月8日 or 20220908.
    package init?(_ text: String) {
        var numbers = text.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).compactMap { Int($0) }
        if numbers.count == 1, numbers[0] > 10_000_000 {
            let packed = numbers[0]
            numbers = [packed / 10_000, packed / 100 % 100, packed % 100]
        }
        guard numbers.count == 3 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2200).contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    private init(year: Int, month: Int, dayInMonth: Int) {
        self.year = year
        self.month = month
        day = dayInMonth
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// The day so many days later.
    package func adding(days: Int) -> CalendarDate {
        var (year, month, day) = (year, month, day + days)
        while day > Self.days(in: month, of: year) {
            day -= Self.days(in: month, of: year)
            month += 1
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        return CalendarDate(year: year, month: month, dayInMonth: day)
    }

    package var chinese: String { "\(year)年\(month)月\(day)日" }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
