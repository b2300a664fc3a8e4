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
		at := row
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
			at++
		}
		if m == len(chart.all("ser"))-1 {
			row = at
		}
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

// readPoint compares a value, its margins and its label with the figure of a mark.
func (k *truth) readPoint(ct *chartTruth, row, m int, value, plus, minus, label string) {
	k.t.Helper()
	at := "chart " + ct.Name + ", " + ct.Rows[row].Label
	var f *drawnFigure
	if m < len(ct.marks[row]) && drawn(&ct.Rows[row]) && ct.Rows[row].Marks[m].Words == "" {
		f = ct.marks[row][m]
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

// readBook reads every sheet of a workbook: each number on a sheet of a table is
// a figure of the JSON to the last digit, and each figure is there.
func (k *truth) readBook(all map[string]string, drawn []*chartTruth) {
	k.t.Helper()
	at, chartAt := 0, 0
	var natives []*chartTruth
	for _, ct := range drawn {
		if native(ct.Chart) {
			natives = append(natives, ct)
		}
	}
	said := k.l.OfficeWords()
	for _, s := range k.bookSheets(all) {
		switch id, _, _ := strings.Cut(s.name, " "); {
		case regexp.MustCompile("^" + said.TableLetter + `\d+\.\d+$`).MatchString(id):
			if at >= len(k.shown) {
				k.fault("the sheet %s is of no table", s.name)
				continue
			}
			k.readSheet(k.shown[at], &s)
			at++
		case regexp.MustCompile("^" + said.ChartLetter + `\d+\.\d+$`).MatchString(id):
			if chartAt < len(natives) {
				k.readChartSheet(natives[chartAt], &s)
			}
			chartAt++
		default:
			for row, cells := range s.cells {
				for column, c := range cells {
					if c.number {
						k.fault("the sheet %s has the number %s in row %d, column %d", s.name, c.text, row, column)
					}
				}
			}
		}
	}
	if at != len(k.shown) || chartAt != len(natives) {
		k.fault("%d of %d tables and %d of %d charts have a sheet", at, len(k.shown), chartAt, len(natives))
	}
	k.readOfficeCharts(all, drawn)
}

// readSheet reads the sheet of a table, under its heads.
func (k *truth) readSheet(t *truthTable, s *bookSheet) {
	k.t.Helper()
	said, weighted := k.l.OfficeWords(), k.l.Report().WeightedColumns()
	suffixes := map[string]string{
		"": partValue, said.Low: partLow, said.High: partHigh, k.l.Report().Columns().Base: partBase,
		weighted.Unweighted: partUnweighted, weighted.WeightedBase: partSum, weighted.EffectiveBase: partEffective,
	}
	after := map[string]int{}
	again := regexp.MustCompile(` \(\d+\)$`)
	for column := 2; s.cells[1][column].text != ""; column++ {
		head := s.cells[1][column].text
		name, suffix, _ := strings.Cut(head, " – ")
		g := k.groupUnder(t, name, after[suffix])
		if g < 0 { // names of groups have dashes of their own
			if i := strings.LastIndex(head, " – "); i >= 0 {
				name, suffix = head[:i], head[i+len(" – "):]
			}
			if g = k.groupUnder(t, name, after[suffix]); g < 0 {
				g = k.groupUnder(t, again.ReplaceAllString(name, ""), after[suffix])
			}
		}
		suffix = again.ReplaceAllString(suffix, "")
		if g < 0 {
			k.fault("%s: the head %q is of no group", s.name, head)
			continue
		}
		after[suffix] = g + 1
		for row := range t.Rows {
			cell := s.cells[row+2][column]
			if suffix == said.Letters {
				k.readLetters(t, row, g, cell)
				continue
			}
			k.readCell(t, row, g, suffixes[suffix], cell)
		}
	}
	for row := range s.cells {
		for column, c := range s.cells[row] {
			if c.number && (row < 2 || row > len(t.Rows)+1 || s.cells[1][column].text == "") {
				k.fault("%s: the number %s stands in row %d, column %d", s.name, c.text, row, column)
			}
		}
	}
	for row := range t.Rows {
		if label := s.cells[row+2][1].text; !strings.HasPrefix(label, t.labels[row]) {
			k.fault("%s: row %d is %q, not %q", s.name, row, label, t.labels[row])
		}
	}
}

func (k *truth) readCell(t *truthTable, row, g int, part string, cell bookCell) {
	k.t.Helper()
	want := numberOf(&t.Rows[row].Cells[g], part)
	if part == partLow || part == partHigh { // a census has an interval without width
		want = map[string]*float64{partLow: t.Rows[row].Cells[g].Low, partHigh: t.Rows[row].Cells[g].High}[part]
	}
	text := cell.text
	if !cell.number {
		text = ""
	}
	if !sameNumber(text, want) {
		k.fault("%s, %s, %s: the %s is %q", t.ID, t.labels[row], t.names[g], part, cell.text)
		return
	}
	if want == nil {
		return
	}
	t.seen[seenPart{row, g, part}] = true
	share := isShare(t.Rows[row].Measure) && part != partBase && part != partSum && part != partEffective
	if share != strings.HasSuffix(cell.format, "%") {
		k.fault("%s, %s, %s: the %s has the format %q", t.ID, t.labels[row], t.names[g], part, cell.format)
	}
}

// readLetters compares the letters and the arrow beside a figure.
func (k *truth) readLetters(t *truthTable, row, g int, cell bookCell) {
	k.t.Helper()
	j := &t.Rows[row].Cells[g]
	if want := strings.TrimSpace(j.Letters + " " + arrowOf(j.Sign)); cell.text != want {
		k.fault("%s, %s, %s: the letters %q, not %q", t.ID, t.labels[row], t.names[g], cell.text, want)
	}
}

func arrowOf(sign string) string {
	return map[string]string{"": "", "higher": "↑", "lower": "↓", "higher-strict": "↑↑", "lower-strict": "↓↓"}[sign]
}

// readChartSheet demands that the numbers on the sheet of a chart are figures of
// the row in which they stand, or the widths of its margins.
func (k *truth) readChartSheet(ct *chartTruth, s *bookSheet) {
	k.t.Helper()
	for row, cells := range s.cells {
		for column, c := range cells {
			if !c.number {
				continue
			}
			x, _ := strconv.ParseFloat(c.text, 64)
			holds := row-2 < len(ct.rows) && slices.ContainsFunc(ct.rows[row-2], func(f drawnFigure) bool {
				if f.value == nil {
					return false
				}
				margin := f.low != nil && (math.Abs(*f.value-*f.low-x) < 1e-12 || math.Abs(*f.high-*f.value-x) < 1e-12)
				return stands(ct.Chart, &f, x) || margin
			})
			if !holds {
				k.fault("the sheet %s has %s in row %d, column %d", s.name, c.text, row, column)
			}
		}
	}
}

// readSlideTables reads the tables on slides, which are those of heat charts.
func (k *truth) readSlideTables(all map[string]string, drawn []*chartTruth) {
	k.t.Helper()
	var heats []*chartTruth
	for _, ct := range drawn {
		if ct.Kind == charts.Heat && ct.Empty == "" {
			heats = append(heats, ct)
		}
	}
	row := 0
	for _, name := range numberedParts(all, `^ppt/slides/slide(\d+)\.xml$`) {
		for _, table := range parsePage(k.t, []byte(all[name])).all("tbl") {
			for _, tr := range table.all("tr")[1:] {
				for len(heats) > 0 && row == len(heats[0].Rows) {
					heats, row = heats[1:], 0
				}
				cells := tr.all("tc")
				if len(heats) == 0 || !sameRow(heats[0], row, cells[0].text) {
					k.fault("%s: the line %q is of no row", name, cells[0].text)
					return
				}
				for i, c := range cells[1:] {
					k.readDatum(heats[0], row, i, c.text)
				}
				row++
			}
		}
	}
	if len(heats) > 1 || len(heats) == 1 && row < len(heats[0].Rows) {
		k.fault("%d tables are not on a slide", len(heats))
	}
}
