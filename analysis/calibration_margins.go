package analysis

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"benchmark/analysis/weighting"
	"benchmark/survey"
)

// calibration is the calibration of the weights of one survey.
type calibration struct {
	survey  *survey.Survey
	options CalibrationOptions
	// units are the respondents that count, and start their weights.
	units []int
	start []float64
	// divisions and numbers are the targets, over the units.
	divisions []weighting.Margin
	numbers   []weighting.Variable
}

// prepare makes margins and variables of the targets, in the order in which
// their questions come first.
func (c *calibration) prepare(targets []survey.Target) error {
	if err := c.begin(); err != nil {
		return err
	}
	var order []string
	for _, t := range targets {
		if !slices.Contains(order, t.Question) {
			order = append(order, t.Question)
		}
	}
	for _, id := range order {
		i := c.survey.Find(id)
		if i < 0 {
			return &UnknownQuestion{ID: id, Known: c.closed()}
		}
		of := slices.DeleteFunc(slices.Clone(targets), func(t survey.Target) bool { return t.Question != id })
		if err := c.add(i, of); err != nil {
			at := of[0]
			if p, ok := errors.AsType[placed](err); ok {
				at = p.target
			}
			return fmt.Errorf("%starget of question %q: %w", place(at), id, err)
		}
	}
	return nil
}

// placed is an error about one target.
type placed struct {
	target survey.Target
	error
}

// place says on which line of its file a target stands.
func place(t survey.Target) string {
	if t.Line == 0 {
		return ""
	}
	return fmt.Sprintf("line %d: ", t.Line)
}

// begin finds the respondents that count and their start weights.
func (c *calibration) begin() error {
	s, start := c.survey, c.options.Start
	if start == nil && s.Design.Sampled {
		start = s.Design.Weights
	}
	if start != nil && len(start) != s.Respondents {
		return fmt.Errorf("%d start weights for %d respondents: give one each", len(start), s.Respondents)
	}
	for r := range s.Respondents {
		if s.Design.Sampled && s.Design.Of != nil && s.Design.Of[r] < 0 {
			continue
		}
		w := 1.0
		if start != nil {
			w = start[r]
		}
		if w == 0 {
			continue
		}
		c.units, c.start = append(c.units, r), append(c.start, w)
	}
	if len(c.units) == 0 {
		return errors.New("no respondent has a weight above 0")
	}
	return nil
}

// closed returns the ids of the questions that targets can be of.
func (c *calibration) closed() []string {
	var ids []string
	for i := range c.survey.Questions {
		if c.survey.Columns[i].Coded() || c.survey.Columns[i].Numeric() {
			ids = append(ids, c.survey.Questions[i].ID)
		}
	}
	return ids
}

// add makes a margin or a variable of the targets of question i.
func (c *calibration) add(i int, targets []survey.Target) error {
	q, column := &c.survey.Questions[i], &c.survey.Columns[i]
	if rows := c.rows(func(r int) bool { return column.State(r) != survey.Answered }); rows != "" {
		return fmt.Errorf("no answer in %s: leave these respondents out or use another question", rows)
	}
	switch {
	case column.Numeric():
		if len(targets) > 1 || targets[0].Option != "" {
			return errors.New("a number has one target, without an option")
		}
		c.numbers = append(c.numbers, weighting.Variable{Name: q.ID, Values: pick(column.Numbers(), c.units), Total: targets[0].Total})
		return nil
	case !column.Coded():
		return fmt.Errorf("its answers are of kind %s; choose a question of one choice or a number", q.Kind)
	}
	m := weighting.Margin{Name: q.ID, Of: make([]int, len(c.units))}
	for o := range q.Options {
		m.Labels, m.Targets = append(m.Labels, q.Options[o].Code), append(m.Targets, math.NaN())
	}
	for _, t := range targets {
		o, err := targetOption(q, t.Option)
		if err != nil {
			return placed{t, err}
		}
		if !math.IsNaN(m.Targets[o]) {
			return placed{t, fmt.Errorf("option %q has two targets", t.Option)}
		}
		m.Targets[o] = t.Total
	}
	for k, r := range c.units {
		m.Of[k] = column.Code(r)
	}
	for o := range m.Targets {
		rows := c.rows(func(r int) bool { return column.Code(r) == o })
		if rows != "" && !(m.Targets[o] > 0) {
			return fmt.Errorf("option %q was chosen in %s and has no target above 0: give it one", m.Labels[o], rows)
		}
	}
	c.divisions = append(c.divisions, m)
	return nil
}

// targetOption returns the option with the code, or the only one that means it
// or has that wording.
func targetOption(q *survey.Question, name string) (int, error) {
	if o := q.Option(name); o >= 0 {
		return o, nil
	}
	found := -1
	var codes []string
	for o := range q.Options {
		codes = append(codes, q.Options[o].Code)
		if name != "" && (q.Options[o].Means == name || q.Options[o].Label == name) {
			if found >= 0 {
				return 0, fmt.Errorf("more than one option is %q: write a code (%s)", name, strings.Join(codes, ", "))
			}
			found = o
		}
	}
	if found < 0 {
		return 0, fmt.Errorf("no option has the code or wording %q; the codes are %s", name, strings.Join(codes, ", "))
	}
	return found, nil
}

// namedRows is how many rows an error names one by one.
const namedRows = 10

// rows names the rows of the units for which a condition holds, by their number
// in the file; nothing when there are none.
func (c *calibration) rows(holds func(r int) bool) string {
	var names []string
	more := 0
	for _, r := range c.units {
		switch {
		case !holds(r):
			continue
		case len(names) == namedRows:
			more++
			continue
		case c.survey.Rows.Len() > 0:
			r = c.survey.Rows.At(r) - 1
		}
		names = append(names, fmt.Sprint(r+1))
	}
	if len(names) == 0 {
		return ""
	}
	text := "row " + strings.Join(names, ", ")
	if len(names) > 1 {
		text = "rows " + strings.Join(names, ", ")
	}
	if more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// below names the rows of the units with a weight below 0.
func (c *calibration) below(weights []float64) string {
	negative := make([]bool, c.survey.Respondents)
	for k, r := range c.units {
		negative[r] = weights[k] < 0
	}
	return c.rows(func(r int) bool { return negative[r] })
}

// run calibrates the units.
func (c *calibration) run() (*weighting.Result, error) {
	o := weighting.Options{
		Lower: c.options.Lower, Upper: c.options.Upper,
		Rescale: c.options.Rescale && len(c.divisions) > 0, UnweightedResidual: c.options.UnweightedResidual,
	}
	switch c.options.Method {
	case CalibratePostStratify:
		if len(c.divisions) != 1 || len(c.numbers) > 0 {
			return nil, errors.New("method poststratify takes the targets of one question of one choice: choose rake for more")
		}
		return weighting.PostStratify(c.start, c.divisions[0])
	case CalibrateLinear:
		if o.Lower != 0 || o.Upper != 0 {
			o.Distance = weighting.Truncated
		}
	case CalibrateLogit:
		o.Distance = weighting.Logit
	default:
		if len(c.numbers) == 0 {
			return weighting.Rake(c.start, c.divisions, o)
		}
		o.Distance = weighting.Raking
	}
	return weighting.Calibrate(c.start, c.divisions, c.numbers, o)
}

// spread returns a value for every respondent, 0 for those who don't count.
func (c *calibration) spread(of []float64) []float64 {
	all := make([]float64, c.survey.Respondents)
	for k, r := range c.units {
		all[r] = of[k]
	}
	return all
}

// residual lets a residual over the units take values of all respondents.
func (c *calibration) residual(of func([]float64) []float64) func([]float64) []float64 {
	if of == nil {
		return nil
	}
	return func(z []float64) []float64 { return c.spread(of(pick(z, c.units))) }
}

// margins returns the targets over all respondents, for the diagnostics.
func (c *calibration) margins() []weighting.Margin {
	all := make([]weighting.Margin, len(c.divisions))
	for k, m := range c.divisions {
		all[k] = m
		all[k].Of = slices.Repeat([]int{-1}, c.survey.Respondents)
		for j, r := range c.units {
			all[k].Of[r] = m.Of[j]
		}
	}
	return all
}
