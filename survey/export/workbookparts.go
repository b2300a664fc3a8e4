package export

import (
	"fmt"
	"strconv"
	"strings"
)

// describe reads the parts that say which worksheets there are, from when the days
// count and what the cell styles show.
func (p *parts) describe(links []relation) (*workbook, *Error) {
	if _, e := p.walk("[Content_Types].xml", (*xmlReader).skip); e != nil {
		return nil, e
	}
	l, e := p.lists()
	if e != nil {
		return nil, e
	}
	wb := &workbook{}
	if wb.date1904, e = l.from1904(); e != nil {
		return nil, e
	}
	if wb.sheets, e = l.worksheets(links); e != nil {
		return nil, e
	}
	for _, l := range links {
		if l.is("styles") {
			wb.formats, e = p.cellFormats(l.Target)
			return wb, e
		}
	}
	return wb, nil
}

// structure is a workbook that is well-formed, and yet none.
func structure(err error) *Error {
	return fault("the structure of the workbook cannot be read", damagedAdvice).cause(err)
}

// mainPart is what the main part of a workbook lists, as it is spelled there.
type mainPart struct {
	date1904 string
	sheets   []listedSheet
}

// listedSheet is a sheet, of which a link leads to the data.
type listedSheet struct{ name, state, link string }

// lists reads the main part of the workbook.
func (p *parts) lists() (m mainPart, e *Error) {
	root, e := p.walk(workbookPart, func(x *xmlReader) error {
		switch x.element() {
		case "workbookPr":
			m.date1904 = string(x.attr("date1904"))
		case "sheets":
			return x.children(func(x *xmlReader) error {
				if x.element() == "sheet" {
					m.sheets = append(m.sheets, listedSheet{string(x.attr("name")), string(x.attr("state")), x.link()})
				}
				if err := listed(len(m.sheets), "sheets"); err != nil {
					return err
				}
				return x.skip()
			})
		}
		return x.skip()
	})
	if e == nil && root != "workbook" {
		e = structure(fmt.Errorf("found <%s> where <workbook> was expected", root))
	}
	return m, e
}

// from1904 reports whether days are counted from 1904.
func (m *mainPart) from1904() (bool, *Error) {
	if m.date1904 == "" {
		return false, nil
	}
	yes, err := strconv.ParseBool(strings.TrimSpace(m.date1904))
	if err != nil {
		return false, structure(fmt.Errorf("date1904 is %q", snippet(m.date1904)))
	}
	return yes, nil
}

// worksheets returns the sheets with cells, in the order of the tabs.
func (m *mainPart) worksheets(links []relation) (list []sheetPart, e *Error) {
	targets := make(map[string]relation, len(links))
	for _, l := range links {
		targets[l.ID] = l
	}
	for _, s := range m.sheets {
		l, ok := targets[s.link]
		if !ok {
			return nil, fault(fmt.Sprintf("sheet %q of the workbook has no data", s.name), damagedAdvice)
		}
		if l.is("worksheet") {
			list = append(list, sheetPart{s.name, s.state == "hidden" || s.state == "veryHidden", l.Target})
		}
	}
	if len(list) == 0 {
		return nil, fault("the workbook has no worksheet, only charts or macros", wantWorkbook)
	}
	return list, nil
}

// cellFormats reads what each cell style shows.
func (p *parts) cellFormats(part string) ([]dateFormat, *Error) {
	var styles []string // the number of a format, or nothing
	codes := map[string]string{}
	root, e := p.walk(part, func(x *xmlReader) error {
		switch x.element() {
		case "numFmts":
			return x.children(func(x *xmlReader) error {
				if x.element() == "numFmt" {
					codes[strings.TrimSpace(string(x.attr("numFmtId")))] = string(x.attr("formatCode"))
				}
				if err := listed(len(codes), "number formats"); err != nil {
					return err
				}
				return x.skip()
			})
		case "cellXfs":
			return x.children(func(x *xmlReader) error {
				if x.element() == "xf" {
					styles = append(styles, strings.TrimSpace(string(x.attr("numFmtId"))))
				}
				if err := listed(len(styles), "styles"); err != nil {
					return err
				}
				return x.skip()
			})
		}
		return x.skip()
	})
	if e != nil {
		return nil, e
	}
	if root != "styleSheet" {
		return nil, structure(fmt.Errorf("found <%s> where <styleSheet> was expected", root))
	}
	formats := make([]dateFormat, len(styles))
	for i, number := range styles {
		if code, ok := codes[number]; ok {
			formats[i] = parseFormat(code)
			continue
		}
		id, err := strconv.Atoi(number)
		if err != nil && number != "" {
			return nil, structure(fmt.Errorf("the number of a format is %q", snippet(number)))
		}
		formats[i] = builtin(id)
	}
	return formats, nil
}

// tableName reads the name of a table.
func (p *parts) tableName(part string) (name string, e *Error) {
	e = p.small(part, func(x *xmlReader) error {
		if err := x.root(""); err != nil {
			return err
		}
		name = string(x.attr("name"))
		if err := x.skip(); err != nil {
			return err
		}
		return x.end()
	})
	return name, e
}
