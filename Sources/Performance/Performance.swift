// Performance: self-evaluation forms, base-data tables and goal forms as values.
// In: a paper's rows of words and cells, and the labels that such forms go by (`EvaluationDefinitions`).
// Out: forms with typed cells (amounts, rates, points, targets with their direction and unit), each with its place.
// What is not recognised is listed; a cell whose column cannot be told stays unread.
// Does not know: file formats, rules, schemes and scores.
