package export

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export/parquet"
)

// The remarks by which a file of this program says what its columns mean: as the table
// that is written beside it, and as a codebook to read the file with.
const (
	VariablesKey = "codebook"
	CodebookKey  = "benchmark.codebook"
)

// isParquet reports whether the source begins as a Parquet file does.
func isParquet(src io.ReaderAt) bool {
	var head [len(parquet.Magic)]byte
	_, err := src.ReadAt(head[:], 0)
	return err == nil && (string(head[:]) == parquet.Magic || string(head[:]) == parquet.EncryptedMagic)
}

// fromParquet reads a Parquet file, column by column.
func (f *reader) fromParquet(src io.ReaderAt, size int64) (*File, error) {
	if w, ok := src.(*watched); ok {
		w.all += size // it is read for its digest and for its columns
	}
	digest := sha256.New()
	if _, err := io.Copy(digest, io.NewSectionReader(src, 0, size)); err != nil {
		return nil, fmt.Errorf("reading %s: %w", f.Name, err)
	}
	f.SHA256 = hex.EncodeToString(digest.Sum(nil))
	f.is(Parquet)
	err := f.parquet(src, size)
	var broken *parquet.Error
	var own *Error
	switch {
	case errors.As(err, &own):
		return nil, located(own, f.Name, "")
	case errors.As(err, &broken):
		return nil, located(parquetFault(broken), f.Name, "")
	case err != nil:
		return nil, fmt.Errorf("reading %s: %w", f.Name, err)
	}
	return f.File, nil
}

// parquetFault says what is wrong with a file, and with which column of it.
func parquetFault(broken *parquet.Error) *Error {
	what, advice := "this Parquet file is damaged: ", "write it again, or export it as CSV"
	if broken.Advice != "" {
		what, advice = "this Parquet file can't be read: ", broken.Advice
	}
	if broken.Column != "" {
		what += fmt.Sprintf("column %q: ", clean(survey.Plain(broken.Column)))
	}
	return fault(what+broken.Problem, advice)
}

// parquet makes the columns of a file.
func (f *reader) parquet(src io.ReaderAt, size int64) error {
	file, err := parquet.Open(src, size)
	if err != nil {
		return err
	}
	cells := uint64(file.Rows) * uint64(len(file.Names))
	if e := f.opt.fits(file.Unpacked+cells, needOfParquet); e != nil {
		return e
	}
	switch {
	case len(file.Names) < 2:
		return fault("the file has one single column, so it is not a survey", wantWorkbook)
	case file.Rows == 0:
		return fault(fmt.Sprintf("there are %d columns but no row", len(file.Names)), "export again when there are answers")
	}
	f.Columns = make([]Column, len(file.Names))
	faults, nans := make([]error, len(file.Names)), make([]int, len(file.Names))
	each(len(file.Names), func(k int) {
		c, err := file.Column(k)
		if err != nil {
			faults[k] = err
			return
		}
		f.Columns[k], nans[k] = parquetColumn(k, c), c.NaN
	})
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	f.headParquet(file)
	f.notNumbers(file.Names, nans)
	f.dropBlankCases(file.Rows)
	if f.Rows.Len() == 0 {
		return fault(fmt.Sprintf("none of the %d rows holds an answer", file.Rows), "export again when there are answers")
	}
	f.repeatedHeadings()
	return nil
}

// parquetColumn makes a column without headings of the k-th of a file.
func parquetColumn(k int, c *parquet.Column) Column {
	dict, same := make([]Cell, len(c.Values)+1), false
	for i, v := range c.Values {
		text := v.Text
		if !v.Typed {
			text = clean(text)
		}
		dict[i+1] = Cell{text, v.Typed}
		// Values differ, but what is left of them when they are clean may not.
		same = same || text != v.Text || text == "" || v.Typed != c.Values[0].Typed
	}
	if same {
		return coded(letter(k), dict[1:], c.Codes)
	}
	return Column{Letter: letter(k), Dict: DictionaryOf(dict...), Codes: CodesOf(c.Codes, len(dict))}
}

// notNumbers records where NaN stands for a number.
func (f *reader) notNumbers(names []string, nans []int) {
	total := 0
	var where []string
	for k, n := range nans {
		total += n
		if n > 0 && len(where) < 10 {
			where = append(where, plainArgument(clean(names[k])))
		}
	}
	if total > 0 {
		f.decide(DecisionNotNumbers, fmt.Sprint(total), strings.Join(where, "; "))
	}
}

// pandasIndex is how pandas names a column of row numbers without a name.
const pandasIndex = "__index_level_"

// headParquet names the columns: as a file of this program says, else by the marks of
// a survey tool in their names.
func (f *reader) headParquet(file *parquet.File) {
	told, book := variablesOf(file)
	f.Codebook = book
	g := newGrid("")
	names, labels := make([]gridCell, len(file.Names)), []gridCell(nil)
	heads := make([]heading, len(file.Names))
	for k, name := range file.Names {
		name = oneLine(clean(name))
		names[k] = gridCell{int32(k), g.intern(Cell{Text: name})}
		heads[k] = heading{top: plain(name)}
		if told != nil {
			labels = append(labels, gridCell{int32(k), g.intern(Cell{Text: told[k].label})})
		}
	}
	g.add(1, len(names), names)
	g.add(2, len(names), labels)
	l := &layout{code: -1, question: 0, option: -1, ids: -1, first: len(g.rows)}
	f.Dialect = findDialect(g, l)
	f.decide(DecisionDialect, f.Dialect.Name, strings.Join(f.Dialect.Hits, "; "))
	if told != nil {
		f.nameVariables(told)
		return
	}
	nameToolColumns(f.Columns, heads, f.Dialect.Name, false)
	for k, name := range file.Names {
		if strings.HasPrefix(name, pandasIndex) {
			f.Columns[k].Use = UseMetadata
		}
	}
}

// variable is what a file of this program says of a column.
type variable struct{ name, question, label, option string }

// variablesOf returns what the file says of its columns, one each, and its codebook; nil
// when it says nothing, or had other columns then.
func variablesOf(file *parquet.File) (told []variable, book string) {
	var table string
	for _, kv := range file.Meta {
		switch kv.Key {
		case VariablesKey:
			table = kv.Value
		case CodebookKey:
			book = kv.Value
		}
	}
	r := csv.NewReader(strings.NewReader(table))
	for _, err := r.Read(); err == nil; { // the headings first
		var line []string
		if line, err = r.Read(); err != nil || len(line) < 5 {
			break
		}
		if at := len(told) - 1; at >= 0 && told[at].name == line[0] { // a code of the same
			continue
		}
		if len(told) == len(file.Names) || line[0] != file.Names[len(told)] {
			return nil, ""
		}
		told = append(told, variable{line[0], line[2], uninert(line[3]), uninert(line[4])})
	}
	if len(told) < len(file.Names) {
		return nil, ""
	}
	return told, book
}

// uninert takes away the apostrophe that keeps a text from being a formula.
func uninert(text string) string {
	if rest, ok := strings.CutPrefix(text, "'"); ok && survey.Inert(rest) == text {
		text = rest
	}
	return oneLine(clean(text))
}

// nameVariables names the columns as the file says: those of a select-all question are
// a block.
func (f *reader) nameVariables(told []variable) {
	block := -1
	for k, v := range told {
		c := &f.Columns[k]
		if !(v.option != "" && k > 0 && told[k-1].option != "" && told[k-1].question == v.question) {
			block++
		}
		c.Question, c.Option, c.Code, c.Block = v.label, v.option, v.name, block
		if c.Question == "" {
			c.Question = v.name
		}
	}
}
