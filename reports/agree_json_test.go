package reports

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"benchmark/analysis/position"
)

// TestAgreeJSON holds that the JSON of a report on the whole study has every field of that
// of the study as it is, but for what only a report says, and that the JSON of a comparison
// has the figures of all, and of use and plans by group, of the tables of that study.
func TestAgreeJSON(t *testing.T) {
	l := localeFor(t, "nl")
	all := everyKind(t, l)
	whole, compared := all["report"], all["compare"]
	plain := Build(whole.Study, whole.Reading, l)
	var study, report map[string]any
	for _, j := range []struct {
		of *Report
		to *map[string]any
	}{{plain, &study}, {whole, &report}} {
		if err := json.Unmarshal(render(t, JSON, j.of, l), j.to); err != nil {
			t.Fatal(err)
		}
	}
	for field, want := range study {
		if field != "findings" && !reflect.DeepEqual(report[field], want) {
			t.Errorf("the report has another %s than the study", field)
		}
	}
	var c jsonPosition
	if err := json.Unmarshal(render(t, JSON, compared, l), &c); err != nil {
		t.Fatal(err)
	}
	nationals := 0
	k := newTruth(t, plain, l, render(t, JSON, plain, l))
	for i := range c.Indicators {
		x := &c.Indicators[i]
		if x.National == nil || x.National.Value == nil {
			continue
		}
		if nationals++; !k.hasNational(x) {
			t.Errorf("%s: the figure of all is %v of %d, and that is in no table of the study", x.ID, *x.National.Value, *x.National.Base)
		}
	}
	if nationals < 10 || len(c.Expected) < 4 {
		t.Errorf("%d figures of all and %d expectations: the sample does not try all", nationals, len(c.Expected))
	}
	for i := range c.Expected {
		if e := &c.Expected[i]; c.Groups[e.Group].Kind == string(position.Everyone) {
			k.readExpected(e, compared.Position)
		}
	}
}

// hasNational reports whether a table of the study on the question of an indicator, or on
// all channels, has its figure of all, with margins and base.
func (k *truth) hasNational(x *jsonIndicator) bool {
	for _, t := range k.tables {
		if t.Topic != x.Topic && t.Topic != "adoption" && t.Topic != "consideration" {
			continue
		}
		for row := range t.Rows {
			j := &t.Rows[row].Cells[0]
			if j.Value != nil && same(j.Value, x.National.Value) && same(j.Low, x.National.Low) && same(j.High, x.National.High) && same(whole(j.Base), whole(x.National.Base)) {
				return true
			}
		}
	}
	return false
}

// readExpected compares what the plans of all others lead to with the table of the
// channel, from which the own answer is taken.
func (k *truth) readExpected(e *jsonPlansOf, p *position.Position) {
	k.t.Helper()
	for _, t := range k.tables {
		if t.Topic != "adoption" || t.Channel != e.Channel {
			continue
		}
		counts := map[string]int{}
		base := 0
		for row := range t.Rows {
			if r := &t.Rows[row]; r.Means != "" && r.Cells[0].Count != nil {
				counts[r.Means] += *r.Cells[0].Count
				base = *r.Cells[0].Base
			}
		}
		own := map[string]int{}
		for i := range p.Rows {
			if a := &p.Rows[i]; a.Channel == e.Channel && a.Own.Means != "" && len(own) == 0 {
				own[a.Own.Means] = 1
			}
		}
		planners := counts["surely"] + counts["likely"] - own["surely"] - own["likely"]
		uses := float64(counts["uses"]-own["uses"]) / float64(base-1)
		if base == 0 || *e.Now.Base != base-1 || e.Planners != planners || math.Abs(*e.Now.Value-uses) > 1e-12 {
			k.t.Errorf("%s: %d plan and %v of %d use it, and by the table %d and %v of %d", e.Channel, e.Planners, *e.Now.Value, *e.Now.Base, planners, uses, base-1)
		}
		return
	}
	k.t.Errorf("%s has no table", e.Channel)
}
