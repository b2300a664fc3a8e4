package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"sync/atomic"

	"benchmark/survey"
)

// Read reads a survey export, told from its bytes: an .xlsx workbook, a
// delimited text file (also packed by gzip), a data file of SPSS or a Parquet file.
// The name is only used in messages ("-" for standard input).
//
// A file that cannot be read as a whole is an *Error and nothing else: there
// are no half files. What is doubtful but readable becomes an Issue of the
// File, what was decided a Decision, and what was left out is counted.
func Read(name string, data []byte, opt Options) (*File, error) {
	return read(name, bytes.NewReader(data), int64(len(data)), opt, func() ([]byte, error) { return data, nil })
}

// largest is how many bytes a file may have that is read as a whole, or is a workbook.
const largest = 1 << 30

func bearable(size int64) error {
	if size > largest {
		return fmt.Errorf("it has more than %d MB, and no survey has; give the file that the survey tool exports", largest>>20)
	}
	return nil
}

// ReadFrom is Read of the first size bytes of a source, which must not change. A
// large text that needs no care, a Parquet file, and a workbook, is read piece by
// piece, by several threads; any other file as a whole.
func ReadFrom(name string, src io.ReaderAt, size int64, opt Options) (*File, error) {
	return read(name, src, size, opt, func() ([]byte, error) { return wholeOf(src, size) })
}

// endFirst is how many bytes of the end of a source are read before there is room for all
// of it, which need not be made where it was cut off.
const endFirst = 1 << 21

func wholeOf(src io.ReaderAt, size int64) ([]byte, error) {
	end := make([]byte, min(size, endFirst))
	rest := size - int64(len(end))
	if _, err := io.ReadFull(io.NewSectionReader(src, rest, size-rest), end); err != nil || rest == 0 {
		return end, err
	}
	data := make([]byte, size)
	copy(data[rest:], end)
	_, err := io.ReadFull(io.NewSectionReader(src, 0, rest), data[:rest])
	return data, err
}

func read(name string, src io.ReaderAt, size int64, opt Options, whole func() ([]byte, error)) (*File, error) {
	f := &reader{opt: opt, File: &File{Name: baseName(name), Size: int(size)}}
	if packed(src) {
		return f.fromZip(src, size)
	}
	src = f.watched(src, size)
	if f.plain(src, size, plainFor(size)) {
		return f.File, nil
	}
	if f.refused != nil {
		return nil, located(f.refused, f.Name, "")
	}
	if isParquet(src) {
		return f.fromParquet(src, size)
	}
	if size > largest {
		return nil, f.tooLarge(src, size)
	}
	if opt.Progress != nil {
		opt.Progress(0, 0)
	}
	data, err := whole()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", f.Name, err)
	}
	sum := sha256.Sum256(data)
	f.SHA256 = hex.EncodeToString(sum[:])
	if e := f.read(data); e != nil {
		return nil, located(e, f.Name, "")
	}
	return f.File, nil
}

// fromZip reads a workbook, or tells what else a zip archive is.
func (f *reader) fromZip(src io.ReaderAt, size int64) (*File, error) {
	if err := bearable(size); err != nil {
		return nil, fmt.Errorf("reading %s: %w", f.Name, err)
	}
	if f.opt.Progress != nil {
		f.opt.Progress(0, 0)
	}
	whole, sum, read := &unbroken{ReaderAt: src, size: size}, sha256.New(), make(chan error, 1)
	go func() {
		_, err := io.Copy(sum, io.NewSectionReader(whole, 0, size))
		read <- err
	}()
	e := f.archive(whole, size)
	whole.enough.Store(e != nil)
	err := <-read
	if fault := whole.fault.Load(); fault != nil {
		return nil, fmt.Errorf("reading %s: %w", f.Name, *fault)
	}
	if e != nil {
		return nil, located(e, f.Name, "")
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", f.Name, err)
	}
	f.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return f.File, nil
}

// unbroken is a source that is to be whole: it keeps what went wrong in reading of it.
type unbroken struct {
	io.ReaderAt
	size   int64
	fault  atomic.Pointer[error]
	enough atomic.Bool // nothing more needs to be read
}

// ReadAt reads; io.EOF where there is enough.
func (w *unbroken) ReadAt(b []byte, at int64) (int, error) {
	if w.enough.Load() {
		return 0, io.EOF
	}
	n, err := w.ReaderAt.ReadAt(b, at)
	if n < len(b) && at+int64(n) < w.size {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		w.fault.CompareAndSwap(nil, &err)
	}
	return n, err
}

// archive reads a zip archive.
func (f *reader) archive(src io.ReaderAt, size int64) *Error {
	if _, e := recognise(f.Name, []byte(zipMagic)); e != nil {
		return e
	}
	f.is(XLSX)
	g, l, e := f.workbook(src, size)
	if e != nil {
		return e
	}
	return f.finish(g, l)
}

// finish makes columns of a grid.
func (f *reader) finish(g *grid, l *layout) *Error {
	g.blankErrors(l)
	f.cellFaults(g)
	return f.fill(g, l)
}

// packed reports whether a source begins as a zip archive does, which no text is.
func packed(src io.ReaderAt) bool {
	var first [4]byte
	n, _ := src.ReadAt(first[:], 0) // what can't be read is told when all of it is
	return string(first[:n]) == zipMagic
}

// reader is a file on its way from bytes to columns.
type reader struct {
	*File
	opt     Options
	guessed bool   // the character set was told by its letters only
	unsure  bool   // and another one fits about as well
	literal bool   // quotation marks are part of the text
	refused *Error // it does not fit in the memory that may be used
}

func (f *reader) read(data []byte) *Error {
	kind, e := recognise(f.Name, data)
	if e == nil && kind == gzipBytes {
		if data, e = unpack(data); e == nil {
			f.decide(DecisionPacked, "gzip", fmt.Sprint(len(data)))
			kind, e = recognise(f.Name, data)
		}
		if e == nil && kind != textBytes {
			e = fault("this is a gzip-compressed file with another than a text file inside", "unpack it first and give the file inside")
		}
	}
	if e != nil {
		return e
	}
	var g *grid
	var l *layout
	switch kind {
	case spssBytes:
		f.is(SAV)
		if e := f.opt.fits(uint64(len(data)), needOfSPSS); e != nil {
			return e
		}
		return f.spss(data)
	case zipBytes:
		return f.archive(bytes.NewReader(data), int64(len(data)))
	default:
		f.is(CSV)
		g, l, e = f.text(data)
	}
	if e != nil {
		return e
	}
	return f.finish(g, l)
}

// is records the format.
func (f *reader) is(format Format) {
	f.Format = format
	f.decide(DecisionFormat, string(format))
}

// decide records a decision.
func (f *reader) decide(code string, args ...string) {
	f.Decisions = append(f.Decisions, Decision{code, args})
}

// doubt records an issue.
func (f *reader) doubt(severity survey.Severity, code survey.Code, where survey.Place, args ...string) {
	where.File, where.Sheet = f.Name, f.Sheet
	f.Issues = append(f.Issues, survey.Issue{Where: where, Severity: severity, Code: code, Args: args})
}

// text reads a text file and finds its header.
func (f *reader) text(data []byte) (*grid, *layout, *Error) {
	if e := f.opt.fits(uint64(len(data)), needOfText); e != nil {
		return nil, nil, e
	}
	g, e := readText(data, f)
	if e != nil {
		return nil, nil, e
	}
	var found decimals
	for _, cell := range g.dict {
		found.add(cell.Text)
	}
	f.decimalMark(found.count())
	l, e := findHeader(g, f.opt.HeaderRows)
	if e != nil {
		return nil, nil, e
	}
	if g.cols < 2 {
		return nil, nil, fault("the file has one single column, so it is not a survey", wantWorkbook)
	}
	harmless, e := checkRagged(g, l)
	if e != nil {
		return nil, nil, e
	}
	if harmless >= 0 {
		r := g.rows[harmless]
		f.doubt(survey.Note, survey.IssueRaggedRow, survey.Place{Row: r.number},
			fmt.Sprint(r.number), fmt.Sprint(max(modalFields(g), g.rows[l.header()[0]].fields)), fmt.Sprint(r.fields))
	}
	return g, l, nil
}

// workbook reads a workbook and chooses its sheet.
func (f *reader) workbook(src io.ReaderAt, size int64) (*grid, *layout, *Error) {
	grids, date1904, e := readWorkbook(src, size, &f.opt)
	if e != nil {
		return nil, nil, e
	}
	list := candidates(grids, f.opt)
	c, reason, e := chooseSheet(list, grids, f.opt)
	if e != nil {
		return nil, nil, e
	}
	f.Sheet = c.sheet
	f.decide(DecisionSheet, c.sheet, reason)
	if date1904 {
		f.decide(DecisionDates, "1904")
	}
	if c.err == nil && c.cols < 2 {
		c.err = fault("the sheet has one single column, so it is not a survey", "choose the sheet with the answers (file: sheet in the codebook)")
	}
	if c.err != nil {
		return nil, nil, located(c.err, f.Name, c.sheet)
	}
	f.others(list, grids, c, reason == "given")
	if c.hiddenRows > 0 {
		f.decide(DecisionHiddenRows, fmt.Sprint(c.hiddenRows))
	}
	return c.grid, c.layout, nil
}
