package reports

import (
	"cmp"
	"math"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"benchmark/charts"
)

// numbered returns the parts of an Office file whose names match, in the order of
// the numbers in them.
func numberedParts(all map[string]string, pattern string) []string {
	form := regexp.MustCompile(pattern)
	var names []string
	for name := range all {
		if form.MatchString(name) {
			names = append(names, name)
		}
	}
	number := func(s string) int {
		n, _ := strconv.Atoi(form.FindStringSubmatch(s)[1])
		return n
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(number(a), number(b)) })
	return names
}

// first returns the text of the first element with the tag, or nothing.
func (n *node) first(tag string) string {
	if all := n.all(tag); len(all) > 0 {
		return all[0].text
	}
	return ""
}

// points reads the cache of a chart: texts by their places.
func (n *node) points(tag string) map[int]string {
	found := map[int]string{}
	if all := n.all(tag); len(all) > 0 {
		for _, pt := range all[0].all("pt") {
			i, _ := strconv.Atoi(pt.attr["idx"])
			found[i] = pt.first("v")
		}
	}
	return found
}

// readOfficeCharts reads the charts of an Office file: the figures that they
// show without their workbook, the workbook behind them, and their labels.
func (k *truth) readOfficeCharts(all map[string]string, drawn []*chartTruth) {
	k.t.Helper()
	names := numberedParts(all, `/charts/chart(\d+)\.xml$`)
	for _, ct := range drawn {
		if !native(ct.Chart) {
			continue
		}
		row := 0
		for row < len(ct.Rows) {
			if len(names) == 0 {
				k.fault("chart %s is not there", ct.Name)
				return
			}
			next := k.readOfficeChart(ct, parsePage(k.t, []byte(all[names[0]])), row)
			if next == row {
				k.fault("%s is not of chart %s", names[0], ct.Name)
				return
			}
			k.readWorkbook(all, names[0])
			row, names = next, names[1:]
		}
	}
	if len(names) > 0 {
		k.fault("%d charts too many", len(names))
	}
}

// readOfficeChart reads one chart of Office, of rows from the given one on, and
// returns the first row that is not in it.
func (k *truth) readOfficeChart(ct *chartTruth, chart *node, row int) int {
	k.t.Helper()
	for m, ser := range chart.all("ser") {
		values, plus, minus := ser.points("val"), map[int]string{}, map[int]string{}
		for _, bars := range ser.all("errBars") {
			plus, minus = bars.points("plus"), bars.points("minus")
		}
		labels := map[int]string{}
		for _, label := range ser.all("dLbl") {
			i, _ := strconv.Atoi(label.all("idx")[0].attr["val"])
			labels[i] = label.first("t")
		}
		at := pastHidden(ct, row)
		categories := ser.points("cat")
		for i := range len(categories) {
			if at < len(ct.Rows) && !sameRow(ct, at, categories[i]) && headingBefore(ct, at, categories[i]) {
				continue // the heading of a chart that goes on
			}
			if at >= len(ct.Rows) || !sameRow(ct, at, categories[i]) {
				k.fault("chart %s: the category %q is not the row %d", ct.Name, categories[i], at)
				return row
			}
			k.readPoint(ct, at, m, values[i], plus[i], minus[i], labels[i])
			at = pastHidden(ct, at+1)
		}
		if m == len(chart.all("ser"))-1 {
			row = at
		}
	}
	return row
}

// pastHidden is the first row from one on that is not under a heading with nothing but
// hidden groups, which a chart leaves out.
func pastHidden(ct *chartTruth, row int) int {
	for row < len(ct.Rows) && ct.Rows[row].Heading {
		end := row + 1
		for end < len(ct.Rows) && !ct.Rows[end].Heading && !drawn(&ct.Rows[end]) {
			end++
		}
		if end == row+1 || end < len(ct.Rows) && !ct.Rows[end].Heading {
			break
		}
		row = end
	}
	return row
}

func sameRow(ct *chartTruth, row int, category string) bool {
	label := clean(ct.Rows[row].Label)
	return strings.HasPrefix(category, label) || category == strings.ToUpper(label)
}

func headingBefore(ct *chartTruth, row int, category string) bool {
	for i := range row {
		if ct.Rows[i].Heading && sameRow(ct, i, category) {
			return true
		}
	}
	return false
}

// boxFigure is the figure of a row at which a bar of its box ends.
func boxFigure(ct *chartTruth, row, bar int) *drawnFigure {
	m := &ct.Rows[row].Marks[0]
	at := [...]float64{m.Spread.Q3, m.Value, m.Spread.Q1}[bar]
	for i := range ct.rows[row] {
		if f := &ct.rows[row][i]; f.value != nil && *f.value == at {
			return f
		}
	}
	return nil
}

// readPoint compares a value, its margins and its label with the figure of a mark.
func (k *truth) readPoint(ct *chartTruth, row, m int, value, plus, minus, label string) {
	k.t.Helper()
	at := "chart " + ct.Name + ", " + ct.Rows[row].Label
	var f *drawnFigure
	mark := m
	if ct.Kind == charts.Distribution {
		mark = 0 // the quartiles of a row are of one mark
	}
	if mark < len(ct.marks[row]) && drawn(&ct.Rows[row]) && ct.Rows[row].Marks[mark].Words == "" {
		f = ct.marks[row][mark]
	}
	if ct.Kind == charts.Distribution && f != nil {
		f = boxFigure(ct, row, m)
	}
	if f == nil {
		if value+plus+minus != "" {
			k.fault("%s: the value %q, and there is none", at, value)
		}
		return
	}
	x, err := strconv.ParseFloat(value, 64)
	if err != nil || !stands(ct.Chart, f, x) {
		k.fault("%s: the value %q, not %v", at, value, *f.value)
	}
	for _, margin := range []struct {
		text string
		want *float64
		sign float64
	}{{plus, f.high, 1}, {minus, f.low, -1}} {
		if margin.text == "" {
			continue
		}
		if d, err := strconv.ParseFloat(margin.text, 64); err != nil || margin.want == nil || math.Abs(x+margin.sign*d-*margin.want) > 1e-12 {
			k.fault("%s: the margin %q of %q", at, margin.text, value)
		}
	}
	if label != "" && !k.prints(ct, row, label) {
		k.fault("%s: the label %q of %q", at, label, value)
	}
}

// readWorkbook demands that the workbook behind a chart, or its sheet, has the
// numbers that the chart shows.
func (k *truth) readWorkbook(all map[string]string, chart string) {
	k.t.Helper()
	target := regexp.MustCompile(`Target="\.\./embeddings/([^"]+)"`).FindStringSubmatch(all[path.Dir(chart)+"/_rels/"+path.Base(chart)+".rels"])
	if target == nil {
		return // in a workbook the sheet is read by itself
	}
	sheet := all[path.Dir(path.Dir(chart))+"/embeddings/"+target[1]+"/xl/worksheets/sheet1.xml"]
	var in, shown []string
	for _, c := range parsePage(k.t, []byte(sheet)).all("c") {
		if c.attr["t"] != "s" {
			in = append(in, exactly(c.first("v")))
		}
	}
	for _, cache := range parsePage(k.t, []byte(all[chart])).all("numCache") {
		for _, pt := range cache.all("pt") {
			shown = append(shown, exactly(pt.first("v")))
		}
	}
	slices.Sort(in)
	slices.Sort(shown)
	if !slices.Equal(in, shown) {
		k.fault("the workbook behind %s has other numbers than the chart", chart)
	}
}

// exactly writes a number in one way.
func exactly(s string) string {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// A bookSheet is a sheet of a workbook: its texts and numbers by column and row.
type bookSheet struct {
	name string
	// cells[row][column], from 1.
	cells map[int]map[int]bookCell
}

type bookCell struct {
	text   string
	number bool
	format string
}

// bookSheets reads the sheets of a workbook.
func (k *truth) bookSheets(all map[string]string) []bookSheet {
	k.t.Helper()
	var shared []string
	for _, si := range parsePage(k.t, []byte(all["xl/sharedStrings.xml"])).all("si") {
		shared = append(shared, si.text)
	}
	styles := parsePage(k.t, []byte(all["xl/styles.xml"]))
	formats, looks := map[string]string{"0": "General", "9": "0%", "3": "#,##0"}, []string{}
	for _, f := range styles.all("numFmt") {
		formats[f.attr["numFmtId"]] = f.attr["formatCode"]
	}
	for _, xf := range styles.all("cellXfs")[0].all("xf") {
		looks = append(looks, formats[xf.attr["numFmtId"]])
	}
	var sheets []bookSheet
	for i, s := range parsePage(k.t, []byte(all["xl/workbook.xml"])).all("sheet") {
		b := bookSheet{name: s.attr["name"], cells: map[int]map[int]bookCell{}}
		root := parsePage(k.t, []byte(all["xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"]))
		if len(root.all("f")) > 0 {
			k.fault("the sheet %s has a formula", b.name)
		}
		for _, c := range root.all("c") {
			column, row := place(c.attr["r"])
			v := c.first("v")
			cell := bookCell{text: v, number: c.attr["t"] != "s" && v != ""}
			if !cell.number && v != "" {
				n, _ := strconv.Atoi(v)
				cell.text = shared[n]
			}
			if n, err := strconv.Atoi(c.attr["s"]); err == nil {
				cell.format = looks[n]
			}
			if b.cells[row] == nil {
				b.cells[row] = map[int]bookCell{}
			}
			b.cells[row][column] = cell
		}
		sheets = append(sheets, b)
	}
	return sheets
}

// place turns B12 into 2 and 12.
func place(ref string) (column, row int) {
	letters := strings.TrimRight(ref, "0123456789")
	for _, c := range letters {
		column = 26*column + int(c-'A') + 1
	}
	row, _ = strconv.Atoi(ref[len(letters):])
	return column, row
}
