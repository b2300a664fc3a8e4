package spss

import "strings"

// Read reads a system file. name stands in the errors and in File.Name; it is
// not opened. The encoding is what the file says (see File.EncodingFrom). Every
// error is an *Error.
//
// Memory grows with the data, about ten bytes for a number and four for a
// string that occurs before; zlib blocks that unpack beyond proportion are
// refused.
func Read(name string, data []byte) (*File, error) { return ReadAs(name, data, "") }

// ReadAs is Read for a file whose encoding is known better than the file tells:
// "windows-1252", "cp850", "iso-8859-15", "utf-8", ... Empty is Read.
func ReadAs(name string, data []byte, encoding string) (*File, error) {
	c := &cursor{file: name, data: data}
	d := parseDictionary(c)
	if c.err != nil {
		return nil, c.err
	}
	start := c.pos
	columns, owner, parts := d.layout(c)
	decoders := d.decoders(c, encoding)
	if c.err != nil {
		return nil, c.err
	}
	c.pos = start
	answers, cases, complete, e := d.readData(c, columns)
	if e != nil {
		return nil, e
	}
	b := builder{d: d, c: c, columns: columns, owner: owner, parts: parts, answers: answers}
	for i := range decoders {
		b.dec = &decoders[i]
		b.build(cases, complete)
		if c.err != nil {
			return nil, c.err
		}
		if !b.dec.misfit {
			break
		}
	}
	return b.file, nil
}

// builder makes a File of a dictionary and its answers.
type builder struct {
	d       *dictionary
	c       *cursor
	columns []column
	owner   []int // column that begins at each slot, or -1
	parts   int   // variables before very long strings were joined
	answers []answers
	dec     *decoder
	file    *File
	byShort map[string]int // columns by folded name
	byLong  map[string]int
	// longGaps are the user-missing values of record 7/22, per column.
	longGaps [][]string
}

// build makes the file in the encoding of b.dec.
func (b *builder) build(cases int, complete bool) {
	h := &b.d.header
	b.file = &File{
		Name: b.c.file, Cases: cases, Weight: -1, Packing: h.packing, BigEndian: b.c.order.String() == "BigEndian",
		Product: b.dec.label(h.product), Label: b.dec.label(h.label), Encoding: b.dec.name, EncodingFrom: b.dec.source,
		Created: strings.TrimSpace(string(h.date) + " " + string(h.time)),
	}
	for _, line := range b.d.notes {
		b.file.Notes = append(b.file.Notes, b.dec.label(line))
	}
	b.doubts(b.dec.doubt("")...)
	if !complete {
		b.doubts(Doubt{Code: DoubtCases, Count: 1})
	}
	b.variables()
	b.longNames()
	b.uniqueNames()
	b.measures()
	b.weight()
	b.labels()
	b.missing()
	for i := range b.columns {
		b.values(i)
	}
	b.sets()
	if b.dec.source == SourceAssumed && b.dec.beyond {
		b.doubts(Doubt{Code: DoubtEncoding, Detail: b.dec.name, Count: 1})
	}
}

// doubts adds to the doubts of the file.
func (b *builder) doubts(more ...Doubt) { b.file.Doubts = append(b.file.Doubts, more...) }

// values sets the answers to variable i and what they are.
func (b *builder) values(i int) {
	v, a := &b.file.Variables[i], &b.answers[i]
	if !v.IsString() {
		v.Numbers, v.States = b.numbers(i), make([]State, len(a.numbers))
		for k, x := range v.Numbers {
			v.States[k] = v.Missing.state(x, b.d.sysmis)
			if v.States[k] == SystemMissing || v.States[k] == NotFinite {
				v.Numbers[k] = 0
			}
		}
		return
	}
	v.Codes = a.codes
	v.Dict, v.DictStates = make([]string, len(a.dict)), make([]State, len(a.dict))
	gaps := b.textGaps(i)
	for k, raw := range a.dict {
		v.Dict[k] = b.dec.text([]byte(raw))
		if gaps.has(raw) {
			v.DictStates[k] = UserMissing
		}
	}
	b.doubts(b.dec.doubt(v.Name)...)
}

// numbers returns the numbers of column i: a copy while another encoding may
// still be tried, as values changes them.
func (b *builder) numbers(i int) []float64 {
	if b.dec.source == SourceAssumed && b.dec.table == nil {
		return append([]float64(nil), b.answers[i].numbers...)
	}
	return b.answers[i].numbers
}
