package reports

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"benchmark/analysis"
	"benchmark/charts"
	"benchmark/survey/locale"
)

func officeRenderers() map[string]Renderer {
	theme := charts.Default()
	return map[string]Renderer{"pptx": PPTX(theme), "docx": DOCX(theme), "xlsx": XLSX(theme)}
}

// parts returns every part of an Office file, and of the workbooks inside it.
func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if path.Ext(f.Name) == ".xlsx" {
			for name, text := range parts(t, content) {
				all[f.Name+"/"+name] = text
			}
			continue
		}
		all[f.Name] = string(content)
	}
	return all
}

func TestOfficeHidesFigures(t *testing.T) {
	for kind, f := range officeRenderers() {
		r, l := build(t, "nl")
		for name, text := range parts(t, render(t, f, r, l)) {
			if strings.HasSuffix(name, ".png") {
				continue
			}
			for _, leak := range []string{"98765", "98,8", "98.8", ">7654<", "7.654", ">8765<", "8.765"} {
				if strings.Contains(text, leak) {
					t.Errorf("%s: %s shows the hidden figure %s", kind, name, leak)
				}
			}
		}
	}
}

func TestOfficeSameBytes(t *testing.T) {
	for kind, f := range officeRenderers() {
		for _, language := range []string{"nl", "en"} {
			r, l := build(t, language)
			first := render(t, f, r, l)
			again, _ := build(t, language)
			if !bytes.Equal(first, render(t, f, again, l)) {
				t.Errorf("%s in %s: two runs differ", kind, language)
			}
		}
	}
}

// open opens a workbook.
func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The value, interval and base of every figure stand in the workbook as JSON has
// them, and nothing but words where a figure is hidden.
func TestWorkbookHasTheFiguresOfJSON(t *testing.T) {
	r, l := build(t, "nl")
	data := render(t, XLSX(charts.Default()), r, l)
	f, all := open(t, data), parts(t, data)
	v, words := newView(r, l), l.OfficeWords()
	var sheets, raw []string
	for i, s := range f.GetSheetList() {
		if strings.HasPrefix(s, words.TableLetter) && s[1] >= '1' && s[1] <= '9' {
			sheets, raw = append(sheets, s), append(raw, all[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)])
		}
	}
	numbers, at := 0, 0
	for i := range r.Sections {
		for _, table := range r.Sections[i].Tables {
			rows, err := f.GetRows(sheets[at])
			sheet := raw[at]
			if err != nil {
				t.Fatal(err)
			}
			at++
			for row := range table.Rows {
				for g := range table.Groups {
					j := cellJSON(r.Study.Survey, &table.Cells[row][g], table.Rows[row].Measure)
					head := v.groupLabel(table, g)
					for suffix, want := range map[string]*float64{
						"": j.Value, " – " + words.Low: j.Low, " – " + words.High: j.High, " – " + l.Report().Columns().Base: whole(j.Base),
					} {
						got := numberUnder(sheet, rows[0], head+suffix, row+2)
						if want != nil {
							numbers++
						}
						if x, err := strconv.ParseFloat(got, 64); (err == nil) != (want != nil) || want != nil && x != *want {
							t.Errorf("%s, row %d, %s: the workbook has %q, JSON %v", sheets[at-1], row, head+suffix, got, want)
						}
					}
				}
			}
		}
	}
	if at != len(sheets) || numbers < 100 {
		t.Errorf("%d of %d sheets and %d numbers were compared", at, len(sheets), numbers)
	}
}

// numberUnder returns the number in a row under a head as the file has it, which
// excelize reads with fewer digits; empty when there is none.
func numberUnder(sheet string, heads []string, head string, row int) string {
	at, _ := excelize.CoordinatesToCellName(slices.Index(heads, head)+1, row) // fails for numbers below 1 alone
	number := regexp.MustCompile(`<c r="` + at + `"(?: s="\d+")?><v>([^<]*)</v>`)
	if found := number.FindStringSubmatch(sheet); found != nil {
		return found[1]
	}
	return ""
}

// What a chart of Office prints is what the picture prints, or nothing where a
// segment is too small.
func TestOfficeChartsPrintTheLabels(t *testing.T) {
	r, l := build(t, "nl")
	o, compared := newOffice(r, l, charts.Default()), 0
	for i := range r.Sections {
		for k := range r.Sections[i].Charts {
			c := &r.Sections[i].Charts[k]
			if !native(c) {
				continue
			}
			if c.Kind == charts.Distribution {
				continue // its figures are in its names
			}
			p, places := o.plot(c, c.Rows), seriesOf(c)
			for row := range c.Rows {
				for m := range c.Rows[row].Marks {
					mark, at := &c.Rows[row].Marks[m], max(0, slices.Index(places, m))
					if len(c.Series) > 0 && !slices.Contains(places, m) {
						continue
					}
					got := p.Series[at].Labels[row]
					if !drawn(&c.Rows[row]) {
						if got != "" || p.Series[at].Values[row] == p.Series[at].Values[row] {
							t.Errorf("%s: the hidden row %q has a figure", c.Name, c.Rows[row].Label)
						}
						continue
					}
					if got != mark.Label && (got != "" || mark.Value >= leastLabelled) {
						t.Errorf("%s: %q prints %q and not %q", c.Name, c.Rows[row].Label, got, mark.Label)
					}
					compared++
				}
			}
		}
	}
	if compared == 0 {
		t.Error("no label was compared")
	}
}

// hostile is a text that tries to be markup, a formula and a line of its own.
const hostile = "=cmd|' /C calc'!A0 <a:t>&\u202e\x0b\x1b[31m]]>"

func TestOfficeTextsAreHarmless(t *testing.T) {
	study, reading := handMade()
	study.Survey.Title = hostile + strings.Repeat(" heel lang", 300)
	for i := range study.Tables {
		table := &study.Tables[i]
		table.Title, table.Text = hostile, hostile
		for r := range table.Rows {
			table.Rows[r].Label = hostile + strings.Repeat("lang", r*20)
		}
		for g := range table.Groups {
			table.Groups[g].Label = hostile
		}
	}
	for _, q := range study.Survey.Questions {
		for k := range q.Options {
			q.Options[k].Label = "+" + hostile
		}
	}
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	report := Build(study, reading, l)
	for kind, f := range officeRenderers() {
		for name, text := range parts(t, render(t, f, report, l)) {
			if ext := path.Ext(name); ext != ".xml" && ext != ".rels" {
				continue
			}
			readable(t, kind+" "+name, text)
			if strings.ContainsAny(text, "\u202e\x0b\x1b") {
				t.Errorf("%s: %s has a character that is not seen", kind, name)
			}
			if strings.Contains(name, "worksheets/") && strings.Contains(text, "<f>") {
				t.Errorf("%s: %s has a formula", kind, name)
			}
		}
	}
}

func readable(t *testing.T, name, text string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

func TestSheetNames(t *testing.T) {
	b := &book{taken: map[string]bool{}}
	seen := map[string]bool{}
	for _, wanted := range []string{"T1 WhatsApp", "t1 whatsapp", "a/b:c*d?e[f]\\g", "'quoted'", strings.Repeat("lang ", 20), strings.Repeat("lang ", 20), strings.Repeat("🙂", 40)} {
		name := b.name(wanted)
		if n := len([]rune(name)); n == 0 || n > longestSheet || strings.ContainsAny(name, `[]:*?/\`) || strings.HasPrefix(name, "'") || seen[strings.ToLower(name)] {
			t.Errorf("%q becomes the sheet %q", wanted, name)
		}
		seen[strings.ToLower(name)] = true
	}
}

// Every chart and picture has a text alternative, every slide a title, and all
// say their language.
func TestOfficeCanBeHeard(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		r, l := build(t, language)
		for kind, f := range officeRenderers() {
			all := parts(t, render(t, f, r, l))
			if !strings.Contains(all["docProps/core.xml"], map[string]string{"nl": "nl-NL", "en": "en-GB"}[language]) {
				t.Errorf("%s: the language is not told", kind)
			}
			for name, text := range all {
				for _, frame := range []string{`<p:pic>`, `<p:graphicFrame>`, `<wp:inline `, `<xdr:graphicFrame`, `<xdr:pic>`} {
					for _, drawn := range strings.Split(text, frame)[1:] {
						if _, alt, found := strings.Cut(drawn, ` descr="`); !found || alt[0] == '"' {
							t.Errorf("%s: a %s in %s has no text alternative", kind, frame, name)
						}
					}
				}
				if strings.HasPrefix(name, "ppt/slides/slide") && !strings.Contains(text, `type="title"`) && !strings.Contains(text, `type="ctrTitle"`) {
					t.Errorf("%s has no title", name)
				}
			}
		}
	}
}

// hiddenStudy is a study of which nothing may be shown.
func hiddenStudy() (*analysis.Study, Reading) {
	study, reading := handMade()
	for i := range study.Tables {
		for r := range study.Tables[i].Cells {
			for g := range study.Tables[i].Cells[r] {
				study.Tables[i].Cells[r][g] = hidden(analysis.HiddenSmall)
			}
		}
	}
	return study, reading
}

// A study of which nothing may be shown still makes files, without a figure.
func TestOfficeOfHiddenStudy(t *testing.T) {
	study, reading := hiddenStudy()
	l, err := locale.For("nl")
	if err != nil {
		t.Fatal(err)
	}
	report := Build(study, reading, l)
	for kind, f := range officeRenderers() {
		for name, text := range parts(t, render(t, f, report, l)) {
			if utf8.ValidString(text) && strings.Contains(text, "98765") {
				t.Errorf("%s: %s shows a hidden figure", kind, name)
			}
		}
	}
}
