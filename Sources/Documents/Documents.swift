// Documents: bytes ↔ Paper, one folder a format.
// In: the bytes of a workbook or a word-processor file; or a Paper to be written as one.
// Out: a Paper whose blocks know their places; a Workbook of sheets and cells; or bytes, the same for the same Paper.
// Every input is hostile: sizes, ratios, nesting and counts are limited, and each refusal is one `DocumentFault`.
// Does not know: what any figure means, nor where files are kept; it opens none.
