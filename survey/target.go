package survey

// WeightedByTargets is the source of weights that make answers add up to known
// totals.
const WeightedByTargets WeightSource = "targets"

// Target is a total in the population to which weights are calibrated: of the
// bodies that would choose an option, or of a number.
type Target struct {
	// Line is where it stands in its file, from 1; 0 when it comes from no file.
	Line int
	// Question is the id of a question, and Option the code of one of its options
	// or what only that option means; empty for a number.
	Question, Option string
	// Total is >= 0 for an option.
	Total float64
}
