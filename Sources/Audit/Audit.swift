// Audit: observations, claims and rules → findings.
// In: one or more understood papers (this year's, last year's, a unit's), or a paper and the facts of its book.
// Out: findings, one a wrong figure, each with its places, its arithmetic, its legal basis and, where one shows, its
// cause; and for each rule how often it passed, failed, did not apply or could not be checked, and why.
// Does not know: file formats, how anything is printed, nor any form, region or year by name.
