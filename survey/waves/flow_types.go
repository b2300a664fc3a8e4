package waves

// Flow is what the bodies of a panel answered to a question of one answer in both
// waves: how many went from where to where. Counts are raw: see the package
// comment.
type Flow struct {
	// Groups are the options, as in Pair.Options.
	Groups []OptionGroup
	// Cells[g][h] is the number of bodies that were in group g and are in group h.
	Cells [][]int
	// Base is the number of bodies in Cells: those that answered in both waves with
	// an option that is in the base of its wave.
	Base int
	// OnlyEarlier, OnlyLater and Neither are the other bodies of the panel: those
	// that have an answer in the base of one wave alone, or of none.
	OnlyEarlier, OnlyLater, Neither int
}

// Kept returns how many bodies stayed in the group.
func (f *Flow) Kept(g int) int { return f.Cells[g][g] }

// Out returns how many bodies left the group, and In how many came to it.
func (f *Flow) Out(g int) int { return sum(f.Cells[g]) - f.Cells[g][g] }

// In returns how many bodies came to the group.
func (f *Flow) In(g int) int {
	n := -f.Cells[g][g]
	for _, row := range f.Cells {
		n += row[g]
	}
	return n
}

// Moved returns how many bodies are in another group than they were.
func (f *Flow) Moved() int {
	n := f.Base
	for g := range f.Cells {
		n -= f.Cells[g][g]
	}
	return n
}

// Switch is what became of one property, such as the use of a channel, among the
// bodies of a panel, and how many of the others have it: what a test of the change
// takes. Counts are raw: see the package comment.
type Switch struct {
	// Kept have it in both waves, Stopped in the earlier alone, Started in the later
	// alone, Never in neither; all of them are in the base of both waves.
	Kept, Stopped, Started, Never int
	// Before is the earlier wave without them: all others of it that are in the base,
	// and After the later wave without them.
	Before, After Count
}

// Count is a number of respondents in the base, and how many of them have a
// property.
type Count struct{ Yes, Base int }

// Base returns the number of bodies that are in the base of both waves.
func (s *Switch) Base() int { return s.Kept + s.Stopped + s.Started + s.Never }

// Turnover is how many bodies of a group stayed, came and left.
type Turnover struct {
	// Group is the position in Pair.Options of the question by which it is counted.
	Group int
	// Stayed are in the group in the later wave and answered in both; Came are in it
	// in the later wave alone, Left in the earlier alone.
	Stayed, Came, Left int
}

func sum(xs []int) int {
	n := 0
	for _, x := range xs {
		n += x
	}
	return n
}
