import Standards

extension StandardsLibrary {
    /// What was typed for a place and a year, before any file of the standards is blamed for it.
    func check(region: String?, year: Int?) throws(CommandFault) {
        if let region, region.count != 6 || !region.allSatisfy({ $0.isASCII && $0.isNumber }) {
            throw .badRegion(region)
        }
        let known = Set(regions.flatMap { years(region: $0) }).sorted()
        // Definitions with an open end hold in later years too; what is before the first one has none.
        if let year, let first = known.first, !(first...9999).contains(year) { throw .badYear(year, known: known) }
    }

    /// The folder whose profile is used where that is neither the place's own nor its province's; nil where it is.
    func borrowedProfile(of standards: Standards) -> String? {
        let folder = standards.profile.region
        let province = "cn-" + standards.region.prefix(2)
        return folder.hasPrefix(province) || standards.region.hasPrefix("00") ? nil : folder
    }
}
