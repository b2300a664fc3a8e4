package survey

// Design says how the respondents stand for a population. Without a frame it
// is empty: nothing is known about the population.
type Design struct {
	// Strata are the groups of which the population size is known.
	Strata []Stratum
	// Of is the position in Strata of each respondent, or -1 when it belongs to
	// no stratum with a known population. Nil when there is no frame.
	Of []int16
	// StrataColumns are the letters of the columns of the file that tell the strata,
	// for strata that have a Name.
	StrataColumns []string
	// FrameDate is the day for which the population counts hold ("2018-01-01").
	FrameDate string
	// FrameSources name where the counts come from.
	FrameSources []string
	// Sampled is true when figures are estimates for the population by this design:
	// weights, strata or populations were asked for. Else Strata give response
	// rates and exact intervals within a stratum alone, and figures are plain.
	Sampled bool
	// Weights are those of the respondents, one each, >= 0 and finite; nil: all 1.
	// Only a Sampled design has them.
	Weights []float64
	// WeightedBy says where Weights come from, and WeightColumn the heading of the
	// column that holds them, for WeightedByColumn.
	WeightedBy   WeightSource
	WeightColumn string
	// Residual takes the calibration of Weights out of influence values, one per
	// respondent; nil when they were not calibrated.
	Residual func(z []float64) []float64
}

// WeightSource says where weights come from.
type WeightSource string

// The sources of weights.
const (
	Unweighted       WeightSource = ""
	WeightedByColumn WeightSource = "column" // in the file, used as given
	WeightedByFrame  WeightSource = "frame"  // so many bodies that exist for each that answered
	// WeightedByPopulation is the same with populations from a column of the file.
	WeightedByPopulation WeightSource = "population"
)

// Stratum is one cell of the population: organisations of one type and,
// where the type is split, one size class.
type Stratum struct {
	// Type is the code of an option of the BodyType question.
	Type string
	// Size is the code of an option of the SizeClass question, or empty when
	// the type is not split.
	Size string
	// Name is what a column of the file calls the stratum, where Type and Size do
	// not tell; both are empty then.
	Name string
	// Population is the number of organisations that exist, > 0; 0 for a stratum
	// of a column of which that is not known.
	Population int
	// Uncertainty is by how many the population may be off, or 0.
	Uncertainty int
	// Respondents is how many of them answered.
	Respondents int
	// Repeats is how many of the respondents are of a body of which another answer
	// counts too, by the register; 0 when that is not known.
	Repeats int
	// Inhabitants is the number of inhabitants of all organisations, by the
	// register or the frame, and InhabitantsCovered that of those that answered;
	// both 0 when not known.
	Inhabitants, InhabitantsCovered int
}

// Covered returns the number of organisations that answered, each counted once.
func (s *Stratum) Covered() int { return s.Respondents - s.Repeats }

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

// WeighByPopulation gives every respondent of a stratum with a known population
// the weight population / respondents, and those of other strata 1, or 0 where
// Of says that the stratum is not known. Without any known population it does
// nothing.
func (d *Design) WeighByPopulation() {
	known := false
	for i := range d.Strata {
		known = known || d.Strata[i].Population > 0
	}
	if !known || d.Of == nil {
		return
	}
	d.Weights, d.WeightedBy = make([]float64, len(d.Of)), WeightedByPopulation
	for r, h := range d.Of {
		switch {
		case h < 0:
		case d.Strata[h].Population == 0:
			d.Weights[r] = 1
		default:
			d.Weights[r] = float64(d.Strata[h].Population) / float64(d.Strata[h].Respondents)
		}
	}
}

// StratumName returns the codes of stratum h joined by a slash, and its wording:
// "municipality/under-20k" and "Gemeente, Tot 20.000". A stratum that a column of
// the file tells has the column's word for both; one without a type or a word has
// neither.
func (s *Survey) StratumName(h int) (code, title string) {
	stratum := &s.Design.Strata[h]
	if stratum.Name != "" || stratum.Type == "" {
		return stratum.Name, stratum.Name
	}
	code, title = stratum.Type, s.optionTitle(BodyType, stratum.Type)
	if stratum.Size != "" {
		code, title = code+"/"+stratum.Size, title+", "+s.optionTitle(SizeClass, stratum.Size)
	}
	return code, title
}

// optionTitle returns the wording of the option with the code of the first
// question with the role, or the code.
func (s *Survey) optionTitle(role Role, code string) string {
	if q := s.First(role); q >= 0 {
		if o := s.Questions[q].Option(code); o >= 0 {
			return s.Questions[q].Options[o].Title()
		}
	}
	return code
}
