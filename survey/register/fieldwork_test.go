package register

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
	"benchmark/survey/frame"
)

// draft is a survey in the making; respondent i stands in row i+2.
type draft struct{ survey.Survey }

func newDraft(n int) *draft {
	d := &draft{survey.Survey{Respondents: n}}
	d.Source.File, d.Source.Codebook = "a.csv", "a.codebook.yaml"
	for i := range n {
		d.Rows.Append(i + 2)
	}
	return d
}

func (d *draft) add(q survey.Question) *survey.Column {
	q.RoutingKnown = !strings.HasSuffix(q.ID, "?")
	q.ID = strings.TrimSuffix(q.ID, "?")
	d.Questions = append(d.Questions, q)
	d.Columns = append(d.Columns, survey.NewColumn(&q, d.Respondents))
	return &d.Columns[len(d.Columns)-1]
}

func (d *draft) texts(id string, role survey.Role, values ...string) {
	c := d.add(survey.Question{ID: id, Kind: survey.Name, Role: role})
	for i, v := range values {
		if v != "" {
			c.SetText(i, v)
		}
	}
}

func (d *draft) numbers(q survey.Question, values ...float64) {
	q.Kind = survey.Number
	c := d.add(q)
	for i, v := range values {
		c.SetNumber(i, v)
	}
}

// choices adds a question of which the options have the labels; a value below 0
// is no answer, for the reason skipped.
func (d *draft) choices(q survey.Question, labels []string, values ...int) {
	if q.Kind == 0 {
		q.Kind = survey.Single
	}
	for i, l := range labels {
		o := survey.Option{Code: fmt.Sprint("o", i), Label: l}
		switch {
		case q.Role == survey.Adoption:
			o.Means = l
		case q.Role == survey.BodyType:
			o.Code = l
		case q.Kind == survey.Scale:
			o.Score = i + 1
		}
		q.Options = append(q.Options, o)
	}
	c := d.add(q)
	for i, v := range values {
		c.Leave(i, survey.Skipped)
		if v >= 0 {
			c.Choose(i, v)
		}
	}
}

const bodies = `code,name,type,inhabitants,valid_from,valid_to,successor
GM1,Gemeente Duindorp,municipality,12000,,,
GM2,Gemeente Duindrop,municipality,30000,,,
GM3,Gemeente Zeekant,municipality,60000,,,
GM4,Gemeente Oud,municipality,900,,2017-12-31,GM3
WS1,Waterschap Noord,water-board,,,,
AG1,Dienst Rood,agency,,,,
`

func known(t testing.TB) Options {
	t.Helper()
	r, err := frame.ReadRegister("register.csv", []byte(bodies))
	if err != nil {
		t.Fatal(err)
	}
	return Options{Register: r, At: time.Date(2018, 10, 26, 0, 0, 0, 0, time.UTC)}
}

func TestRoll(t *testing.T) {
	d := newDraft(5)
	d.texts("name", survey.Organisation, "Duindorp", "duindorp", "Zeekant", "Nergens", "")
	d.choices(survey.Question{ID: "type", Role: survey.BodyType}, []string{"water-board", "municipality"}, 1, 1, 1, 1, 0)
	d.choices(survey.Question{ID: "size", Role: survey.SizeClass}, []string{"Minder dan 20.000", "20.000 tot 50.000", "50.000 en meer"}, 0, 0, 2, -1, -1)
	f := Identify(&d.Survey, known(t)).Roll()
	want := []survey.Stratum{
		{Type: "water-board", Population: 1},
		{Type: "municipality", Size: "o0", Population: 1, Respondents: 1},
		{Type: "municipality", Size: "o1", Population: 1},
		{Type: "municipality", Size: "o2", Population: 1, Respondents: 1},
		{Type: "agency", Population: 1},
	}
	if diff := cmp.Diff(want, f.Strata); diff != "" {
		t.Error(diff)
	}
	var missing []string
	for _, m := range f.Missing {
		missing = append(missing, fmt.Sprint(m.Body.Code, m.Stratum))
	}
	if diff := cmp.Diff([]string{"WS10", "GM22", "AG14"}, missing); diff != "" {
		t.Error(diff)
	}
	if f.Bodies != 5 || f.Answered != 2 || f.Unmatched != 2 {
		t.Errorf("%d bodies, %d answered, %d unmatched", f.Bodies, f.Answered, f.Unmatched)
	}
	if Identify(&d.Survey, Options{}).Roll() != nil || Identify(&newDraft(1).Survey, known(t)).Roll() != nil {
		t.Error("a roll without a register or without names")
	}
}
