package export

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"

	"benchmark/survey/personal"
)

// What a workbook may unpack to. Answers compress well, blanks even better,
// but not more than this.
const (
	maxUnpacked      = 2 << 30
	maxUnpackedSmall = 32 << 20 // below it any ratio is fine
	maxUnpackedRatio = 150
	maxPlainPart     = 64 << 20 // a part that says how the workbook is made up
	maxListed        = 1 << 16  // sheets, links and styles: Excel has at most 65,490 styles
	maxParts         = 20000
)

const (
	copyAdvice    = "copy the sheet with the answers to a new workbook and save that"
	damagedAdvice = "the file is damaged or incomplete: export or copy it again"
	workbookPart  = "xl/workbook.xml"
)

// parts are the files inside a workbook, by their path in lower case.
type parts struct {
	files map[string]*zip.File
	names []string // in the order of the archive
	// told, if not nil, is told of each number of bytes that were unpacked.
	told func(n int)
	// idle is what unpacked the last part, and can unpack the next one.
	idle io.ReadCloser
}

// inflate unpacks a part with what has unpacked another, whose tables are large.
func (p *parts) inflate(r io.Reader) io.ReadCloser {
	again, ok := p.idle.(flate.Resetter)
	if !ok || again.Reset(r, nil) != nil {
		return &inflater{flate.NewReader(r), p}
	}
	from := p.idle
	p.idle = nil
	return &inflater{from, p}
}

// inflater unpacks a part.
type inflater struct {
	io.ReadCloser
	of *parts
}

// Close ends the reading of the part, of which another one may follow.
func (i *inflater) Close() error {
	i.of.idle = i.ReadCloser
	return i.ReadCloser.Close()
}

// openParts opens the archive and checks that it is a workbook.
func openParts(src io.ReaderAt, size int64) (*parts, *Error) {
	zr, err := zip.NewReader(src, size)
	if err != nil {
		return nil, fault("the zip archive that a workbook consists of cannot be opened", damagedAdvice).cause(err)
	}
	p := &parts{files: make(map[string]*zip.File, len(zr.File))}
	zr.RegisterDecompressor(zip.Deflate, p.inflate)
	if len(zr.File) > maxParts {
		return nil, fault(fmt.Sprintf("the archive has %d parts", len(zr.File)), wantWorkbook)
	}
	if e := bounded(zr.File, uint64(size)); e != nil {
		return nil, e
	}
	for _, f := range zr.File {
		name := partName(f.Name)
		if p.files[name] != nil {
			return nil, fault(fmt.Sprintf("part %q occurs twice", f.Name), damagedAdvice)
		}
		p.files[name] = f
		p.names = append(p.names, name)
	}
	if e := p.recognise(); e != nil {
		return nil, e
	}
	return p, nil
}

// bounded refuses an archive that unpacks to more than a survey can need, and one
// of which parts share bytes, so that a small file holds any number of large ones.
func bounded(files []*zip.File, size uint64) *Error {
	packed, unpacked := uint64(0), uint64(0)
	for _, f := range files {
		packed += min(f.CompressedSize64, size+1)
		unpacked += min(f.UncompressedSize64, maxUnpacked+1)
	}
	switch {
	case packed > size:
		return fault("parts of the workbook overlap", damagedAdvice)
	case unpacked > maxUnpacked || unpacked > maxUnpackedSmall && unpacked/maxUnpackedRatio > size:
		return fault(fmt.Sprintf("the workbook unpacks from %d to %d bytes or more, more than a survey can need", size, unpacked), copyAdvice)
	}
	return nil
}

// unpacked is how many bytes the parts claim to have together.
func (p *parts) unpacked() uint64 {
	sum := uint64(0)
	for _, f := range p.files {
		sum += min(f.UncompressedSize64, maxUnpacked)
	}
	return sum
}

// partName folds the path of a part for lookup.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// recognise tells a workbook from the other things that are zip archives.
func (p *parts) recognise() *Error {
	has := func(name string) bool { return p.files[name] != nil }
	switch {
	case has(workbookPart):
		return nil
	case has("xl/workbook.bin"):
		return fault("this is a binary workbook (.xlsb)", saveAsWorkbook)
	case has("word/document.xml"):
		return fault("this is a Word document, not data", wantWorkbook)
	case has("ppt/presentation.xml"):
		return fault("this is a PowerPoint presentation, not data", wantWorkbook)
	case has("index/document.iwa") || has("index.zip"):
		return fault("this is an Apple Numbers document", "in Numbers, export it as .xlsx or CSV")
	}
	if has("mimetype") {
		mime, _ := p.read("mimetype")
		if strings.Contains(string(mime), "opendocument.spreadsheet") {
			return fault("this is an OpenDocument workbook (.ods)", "open it in LibreOffice or Excel and save it as .xlsx")
		}
		return fault("this is an OpenDocument file, not a workbook", wantWorkbook)
	}
	if has("content.xml") && has("meta.xml") {
		return fault("this is an OpenDocument file", "open it in LibreOffice and save it as .xlsx")
	}
	if len(p.names) == 0 {
		return fault("this is an empty zip archive", wantWorkbook)
	}
	if has("[content_types].xml") {
		return fault("this workbook lacks its main part xl/workbook.xml", damagedAdvice)
	}
	names := make([]string, 0, 5)
	for _, name := range p.names[:min(len(p.names), cap(names))] {
		names = append(names, p.files[name].Name)
	}
	advice := "unpack it first and give the file inside"
	if rest := len(p.names) - len(names); rest > 0 {
		names = append(names, fmt.Sprintf("%d more", rest))
	}
	if len(p.names) > 1 {
		advice = "unpack it first and give the one file with the answers"
	}
	return fault(fmt.Sprintf("this is a zip archive (with %s inside), not a workbook", strings.Join(names, ", ")), advice)
}

// stream lets f read a part of a size, of which it never gets more than the limits allow.
func (p *parts) stream(name string, f func(r io.Reader, size int64) *Error) *Error {
	rc, size, e := p.open(name)
	if e != nil {
		return e
	}
	if r := p.counted(io.LimitReader(rc, size+1)); size < aheadFrom {
		e = f(r, size)
	} else {
		a := newReadAhead(r)
		e = f(a, size)
		a.stop()
	}
	if err := rc.Close(); err != nil && e == nil {
		e = fault(fmt.Sprintf("part %s cannot be unpacked", name), damagedAdvice).cause(err)
	}
	return e
}

// open opens a part and returns the size that it claims to have.
func (p *parts) open(name string) (io.ReadCloser, int64, *Error) {
	f := p.files[partName(name)]
	if f == nil {
		return nil, 0, fault(fmt.Sprintf("part %s of the workbook is missing", name), damagedAdvice)
	}
	if f.Flags&1 != 0 {
		return nil, 0, fault("this zip archive is encrypted", "unpack it with its password and give the workbook inside")
	}
	size := f.UncompressedSize64
	if size > maxUnpacked || size > maxUnpackedSmall && size/maxUnpackedRatio > f.CompressedSize64 {
		return nil, 0, fault(fmt.Sprintf("part %s unpacks from %d to %d bytes, more than a survey can need", f.Name, f.CompressedSize64, size), copyAdvice)
	}
	rc, err := f.Open()
	if err != nil {
		return nil, 0, fault(fmt.Sprintf("part %s cannot be unpacked", f.Name), damagedAdvice).cause(err)
	}
	return rc, int64(size), nil
}

// read returns a part as a whole.
func (p *parts) read(name string) (data []byte, e *Error) {
	e = p.stream(name, func(r io.Reader, _ int64) *Error {
		var err error
		if data, err = io.ReadAll(io.LimitReader(r, maxPlainPart+1)); err != nil {
			return fault(fmt.Sprintf("part %s cannot be unpacked", name), damagedAdvice).cause(err)
		}
		if len(data) > maxPlainPart {
			return fault(fmt.Sprintf("part %s is larger than a survey can need", name), copyAdvice)
		}
		return nil
	})
	return data, e
}

// scan lets f read a part of XML, of which it must leave nothing unread.
func (p *parts) scan(name string, f func(*xmlReader) error) *Error {
	return p.stream(name, func(r io.Reader, size int64) *Error {
		if err := f(newXMLReader(r, size)); err != nil {
			return malformed(name, err)
		}
		return nil
	})
}

// small is scan for a part that says how the workbook is made up, which can't be large.
func (p *parts) small(name string, f func(*xmlReader) error) *Error {
	return p.stream(name, func(r io.Reader, size int64) *Error {
		if size > maxPlainPart {
			return fault(fmt.Sprintf("part %s is larger than a survey can need", name), copyAdvice)
		}
		if err := f(newXMLReader(r, size)); err != nil {
			return malformed(name, err)
		}
		return nil
	})
}

// listed fails when a list in a part has more than any workbook can have.
func listed(n int, what string) error {
	if n > maxListed {
		return fmt.Errorf("more than %d %s", maxListed, what)
	}
	return nil
}

// walk reads a part of XML: each is called for every child of the root element, and
// reads up to its end. It returns the name of the root.
func (p *parts) walk(name string, each func(*xmlReader) error) (root string, e *Error) {
	e = p.small(name, func(x *xmlReader) error {
		if err := x.root(""); err != nil {
			return err
		}
		root = x.element()
		if err := x.children(each); err != nil {
			return err
		}
		return x.end()
	})
	return root, e
}

func malformed(name string, err error) *Error {
	return fault(fmt.Sprintf("part %s of the workbook is damaged", name), damagedAdvice).cause(err)
}

// relation is a link from one part to another.
type relation struct{ ID, Type, Target string }

// is reports whether the relation is of a type, in either of the two families
// of names that the standard has.
func (r relation) is(kind string) bool { return strings.HasSuffix(r.Type, "/"+kind) }

// linksOf returns the path of the part that holds the links of another.
func linksOf(part string) string {
	dir, base := path.Split(part)
	return dir + "_rels/" + base + ".rels"
}

// relations reads the links of a part, with targets as paths in the archive.
func (p *parts) relations(part string) (list []relation, e *Error) {
	dir, _ := path.Split(part)
	_, e = p.walk(linksOf(part), func(x *xmlReader) error {
		if x.element() == "Relationship" {
			target := string(x.attr("Target"))
			switch {
			case string(x.attr("TargetMode")) == "External":
			case strings.HasPrefix(target, "/"):
				target = target[1:]
			default:
				target = path.Join(dir, target)
			}
			list = append(list, relation{string(x.attr("Id")), string(x.attr("Type")), target})
			if err := listed(len(list), "links"); err != nil {
				return err
			}
		}
		return x.skip()
	})
	return list, e
}

// snippet shortens text for an error message, without what tells who someone is.
func snippet(s string) string {
	s, _ = personal.Redact(s)
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "..."
	}
	return s
}
