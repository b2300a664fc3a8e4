package charts

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// falseTables returns what in a scene does not show the figures of its chart.
func falseTables(s *scene, c *Chart, bare bool) []string {
	var faults []string
	text := allText(s)
	for i := range c.Rows {
		r := &c.Rows[i]
		texts := []string{r.Words}
		for _, m := range r.Marks {
			texts = append(texts, m.Label, m.Words)
		}
		for _, want := range append(texts, r.Cells...) {
			if !strings.Contains(text, want+" ") && want != "" {
				faults = append(faults, fmt.Sprintf("row %q: %q is not drawn", r.Label, want))
			}
		}
	}
	if c.Empty != "" && !strings.Contains(strings.Join(strings.Fields(text), " "), c.Empty) {
		faults = append(faults, "the reason is not drawn")
	}
	switch {
	case c.Empty != "":
		return faults
	case c.Kind == Heat:
		return append(faults, falseCells(s, c)...)
	case c.Kind == Distribution:
		return append(faults, falseSpreads(s, c)...)
	}
	return append(faults, falseCloud(s, c, bare)...)
}

// falseCells finds cells in a colour that is not that of their printed figure, of
// different widths, or too few or too many.
func falseCells(s *scene, c *Chart) (faults []string) {
	drawn, want, hatched := 0, 0, 0
	width := 0.0
	for i := range s.shapes {
		cell := &s.shapes[i]
		if cell.form == linesForm {
			hatched++
		}
		if !cell.data {
			continue
		}
		drawn++
		if width == 0 {
			width = cell.w
		}
		if cell.w != width {
			faults = append(faults, fmt.Sprintf("a cell of %g wide beside one of %g", cell.w, width))
		}
		j := i
		for s.shapes[j].form != textForm {
			j++
		}
		v, err := strconv.Atoi(strings.TrimSuffix(s.shapes[j].text, "%"))
		role := ClassLowest + Role(min(4, v/20))
		if fill := s.shapes[j-1].fill; err != nil || fill != s.theme.Fills[role] {
			faults = append(faults, fmt.Sprintf("%s is on %s, want %s", s.shapes[j].text, hex(fill), hex(s.theme.Fills[role])))
		}
	}
	for i := range c.Rows {
		for _, m := range c.Rows[i].Marks {
			if !m.absent() {
				want++
			}
			if m.Status.Hidden() {
				hatched--
			}
		}
	}
	if hatched != 0 {
		faults = append(faults, fmt.Sprintf("%d hatched cells more than hidden figures", hatched))
	}
	if drawn != want {
		faults = append(faults, fmt.Sprintf("%d cells for %d figures", drawn, want))
	}
	return faults
}

// falseSpreads finds boxes and medians that are not all on one scale.
func falseSpreads(s *scene, c *Chart) (faults []string) {
	type pair struct{ value, x float64 }
	var pairs []pair
	var data []*shape
	for i := range s.shapes {
		if s.shapes[i].data {
			data = append(data, &s.shapes[i])
		}
	}
	for i := range c.Rows {
		for _, m := range c.Rows[i].Marks {
			if len(data) > 0 && m.Spread.Q3 > m.Spread.Q1 && !m.Spread.Single {
				pairs = append(pairs, pair{m.Spread.Q1, data[0].x}, pair{m.Spread.Q3, data[0].x + data[0].w})
				data = data[1:]
			}
			if len(data) == 0 {
				return append(faults, "a median is not drawn")
			}
			pairs = append(pairs, pair{m.Value, data[0].x + 2})
			data = data[1:]
		}
	}
	if len(data) > 0 {
		faults = append(faults, fmt.Sprintf("%d marks too many", len(data)))
	}
	slices.SortFunc(pairs, func(a, b pair) int { return int(math.Copysign(1, a.value-b.value)) })
	first, last := pairs[0], pairs[len(pairs)-1]
	for _, p := range pairs {
		if first.value == last.value {
			break
		}
		want := first.x + (last.x-first.x)*(p.value-first.value)/(last.value-first.value)
		if math.Abs(p.x-want) > 1.5 {
			faults = append(faults, fmt.Sprintf("%g is at %g, want %g", p.value, p.x, want))
		}
	}
	return faults
}

// falseCloud finds bars and words that are not as large as their counts.
func falseCloud(s *scene, c *Chart, bare bool) (faults []string) {
	most, i := 0.0, 0
	longest := 0.0
	for k := range s.shapes {
		if s.shapes[k].data {
			longest = math.Max(longest, s.shapes[k].w)
		}
	}
	for k := range s.shapes {
		if b := &s.shapes[k]; b.data {
			if want := longest * c.Rows[i].Marks[0].Value / c.Maximum; math.Abs(b.w-want) > 1.1 {
				faults = append(faults, fmt.Sprintf("the bar of %q is %g wide, want %g", c.Rows[i].Label, b.w, want))
			}
			i++
		}
	}
	sizes := map[string]float64{}
	for k := range s.shapes {
		if w := &s.shapes[k]; w.form == textForm && w.fill == s.theme.Fills[Plain] {
			sizes[w.text] = w.size
			most = math.Max(most, w.size)
		}
	}
	for i := range c.Rows {
		size, ok := sizes[c.Rows[i].Label]
		want := most * math.Sqrt(c.Rows[i].Marks[0].Value/c.Maximum)
		switch {
		case !ok && !bare && !strings.Contains(allText(s), c.Omitted):
			faults = append(faults, fmt.Sprintf("%q is not in the cloud, and nothing says so", c.Rows[i].Label))
		case ok && math.Abs(size-want) > 1:
			faults = append(faults, fmt.Sprintf("%q is %g points, want %g", c.Rows[i].Label, size, want))
		}
	}
	return faults
}
