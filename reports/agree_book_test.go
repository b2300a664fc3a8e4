package reports

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"benchmark/charts"
)

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
			if suffix == said.Remark {
				continue
			}
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
