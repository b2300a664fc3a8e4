package codebook

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/pattern"
)

// enough is the number of answers from which a pattern without exceptions is
// taken for a rule.
const enough = 30

// ticked proposes a select-all question over a block of tick columns, or a
// choice of one when no respondent ticked two of the options.
func (in *inference) ticked(columns []int, profiles []profile) *draft {
	d := in.multiple(columns, profiles)
	d.because(BasisTicks, strconv.Itoa(len(columns)))
	if in.file.Dialect.Name != "redcap" && !has(d.words, severalWords()...) && in.exclusive(profiles) {
		d.Kind = survey.Single.String()
		d.because(BasisOneTick, strconv.Itoa(len(columns)))
		d.doubt(survey.Warning, survey.IssueExpandedSingle)
	}
	in.border(d, columns, profiles)
	in.runDoubt(d)
	return d
}

// multiple proposes a select-all question over a block of columns.
func (in *inference) multiple(columns []int, profiles []profile) *draft {
	d := in.draft(columns, pool(profiles))
	d.Kind = survey.Multiple.String()
	other := false
	known := map[string]bool{}
	for i := range profiles {
		label := profiles[i].column.Option
		if label == "" {
			label = profiles[i].column.Question
		}
		o := Option{Label: label, Other: otherHeading(label) || !profiles[i].ticks(in.file) && len(profiles[i].values) > 1, DontKnow: dontKnow(label)}
		if base := textBeside(in.file, label); base != "" {
			other = besideOption(d.Options, base) || other
			continue
		}
		if o.Other && other && !typedBeside(profiles[i].column) {
			continue // tick and text of one option
		}
		o.Other = o.Other || textFor(profiles, label)
		if c := profiles[i].column; in.file.Dialect.Name == "redcap" && rawField.MatchString(c.Question) && c.Option != "" && !strings.Contains(c.Option, " ") {
			o.Code, o.Label = c.Option, c.Question+"___"+c.Option // the code says nothing alone
		}
		if known[key(o.Label)] {
			continue
		}
		known[key(o.Label)] = true
		other = other || o.Other
		d.Options = append(d.Options, o)
	}
	return d
}

// severalWords are the words of a question that allows several answers.
func severalWords() []string {
	return []string{
		"all that apply", "select all", "check all", "tick all", "choose all", "mark all", "more than one", "multiple", "one or more",
		"select any", "meerdere", "meer dan een", "alle antwoorden", "alles wat", "alles aan", "kies alle", "vink alle", "een of meer",
		"maximaal", "max", "up to", "at most", "top", "mehrere", "mehrfach*", "alle zutreffenden", "plusieurs", "toutes les",
	}
}

// exclusive reports whether each of many respondents ticked one option, and
// nobody two or, where unticked is written out, none.
func (in *inference) exclusive(profiles []profile) bool {
	var columns []*export.Column
	var tables [][]uint8
	options := 0
	for i := range profiles {
		p := &profiles[i]
		table, found := in.tickEntries(p)
		if (otherText(p.column) || textBeside(in.file, p.column.Option) != "") && slices.ContainsFunc(p.values, func(v value) bool {
			return tickOf(in.file, p.column, v.cell.Text) == noTick
		}) {
			continue // texts
		}
		columns, tables = append(columns, p.column), append(tables, table)
		options += one(found)
	}
	if options < 2 {
		return false
	}
	ticks := 0
	for at := 0; at < len(in.skip); at += chunk { // as a rule the first tells
		n, ok := oneTick(columns, tables, at, in.skip[at:min(at+chunk, len(in.skip))])
		if !ok {
			return false
		}
		ticks += n
	}
	return ticks >= enough
}

// tickEntries returns the entries of the cells of a column as a tick column; found is true
// when one of them ticks.
func (in *inference) tickEntries(p *profile) (table []uint8, found bool) {
	table = make([]uint8, p.column.Dict.Len())
	for d, cell := range p.column.Dict.All() {
		if p.counts[d] == 0 {
			continue
		}
		is := tickOf(in.file, p.column, cell.Text)
		if is == noTick && len(p.values) == 1 {
			is = ticked
		}
		if table[d] = entryMarked; is == ticked {
			table[d], found = entryMarked|entryTicked, true
		}
	}
	return table, found
}

// oneTick counts the ticks of a chunk of records in columns with these tables of entries;
// ok is false when one of the records has two, or marks and none. Those to skip don't count.
func oneTick(columns []*export.Column, tables [][]uint8, at int, skip []bool) (n int, ok bool) {
	var once, twice, marked, ticks [chunk >> 6]uint64
	var room [chunk]uint8
	for i, c := range columns {
		entries := room[:len(skip)]
		export.Look(&c.Codes, at, entries, tables[i])
		clear(ticks[:])
		addMarks(ticks[:], marked[:], entries)
		for k, who := range ticks {
			twice[k] |= once[k] & who
			once[k] |= who
		}
	}
	var tests survey.Bits = make([]uint64, chunk>>6)
	for r, skipped := range skip {
		if skipped {
			tests.Set(r)
		}
	}
	for k, who := range once {
		if (twice[k]|marked[k]&^who)&^tests[k] != 0 {
			return 0, false
		}
		n += bits.OnesCount64(who &^ tests[k])
	}
	return n, true
}

// splitToo proposes the select-all question of which the tool exports both the
// answers in one cell and a column per option, as KoboToolbox does: the columns
// are used, and it is told where the cell says otherwise.
func (in *inference) splitToo(columns []int, profiles []profile) *draft {
	if len(columns) < 3 || profiles[0].column.Option != "" || profiles[0].filled == 0 || !in.tickBlock(profiles[1:]) || profiles[0].ticks(in.file) {
		return nil
	}
	names := map[string]int{}
	for i := range profiles[1:] {
		names[key(profiles[i+1].column.Option)] = i + 1
	}
	separator, fits := "", 0
	for _, s := range []string{" ", ";", ",", "|", "\n"} {
		n := 0
		for _, v := range profiles[0].values {
			pieces, ok := piecesOf(v.cell.Text, s, names)
			n += v.count * one(ok && len(pieces) > 0)
		}
		if n > fits {
			separator, fits = s, n
		}
	}
	if 10*fits < 9*profiles[0].filled {
		return nil
	}
	d := in.ticked(columns[1:], profiles[1:])
	differ := in.differ(profiles, separator, names)
	severity := survey.Note
	if differ > 0 {
		severity = survey.Warning
	}
	d.doubt(severity, survey.IssueJoinedAndSplit, profiles[0].column.Letter, strconv.Itoa(differ))
	in.cb.Ignore = append(in.cb.Ignore, in.dir.reference(columns[:1]))
	return d
}

// piecesOf splits a cell into options by their names; ok is false when a piece
// is none.
func piecesOf(text, separator string, names map[string]int) (columns []int, ok bool) {
	if at, whole := names[key(text)]; whole {
		return []int{at}, true
	}
	pieces := strings.Split(text, separator)
	for i := 0; i < len(pieces); {
		j, at, known := len(pieces), 0, false
		for ; j > i && !known; j-- { // an option can hold the separator
			piece := strings.TrimSpace(strings.Join(pieces[i:j], separator))
			if at, known = names[key(piece)]; piece == "" {
				at, known = -1, true
			}
		}
		if !known {
			return nil, false
		}
		if i = j + 1; at >= 0 {
			columns = append(columns, at)
		}
	}
	return columns, true
}

// differ counts the respondents of whom the cell with all answers says other
// than the columns per option.
func (in *inference) differ(profiles []profile, separator string, names map[string]int) int {
	joined := profiles[0].column
	cells := make([][]int, joined.Dict.Len())
	for d, cell := range joined.Dict.All() {
		cells[d], _ = piecesOf(cell.Text, separator, names)
	}
	n := 0
	for r, code := range joined.Codes.All() {
		same := true
		for i := range profiles[1:] {
			c := profiles[i+1].column
			isTicked := tickOf(in.file, c, c.Value(r).Text) == ticked
			same = same && isTicked == slices.Contains(cells[code], i+1)
		}
		n += one(!same)
	}
	return n
}

// places returns the number of places when the block is a ranking: whole
// numbers from 1, of which each respondent gave every item another. 0 when it
// is none.
func (in *inference) places(columns []int, profiles []profile) int {
	highest := 0
	for i := range profiles {
		p := &profiles[i]
		for _, v := range p.values {
			n, err := strconv.Atoi(v.key)
			if err != nil || n < 1 || n > len(columns) {
				return 0
			}
			highest = max(highest, n)
		}
	}
	if highest < 3 || len(columns) < 3 {
		return 0
	}
	full, rows := 0, 0
	for r := range in.file.Rows.Len() {
		seen, n, top := map[string]bool{}, 0, 0
		for i := range profiles {
			text := profiles[i].column.Value(r).Text
			if in.skip[r] || profiles[i].counts[profiles[i].column.Codes.At(r)] == 0 {
				continue
			}
			if seen[text] {
				return 0
			}
			seen[text] = true
			place, _ := strconv.Atoi(text)
			n, top = n+1, max(top, place)
		}
		rows += one(n > 1)
		full += one(n > 2 && n == top)
	}
	if rows < 5 || full < rows && rows < 10 {
		return 0
	}
	return highest
}

// ranked proposes a question per item of a ranking: at which place it stands,
// the first place being the highest.
func (in *inference) ranked(columns []int, profiles []profile, places int) []*draft {
	drafts := make([]*draft, 0, len(columns))
	for i, c := range columns {
		if profiles[i].filled == 0 {
			in.cb.Ignore = append(in.cb.Ignore, in.dir.reference([]int{c}))
			continue
		}
		d := in.draft([]int{c}, profiles[i])
		d.Kind, d.family = survey.Scale.String(), placeScale
		d.because(BasisPlaces, strconv.Itoa(places))
		for n := places; n >= 1; n-- {
			d.Options = append(d.Options, Option{Label: strconv.Itoa(n), Score: places - n + 1})
		}
		drafts = append(drafts, d)
	}
	drafts[0].doubt(survey.Warning, survey.IssueRanking, strconv.Itoa(len(drafts)), "places")
	return drafts
}

// rankForm is the heading of a place in a ranking: "Rank 1", "Plaats 2".
var rankForm = pattern.New(`^(rank|rang|ranking|rangorde|plaats|positie|place|position|platz|keuze|choice)\s*#?\d{1,2}$`)

// rankColumn reports whether the column holds the items at one place of a
// ranking of LimeSurvey, which numbers the places.
func (in *inference) rankColumn(p *profile) bool {
	return in.file.Dialect.Name == "limesurvey" && digits(p.column.Option) && len(p.column.Option) < 3 && p.filled > 0 && p.numeric() == 0
}

// rankHeading reports whether the column holds the items at one place of a
// ranking.
func (d *draft) rankHeading() bool {
	return rankForm.MatchString(key(d.profile.column.Option))
}

// doubtOnce notes an issue unless that was done already.
func (d *draft) doubtOnce(done *bool, severity survey.Severity, code survey.Code, args ...string) {
	if !*done {
		d.doubt(severity, code, args...)
	}
	*done = true
}

// spellings keeps apart what differs from an option in capitals or accents
// only: the option is the commonest spelling, the others count as "other".
func (d *draft) spellings() {
	p := &d.profile
	var variants []string
	for i := range d.Options {
		o := &d.Options[i]
		common := -1
		for c, cell := range p.column.Dict.All() {
			if p.counts[c] > 0 && key(cell.Text) == key(o.Label) && (common < 0 || p.counts[c] > p.counts[common]) {
				common = c
			}
		}
		if common < 0 || p.counts[common] < 2 {
			continue
		}
		o.Label = p.column.Dict.At(common).Text
		for c, cell := range p.column.Dict.All() {
			if c != common && p.counts[c] > 0 && key(cell.Text) == key(o.Label) {
				variants = append(variants, cell.Text)
			}
		}
	}
	if len(variants) > 0 {
		slices.Sort(variants)
		d.Exact = true
		d.doubt(survey.Warning, survey.IssueSpelling, strings.Join(variants, ", "))
	}
}
