package analysis

import (
	"slices"

	"benchmark/analysis/weighting"
	"benchmark/survey"
)

// Diagnostics tell what weights do: how unequal they are, what that costs, and
// how far the respondents are from the population before and after.
type Diagnostics struct {
	// Source says where the weights come from.
	Source survey.WeightSource `json:"source"`
	// Method is how they were calibrated, or empty.
	Method CalibrationMethod `json:"method,omitempty"`
	// Before describes the start weights, After the weights.
	Before WeightSpread `json:"before"`
	After  WeightSpread `json:"after"`
	// Outside is the number of respondents with weight 0, who don't count.
	Outside int `json:"outside"`
	// Trimmed is the number of weights that trimming brought to a bound.
	Trimmed int `json:"trimmed"`
	// Margins compare the respondents with what is known of the population.
	Margins []MarginFit `json:"margins"`
}

// WeightSpread describes the weights of the respondents that count.
type WeightSpread struct {
	Respondents int     `json:"respondents"`
	Sum         float64 `json:"sum"`
	Mean        float64 `json:"mean"`
	Smallest    float64 `json:"smallest"`
	Largest     float64 `json:"largest"`
	// DesignEffect is Kish's, n Σw²/(Σw)², and Effective the number of equally
	// weighted respondents that would know as much, (Σw)²/Σw².
	DesignEffect float64 `json:"design_effect"`
	Effective    float64 `json:"effective"`
}

// MarginFit compares the answers to one question with the population.
type MarginFit struct {
	// Question is its id.
	Question string `json:"question"`
	// Missing is the number of respondents without a known category.
	Missing int `json:"missing"`
	// Unweighted, Before and After are the distances from the targets when all
	// count the same, with the start weights and with the weights.
	Unweighted Distance `json:"unweighted"`
	Before     Distance `json:"before"`
	After      Distance `json:"after"`
	// Categories are in the order of the question.
	Categories []CategoryFit `json:"categories"`
}

// Distance is how far shares are from their targets, as a difference of shares:
// 0.05 is five percentage points.
type Distance struct {
	Largest float64 `json:"largest"`
	Mean    float64 `json:"mean"`
	// Category is the option code with the largest distance.
	Category string `json:"category,omitempty"`
}

// CategoryFit is one option among the respondents and in the population, as
// shares.
type CategoryFit struct {
	Option      string  `json:"option"`
	Respondents int     `json:"respondents"`
	Unweighted  float64 `json:"unweighted"`
	Before      float64 `json:"before"`
	After       float64 `json:"after"`
	Target      float64 `json:"target"`
}

// describeWeights describes the weights of the design by what its frame knows:
// the types of organisation and their size classes.
func (b *builder) describeWeights() *Diagnostics {
	d := &b.survey.Design
	var margins []weighting.Margin
	for _, role := range []survey.Role{survey.BodyType, survey.SizeClass} {
		if i := b.survey.First(role); i >= 0 && b.survey.Columns[i].Coded() {
			if m := frameMargin(b.survey, i); m.Total() > 0 {
				margins = append(margins, m)
			}
		}
	}
	found := describeWeights(margins, nil, d.Weights)
	found.Source = d.WeightedBy
	return &found
}

// frameMargin returns the types or the size classes of question i with the
// number of bodies that exist. An option that the frame lacks is no category.
func frameMargin(s *survey.Survey, i int) weighting.Margin {
	q := &s.Questions[i]
	totals := make([]float64, len(q.Options))
	for _, h := range s.Design.Strata {
		code := h.Type
		if q.Role == survey.SizeClass {
			code = h.Size
		}
		if o := q.Option(code); o >= 0 {
			totals[o] += float64(h.Population)
		}
	}
	m := weighting.Margin{Name: q.ID}
	if !slices.ContainsFunc(totals, func(n float64) bool { return n > 0 }) {
		return m
	}
	at := make([]int, len(q.Options))
	for o := range q.Options {
		at[o] = -1
		if totals[o] > 0 {
			at[o] = len(m.Labels)
			m.Labels, m.Targets = append(m.Labels, q.Options[o].Code), append(m.Targets, totals[o])
		}
	}
	m.Of = make([]int, s.Respondents)
	for r := range m.Of {
		m.Of[r] = -1
		if s.Columns[i].State(r) == survey.Answered {
			m.Of[r] = at[s.Columns[i].Code(r)]
		}
	}
	return m
}

// describeWeights describes the respondents with a weight above 0 by the
// margins; nil start weights are 1 each.
func describeWeights(margins []weighting.Margin, start, weights []float64) Diagnostics {
	among, before, after := margins, start, weights
	if slices.Contains(weights, 0) {
		var counts []int
		for r, w := range weights {
			if w != 0 {
				counts = append(counts, r)
			}
		}
		if after = pick(weights, counts); start != nil {
			before = pick(start, counts)
		}
		among = make([]weighting.Margin, len(margins))
		for k, m := range margins {
			among[k] = m
			among[k].Of = pick(m.Of, counts)
		}
	}
	found := weighting.Diagnose(among, before, after)
	d := Diagnostics{
		Before: spread(found.Before), After: spread(found.After),
		Outside: len(weights) - len(after), Margins: []MarginFit{},
	}
	for _, m := range found.Margins {
		d.Margins = append(d.Margins, marginFit(&m))
	}
	return d
}

// pick returns the elements at the positions.
func pick[T any](of []T, at []int) []T {
	picked := make([]T, len(at))
	for k, r := range at {
		picked[k] = of[r]
	}
	return picked
}

func spread(s weighting.Spread) WeightSpread {
	return WeightSpread{
		Respondents: s.Units, Sum: s.Sum, Mean: s.Mean, Smallest: s.Smallest, Largest: s.Largest,
		DesignEffect: s.Deff, Effective: s.Effective,
	}
}

func marginFit(m *weighting.MarginBalance) MarginFit {
	distance := func(d weighting.Difference) Distance {
		return Distance{Largest: d.Largest, Mean: d.Mean, Category: d.Category}
	}
	fit := MarginFit{
		Question: m.Name, Missing: m.Missing, Categories: []CategoryFit{},
		Unweighted: distance(m.Sample), Before: distance(m.Before), After: distance(m.After),
	}
	for _, c := range m.Categories {
		fit.Categories = append(fit.Categories, CategoryFit{
			Option: c.Label, Respondents: c.Units, Unweighted: c.Sample,
			Before: c.Before, After: c.After, Target: c.Target,
		})
	}
	return fit
}
