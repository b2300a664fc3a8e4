package export

import "io"

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
func readWorkbook(src io.ReaderAt, size int64, opt *Options) ([]*grid, bool, *Error) {
	p, e := openParts(src, size)
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
	e := p.stream(s.part, func(r io.Reader, size int64) (e *Error) {
		tables, e = readSheet(newXMLReader(r, size), g, shared, st)
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
		if g.table, e = p.tableName(l.Target); e != nil {
			return nil, e
		}
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
		e = p.scan(l.Target, func(x *xmlReader) (err error) {
			list, err = readShared(x)
			return err
		})
		return list, e
	}
	return nil, nil
}
