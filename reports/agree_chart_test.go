package reports

import (
	"bytes"
	"encoding/csv"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/survey"
)

// A drawnFigure is what one mark of a row of a chart stands for, as the data
// beside the picture have it.
type drawnFigure struct {
	value, low, high *float64
	count, base      *float64
}

// chartTruth are the figures of a chart: by row and mark, and every other figure
// that the data have under the label of a row.
type chartTruth struct {
	*charts.Chart
	marks [][]*drawnFigure
	rows  [][]drawnFigure
}

// readCharts compares the data beside every chart with the JSON, and the marks of
// the chart with those data.
func (k *truth) readCharts() []*chartTruth {
	k.t.Helper()
	var all []*chartTruth
	for i := range k.report.Sections {
		for n := range k.report.Sections[i].Charts {
			c := &k.report.Sections[i].Charts[n]
			var b bytes.Buffer
			if err := charts.CSV(&b, *c); err != nil {
				k.t.Fatal(err)
			}
			lines, err := csv.NewReader(&b).ReadAll()
			if err != nil {
				k.t.Fatal(err)
			}
			all = append(all, k.readChart(c, lines))
		}
	}
	return all
}

func (k *truth) readChart(c *charts.Chart, lines [][]string) *chartTruth {
	k.t.Helper()
	ct := &chartTruth{Chart: c, marks: make([][]*drawnFigure, len(c.Rows)), rows: make([][]drawnFigure, len(c.Rows))}
	var figures []drawnFigure
	var of []map[string]string
	for _, line := range lines[1:] {
		at := map[string]string{}
		for i, head := range lines[0] {
			at[head] = line[i]
		}
		number := func(name string) *float64 {
			x, err := strconv.ParseFloat(at[name], 64)
			if err != nil {
				return nil
			}
			return &x
		}
		f := drawnFigure{number("value"), number("low"), number("high"), number("count"), number("base")}
		if !k.inJSON(c, at, &f) && !remains(c, lines, at, &f) && !k.isRest(at, &f) {
			k.fault("chart %s: the data %q are not in the JSON", c.Name, line)
		}
		figures, of = append(figures, f), append(of, at)
	}
	under := ""
	for row := range c.Rows {
		r := &c.Rows[row]
		if r.Heading {
			under = r.Label
			continue
		}
		ct.marks[row] = make([]*drawnFigure, len(r.Marks))
		name := clean(under + " / " + r.Label) // of a group within another
		if !slices.ContainsFunc(of, func(at map[string]string) bool { return strings.EqualFold(clean(at["label"]), name) }) {
			name = clean(r.Label)
		}
		for i := range figures {
			if !strings.EqualFold(clean(of[i]["label"]), name) {
				continue
			}
			ct.rows[row] = append(ct.rows[row], figures[i])
			for m := range r.Marks {
				if markOf(c, m, of[i]["series"]) && figures[i].value != nil && ct.marks[row][m] == nil && stands(c, &figures[i], r.Marks[m].Value) {
					ct.marks[row][m] = &figures[i]
				}
			}
		}
		k.readMarks(ct, row)
	}
	return ct
}

// markOf reports whether the mark at a place is of the series.
func markOf(c *charts.Chart, m int, series string) bool {
	return len(c.Series) == 0 || m < len(c.Series) && (c.Series[m].Key == series || strings.HasPrefix(c.Series[m].Label, series))
}

// stands reports whether a mark stands for a figure: for its value, or for how
// often a word is named.
func stands(c *charts.Chart, f *drawnFigure, x float64) bool {
	return math.Abs(*f.value-x) < 1e-12 || c.Topic == analysis.Words && f.count != nil && *f.count == x
}

// readMarks compares the marks of a row, and what is printed of them, with the
// data.
func (k *truth) readMarks(ct *chartTruth, row int) {
	k.t.Helper()
	r := &ct.Rows[row]
	for m := range r.Marks {
		mark, f := &r.Marks[m], ct.marks[row][m]
		if mark.Words != "" || r.Words != "" {
			continue
		}
		if f == nil {
			k.fault("chart %s: the mark %d of %q, %v, is not in its data", ct.Name, m, r.Label, mark.Value)
			continue
		}
		if mark.Interval && (f.low == nil || *f.low != mark.Low || *f.high != mark.High) {
			k.fault("chart %s: the interval of %q is not in its data", ct.Name, r.Label)
		}
		if !k.prints(ct, row, mark.Label) {
			k.fault("chart %s: %q at %q is not in its data", ct.Name, mark.Label, r.Label)
		}
		if mark.Range != "" && !k.prints(ct, row, mark.Range) {
			k.fault("chart %s: %q at %q is not in its data", ct.Name, mark.Range, r.Label)
		}
	}
	for _, s := range append(slices.Clone(r.Cells), r.Sub, r.Totals[0], r.Totals[1]) {
		if numeric(s) && !k.prints(ct, row, s) {
			k.fault("chart %s: %q beside %q is not in its data", ct.Name, s, r.Label)
		}
	}
}

// numeric reports whether a text is a number, a percentage or a range.
func numeric(s string) bool { return regexp.MustCompile(`^[0-9][0-9.,–%]*$`).MatchString(s) }

// prints reports whether a number that a chart prints in a row is a figure of that
// row, rounded. A segment of a stacked bar may be a point more or less, so that
// the bar adds up to 100, and what a bar adds up to is of several.
func (k *truth) prints(ct *chartTruth, row int, text string) bool {
	if text == "" || !numeric(text) {
		return true
	}
	low, high, span := strings.Cut(strings.TrimSuffix(text, "%"), "–")
	scale := 1.0
	if strings.HasSuffix(text, "%") {
		scale = 100
	}
	near := func(s string, x *float64, slack float64) bool {
		if x == nil {
			return false
		}
		got, half, err := k.parse(s)
		return err == nil && math.Abs(got-scale**x) <= half+slack+1e-9
	}
	slack := 0.0
	if ct.Kind == charts.Stacked || ct.Kind == charts.Diverging {
		slack = 0.5
	}
	var values []*float64
	for i := range ct.rows[row] {
		f := &ct.rows[row][i]
		values = append(values, f.value)
		switch {
		case span && near(low, f.low, 0) && near(high, f.high, 0):
			return true
		case !span && (near(low, f.value, slack) || scale == 1 && (near(low, f.count, 0) || near(low, f.base, 0))):
			return true
		}
	}
	if ct.Kind == charts.Distribution && span { // the middle half
		return slices.ContainsFunc(values, func(x *float64) bool { return near(low, x, 0) }) && slices.ContainsFunc(values, func(x *float64) bool { return near(high, x, 0) })
	}
	return false
}

// inJSON reports whether a line of the data beside a chart is a figure of the
// JSON: of its group, and of the row that its series or label names.
func (k *truth) inJSON(c *charts.Chart, at map[string]string, f *drawnFigure) bool {
	for _, t := range k.tables {
		if t.ID != c.Table && t.Topic != string(c.Topic) {
			continue
		}
		for g := range t.Groups {
			if t.Groups[g].Breakdown != at["breakdown"] || t.Groups[g].Level != at["group"] {
				continue
			}
			for row := range t.Rows {
				j := &t.Rows[row].Cells[g]
				if k.named(t, row, at) && j.Status == at["status"] && same(j.Value, f.value) && same(j.Low, f.low) && same(j.High, f.high) &&
					same(whole(j.Count), f.count) && same(whole(j.Base), f.base) {
					return true
				}
			}
		}
	}
	return false
}

func same(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// named reports whether a line of data is of a row of a table: the series is the
// row and the label the group or the channel, or the label the row and the series
// the channel.
func (k *truth) named(t *truthTable, row int, at map[string]string) bool {
	r := &t.Rows[row]
	channel := strings.EqualFold(t.Channel, at["series"]) || strings.EqualFold(t.Channel, at["label"])
	switch at["series"] {
	case r.Key, r.Means:
		return at["breakdown"] != "" || t.Channel == "" || channel || t.ID != ""
	}
	return clean(at["label"]) == t.labels[row] && (channel || at["series"] == t.ID)
}

// remains reports whether a line of data is what its bar has beside the other
// parts, which are in the JSON: all of them together are 1. It has no more than
// that, and nothing where they are hidden.
func remains(c *charts.Chart, lines [][]string, at map[string]string, f *drawnFigure) bool {
	if at["series"] != "rest" && at["series"] != "not-split" || f.low != nil || f.high != nil {
		return false
	}
	sum := 0.0
	for _, line := range lines[1:] {
		if line[0] != at["breakdown"] || line[1] != at["group"] || line[2] != at["label"] ||
			!slices.ContainsFunc(c.Series, func(s charts.Series) bool { return s.Key == line[3] }) {
			continue
		}
		if x, err := strconv.ParseFloat(line[5], 64); err == nil { // what is hidden is in the part itself
			sum += x
		}
	}
	return f.value == nil && f.count == nil || f.value != nil && math.Abs(sum-1) < 1e-9
}

// isRest reports whether a line of data is what a channel has in the JSON beside
// use and plans, summed. Where shares are rounded the parts of its bar add up to
// nearly 1.
func (k *truth) isRest(at map[string]string, f *drawnFigure) bool {
	for _, t := range k.tables {
		if at["series"] != "rest" || f.value == nil || t.Topic != string(analysis.AdoptionTopic) || clean(t.Channel) != clean(at["label"]) {
			continue
		}
		sum := 0.0
		for row := range t.Rows {
			r := &t.Rows[row]
			if v := r.Cells[0].Value; v != nil && !r.Net && !slices.Contains([]string{survey.Uses, survey.Surely, survey.Likely}, r.Means) {
				sum += *v
			}
		}
		return math.Abs(sum-*f.value) < 1e-9
	}
	return false
}

// readFigure reads a figure of a web page: its picture for wide screens, and the
// table of its data.
func (k *truth) readFigure(ct *chartTruth, figure *node) {
	k.t.Helper()
	for _, svg := range figure.all("svg")[:1] {
		k.readPicture(ct, svg)
	}
	row := -1
	for _, tr := range figure.all("tr")[1:] {
		cells := tr.all("th", "td")
		for row++; row < len(ct.Rows) && (ct.Rows[row].Heading || !strings.HasSuffix(cells[0].text, clean(ct.Rows[row].Label))); {
			row++
		}
		if row >= len(ct.Rows) {
			k.fault("chart %s: the line %q is of no row", ct.Name, cells[0].text)
			return
		}
		for i, td := range cells[1:] {
			k.readDatum(ct, row, i, td.text)
		}
	}
}

// readDatum reads a cell of the data of a figure: 59% (47–71%).
func (k *truth) readDatum(ct *chartTruth, row, column int, text string) {
	k.t.Helper()
	value, rest, _ := strings.Cut(strings.TrimSpace(text), " (")
	for _, s := range []string{value, strings.TrimSuffix(rest, ")")} {
		if !k.prints(ct, row, s) {
			k.fault("chart %s: %q at %q is not in its data", ct.Name, s, ct.Rows[row].Label)
		}
	}
	if len(ct.Series) == 0 || column >= len(ct.Series) || column >= len(ct.marks[row]) || ct.marks[row][column] == nil || !numeric(value) {
		return
	}
	if err := k.rounds(value, 100**ct.marks[row][column].value); err != nil && ct.Kind != charts.Stacked {
		k.fault("chart %s, %q, %q: %v", ct.Name, ct.Rows[row].Label, ct.Series[column].Label, err)
	}
}

// readPicture reads what a picture prints by the height at which it stands: a
// number beside the label of a row is of that row. The dots of intervals stand
// where their values are on the axis.
func (k *truth) readPicture(ct *chartTruth, svg *node) {
	k.t.Helper()
	type word struct {
		text string
		x, y float64
	}
	number := func(n *node, name string) float64 {
		x, _ := strconv.ParseFloat(n.attr[name], 64)
		return x
	}
	var all []word
	for _, n := range svg.all("text") {
		all = append(all, word{strings.TrimSpace(n.text), number(n, "x"), number(n, "y")})
	}
	heights := make([]float64, len(ct.Rows))
	last := 0.0
	for row := range ct.Rows {
		label := ct.Rows[row].Label
		sum, n := 0.0, 0.0
		for _, w := range all {
			if rest, found := strings.CutPrefix(label, w.text); found && w.y > last && w.text != "" && (rest == "" || rest[0] == ' ' || strings.HasSuffix(w.text, "–") || strings.HasSuffix(w.text, "\u00ad")) {
				label = strings.TrimSpace(rest)
				sum, n = sum+w.y, n+1
			}
		}
		if n == 0 {
			return // a chart whose rows are not told by labels
		}
		heights[row] = sum / n
		last = max(last, heights[row])
	}
	nearest := func(y float64) int {
		best := 0
		for row := range heights {
			if math.Abs(heights[row]-y) < math.Abs(heights[best]-y) {
				best = row
			}
		}
		return best
	}
	foot := last
	from, to := math.NaN(), math.NaN()
	for _, w := range all {
		if w.text == "0%" && w.y > last+8 {
			from = w.x
		}
		if w.text == "100%" && w.y > last+8 {
			to = w.x
		}
	}
	for _, w := range all {
		if row := nearest(w.y); w.y <= foot+8 && w.y >= heights[0]-8 && numeric(w.text) && !ct.Rows[row].Heading && !(len(w.text) > 4 && strings.Contains(ct.Rows[row].Label, w.text)) && !k.prints(ct, row, w.text) {
			k.fault("the picture %s prints %q beside %q", ct.Name, w.text, ct.Rows[row].Label)
		}
	}
	if ct.Kind != charts.Intervals || math.IsNaN(from+to) {
		return
	}
	for _, n := range svg.all("circle") {
		row, x := nearest(number(n, "cy")), (number(n, "cx")-from)/(to-from)
		if !slices.ContainsFunc(ct.rows[row], func(f drawnFigure) bool { return f.value != nil && math.Abs(*f.value-x) < 0.003 }) {
			k.fault("the picture %s has a dot at %.3f beside %q", ct.Name, x, ct.Rows[row].Label)
		}
	}
}
