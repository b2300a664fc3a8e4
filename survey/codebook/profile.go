package codebook

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"benchmark/survey/export"
	"benchmark/survey/pattern"
)

// profile is what the cells of one column look like, apart from their order.
type profile struct {
	column *export.Column
	index  int
	// filled is the number of cells with an answer.
	filled int
	// values are the distinct cells by key, the commonest first.
	values []value
	// length is the mean number of characters of an answer; of many texts mean tells it.
	length float64
	// repeated is the number of cells whose value occurs more than once.
	repeated int
	// counts says how often each entry of the column's dictionary occurs.
	counts []int
	// person says that the cells are personal data.
	person bool
	// unmeasured says that the length is not known yet.
	unmeasured bool
	// others is the number of values of many texts or numbers that stayed in the dictionary,
	// and kept says where in it the ones are that did not.
	others int
	kept   []int
	// numbers is how the values are written where they are many numbers and nothing else.
	numbers *notation
	// amounts is where these numbers lie.
	amounts amountRange
}

// value is one distinct cell.
type value struct {
	cell  export.Cell
	key   string
	count int
}

// profileOf counts the cells of the records that are not skipped.
func profileOf(f *export.File, index int, skip []bool) profile {
	c := &f.Columns[index]
	p := profile{column: c, index: index, counts: make([]int, c.Dict.Len())}
	if skip == nil {
		c.Codes.Count(p.counts)
	}
	for i, skipped := range skip {
		if !skipped {
			p.counts[c.Codes.At(i)]++
		}
	}
	p.summarise(f)
	return p
}

// summarise takes the values from the dictionary, of which the counts are known.
func (p *profile) summarise(f *export.File) {
	total := p.fill(f)
	p.order()
	for _, v := range p.values {
		if v.count > 1 {
			p.repeated += v.count
		}
	}
	if p.filled > 0 {
		p.length = float64(total) / float64(p.filled)
	}
}

// fill takes the values from the dictionary and returns the number of characters of
// all answers.
func (p *profile) fill(f *export.File) (total int) {
	absent := absentIn(f)
	p.values = make([]value, 0, max(0, p.column.Dict.Len()-1))
	for d, cell := range p.column.Dict.All() {
		if p.counts[d] == 0 || absent.has(cell.Text) {
			p.counts[d] = 0
			continue
		}
		k, length := keyOf(cell.Text)
		p.filled += p.counts[d]
		total += p.counts[d] * length
		p.values = append(p.values, value{cell, k, p.counts[d]})
	}
	return total
}

// order makes one value of those with the same key, and puts the commonest first,
// equals by key.
func (p *profile) order() {
	places := make([]place, len(p.values))
	for i := range p.values {
		places[i].at = uint32(i)
	}
	p.byKey(places, 0)
	distinct, common := places[:0], []place(nil)
	for i := 0; i < len(places); {
		at := places[i].at
		v := &p.values[at]
		for i++; i < len(places) && p.values[places[i].at].key == v.key; i++ {
			same := &p.values[places[i].at]
			if v.count += same.count; same.cell.Text < v.cell.Text {
				v.cell = same.cell
			}
		}
		if distinct = append(distinct, place{at: at}); v.count > 1 {
			common = append(common, place{^uint64(v.count), uint32(len(distinct) - 1)}) // the commonest first
		}
	}
	sortPlaces(common)
	ordered := make([]value, 0, len(distinct))
	for _, c := range common {
		ordered = append(ordered, p.values[distinct[c.at].at])
	}
	for _, d := range distinct {
		if v := &p.values[d.at]; v.count == 1 {
			ordered = append(ordered, *v)
		}
	}
	p.values = ordered
}

// place is where a value stands while values are put in order, with eight bytes of
// its key.
type place struct {
	head uint64
	at   uint32
}

// sortPlaces sorts places by their heads, then by where the values stand.
func sortPlaces(places []place) {
	slices.SortFunc(places, func(a, b place) int {
		switch {
		case a.head < b.head:
			return -1
		case a.head > b.head:
			return 1
		}
		return int(a.at) - int(b.at)
	})
}

// byKey sorts places by key, of which the first bytes are equal, then by where they
// stand: by eight bytes at a time, as most keys differ in few.
func (p *profile) byKey(places []place, from int) {
	whole := false // a key ends here
	for i := range places {
		key := p.values[places[i].at].key
		places[i].head = headOf(key[min(from, len(key)):])
		whole = whole || len(key) <= from+8
	}
	sortPlaces(places)
	for i := 0; i < len(places); {
		end := i + 1
		for end < len(places) && places[end].head == places[i].head {
			end++
		}
		switch same := places[i:end]; {
		case len(same) == 1:
		case whole:
			slices.SortFunc(same, func(a, b place) int {
				return cmp.Or(strings.Compare(p.values[a.at].key, p.values[b.at].key), cmp.Compare(a.at, b.at))
			})
		default:
			p.byKey(same, from+8)
		}
		i = end
	}
}

// headOf returns the first eight bytes of a text as a number that compares as they do.
func headOf(s string) uint64 {
	var b [8]byte
	copy(b[:], s[:min(len(s), 8)])
	return binary.BigEndian.Uint64(b[:])
}

// profile returns the profile of a column by all records. Profiles share what
// they hold: who changes one copies that first.
func (in *inference) profile(column int) profile {
	if in.profiles == nil {
		in.profiles = make([]*profile, len(in.file.Columns))
		columns := make([]int, len(in.file.Columns)) // each is asked for; those with most to look at go first
		for i := range columns {
			columns[i] = i
		}
		slices.SortStableFunc(columns, func(a, b int) int { return in.file.Columns[b].Dict.Len() - in.file.Columns[a].Dict.Len() })
		shared(len(columns), func(i int) {
			column := columns[i]
			p := in.profileNow(column)
			p.person = p.ofPersons()
			in.profiles[column] = &p
		})
	}
	return *in.profiles[column]
}

// counted returns the profile of a column by the records that are no test.
func (in *inference) counted(column int) profile {
	if !in.tests {
		return in.profile(column)
	}
	return profileOf(in.file, column, in.skip)
}

// pool returns the profile of several columns taken as one.
func pool(profiles []profile) profile {
	all := profile{column: profiles[0].column, index: profiles[0].index}
	place := map[string]int{}
	var length float64
	for _, p := range profiles {
		all.filled += p.filled
		length += p.mean() * float64(p.filled)
		for _, v := range p.values {
			at, known := place[v.key]
			if !known {
				place[v.key] = len(all.values)
				all.values = append(all.values, v)
				continue
			}
			all.values[at].count += v.count
		}
	}
	slices.SortFunc(all.values, func(a, b value) int {
		return cmp.Or(b.count-a.count, strings.Compare(a.key, b.key))
	})
	for _, v := range all.values {
		if v.count > 1 {
			all.repeated += v.count
		}
	}
	if all.filled > 0 {
		all.length = length / float64(all.filled)
	}
	return all
}

// labels returns the texts of the values, the commonest first.
func (p *profile) labels() []string {
	labels := make([]string, len(p.values))
	for i, v := range p.values {
		labels[i] = v.cell.Text
	}
	return labels
}

// share returns which part of the filled cells has values that pass the test.
func (p *profile) share(test func(value) bool) float64 {
	if p.filled == 0 {
		return 0
	}
	n := 0
	for v := range p.all() {
		if test(v) {
			n += v.count
		}
	}
	return float64(n) / float64(p.filled)
}

// mostly reports whether more than a part of the filled cells, from 0, passes the
// test: share without a look at cells that change nothing.
func (p *profile) mostly(part float64, test func(export.Cell) bool) bool {
	yes, left := 0, p.filled
	for cell, n := range p.cells() {
		left -= n
		if !test(cell) {
			if float64(yes+left)/float64(p.filled) <= part {
				return false
			}
			continue
		}
		if yes += n; float64(yes)/float64(p.filled) > part {
			return true
		}
	}
	return false
}

// numeric returns which part of the filled cells are numbers in one notation.
func (p *profile) numeric() float64 {
	if p.numbers != nil {
		return 1
	}
	n, _ := p.notation(1, nil)
	return p.share(func(v value) bool {
		_, ok := n.parse(v.cell)
		return ok
	})
}

// maybeNumeric is false only where numeric is less than a part: it looks at no more
// cells than it takes.
func (p *profile) maybeNumeric(part float64) bool {
	bad := 0
	for i := range p.values {
		v := &p.values[i]
		if lettered(v) {
			bad += v.count
		}
		if float64(p.filled-bad)/float64(p.filled) < part {
			return false
		}
	}
	return true
}

// lettered reports whether a value begins with a letter, so that it is no number.
func lettered(v *value) bool {
	return !v.cell.Typed && v.cell.Text != "" && (v.cell.Text[0]|0x20 >= 'a' && v.cell.Text[0]|0x20 <= 'z')
}

// ticks reports whether the column is one of ticks: blank, a word for yes or
// no, or its own heading again.
func (p *profile) ticks(f *export.File) bool {
	return p.every(func(v value) bool { return tickOf(f, p.column, v.cell.Text) != noTick })
}

// tick is what a cell of a tick column says.
type tick uint8

const (
	noTick   tick = iota // neither: some text
	unticked             // blank, no, 0
	ticked               // yes, 1, x or the option's own wording
)

// tickOf reads a cell of a tick column, by the marks of the survey tool where it
// has its own.
func tickOf(f *export.File, c *export.Column, text string) tick {
	k := key(text)
	switch {
	case slices.Contains(f.Dialect.Ticked, text), c.Entry == export.EntryChosen && c.Option != "" && text != "":
		return ticked
	case slices.Contains(f.Dialect.Unticked, text):
		return unticked
	case k == "" || slices.Contains(noWords(), k):
		return unticked
	case slices.Contains(yesWords(), k), k == key(c.Option), c.Option == "" && k == key(c.Question):
		return ticked
	}
	return noTick
}

// The forms of personal data that are told from the cells.
var (
	emailForm = pattern.New(`^[^\s@]+@[^\s@]+\.[^\s@]+$`)
	ipForm    = pattern.New(`^\d{1,3}(\.\d{1,3}){3}$`)
	dayForm   = pattern.New(`^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})( |$)`)       // a date, no telephone number
	geoForm   = pattern.New(`^-?\d{1,2}\.\d+ -?\d{1,3}\.\d+ -?\d+(\.\d+)? \d+(\.\d+)?$`) // KoboToolbox, ODK
	phoneForm = pattern.New(`^(\+|00)?\d[\d \-()]{8,16}\d$`)
)

// once is the number of values that occur once.
func (p *profile) once() int {
	n := 0
	for _, v := range p.values {
		n += one(v.count == 1)
	}
	return n
}

// name reports whether the cells look like labels that tell respondents apart:
// short and nearly all different.
func (p *profile) name() bool {
	return p.filled >= 5 && p.size()*10 >= p.filled*9 && p.mean() <= 40
}

// open reports whether the cells look like text in people's own words: long, or
// mostly different.
func (p *profile) open() bool {
	n, distinct := p.filled, p.size()
	switch {
	case distinct > 1000, p.mean() > 25 && distinct > 12 && 10*distinct > 3*n,
		distinct > 30 && 2*p.once() >= distinct && 5*p.repeated < 4*n:
		return true
	case n < 10:
		return n > 1 && distinct == n && p.mean() > 25
	}
	return 10*distinct > 6*n && distinct > 8
}
