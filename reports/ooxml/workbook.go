package ooxml

import (
	"fmt"
	"io"
	"strings"
)

// Workbook is a workbook in the making: sheets of texts and numbers with tables,
// charts and pictures. Nothing in it is a formula.
type Workbook struct {
	Properties Properties
	// Font of all texts, 11 points large; it must be on the reader's computer. Empty is
	// Calibri.
	Font string
	// Accents are the six colours of the theme as RRGGBB; without the first Office
	// takes its own theme.
	Accents [6]string

	sheets []*Sheet
	styles []Style
	// texts are the different texts of all cells, numbered by each from 0.
	texts    []string
	numbered map[string]int32
	// cells counts the cells with a text, and tables the named tables.
	cells, tables int
}

const (
	sheetType   = officeType + "spreadsheetml."
	workbookXML = "xl/workbook.xml"
	sheetSpaces = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// Sheet adds a sheet. Excel wants its name to be of 1 to 31 UTF-16 units, none of them
// one of []:*?/\ or an apostrophe at an end, and no other sheet's in any case.
func (b *Workbook) Sheet(name string) *Sheet {
	s := &Sheet{name: name, book: b}
	b.sheets = append(b.sheets, s)
	return s
}

// number returns the number of a text among those of all cells.
func (b *Workbook) number(text string) int32 {
	if n, known := b.numbered[text]; known {
		return n
	}
	if b.numbered == nil {
		b.numbered = map[string]int32{}
	}
	n := int32(len(b.texts)) //nolint:gosec // as many as there are cells in memory
	b.texts, b.numbered[text] = append(b.texts, text), n
	return n
}

// Write writes the workbook. It fails for a sheet that is larger than Excel allows.
func (b *Workbook) Write(w io.Writer) error {
	p := newPackage()
	p.relate("", "officeDocument", workbookXML)
	if b.Properties != (Properties{}) {
		p.addProperties(b.Properties)
	}
	var list, names strings.Builder
	n := counts{}
	for i, s := range b.sheets {
		if s.err != nil {
			return s.err
		}
		name := fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="%s"/>`, spelled(s.name), i+1, p.relate(workbookXML, "worksheet", name))
		s.defineNames(&names, i)
		p.add(name, sheetType+"worksheet+xml", s.xml(p, name, &n, i == 0))
	}
	defined := ""
	if names.Len() > 0 {
		defined = `<definedNames>` + names.String() + `</definedNames>`
	}
	p.relate(workbookXML, "styles", "xl/styles.xml")
	p.relate(workbookXML, "sharedStrings", "xl/sharedStrings.xml")
	if b.Accents[0] != "" {
		p.relate(workbookXML, "theme", "xl/theme/theme1.xml")
		p.addXML("xl/theme/theme1.xml", officeType+"theme+xml", theme(b.Accents, b.Font))
	}
	p.addXML(workbookXML, sheetType+"sheet.main+xml", fmt.Sprintf(
		`<workbook %s><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="14805" windowHeight="8010"/></bookViews><sheets>%s</sheets>%s</workbook>`,
		sheetSpaces, list.String(), defined))
	p.addXML("xl/styles.xml", sheetType+"styles+xml", b.styleSheet())
	p.add("xl/sharedStrings.xml", sheetType+"sharedStrings+xml", b.sharedStrings())
	return p.write(w)
}

// counts are how many parts of a kind the package has so far.
type counts struct{ drawings, charts, pictures int }

// sharedStrings is the part with the texts of all cells, each once.
func (b *Workbook) sharedStrings() []byte {
	out := fmt.Appendf(nil, `%s<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="%d" uniqueCount="%d">`, declaration, b.cells, len(b.texts))
	for _, s := range b.texts {
		if s != strings.TrimSpace(s) {
			out = append(out, `<si><t xml:space="preserve">`...)
		} else {
			out = append(out, `<si><t>`...)
		}
		out = append(append(out, spelled(s)...), `</t></si>`...)
	}
	return append(out, `</sst>`...)
}

// spelled makes text fit for the parts of a workbook, where _x000D_ stands for a
// character: what looks like one is written so that it stays text (ISO/IEC 29500-1,
// 22.9.2.19, ST_Xstring).
func spelled(s string) string {
	if !strings.Contains(s, "_x") {
		return esc(s)
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && len(s) >= i+7 && s[i+1] == 'x' && s[i+6] == '_' && hexadecimal(s[i+2:i+6]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return esc(b.String())
}

func hexadecimal(s string) bool { return strings.Trim(s, "0123456789abcdefABCDEF") == "" }

// defineNames writes the names by which Excel knows what is printed of the sheet with a
// number, from 0.
func (s *Sheet) defineNames(b *strings.Builder, number int) {
	if s.printed != (corner{}) {
		fmt.Fprintf(b, `<definedName name="_xlnm.Print_Area" localSheetId="%d">%s!$A$1:$%s$%d</definedName>`,
			number, spelled(s.reference()), column(s.printed.column-1), s.printed.row)
	}
	if s.Frozen {
		fmt.Fprintf(b, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s!$1:$1</definedName>`, number, spelled(s.reference()))
	}
}

// reference is the name of the sheet as references write it.
func (s *Sheet) reference() string { return "'" + strings.ReplaceAll(s.name, "'", "''") + "'" }
