// Performance: goals, indicators, scores, monitoring and their forms as values.
// In: a book's records of performance with its lines and the schemes (`EvaluationBook`); or a paper's rows and the labels
// that such forms go by (`EvaluationReader`).
// Out: scored subjects, each score with the arithmetic that gave it; forms with typed cells, each with its place; faults.
// What is not recognised is listed; a cell whose column cannot be told stays unread, a score that cannot be told is open.
// Does not know: file formats, and what a checker makes of a form.
