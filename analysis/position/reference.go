package position

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"benchmark/analysis"
	"benchmark/survey"
)

// Reference is the figures of a study for who does not have its answers: what
// everyone, each type of organisation and each size class answered, with what
// would tell one organisation's answer left out, also to a reader that took part
// and knows its own.
type Reference struct {
	// Schema is ReferenceSchema.
	Schema string `json:"schema"`
	Title  string `json:"title"`
	// Publisher did the study, From and To bound its fieldwork (2018-10-02).
	Publisher string `json:"publisher,omitempty"`
	From      string `json:"field_start,omitempty"`
	To        string `json:"field_end,omitempty"`
	// Synthetic is true when the answers are made up.
	Synthetic bool `json:"synthetic"`
	// SignedOffBy is who looked at the figures and lets them go.
	SignedOffBy string `json:"signed_off_by"`
	// Level of confidence of the intervals.
	Level       float64              `json:"level"`
	Respondents int                  `json:"respondents"`
	Groups      []ReferenceGroup     `json:"groups"`
	Indicators  []ReferenceIndicator `json:"indicators"`
	// SHA256 is the hexadecimal digest of all the above, so that a change by hand
	// or in passing shows. It is no signature: who wants can make a new one.
	SHA256 string `json:"sha256"`
	// File is the base name of the file that it was read from; empty when it was made.
	File string `json:"-"`
}

// ReferenceGroup is a group of a reference.
type ReferenceGroup struct {
	Kind Kind `json:"kind"`
	// Level is the code of the option that they have in common, and Title, Plural
	// and Means those of that option.
	Level       string `json:"level,omitempty"`
	Title       string `json:"title,omitempty"`
	Plural      string `json:"plural,omitempty"`
	Means       string `json:"means,omitempty"`
	Respondents int    `json:"respondents"`
}

// ReferenceIndicator is an indicator with its figure in every group.
type ReferenceIndicator struct {
	ID         string         `json:"id"`
	Topic      analysis.Topic `json:"topic"`
	Channel    string         `json:"channel,omitempty"`
	Label      string         `json:"label"`
	Key        string         `json:"key,omitempty"`
	Means      string         `json:"means,omitempty"`
	Unit       string         `json:"unit,omitempty"`
	Amount     bool           `json:"amount"`
	Polarity   Polarity       `json:"polarity"`
	Importance int            `json:"importance"`
	Protected  bool           `json:"protected"`
	// Figures[g] belongs to Reference.Groups[g].
	Figures []ReferenceFigure `json:"figures"`
}

// ReferenceFigure is a share, or the median of an amount. A hidden one has its
// status alone.
type ReferenceFigure struct {
	Status string          `json:"status"`
	Value  *float64        `json:"value,omitempty"`
	Low    *float64        `json:"low,omitempty"`
	High   *float64        `json:"high,omitempty"`
	Method analysis.Method `json:"method,omitempty"`
	Base   int             `json:"base,omitempty"`
}

// ReferenceSchema names the contract of reference files and its version.
const ReferenceSchema = "benchmark-reference/1"

// Reference returns the figures of the study as a reference that somebody signs
// off. Figures are never left unprotected.
func (st *Study) Reference(signedOffBy string) *Reference {
	src := &st.survey.Source
	r := &Reference{
		Schema: ReferenceSchema, Title: st.survey.Title, Publisher: src.Publisher, Synthetic: src.Synthetic,
		SignedOffBy: signedOffBy, Level: st.options.Level, Respondents: st.survey.Respondents,
	}
	if !src.FieldStart.IsZero() && !src.FieldEnd.IsZero() {
		r.From, r.To = src.FieldStart.Format(time.DateOnly), src.FieldEnd.Format(time.DateOnly)
	}
	groups := st.levels()
	for _, g := range groups {
		r.Groups = append(r.Groups, ReferenceGroup{g.Kind, g.Level, g.Title, g.Plural, g.Means, g.Others})
	}
	for k := range st.indicators {
		r.Indicators = append(r.Indicators, st.referenceIndicator(&st.indicators[k], groups))
	}
	r.SHA256 = r.digest()
	return r
}

// levels are everyone, every type and every size class with respondents.
func (st *Study) levels() []Group {
	all := survey.NewBits(st.survey.Respondents)
	for r := range st.survey.Respondents {
		all.Set(r)
	}
	groups := []Group{{Kind: Everyone, members: all, Others: st.survey.Respondents}}
	for _, by := range []struct {
		kind Kind
		role survey.Role
	}{{OwnType, survey.BodyType}, {OwnSize, survey.SizeClass}} {
		q := choice(st.survey, by.role)
		if q < 0 {
			continue
		}
		for _, o := range st.survey.Questions[q].Options {
			set := survey.NewBits(st.survey.Respondents)
			for _, r := range having(st.survey, Having{by.role, o.Code}) {
				set.Set(r)
			}
			if n := set.Count(); n > 0 {
				groups = append(groups, Group{Kind: by.kind, Level: o.Code, Title: o.Title(), Plural: o.Plural, Means: o.Means, members: set, Others: n})
			}
		}
	}
	return groups
}

// referenceIndicator computes the figures of an indicator. Of each kind of group
// the largest goes first, and what would expose someone beside those shown before
// is hidden.
func (st *Study) referenceIndicator(x *Indicator, groups []Group) ReferenceIndicator {
	out := ReferenceIndicator{
		ID: x.ID, Topic: x.Topic, Channel: x.Channel, Label: x.Label, Key: x.Key, Means: x.Means, Unit: x.Unit,
		Amount: x.Amount, Polarity: x.Polarity, Importance: x.Importance, Protected: x.Protected,
		Figures: make([]ReferenceFigure, len(groups)),
	}
	for g, status := range x.referred {
		out.Figures[g] = ReferenceFigure{Status: status.String()}
		if status == analysis.Estimated {
			e := st.standing(x, &Answer{}, &groups[g]).Figure
			out.Figures[g].set(&e)
		}
	}
	return out
}

// publish returns for every level whether its figure may be shown to all.
func (st *Study) publish(x *Indicator, groups []Group) []analysis.Status {
	var shown []survey.Bits
	statuses := make([]analysis.Status, len(groups))
	for _, g := range widestFirst(groups) {
		of := x.base.Intersect(groups[g].members)
		statuses[g] = analysis.Estimated
		switch n := of.Count(); {
		case n == 0:
			statuses[g] = analysis.NoAnswers
		case !x.Protected:
		case n <= MinimumOthers:
			statuses[g] = analysis.HiddenSmall
		case !st.safeForAll(x, append(shown, of)), st.tellsMoreToSome(x, x.tabled, append(shown, of)):
			statuses[g] = analysis.HiddenOthers
		default:
			shown = append(shown, of)
		}
	}
	return statuses
}

// widestFirst returns the positions of the groups by kind and then size.
func widestFirst(groups []Group) []int {
	order := make([]int, len(groups))
	for g := range order {
		order[g] = g
	}
	kinds := []Kind{Everyone, OwnType, OwnSize, Chosen}
	slices.SortStableFunc(order, func(a, b int) int {
		if d := slices.Index(kinds, groups[a].Kind) - slices.Index(kinds, groups[b].Kind); d != 0 {
			return d
		}
		return groups[b].Others - groups[a].Others
	})
	return order
}

func (f *ReferenceFigure) set(e *analysis.Estimate) {
	value, low, high := e.Value, e.Low, e.High
	f.Value, f.Base, f.Method = &value, e.Base, e.Method
	if e.Method != analysis.NoInterval {
		f.Low, f.High = &low, &high
	}
}

// estimate returns the figure as analysis has it.
func (f *ReferenceFigure) estimate(level float64) analysis.Estimate {
	e := analysis.Estimate{Status: statusOf(f.Status)}
	if e.Status != analysis.Estimated {
		return e
	}
	e.Value, e.Base, e.Method, e.Level = *f.Value, f.Base, f.Method, level
	if f.Low != nil && f.High != nil {
		e.Low, e.High = *f.Low, *f.High
	}
	return e
}

// statusOf returns the status with the name, or NotEstimated.
func statusOf(name string) analysis.Status {
	for _, s := range []analysis.Status{
		analysis.Estimated, analysis.NoAnswers, analysis.HiddenSmall, analysis.HiddenOthers,
	} {
		if s.String() == name {
			return s
		}
	}
	return analysis.NotEstimated
}

// Beside returns where respondent i of a survey stands beside a reference, which
// may have its answer in it. It fails when the two have no indicator in common.
func Beside(s *survey.Survey, i int, ref *Reference) (*Position, error) {
	st := &Study{survey: s, indicators: indicators(s)}
	p := &Position{Respondent: i, Level: ref.Level, Disclosure: analysis.Publish}
	at := ref.groupsOf(s, i)
	for _, g := range at {
		r := &ref.Groups[g]
		p.Groups = append(p.Groups, Group{Kind: r.Kind, Level: r.Level, Title: r.Title, Plural: r.Plural, Means: r.Means, Others: r.Respondents})
	}
	for k := range st.indicators {
		x := &st.indicators[k]
		other := ref.find(x)
		if other == nil {
			continue
		}
		row := Row{Indicator: *x, Own: st.answer(x, i), Main: -1}
		row.Polarity, row.Importance = other.Polarity, other.Importance
		for _, g := range at {
			standing := Standing{Figure: other.Figures[g].estimate(ref.Level)}
			standing.Verdict = Compare(&row.Own, &standing, x.Amount)
			if standing.Figure.Status == analysis.Estimated && (standing.Figure.Base >= MinimumOthers || row.Main < 0) {
				row.Main = len(row.Standings)
			}
			row.Standings = append(row.Standings, standing)
		}
		p.Rows = append(p.Rows, row)
	}
	if len(p.Rows) == 0 {
		return nil, fmt.Errorf("comparing with the reference: it has none of the %d indicators of this file; "+
			"use the codebook of the study (--codebook) so that questions and options have the same ids", len(st.indicators))
	}
	p.Gaps = gaps(p.Rows)
	return p, nil
}

// groupsOf returns the positions of the groups that respondent i belongs to.
func (ref *Reference) groupsOf(s *survey.Survey, i int) []int {
	roles := map[Kind]survey.Role{OwnType: survey.BodyType, OwnSize: survey.SizeClass}
	var at []int
	for g := range ref.Groups {
		r := &ref.Groups[g]
		if r.Kind == Everyone {
			at = append(at, g)
			continue
		}
		q := choice(s, roles[r.Kind])
		if q < 0 || s.Columns[q].State(i) != survey.Answered {
			continue
		}
		if o := &s.Questions[q].Options[s.Columns[q].Code(i)]; o.Code == r.Level || o.Means != "" && o.Means == r.Means {
			at = append(at, g)
		}
	}
	return at
}

// find returns the same indicator of the reference: by its id, or else by what it
// is about; nil when there is none.
func (ref *Reference) find(x *Indicator) *ReferenceIndicator {
	for k := range ref.Indicators {
		if r := &ref.Indicators[k]; r.ID == x.ID && r.Topic == x.Topic && r.Amount == x.Amount {
			return r
		}
	}
	for k := range ref.Indicators {
		r := &ref.Indicators[k]
		if r.Topic == x.Topic && strings.EqualFold(r.Channel, x.Channel) && r.Amount == x.Amount && r.Key == x.Key && r.Means == x.Means {
			return r
		}
	}
	return nil
}
