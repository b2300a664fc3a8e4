package survey

// Design says how the respondents stand for a population. Without a frame it
// is empty: nothing is known about the population.
type Design struct {
	// Strata are the groups of which the population size is known.
	Strata []Stratum
	// Of is the position in Strata of each respondent, or -1 when it belongs to
	// no stratum with a known population. Nil when there is no frame.
	Of []int16
	// FrameDate is the day for which the population counts hold ("2018-01-01").
	FrameDate string
	// FrameSources name where the counts come from.
	FrameSources []string
}

// Stratum is one cell of the population: organisations of one type and,
// where the type is split, one size class.
type Stratum struct {
	// Type is the code of an option of the BodyType question.
	Type string
	// Size is the code of an option of the SizeClass question, or empty when
	// the type is not split.
	Size string
	// Population is the number of organisations that exist, > 0.
	Population int
	// Uncertainty is by how many the population may be off, or 0.
	Uncertainty int
	// Respondents is how many of them answered.
	Respondents int
}

// Responded returns the part of the organisations that answered, 0 to 1.
func (s *Stratum) Responded() float64 {
	if s.Population == 0 {
		return 0
	}
	return float64(s.Respondents) / float64(s.Population)
}

// TypePopulation returns the number of organisations of a type, summed over
// its size classes, and whether the frame has the type at all.
func (d *Design) TypePopulation(code string) (int, bool) {
	total, known := 0, false
	for _, s := range d.Strata {
		if s.Type == code {
			total += s.Population
			known = true
		}
	}
	return total, known
}
