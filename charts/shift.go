package charts

import (
	"slices"
	"strconv"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// Shift is what a Flow shows: how organisations that answered twice went from one
// group to another, such as who does webcare.
type Shift struct {
	// Name is the base file name of the chart.
	Name string
	// About is what shifted, in a few words ("Webcare"); Subtitle says who are
	// counted.
	About, Subtitle string
	// Before and After head the two sides ("2018", "2019").
	Before, After string
	// From and To are the groups at the left and at the right: at most five each. A
	// label at both sides is the same group.
	From, To []ShiftGroup
	// Moves[i][k] is how many went from From[i] to To[k].
	Moves [][]Move
	// Source and Notes are whole sentences.
	Source string
	Notes  []string
}

// ShiftGroup is a group at one side of a Shift with its number, which is shown
// when Status is Estimated.
type ShiftGroup struct {
	Label  string
	Status analysis.Status
	N      int
	// Role is the colour of the group; Plain takes the next one that is free.
	Role Role
}

// Move is how many went from one group to another, which is shown when Status is
// Estimated. Whether it may be, disclosure control decides before.
type Move struct {
	Status analysis.Status
	Count  int
}

// mostGroups is the number of groups at one side that colours can tell apart.
const mostGroups = 5

// Chart returns the chart. It returns an error when moves do not add up to their
// group, when nothing may be shown, and when a hidden move could be found by
// subtraction.
func (s *Shift) Chart(l *locale.Locale) (Chart, error) {
	m := maker{l: l, words: l.ChartWords(), notes: l.ChartNotes()}
	if err := s.check(); err != nil {
		return Chart{}, err
	}
	words := l.ChartFlow()
	c := Chart{Kind: Flow, Name: slug(s.Name), Language: l.Tag, Subtitle: s.Subtitle, Source: s.Source, Omitted: words.Omitted,
		Columns: []Column{{Heading: s.Before}, {Heading: s.After}},
		Data:    Data{Header: []string{"from", "to", "status", "count"}}}
	roles := s.roles()
	total := 0
	for _, g := range s.From {
		if total += g.N; g.Status != analysis.Estimated {
			total = 0
			break
		}
	}
	for k, g := range s.To {
		c.Series = append(c.Series, Series{Key: slug(g.Label), Label: g.Label, Role: roles[g.Label]})
		c.Ends = append(c.Ends, End{N: shown(g), Sub: m.groupSub(g, total, s.partly(-1, k))})
	}
	for i, g := range s.From {
		row := Row{Label: g.Label, Status: g.Status, N: shown(g), Sub: m.groupSub(g, total, s.partly(i, -1))}
		if g.Status != analysis.Estimated {
			row.Words, row.Sub = m.missing(g.Status), ""
		}
		for k := range s.To {
			move := s.Moves[i][k]
			record := []string{g.Label, s.To[k].Label, move.Status.String(), ""}
			mark := Mark{Status: move.Status, Words: m.missing(move.Status)}
			if move.Status == analysis.Estimated {
				mark = Mark{Value: float64(move.Count), Label: l.Integer(move.Count)}
				record[3] = strconv.Itoa(move.Count)
				c.Maximum = max(c.Maximum, mark.Value)
			}
			c.Data.Records = append(c.Data.Records, record)
			if g.Status == analysis.Estimated {
				row.Marks = append(row.Marks, mark)
			}
		}
		c.Rows = append(c.Rows, row)
	}
	c.Title = s.title(l)
	c.Notes = append([]string{words.Wide}, m.markNotes(&c)...)
	c.Notes = append(c.Notes, s.Notes...)
	c.Alt = l.ChartAlt(words.Kind, c.Title, c.Subtitle, s.texts(l, &m), c.Name+".csv")
	return c, nil
}

// roles gives every group its colour, at both sides the same.
func (s *Shift) roles() map[string]Role {
	roles, next := map[string]Role{}, First
	for _, g := range append(slices.Clone(s.From), s.To...) {
		if _, ok := roles[g.Label]; ok {
			continue
		}
		if roles[g.Label] = g.Role; g.Role == Plain {
			roles[g.Label] = next
			if next++; next > Fifth {
				next = First
			}
		}
	}
	return roles
}

func shown(g ShiftGroup) int {
	if g.Status != analysis.Estimated {
		return 0
	}
	return g.N
}

// groupSub is the second line of a group: its number and share, or why there is
// none.
func (m *maker) groupSub(g ShiftGroup, total int, partly bool) string {
	if g.Status != analysis.Estimated {
		return m.missing(g.Status)
	}
	sub := m.l.Integer(g.N)
	if total > 0 {
		sub += " (" + m.percent(float64(g.N)/float64(total)) + ")"
	}
	if partly {
		sub += ", " + m.l.ChartFlow().Partly
	}
	return sub
}

// partly reports whether a move from group i, or to group k, is hidden.
func (s *Shift) partly(i, k int) bool {
	for a := range s.From {
		for b := range s.To {
			if (a == i || b == k) && s.Moves[a][b].Status != analysis.Estimated {
				return true
			}
		}
	}
	return false
}

// check refuses a shift that does not add up or gives a hidden number away.
func (s *Shift) check() error {
	if len(s.From) == 0 || len(s.To) == 0 || len(s.From) > mostGroups || len(s.To) > mostGroups {
		return fault(s.Name, "%d groups to %d: choose 1 to %d at each side", len(s.From), len(s.To), mostGroups)
	}
	if len(s.Moves) != len(s.From) {
		return fault(s.Name, "%d groups have moves, not %d", len(s.Moves), len(s.From))
	}
	for i := range s.Moves {
		if len(s.Moves[i]) != len(s.To) {
			return fault(s.Name, "%q has %d moves to %d groups", s.From[i].Label, len(s.Moves[i]), len(s.To))
		}
	}
	visible := 0
	for i, g := range s.From {
		n, err := s.sum(g, len(s.To), func(k int) Move { return s.Moves[i][k] })
		if err != nil {
			return err
		}
		visible += n
	}
	for k, g := range s.To {
		if _, err := s.sum(g, len(s.From), func(i int) Move { return s.Moves[i][k] }); err != nil {
			return err
		}
	}
	if visible == 0 {
		return fault(s.Name, "no move may be shown")
	}
	return nil
}

// sum adds up the moves of a group and returns how many there are to see.
func (s *Shift) sum(g ShiftGroup, n int, move func(int) Move) (visible int, err error) {
	sum, hiddenMoves := 0, 0
	for k := range n {
		if m := move(k); m.Status == analysis.Estimated {
			sum += m.Count
			visible++
		} else {
			hiddenMoves++
		}
	}
	switch {
	case g.Status != analysis.Estimated:
		return 0, nil
	case sum > g.N || hiddenMoves == 0 && sum != g.N:
		return 0, fault(s.Name, "the moves of %q add up to %d and not to %d", g.Label, sum, g.N)
	case hiddenMoves == 1:
		return 0, fault(s.Name, "the one hidden move of %q can be found by subtraction: hide another, or its total", g.Label)
	}
	return visible, nil
}

// title states the largest move that is shown from one group to another, or only
// what shifted when all that moved is hidden.
func (s *Shift) title(l *locale.Locale) string {
	from, to, most, unseen := "", "", 0, false
	for i := range s.From {
		for k := range s.To {
			switch m := s.Moves[i][k]; {
			case s.From[i].Label == s.To[k].Label:
			case m.Status != analysis.Estimated:
				unseen = true
			case m.Count > most:
				from, to, most = s.From[i].Label, s.To[k].Label, m.Count
			}
		}
	}
	if most == 0 && unseen {
		return s.About + ", " + s.Before + " – " + s.After
	}
	return l.ChartShiftTitle(s.About, from, to, most)
}

// texts are the moves in words.
func (s *Shift) texts(l *locale.Locale, m *maker) []string {
	var all []string
	for i := range s.From {
		for k := range s.To {
			move := s.Moves[i][k]
			said := m.missing(move.Status)
			if move.Status == analysis.Estimated {
				said = l.Integer(move.Count)
			}
			all = append(all, l.ChartMove(s.From[i].Label, s.To[k].Label)+": "+said)
		}
	}
	return all
}
