import Ledger

/// What is said at mid-year of an indicator that several subjects have is said once, where its values stand.
enum SharedMonitoring {
    /// A subject's own rows, and its owner's for each shared indicator that they leave open. A subject of which the book
    /// says nothing else stays unmonitored.
    static func rows(
        of subject: String, _ indicators: [Indicator], among all: [String: [MonitoringRecord]]
    ) -> [MonitoringRecord] {
        var rows = all[subject] ?? []
        guard !rows.isEmpty else { return [] }
        for indicator in indicators where indicator.isShared {
            let owned = all[indicator.owner]?.first { $0.indicator == indicator.values.name }
            guard let owned else { continue }
            guard let index = rows.firstIndex(where: { $0.indicator == indicator.name }) else {
                rows.append(owned)
                continue
            }
            if rows[index].value.isEmpty { rows[index].value = owned.value }
            if rows[index].forecast.isEmpty { rows[index].forecast = owned.forecast }
            if rows[index].likelihood.isEmpty { rows[index].likelihood = owned.likelihood }
            guard rows[index].reason.isEmpty else { continue }
            rows[index].reason = owned.reason
            if rows[index].cause.isEmpty { rows[index].cause = owned.cause }
            if rows[index].measures.isEmpty { rows[index].measures = owned.measures }
        }
        return rows
    }
}
