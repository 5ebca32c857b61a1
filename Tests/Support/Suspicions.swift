/// Rules that name what a book's own indicators look like: true of a paper that is printed right.
package enum Suspicions {
    package static let rules: Set = ["Y-022", "Y-056", "Y-058", "Y-059"]
}
