package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// workbook is what is known of a workbook besides the cells.
type workbook struct {
	sheets   []sheetPart
	formats  []dateFormat // by cell style
	date1904 bool
}

// sheetPart is a worksheet and where its data are.
type sheetPart struct {
	name   string
	hidden bool
	part   string
}

// readWorkbook reads every worksheet of a workbook into a grid, in the order
// of the tabs. All of them are read, so that damage anywhere is found.
func readWorkbook(data []byte, opt *Options) ([]*grid, bool, *Error) {
	p, e := openParts(data)
	if e != nil {
		return nil, false, e
	}
	if e := opt.fits(p.unpacked(), needOfWorkbook); e != nil {
		return nil, false, e
	}
	p.watch(opt)
	links, e := p.relations(workbookPart)
	if e != nil {
		return nil, false, e
	}
	wb, e := p.describe(links)
	if e != nil {
		return nil, false, e
	}
	shared, e := p.sharedStrings(links)
	if e != nil {
		return nil, false, e
	}
	st := newStyles(wb.formats, wb.date1904)
	var grids []*grid
	for _, s := range wb.sheets {
		g, e := p.sheet(s, shared, st)
		if e != nil {
			e.Place.Sheet = s.name
			return nil, false, e
		}
		grids = append(grids, g)
	}
	return grids, wb.date1904, nil
}

// sheet reads one worksheet, and the name of its table.
func (p *parts) sheet(s sheetPart, shared []string, st *styles) (*grid, *Error) {
	g := newGrid(s.name)
	g.hidden = s.hidden
	var tables []string
	e := p.stream(s.part, func(r io.Reader) (e *Error) {
		tables, e = readSheet(r, g, shared, st)
		return e
	})
	if e != nil || len(tables) == 0 && p.files[partName(linksOf(s.part))] == nil {
		return g, e
	}
	links, e := p.relations(s.part)
	if e != nil {
		return nil, e
	}
	for _, l := range links {
		g.pivot = g.pivot || l.is("pivotTable")
		if !l.is("table") || len(tables) == 0 || l.ID != tables[0] {
			continue
		}
		var table struct {
			Name string `xml:"name,attr"`
		}
		if e := p.decode(l.Target, &table); e != nil {
			return nil, e
		}
		g.table = table.Name
	}
	return g, nil
}

// sharedStrings reads the texts that the cells refer to; a workbook with
// numbers alone has none.
func (p *parts) sharedStrings(links []relation) (list []string, e *Error) {
	for _, l := range links {
		if !l.is("sharedStrings") {
			continue
		}
		e = p.stream(l.Target, func(r io.Reader) *Error {
			var err error
			if list, err = readShared(r); err != nil {
				return malformed(l.Target, err)
			}
			return nil
		})
		return list, e
	}
	return nil, nil
}

// describe asks excelize for the worksheets, the calendar and the number
// formats. It is given the parts that it needs for that and no others, each
// checked beforehand, since it overlooks damage.
func (p *parts) describe(links []relation) (*workbook, *Error) {
	slim, e := p.slim(links)
	if e != nil {
		return nil, e
	}
	f, err := openSlim(slim)
	if err != nil {
		return nil, fault("the structure of the workbook cannot be read", damagedAdvice).cause(err)
	}
	wb := &workbook{formats: cellFormats(f)}
	if f.WorkBook == nil {
		return nil, fault("the workbook has no sheets", damagedAdvice)
	}
	if pr := f.WorkBook.WorkbookPr; pr != nil {
		wb.date1904 = pr.Date1904
	}
	targets := make(map[string]relation, len(links))
	for _, l := range links {
		targets[l.ID] = l
	}
	for _, s := range f.WorkBook.Sheets.Sheet {
		l, ok := targets[s.ID]
		if !ok {
			return nil, fault(fmt.Sprintf("sheet %q of the workbook has no data", s.Name), damagedAdvice)
		}
		if l.is("worksheet") {
			wb.sheets = append(wb.sheets, sheetPart{s.Name, s.State == "hidden" || s.State == "veryHidden", l.Target})
		}
	}
	if len(wb.sheets) == 0 {
		return nil, fault("the workbook has no worksheet, only charts or macros", wantWorkbook)
	}
	return wb, nil
}

// The part that tells where the workbook is, which slim writes anew.
const (
	rootLinks    = "_rels/.rels"
	rootLinksXML = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="` + excelize.SourceRelationshipOfficeDocument + `" Target="` + workbookPart + `"/></Relationships>`
)

// slim packs the parts that say how the workbook is made up, without cells.
func (p *parts) slim(links []relation) ([]byte, *Error) {
	names := []string{"[Content_Types].xml", "xl/_rels/workbook.xml.rels", workbookPart}
	for _, l := range links {
		if l.is("styles") {
			if partName(l.Target) != stylesPart {
				return nil, fault("the cell styles are in an unusual place: "+l.Target, saveAsWorkbook)
			}
			names = append(names, stylesPart)
		}
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range append(names, rootLinks) {
		data, e := []byte(rootLinksXML), (*Error)(nil)
		if name != rootLinks {
			data, e = p.read(name)
		}
		if e == nil {
			e = wellFormed(name, data)
		}
		if e != nil {
			return nil, e
		}
		out, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = out.Write(data)
		}
		if err != nil {
			return nil, malformed(name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, malformed(workbookPart, err)
	}
	return b.Bytes(), nil
}

// openSlim opens the slim workbook in memory. A panic of the library on a part
// that is odd, though well-formed, becomes an error.
func openSlim(slim []byte) (f *excelize.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("%v", r)
		}
	}()
	const limit = 4 * maxPlainPart
	return excelize.OpenReader(bytes.NewReader(slim), excelize.Options{UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit})
}

// cellFormats returns what each cell style shows.
func cellFormats(f *excelize.File) []dateFormat {
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			if n != nil {
				codes[n.NumFmtID] = n.FormatCode
			}
		}
	}
	formats := make([]dateFormat, len(f.Styles.CellXfs.Xf))
	for i, xf := range f.Styles.CellXfs.Xf {
		if xf.NumFmtID == nil {
			continue
		}
		if code, ok := codes[*xf.NumFmtID]; ok {
			formats[i] = parseFormat(code)
		} else {
			formats[i] = builtin(*xf.NumFmtID)
		}
	}
	return formats
}
