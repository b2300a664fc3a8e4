package survey

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// towns are six towns and two water boards by type, province and inhabitants; a
// blank is no answer.
func towns() *Survey {
	s := &Survey{Respondents: 8, Rows: RowNumbersOf(2, 3, 4, 5, 6, 7, 8, 9)}
	s.choice(BodyType, "town town town town town town board board")
	s.choice(Province, "west west oost west oost - west west")
	s.choice(SharedService, "- a - a - - - -")
	q := Question{ID: "inhabitants", Kind: Number, Role: Inhabitants}
	c := NewColumn(&q, s.Respondents)
	for i, n := range []float64{10_000, 20_000, 40_000, 5_000, 80_000, 0, 11_000, 12_000} {
		if n > 0 {
			c.SetNumber(i, n)
		}
	}
	s.Questions, s.Columns = append(s.Questions, q), append(s.Columns, c)
	return s
}

func (s *Survey) choice(role Role, answers string) {
	q := Question{ID: string(role), Kind: Single, Role: role}
	c := NewColumn(&q, s.Respondents)
	for i := range s.Respondents {
		var answer string
		if _, err := fmt.Sscan(answers, &answer); err != nil {
			panic(err)
		}
		answers = answers[min(len(answers), len(answer)+1):]
		if answer == "-" {
			continue
		}
		if q.Option(answer) < 0 {
			q.Options = append(q.Options, Option{Code: answer})
		}
		c.Choose(i, q.Option(answer))
	}
	s.Questions, s.Columns = append(s.Questions, q), append(s.Columns, c)
}

func TestPeers(t *testing.T) {
	s := towns()
	for _, tt := range []struct {
		of    int
		roles []Role
		want  []int
		known bool
	}{
		{0, []Role{Province}, []int{1, 3, 6, 7}, true},
		{0, []Role{BodyType, Province}, []int{1, 3}, true},
		{1, []Role{SharedService}, []int{3}, true},
		{0, []Role{SharedService}, nil, false}, // shares with nobody: no peers, not those who answered nothing
		{5, []Role{Province}, nil, false},
		{0, []Role{Urbanity}, nil, false},
		{0, nil, nil, false},
	} {
		got, known := s.Peers(tt.of, tt.roles...)
		if diff := cmp.Diff(tt.want, got); diff != "" || known != tt.known {
			t.Errorf("%d %v: %v %s", tt.of, tt.roles, known, diff)
		}
	}
}

func TestNearest(t *testing.T) {
	s := towns()
	for _, tt := range []struct {
		of, n int
		want  []int
		known bool
	}{
		{0, 1, []int{1, 3}, true}, // 20,000 is twice, 5,000 half as many: equally near, both are in
		{0, 3, []int{1, 3, 2}, true},
		{0, 9, []int{1, 3, 2, 4}, true}, // never another type, nor one of unknown size
		{1, 1, []int{0, 2}, true},
		{6, 2, []int{7}, true},
		{5, 2, nil, false},
		{0, 0, nil, false},
	} {
		got, known := s.Nearest(tt.of, tt.n)
		if diff := cmp.Diff(tt.want, got); diff != "" || known != tt.known {
			t.Errorf("%d of %d: %v %s", tt.n, tt.of, known, diff)
		}
	}
}

func TestKeep(t *testing.T) {
	s := towns()
	s.Durations = []time.Duration{1, 2, 3, 4, 5, 6, 7, 8}
	s.Source.Read, s.Source.Kept, s.Source.Dropped = 9, 8, []Dropped{{DropDuplicate, 1}}
	q := Question{ID: "presence", Kind: Multiple, Options: []Option{{Code: "a"}}}
	c := NewColumn(&q, 8)
	c.Ticks[0].Set(1)
	c.Ticks[0].Set(6)
	s.Questions, s.Columns = append(s.Questions, q), append(s.Columns, c)
	s.Keep([]int{1, 2, 6}, DropDuplicate)
	if s.Respondents != 3 || s.Source.Kept != 3 || s.Source.Dropped[0].Rows != 6 {
		t.Errorf("%d respondents, %+v", s.Respondents, s.Source)
	}
	if diff := cmp.Diff([]int{3, 4, 8}, s.Rows.List()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]time.Duration{2, 3, 7}, s.Durations); diff != "" {
		t.Error(diff)
	}
	if ticks := s.Columns[4].Ticks[0]; !ticks.Has(0) || ticks.Has(1) || !ticks.Has(2) || ticks.Count() != 2 {
		t.Errorf("ticks %v", ticks)
	}
	if diff := cmp.Diff([]float64{20_000, 40_000, 11_000}, s.Columns[3].Numbers()); diff != "" {
		t.Error(diff)
	}
	if _, known := s.Peers(0, Province); !known {
		t.Error("the province of the first that is kept is lost")
	}
}
