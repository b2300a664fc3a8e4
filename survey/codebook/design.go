package codebook

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
)

// Design names the columns that say how the respondents were sampled: by
// heading, by letter as in "=AB", or by the id of a question. A column may be a
// question as well. Where a column is named, figures are estimates for the
// population.
type Design struct {
	// Weights is the column with the weight of each respondent, used as given.
	// Without it everyone in a stratum of known population weighs population /
	// respondents, since no other weights add up to it; and 1 where no population
	// is known.
	Weights string `yaml:"weights,omitempty"`
	// Strata are the columns that tell the strata; a stratum is a combination of
	// their cells.
	Strata []string `yaml:"strata,omitempty,flow"`
	// Population is the column with the number of units that exist in the stratum
	// of the row, or in all when there are no strata.
	Population string `yaml:"population,omitempty"`
}

// Empty reports whether the design names no column.
func (d *Design) Empty() bool {
	return d.Weights == "" && len(d.Strata) == 0 && d.Population == ""
}

// WeightingFrame is the word of a codebook for weights by the population frame.
const WeightingFrame = "frame"

// largestPopulation bounds what is taken for a number of units.
const largestPopulation = 1_000_000_000

// design fills in the design that the codebook names, from the rows that count, but for
// the weights.
func (a *application) design(s *survey.Survey) error {
	if a.cb.Design.Empty() {
		return nil
	}
	s.Design = survey.Design{Sampled: true}
	return a.parts(s, a.strata, a.populations)
}

// weigh fills in the weights of the design.
func (a *application) weigh(s *survey.Survey, cells *weightCells) error {
	if a.cb.Design.Empty() {
		return nil
	}
	return a.parts(s, func(d *survey.Design) error { return a.weights(d, cells) })
}

func (a *application) parts(s *survey.Survey, parts ...func(*survey.Design) error) error {
	for _, part := range parts {
		if err := part(&s.Design); err != nil {
			return fmt.Errorf("taking the design of the survey from %s: %w", a.file.Name, err)
		}
	}
	return nil
}

// part finds the one column of the design that a reference names, and what
// stands for "no answer" in it.
func (a *application) part(what, reference string) (column int, blank func(string) bool, err error) {
	found, err := a.dir.find(reference)
	words := absencesOf(a.cb, &Question{})
	for i := range a.bindings {
		b := &a.bindings[i]
		if err != nil && b.question.ID == reference {
			found, err = b.columns, nil
		}
		if len(found) == 1 && slices.Equal(b.columns, found) {
			words = b.absent
		}
	}
	switch {
	case err != nil:
		return 0, nil, fmt.Errorf("%s: %w", what, err)
	case len(found) > 1:
		return 0, nil, fmt.Errorf("%s: %q stands over %d columns; name one by its letter, as in =%s", what, reference, len(found), a.file.Columns[found[0]].Letter)
	}
	return found[0], func(text string) bool {
		_, absent := words[key(text)]
		return text == "" || absent || isToolAbsence(a.file, text)
	}, nil
}

// strata tells the strata of the rows by the distinct cells of their columns, in
// the order in which they come.
func (a *application) strata(d *survey.Design) error {
	if len(a.cb.Design.Strata) == 0 {
		return nil
	}
	d.Of = make([]int16, a.rows.len())
	clear(d.Of) // new memory that is read before it is written is made twice
	d.Strata = []survey.Stratum{{}}
	for _, reference := range a.cb.Design.Strata {
		column, blank, err := a.part("strata", reference)
		if err != nil {
			return err
		}
		if err := a.divide(d, column, blank); err != nil {
			return err
		}
		d.StrataColumns = append(d.StrataColumns, a.file.Columns[column].Letter)
	}
	for _, h := range d.Of {
		d.Strata[h].Respondents++
	}
	return nil
}

// divide divides the strata by the cells of one more column.
func (a *application) divide(d *survey.Design, column int, blank func(string) bool) error {
	c := &a.file.Columns[column]
	texts, same := map[string]uint32{}, make([]uint32, c.Dict.Len()) // cells of one text
	for i, cell := range c.Dict.All() {
		if _, known := texts[cell.Text]; !known {
			texts[cell.Text] = uint32(i)
		}
		same[i] = texts[cell.Text]
	}
	codes := make([]uint32, min(chunk, len(d.Of)))
	at := newPlaces(len(d.Strata) * c.Dict.Len())
	var strata []survey.Stratum
	for r, of := range d.Of {
		if r%chunk == 0 {
			lookFrom(&a.rows, c, r, codes[:min(chunk, len(d.Of)-r)], same)
		}
		code := codes[r%chunk]
		cell := int(of)*len(same) + int(code)
		h := at.get(cell)
		if h < 0 {
			text := c.Dict.At(int(code)).Text
			switch {
			case blank(text):
				return fmt.Errorf("%s: the stratum is missing; fill it in, or leave the row out with filters", a.place(column, a.rows.at(r)))
			case len(strata) == math.MaxInt16:
				return fmt.Errorf("%s: more than %d strata; is this the column that tells the strata?", a.place(column, -1), math.MaxInt16)
			}
			name := d.Strata[of].Name
			if name != "" {
				name += ", "
			}
			h = int16(len(strata))
			at.set(cell, h)
			strata = append(strata, survey.Stratum{Name: name + text})
		}
		d.Of[r] = h
	}
	d.Strata = strata
	return nil
}

// places are the strata of cells: in a list, or where that would be long in a map.
type places struct {
	list []int16 // + 1
	more map[int]int16
}

func newPlaces(cells int) places {
	if cells > 1<<20 {
		return places{more: map[int]int16{}}
	}
	return places{list: make([]int16, cells)}
}

// get returns the stratum of a cell, -1 where it has none yet.
func (p *places) get(cell int) int16 {
	if p.list != nil {
		return p.list[cell] - 1
	}
	if h, known := p.more[cell]; known {
		return h
	}
	return -1
}

func (p *places) set(cell int, h int16) {
	if p.list != nil {
		p.list[cell] = h + 1
		return
	}
	p.more[cell] = h
}

// populations fills in how many units exist in each stratum; a file without
// strata is one.
func (a *application) populations(d *survey.Design) error {
	if a.cb.Design.Population == "" {
		return nil
	}
	column, blank, err := a.part("population", a.cb.Design.Population)
	if err != nil {
		return err
	}
	numbers := a.numbers(column, blank, false)
	if d.Of == nil {
		d.Of, d.Strata = make([]int16, a.rows.len()), []survey.Stratum{{Respondents: a.rows.len()}}
	}
	first := make([]int, len(d.Strata)) // record + 1
	for r, record := range a.rows.all() {
		n := numbers[a.file.Columns[column].Codes.At(record)]
		h := &d.Strata[d.Of[r]]
		switch {
		case !(n >= 1 && n <= largestPopulation) || n != math.Trunc(n):
			return fmt.Errorf("%s: this is no whole number from 1; give in every row how many units exist in its stratum", a.place(column, record))
		case first[d.Of[r]] == 0:
			h.Population, first[d.Of[r]] = int(n), record+1
			if h.Population < h.Respondents {
				return fmt.Errorf("%s: %s has %d respondents, more than the population of %d; correct the population or leave rows out",
					a.place(column, record), stratumName(h), h.Respondents, h.Population)
			}
		case h.Population != int(n):
			return fmt.Errorf("%s: the population is %d, but in row %d of %s it is %d; all rows of a stratum have one population",
				a.place(column, record), int(n), a.file.Rows.At(first[d.Of[r]]-1), stratumName(h), h.Population)
		}
	}
	return nil
}

func stratumName(h *survey.Stratum) string {
	if h.Name == "" {
		return "the file"
	}
	return "stratum " + strconv.Quote(h.Name)
}

// weightCells are the weights that the cells of a column are.
type weightCells struct {
	column  int       // -1 where there are none
	numbers []float64 // by code
	err     error
}

// weightCells reads the cells of the column with the weights, if there is one.
func (a *application) weightCells() (w weightCells) {
	if w.column = -1; a.cb.Design.Weights == "" {
		return w
	}
	var blank func(string) bool
	if w.column, blank, w.err = a.part("weights", a.cb.Design.Weights); w.err == nil {
		w.numbers = a.numbers(w.column, blank, true)
	}
	return w
}

// leastWeight and mostWeight are the bounds of weights above 0 whose squares, times those of
// numbers, are floats.
const leastWeight, mostWeight = 1e-100, 1e100

// weights fills in the weights: those of the column, or else population /
// respondents where that is known.
func (a *application) weights(d *survey.Design, cells *weightCells) error {
	switch {
	case cells.err != nil:
		return cells.err
	case a.cb.Design.Weights == "":
		d.WeighByPopulation()
		return nil
	}
	column, c := cells.column, &a.file.Columns[cells.column]
	d.Weights = make([]float64, a.rows.len())
	inParts(len(d.Weights), func(from, to int) { lookFrom(&a.rows, c, from, d.Weights[from:to], cells.numbers) })
	d.WeightedBy, d.WeightColumn = survey.WeightedByColumn, heading(c)
	sum := 0.0
	for r, w := range d.Weights {
		switch {
		case math.IsNaN(w):
			return fmt.Errorf("%s: the weight is missing or no number; every row that counts needs one of 0 or more", a.place(column, a.rows.at(r)))
		case w < 0:
			return fmt.Errorf("%s: the weight is negative; every row that counts needs one of 0 or more", a.place(column, a.rows.at(r)))
		case w > 0 && w < leastWeight, w > mostWeight:
			return fmt.Errorf("%s: the weight is %v; one above 0 must be from %v to %v, as squares of weights are added up", a.place(column, a.rows.at(r)), w, leastWeight, mostWeight)
		}
		sum += w
	}
	if !(sum > 0) || math.IsInf(sum, 0) {
		return fmt.Errorf("%s: the weights add up to %v; at least one must be above 0", a.place(column, -1), sum)
	}
	a.weightLetter = c.Letter
	return nil
}

// doubts returns what inference was unsure of, but for weights not being used
// that are.
func (a *application) doubts() []survey.Issue {
	var left []survey.Issue
	for _, d := range a.cb.Doubts {
		if d.Code == survey.IssueUnweighted {
			d.Args = a.unusedWeights(d.Args)
			if len(d.Args) == 0 {
				continue
			}
		}
		left = append(left, d)
	}
	return left
}

// unusedWeights returns the columns that are not the one with the weights.
func (a *application) unusedWeights(letters []string) []string {
	return slices.DeleteFunc(slices.Clone(letters), func(letter string) bool { return letter == a.weightLetter })
}

// numbers reads the cells of a column as numbers; what is none, or no answer, is
// NaN. With decimals a mark before three digits is a decimal mark, unless other
// cells show that it parts thousands.
func (a *application) numbers(column int, blank func(string) bool, decimals bool) []float64 {
	c := &a.file.Columns[column]
	n := notationOf(c.Dict.All(), a.counts(c))
	if s, ok := shapeOf(n.grouped); decimals && ok && n.decimal == 0 {
		n.decimal = s.either
	}
	numbers := make([]float64, c.Dict.Len())
	for i, cell := range c.Dict.All() {
		x, ok := n.parse(cell)
		if !ok && strings.ContainsAny(cell.Text, "eE") { // 1e+05, as some programs write it
			var err error
			x, err = strconv.ParseFloat(cell.Text, 64)
			ok = err == nil
		}
		// A 99 that is a code for "no answer" among answers is a size among sizes.
		if numbers[i] = x; !ok || !(x > 0) && blank(cell.Text) || math.IsInf(x, 0) {
			numbers[i] = math.NaN()
		}
	}
	return numbers
}
