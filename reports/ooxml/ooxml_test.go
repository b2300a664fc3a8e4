package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"path"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// nasty is a text that would break a file which does not escape it.
const nasty = `A & B <b>"x"</b> =cmd|' /C calc'!A0` + "\x0b\u202e"

func plots() []*Plot {
	return []*Plot{
		{Form: StackedBars, Language: "nl-NL", Alt: nasty, Format: "0%", Categories: []string{"WhatsApp", nasty}, Series: []Series{
			{Name: "Gebruikt het nu", Colour: "12436D", Values: []float64{0.48, 0.11}}, {Name: nasty, Colour: "DADDE1", Values: []float64{0.52, 0.89}},
		}},
		{Form: Bars, Language: "en-GB", Alt: "alt", Format: "0%", Maximum: 1, Categories: []string{"a", "b", "c"}, Series: []Series{
			{Name: "share", Colour: "94C1EA", Values: []float64{0.5, math.NaN(), 1}, Minus: []float64{0.1, math.NaN(), 0.3}, Plus: []float64{0.2, math.NaN(), 0}},
			{Name: "second", Colour: "12436D", Values: []float64{0.1, 0.2, 0.3}},
		}},
		{Form: Lines, Language: "nl-NL", Alt: "alt", Format: "0%", Categories: []string{"2016", "2018"}, Series: []Series{
			{Name: "WhatsApp", Colour: "12436D", Values: []float64{0.2, 0.48}, Minus: []float64{0.1, 0.1}, Plus: []float64{0.1, 0.1}, Dashed: true},
		}},
		{Form: Boxes, Language: "nl-NL", Alt: "alt", Format: "General", Maximum: 12, Categories: []string{"a", "b"}, Series: []Series{
			{Name: "upper", Colour: "12436D", Values: []float64{3, 2.5}}, {Name: "middle", Colour: "94C1EA", Values: []float64{2, 2.5}},
			{Name: "lower", Colour: "94C1EA", Clear: true, Values: []float64{1, 2}, Minus: []float64{0.5, math.NaN()}, Plus: []float64{math.NaN(), math.NaN()}},
		}},
	}
}

func picture() *Picture { return &Picture{PNG: []byte("\x89PNG"), Alt: nasty, Width: 960, Height: 540} }

func grid() *Table {
	return &Table{Alt: nasty, Header: []string{"", "a", nasty}, Rows: [][]string{{nasty, "1", "2"}, {"rij", "3", "4"}}}
}

func slides() *Presentation {
	d := &Presentation{
		Properties: Properties{Title: nasty, Language: "nl-NL", Creator: "benchmark"}, Font: "Arial", Number: "Dianummer",
		Accents: [6]string{"12436D", "2073BC", "DB7A00", "6B4A2B", "767C82", "94C1EA"},
		Slides: []Slide{
			{Cover: true, Title: nasty, Subtitle: nasty}, {Title: "t", Table: grid(), Source: nasty},
			{Title: "t", Lines: []string{nasty, "b"}, Notes: []string{nasty}}, {Title: "t", Picture: picture()},
		},
	}
	for _, p := range plots() {
		d.Slides = append(d.Slides, Slide{Title: "t", Subtitle: "s", Source: "b", Plot: p, Notes: []string{"n = 117"}})
	}
	return d
}

func text() *Document {
	d := &Document{
		Properties: Properties{Title: nasty, Language: "nl-NL"}, Font: "Arial", Accent: "12436D", Page: "Pagina",
		Blocks: []Block{
			{Heading: nasty, Level: 1}, {Heading: "In het kort", Level: 2}, {List: []string{nasty, "b"}}, {Text: nasty},
			{Text: "noot", Quiet: true}, {Caption: "Tabel 1", Table: grid()}, {Caption: "Foto", Picture: picture()},
		},
	}
	for _, p := range plots() {
		d.Blocks = append(d.Blocks, Block{Plot: p, Caption: "Grafiek"})
	}
	d.Blocks = append(d.Blocks, Block{Plot: plots()[0], Picture: picture(), Caption: "Grafiek"})
	return d
}

type written interface{ Write(io.Writer) error }

func files() map[string]written {
	return map[string]written{"pptx": slides(), "docx": text(), "xlsx": book()}
}

func entries(t *testing.T, data []byte) (parts map[string][]byte, names []string) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string][]byte{}
	for _, f := range r.File {
		if day := f.Modified.UTC().Format("2006-01-02"); day != "1980-01-01" {
			t.Errorf("%s is of %s", f.Name, day)
		}
		if f.Method == zip.Store && (f.Flags&8 != 0 || f.CRC32 == 0) {
			t.Errorf("%s can't be read from front to back: it is stored, and its size comes behind it", f.Name)
		}
		content, err := content(f)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := parts[f.Name]; twice {
			t.Errorf("%s is there twice", f.Name)
		}
		parts[f.Name], names = content, append(names, f.Name)
	}
	return parts, names
}

func content(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	return data, errors.Join(err, r.Close())
}

// contentTypes is the part that says what the others are.
const contentTypes = "[Content_Types].xml"

// A package is whole: every part is well-formed and has a content type, every
// relationship leads to a part, every part is reached, and every id that a part
// uses is one of its relationships.
func TestPackagesAreWhole(t *testing.T) {
	for kind, file := range files() {
		var b bytes.Buffer
		if err := file.Write(&b); err != nil {
			t.Fatal(err)
		}
		parts, names := entries(t, b.Bytes())
		if names[0] != contentTypes {
			t.Errorf("%s: the first entry is %s", kind, names[0])
		}
		reached := map[string]bool{contentTypes: true}
		for _, name := range names {
			if ext := path.Ext(name); ext == ".xml" || ext == ".rels" {
				wellFormed(t, name, parts[name])
			}
			folder, file := path.Split(name)
			of, isRels := strings.CutSuffix(file, ".rels")
			if !isRels {
				if !strings.Contains(string(parts[contentTypes]), `"/`+name+`"`) && !strings.Contains(string(parts[contentTypes]), `Extension="`+strings.TrimPrefix(path.Ext(name), ".")+`"`) {
					t.Errorf("%s: %s has no content type", kind, name)
				}
				continue
			}
			reached[name] = true
			from := path.Dir(path.Clean(folder))
			var rels struct {
				R []struct {
					ID     string `xml:"Id,attr"`
					Target string `xml:",attr"`
				} `xml:"Relationship"`
			}
			if err := xml.Unmarshal(parts[name], &rels); err != nil {
				t.Fatal(err)
			}
			for _, r := range rels.R {
				target := path.Join(from, r.Target)
				if parts[target] == nil {
					t.Errorf("%s: %s leads to %s, which is not there", kind, name, target)
				}
				reached[target] = true
			}
			for _, used := range strings.Split(string(parts[path.Join(from, of)]), `r:id="`)[1:] {
				id, _, _ := strings.Cut(used, `"`)
				if !strings.Contains(string(parts[name]), `Id="`+id+`"`) {
					t.Errorf("%s: %s uses %s, which is no relationship of it", kind, of, id)
				}
			}
		}
		for _, name := range names {
			if !reached[name] {
				t.Errorf("%s: nothing leads to %s", kind, name)
			}
		}
	}
}

func wellFormed(t *testing.T, name string, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
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

// A picture stands for a chart where a program does not know what the chart requires,
// which is a space of names that the document has.
func TestPictureStandsForChart(t *testing.T) {
	var b bytes.Buffer
	if err := text().Write(&b); err != nil {
		t.Fatal(err)
	}
	parts, _ := entries(t, b.Bytes())
	document := string(parts[documentXML])
	_, either, found := strings.Cut(document, `<mc:AlternateContent><mc:Choice Requires="`)
	required, rest, _ := strings.Cut(either, `"`)
	choice, other, _ := strings.Cut(rest, `<mc:Fallback>`)
	if !found || !strings.Contains(document, ` xmlns:`+required+`="`) {
		t.Fatalf("the chart requires %q, which the document does not declare", required)
	}
	if !strings.Contains(choice, "<c:chart ") || strings.Contains(choice, "<pic:pic>") || !strings.HasPrefix(other, "<w:drawing>") || !strings.Contains(other, "<pic:pic>") {
		t.Errorf("not a chart and a picture for it:\n%s\n%s", choice, other)
	}
	if n := strings.Count(document, "<mc:AlternateContent>"); n != 1 {
		t.Errorf("%d charts have a picture", n)
	}
}

func TestSameBytes(t *testing.T) {
	for kind := range files() {
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			if err := files()[kind].Write(b); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two runs differ", kind)
		}
	}
}

// The figures that Office shows and those that its reader edits are the same.
func TestChartAndWorkbookAgree(t *testing.T) {
	for _, p := range plots() {
		data, err := p.workbook()
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		cell := func(ref string, k int) string {
			first, _, _ := strings.Cut(strings.ReplaceAll(strings.TrimPrefix(ref, sheetName+"!"), "$", ""), ":")
			col, row, err := excelize.CellNameToCoordinates(first)
			if err != nil {
				t.Fatal(err)
			}
			name, err := excelize.CoordinatesToCellName(col, row+k)
			if err != nil {
				t.Fatal(err)
			}
			v, err := f.GetCellValue(sheetName, name, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		type cache struct {
			Ref    string `xml:"f"`
			Points []struct {
				Index int    `xml:"idx,attr"`
				Value string `xml:"v"`
			} `xml:"numCache>pt"`
			Texts []struct {
				Index int    `xml:"idx,attr"`
				Value string `xml:"v"`
			} `xml:"strCache>pt"`
		}
		var caches []cache
		d := xml.NewDecoder(strings.NewReader(p.xml("rId1", sheetName, 800, 400)))
		for {
			token, err := d.Token()
			if err != nil {
				break
			}
			if s, ok := token.(xml.StartElement); ok && (s.Name.Local == "numRef" || s.Name.Local == "strRef") {
				var c cache
				if err := d.DecodeElement(&c, &s); err != nil {
					t.Fatal(err)
				}
				caches = append(caches, c)
			}
		}
		points := 0
		for _, c := range caches {
			for _, pt := range append(c.Points, c.Texts...) {
				points++
				// XML has no vertical tab, and neither has a workbook.
				if got := cell(c.Ref, pt.Index); strings.ReplaceAll(got, "\x0b", "\ufffd") != pt.Value {
					t.Errorf("%s, point %d: the workbook has %q, the chart %q", c.Ref, pt.Index, got, pt.Value)
				}
			}
		}
		if points == 0 {
			t.Error("no figure found")
		}
	}
}

func TestInkOn(t *testing.T) {
	for colour, want := range map[string]string{"FFFFFF": "000000", "12436D": "FFFFFF", "DADDE1": "000000", "no": "000000"} {
		if got := inkOn(colour); got != want {
			t.Errorf("ink on %s is %s", colour, got)
		}
	}
}

func TestRelative(t *testing.T) {
	for _, tt := range [][3]string{
		{"ppt/slides", "ppt/charts/chart1.xml", "../charts/chart1.xml"}, {"ppt", "ppt/theme/theme1.xml", "theme/theme1.xml"},
		{"word", "word/styles.xml", "styles.xml"}, {"ppt/charts", "ppt/embeddings/a.xlsx", "../embeddings/a.xlsx"},
	} {
		if got := relative(tt[0], tt[1]); got != tt[2] {
			t.Errorf("%s from %s is %s, want %s", tt[1], tt[0], got, tt[2])
		}
	}
}
