package reports

import (
	"bytes"
	"encoding/csv"
	"math"
	"slices"
	"strconv"
	"strings"

	"benchmark/charts"
)

// dataOf are the numbers beside a chart; a count is left out where it is that of a share.
func (k *truth) dataOf(c *charts.Chart) []float64 {
	k.t.Helper()
	var b bytes.Buffer
	if err := charts.CSV(&b, *c); err != nil {
		k.t.Fatal(err)
	}
	lines, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		k.t.Fatal(err)
	}
	var all []float64
	for _, line := range lines[1:] {
		at := map[string]float64{}
		for i, head := range lines[0] {
			if x, err := strconv.ParseFloat(line[i], 64); err == nil && !slices.Contains([]string{"group", "label", "series"}, head) {
				at[head] = x
			}
		}
		if at["base"] > 0 && math.Abs(at["value"]*at["base"]-at["count"]) < 1e-9 {
			delete(at, "count")
		}
		for _, x := range at {
			all = append(all, x)
		}
	}
	return all
}

// readDrawn compares the charts of a kind of report with its JSON: the data beside each,
// and its marks with those data.
func (k *truth) readDrawn(s *sources, all bool) (drawn []*charts.Chart, data [][]float64) {
	k.t.Helper()
	for i := range k.report.Sections {
		for n := range k.report.Sections[i].Charts {
			c := &k.report.Sections[i].Charts[n]
			numbers := k.dataOf(c)
			for _, x := range numbers {
				if all && !s.has(x) {
					k.fault("chart %s: %v of its data is not in the JSON", c.Name, x)
				}
			}
			for r := range c.Rows {
				for _, mark := range c.Rows[r].Marks {
					if all && mark.Words == "" && mark.Label != "" && !hasNear(numbers, mark.Value) {
						k.fault("chart %s: the mark %v at %q is not in its data", c.Name, mark.Value, c.Rows[r].Label)
					}
				}
			}
			drawn, data = append(drawn, c), append(data, numbers)
		}
	}
	return drawn, data
}

func hasNear(all []float64, x float64) bool {
	return slices.ContainsFunc(all, func(y float64) bool { return math.Abs(x-y) < 1e-9 })
}

// readPictures looks up every number that a picture of a chart prints, wide and narrow,
// in its data: but the numbers along an axis.
func (k *truth) readPictures(drawn []*charts.Chart, data [][]float64, figures []*node) {
	k.t.Helper()
	if len(figures) != len(drawn) {
		k.fault("%d figures for %d charts", len(figures), len(drawn))
		return
	}
	for i, c := range drawn {
		pictures := figures[i].all("svg")
		if len(pictures) != 2 {
			k.fault("chart %s has %d pictures, wide and narrow are two", c.Name, len(pictures))
		}
		for _, svg := range pictures {
			for _, text := range printedIn(svg) {
				if !k.isOf(text, data[i]) {
					k.fault("the picture %s of %s prints %q", svg.attr["viewBox"], c.Name, text)
				}
			}
		}
	}
}

// printedIn are the percentages of a picture that stand along no axis: of those at one
// height or under each other, three or more that are as far apart as their numbers.
func printedIn(svg *node) []string {
	type place struct {
		text    string
		x, y, n float64
	}
	var all []place
	for _, n := range svg.all("text") {
		text := strings.TrimSpace(n.text)
		number, err := strconv.ParseFloat(strings.TrimSuffix(strings.ReplaceAll(text, ",", "."), "%"), 64)
		if !strings.HasSuffix(text, "%") || err != nil {
			continue
		}
		x, _ := strconv.ParseFloat(n.attr["x"], 64)
		y, _ := strconv.ParseFloat(n.attr["y"], 64)
		all = append(all, place{text, x, y, number})
	}
	axis := func(p place) bool { // three or more in one line
		for _, along := range []func(place) (float64, float64){
			func(q place) (float64, float64) { return q.x, q.y }, func(q place) (float64, float64) { return q.y, q.x },
		} {
			at, level := along(p)
			var steps []float64
			for _, q := range all {
				if to, same := along(q); math.Abs(same-level) < 0.01 && math.Abs(to-at) > 1 {
					steps = append(steps, (to-at)/(q.n-p.n))
				}
			}
			if len(steps) > 1 && math.Abs(slices.Max(steps)-slices.Min(steps)) < 0.03*math.Abs(steps[0]) {
				return true
			}
		}
		return false
	}
	var texts []string
	for _, p := range all {
		if !axis(p) {
			texts = append(texts, p.text)
		}
	}
	return texts
}

// isOf reports whether a printed percentage is one of some numbers, rounded.
func (k *truth) isOf(text string, numbers []float64) bool {
	x, half, err := k.parse(strings.TrimSuffix(text, "%"))
	return err == nil && slices.ContainsFunc(numbers, func(y float64) bool { return math.Abs(100*y-x) <= half+1e-9 })
}

// readCaches demands that the charts of an Office file show numbers of the data of the
// charts alone, or the widths of margins and gaps between two of them, and that the
// workbook behind each has the same. Places of rows on an axis are none.
func (k *truth) readCaches(all map[string]string, data [][]float64, wanted bool) {
	k.t.Helper()
	numbers := append(slices.Concat(data...), 0, 1)
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	fits := func(x float64) bool {
		return hasNear(numbers, x) || slices.ContainsFunc(numbers, func(y float64) bool { return hasNear(numbers, y+x) || hasNear(numbers, y-x) })
	}
	names := numberedParts(all, `/charts/chart(\d+)\.xml$`)
	if wanted != (len(names) > 0) {
		k.fault("%d charts, and whether there are is %v", len(names), wanted)
	}
	for _, name := range names {
		k.readWorkbook(all, name)
		chart := parsePage(k.t, []byte(all[name]))
		for _, kind := range []string{"val", "xVal"} {
			for _, values := range chart.all(kind) {
				for i, text := range values.points("numCache") {
					if x, err := strconv.ParseFloat(text, 64); err == nil && !fits(x) {
						k.fault("%s shows %s at %d", name, text, i)
					}
				}
			}
		}
	}
}

// readHeadline demands that a share in words over a chart is that of one of its figures.
func (k *truth) readHeadline(c *charts.Chart, numbers []float64) {
	k.t.Helper()
	for _, text := range []string{c.Title, c.Subtitle} {
		for _, w := range shareWords {
			found := w.form.FindString(text)
			if found != "" && !slices.ContainsFunc(numbers, func(x float64) bool { return 100*x >= w.low-0.5 && 100*x <= w.top+0.5 }) {
				k.fault("chart %s: %q in %q fits none of its figures", c.Name, found, text)
			}
		}
	}
}
