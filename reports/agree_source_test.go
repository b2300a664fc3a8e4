package reports

import (
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/survey/locale"
)

// A source is an object of the JSON: its numbers, with those of the objects in it,
// and the names by which it and what it is in are told.
type source struct {
	numbers []float64
	names   []string
}

// sources are all objects of the JSON of a report.
type sources struct {
	l     *locale.Locale
	all   []source
	exact map[float64]bool
	texts map[string]bool
	// study is true where the tables of a study are among them.
	study bool
	// labels are names with a digit in them, the longest first.
	labels  []string
	unlabel *strings.Replacer
}

// sourcesOf reads the JSON of a report.
func sourcesOf(t testing.TB, r *Report, l *locale.Locale, data []byte) *sources {
	t.Helper()
	s := &sources{l: l, exact: map[float64]bool{}, texts: map[string]bool{}}
	var root map[string]any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	if s.study = root["tables"] != nil; s.study {
		k := newTruth(t, r, l, data)
		for i := range k.json.Tables {
			table := k.tables[k.json.Tables[i].ID]
			for g := range table.names {
				if table.Topic != string(analysis.Volume) {
					continue
				}
				var spread []float64 // a median stands before its quartiles
				for row := range table.Rows {
					spread = append(spread, numbersOf(&table.Rows[row].Cells[g])...)
				}
				s.add(spread, table.names[g], table.Channel)
			}
			for row := range table.Rows {
				for g := range table.names {
					numbers := numbersOf(&table.Rows[row].Cells[g])
					s.add(numbers, table.labels[row], table.names[g], table.Channel, table.title)
					s.label(table.names[g], table.labels[row])
					for _, x := range numbers {
						s.exact[x] = true
					}
				}
			}
		}
	}
	s.walk(root, nil, nil)
	var pairs []string
	slices.SortFunc(s.labels, func(a, b string) int { return len(b) - len(a) })
	for _, label := range slices.Compact(s.labels) {
		pairs = append(pairs, label, " ")
	}
	s.unlabel = strings.NewReplacer(pairs...)
	for i := range s.all {
		names := make([]string, len(s.all[i].names))
		for n, name := range s.all[i].names {
			names[n] = strings.ToLower(clean(name))
		}
		s.all[i].names = names
	}
	return s
}

// numbersOf are the numbers of a figure.
func numbersOf(j *jsonCell) []float64 {
	var all []float64
	for _, x := range []*float64{
		j.Value, j.Low, j.High, j.Unweighted, j.WeightedBase, j.EffectiveBase,
		whole(j.Count), whole(j.Base), whole(j.Population), whole(j.CountLow), whole(j.CountHigh),
	} {
		if x != nil {
			all = append(all, *x)
		}
	}
	return all
}

func (s *sources) add(numbers []float64, names ...string) {
	if len(numbers) > 0 {
		s.all = append(s.all, source{numbers, names})
	}
}

// walk adds the objects of a value; names and above are of what it is in.
func (s *sources) walk(v any, names []string, above []float64) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			s.walk(x, names, above)
		}
	case map[string]any:
		own, said := direct(v)
		for _, x := range own {
			s.exact[x] = true
		}
		for _, text := range said {
			s.texts[clean(text)] = true
			s.label(text)
		}
		names = append(slices.Clip(names), said...)
		s.add(slices.Concat(inside(v), above), names...)
		for key, x := range v {
			if key != "tables" || above != nil {
				s.walk(x, names, slices.Concat(own, []float64{}))
			}
		}
	}
}

// label notes names that have digits in them.
func (s *sources) label(names ...string) {
	for _, name := range names {
		if strings.ContainsAny(name, "0123456789") && len(name) < 80 && labelForm.MatchString(name) {
			s.labels = append(s.labels, clean(name))
		}
	}
}

var labelForm = regexp.MustCompile(`\pL|–`)

// direct are the numbers and the texts of an object, without those of objects in it.
func direct(v map[string]any) (numbers []float64, texts []string) {
	for _, x := range v {
		switch x := x.(type) {
		case float64:
			numbers = append(numbers, x)
		case string:
			texts = append(texts, x)
		}
	}
	slices.Sort(texts)
	return numbers, texts
}

// inside are the numbers of an object and of the objects in it.
func inside(v map[string]any) []float64 {
	all, _ := direct(v)
	for _, x := range v {
		if in, ok := x.(map[string]any); ok {
			all = append(all, inside(in)...)
		}
	}
	return all
}

// A printedNumber is a number as it stands in a text.
type printedNumber struct {
	text    string
	x, half float64
	// less is true behind <, unit is what a time is counted in, and points is true
	// before percentage points, of which a part counts for one where they are what a
	// test would show.
	less, points bool
	unit         float64
}

var printedForm = regexp.MustCompile(`(< )?([−+]?[0-9][0-9.,]*[0-9]|[−+]?[0-9])(%?)( min\b| s\b| percentage points| procentpunt)?`)

// numbersIn are the numbers of a text; names with digits in them are none.
func (s *sources) numbersIn(text string) []printedNumber {
	text = s.unlabel.Replace(text)
	var all []printedNumber
	k := &truth{l: s.l}
	for _, m := range printedForm.FindAllStringSubmatch(text, -1) {
		x, half, err := k.parse(strings.TrimPrefix(m[2], "+"))
		if err != nil {
			continue
		}
		all = append(all, printedNumber{m[2] + m[3], x, half, m[1] != "", strings.HasPrefix(m[4], " p"), map[string]float64{" min": 60, " s": 3600}[m[4]]})
	}
	return all
}

// is reports whether a number of the JSON, rounded, is what is printed.
func (n *printedNumber) is(x float64) bool {
	scales := []float64{1, 100}
	if n.unit > 0 {
		scales = []float64{n.unit}
	}
	for _, scale := range scales {
		if n.less && x >= 0 && x < n.x || math.Abs(scale*x-n.x) <= n.half+1e-9 || math.Abs(math.Abs(scale*x)-n.x) <= n.half+1e-9 || n.points && math.Ceil(100*x-1e-9) == n.x {
			return true
		}
	}
	return false
}

// has reports whether the JSON has a number to the last digit, or a time in hours that
// is shown in seconds or minutes.
func (s *sources) has(x float64) bool {
	if s.exact[x] {
		return true
	}
	for y := range s.exact {
		if math.Abs(y-x) <= 1e-12 || math.Abs(y+x) <= 1e-12 || math.Abs(3600*y-x) <= 1e-12*math.Abs(x) || math.Abs(60*y-x) <= 1e-12*math.Abs(x) {
			return true
		}
	}
	return false
}

// find returns a source that has all the numbers, and of which a name is in the
// context, or has the label in it.
func (s *sources) find(numbers []printedNumber, context, label string) bool {
	context, label = strings.ToLower(context), strings.ToLower(label)
	return slices.ContainsFunc(s.all, func(from source) bool {
		for i := range numbers {
			if !slices.ContainsFunc(from.numbers, numbers[i].is) {
				return false
			}
		}
		return context == "" || slices.ContainsFunc(from.names, func(name string) bool {
			return len(name) > 1 && (strings.Contains(context, name) || len(label) > 3 && strings.Contains(name, label))
		})
	})
}

// readGrids looks up every number of a table of text in the JSON: what a cell
// tells is of one object there.
func (k *truth) readGrids(s *sources, section string, g *grid) {
	k.t.Helper()
	for n, line := range g.lines {
		for c := 1; c < len(line); c++ {
			text := unmarked(line[c])
			numbers := s.numbersIn(text)
			if len(numbers) == 0 || s.texts[text] {
				continue
			}
			context := strings.Join([]string{section, g.title, g.head[0], g.head[c], line[0], line[1]}, " | ")
			if s.find(numbers, context, line[0]) || k.adds(g, n, c) {
				continue
			}
			// Several numbers at once are of one figure, whatever it is called there.
			if (!s.study || strings.Contains(text, "p ")) && len(numbers) > 1 && s.find(numbers, "", "") {
				continue
			}
			if s.find(numbers, "", "") {
				k.fault("%s, %s: %q under %q is a figure of something else", section, line[0], text, g.head[c])
				continue
			}
			k.fault("%s, %s: %q under %q is not in the JSON", section, line[0], text, g.head[c])
		}
		for c := range line {
			f := g.figure(n, c)
			if f == nil || k.adds(g, n, c) {
				continue
			}
			for _, x := range []*float64{&f.value, f.low, f.high, whole(f.base)} {
				if x != nil && !s.has(*x) {
					k.fault("%s, %s: the number %v under %q is not in the JSON", section, line[0], *x, g.head[c])
				}
			}
		}
	}
}

// adds reports whether a count is the sum of those above it or beside it.
func (k *truth) adds(g *grid, n, c int) bool {
	count := func(text string) float64 {
		x, _, err := k.parse(unmarked(text))
		if err != nil {
			return math.NaN()
		}
		return x
	}
	beside, above := 0.0, 0.0
	for i := 1; i < c; i++ {
		beside += count(g.lines[n][i])
	}
	for i := range n {
		above += count(g.lines[i][c])
	}
	want := count(g.lines[n][c])
	return c > 1 && beside == want || n > 0 && above == want
}
