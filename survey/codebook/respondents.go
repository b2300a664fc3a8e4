package codebook

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"benchmark/survey"
)

// examples is the number of rows that an issue names.
const examples = 5

// selectRows decides which records are respondents, and fills in the
// provenance: Read = Kept + Dropped.
func (a *application) selectRows(s *survey.Survey) error {
	f := a.file
	keep := make([]bool, f.Rows.Len())
	for i := range keep {
		keep[i] = true
	}
	tests, err := a.dropTests(keep)
	if err != nil {
		return err
	}
	outside, filtered := a.dropFiltered(keep), 0
	if !a.cb.Inferred {
		outside, filtered = 0, outside
	}
	filtered += a.dropIncomplete(keep)
	empty := a.dropEmpty(keep)
	duplicates := a.dropDuplicates(keep)
	a.rows = recordsIn(keep)
	if a.rows.len() == 0 {
		return fmt.Errorf("applying the %s to %s: no respondent is left of %d rows (%d tests, %d excluded by the codebook, %d without an answer, %d duplicates)",
			a.source(), f.Name, f.Read, tests, outside+filtered, empty, duplicates)
	}
	p := survey.Provenance{
		File: f.Name, SHA256: f.SHA256, Codebook: a.cb.Name, CodebookSHA256: a.cb.SHA256, Sheet: f.Sheet,
		Read: f.Read, Kept: a.rows.len(), Synthetic: a.cb.Survey.Synthetic, Publisher: a.cb.Survey.Publisher, Mode: survey.Mode(a.cb.Survey.Mode),
	}
	p.Dropped = append(p.Dropped, f.Dropped...)
	for _, d := range []survey.Dropped{
		{Reason: survey.DropTest, Rows: tests}, {Reason: survey.DropNoAnswer, Rows: empty},
		{Reason: survey.DropDuplicate, Rows: duplicates}, {Reason: survey.DropOutside, Rows: outside},
		{Reason: survey.DropFilter, Rows: filtered},
	} {
		if d.Rows > 0 {
			p.Dropped = append(p.Dropped, d)
		}
	}
	s.Source = p
	a.partial()
	return nil
}

// dropTests drops the records whose status says that they are tests. When
// hardly anything would be left, the status must mean something else.
func (a *application) dropTests(keep []bool) (int, error) {
	if a.test < 0 || len(a.cb.Respondent.Tests) == 0 {
		return 0, nil
	}
	c := &a.file.Columns[a.test]
	test := make([]bool, c.Dict.Len())
	for d, cell := range c.Dict.All() {
		test[d] = cell.Text != "" && slices.ContainsFunc(a.cb.Respondent.Tests, func(t string) bool { return key(t) == key(cell.Text) })
	}
	n, first := 0, -1
	for i, code := range c.Codes.All() {
		if test[code] {
			keep[i] = false
			n++
			if first < 0 {
				first = i
			}
		}
	}
	if 10*n > 9*len(keep) {
		return 0, fmt.Errorf("applying the %s to %s: %d of %d rows are tests by column %s (%s); if they are real answers, take those words out of respondent: tests in the codebook",
			a.source(), a.file.Name, n, len(keep), c.Letter, strings.Join(a.cb.Respondent.Tests, ", "))
	}
	if n > 0 {
		a.note(a.place(a.test, first), survey.Note, survey.IssueTestRows, strconv.Itoa(n), heading(c), strings.Join(a.cb.Respondent.Tests, ", "))
	}
	return n, nil
}

// dropEmpty drops the records without an answer to any question.
func (a *application) dropEmpty(keep []bool) int {
	if a.cb.Respondent.Include == includeAll {
		return 0
	}
	n, first := 0, -1
	a.silent(len(keep)).Each(func(i int) {
		if !keep[i] {
			return
		}
		keep[i] = false
		if n++; first < 0 {
			first = i
		}
	})
	if n > 0 {
		a.note(a.place(-1, first), survey.Note, survey.IssueEmptyRows, strconv.Itoa(n))
	}
	return n
}

// silent returns the records of n in which no question is answered.
func (a *application) silent(n int) survey.Bits {
	all, silent := records{n: n}, survey.NewBits(n).Complement(n)
	for i := range a.bindings {
		b := &a.bindings[i]
		for _, c := range b.columns {
			column := &a.file.Columns[c]
			says := make([]uint8, column.Dict.Len())
			for d, cell := range column.Dict.All() {
				says[d] = uint8(one(a.says(b, cell.Text)))
			}
			chunks(&all, column, says, func(at int, entries []uint8) {
				for k := 0; k<<6 < len(entries); k++ {
					said := uint64(0)
					for i, e := range entries[k<<6 : min(k<<6+64, len(entries))] {
						said |= uint64(e) << i
					}
					silent[at>>6+k] &^= said
				}
			})
			if silent.Count() == 0 { // as a rule after a column or two
				return silent
			}
		}
	}
	return silent
}

// dropDuplicates finds records that share a respondent id and settles them as
// the codebook says. First and last go by the time of the answers where the
// file has it, then by the order of the file.
func (a *application) dropDuplicates(keep []bool) int {
	if a.id < 0 {
		return 0
	}
	groups := a.sameID(keep)
	if len(groups) == 0 {
		return 0
	}
	rule := a.cb.Respondent.Duplicates
	rows, n := []string{}, 0
	at := a.moments()
	for _, group := range groups {
		n += len(group)
		for _, i := range group {
			if len(rows) < examples {
				rows = append(rows, strconv.Itoa(a.file.Rows.At(i)))
			}
		}
		slices.SortStableFunc(group, func(i, j int) int { return at[i].Compare(at[j]) })
		switch rule {
		case keepFirst:
			group = group[1:]
		case keepLast:
			group = group[:len(group)-1]
		default:
			continue
		}
		for _, i := range group {
			keep[i] = false
		}
	}
	where := a.place(a.id, groups[0][0])
	if rule == keepFirst || rule == keepLast {
		a.note(where, survey.Warning, survey.IssueDuplicateSettled, strconv.Itoa(n-len(groups)), rule)
		return n - len(groups)
	}
	if a.events(groups) {
		return 0
	}
	issue := a.note(where, survey.Doubt, survey.IssueDuplicateID, append([]string{strconv.Itoa(len(groups)), strconv.Itoa(n)}, rows...)...)
	issue.Fix = "respondent: {duplicates: " + keepLast + "}"
	return 0
}

// sameID returns the kept records that share an id, group by group in file
// order.
func (a *application) sameID(keep []bool) [][]int {
	c := &a.file.Columns[a.id]
	first := make([]int, c.Dict.Len()) // record + 1
	group := map[uint32]int{}
	var groups [][]int
	for i, code := range c.Codes.All() {
		if !keep[i] || c.Dict.At(int(code)).Text == "" {
			continue
		}
		if first[code] == 0 {
			first[code] = i + 1
			continue
		}
		g, known := group[code]
		if !known {
			g = len(groups)
			group[code] = g
			groups = append(groups, []int{first[code] - 1})
		}
		groups[g] = append(groups[g], i)
	}
	return groups
}

// moments returns when each record was sent in, or begun, as far as known.
func (a *application) moments() []time.Time {
	at := make([]time.Time, a.file.Rows.Len())
	for _, column := range []int{a.started, a.ended} {
		if column < 0 {
			continue
		}
		c := &a.file.Columns[column]
		if n, ok := datesOf(&c.Dict, a.language); ok {
			for i := range at {
				if t, good := n.parse(c.Value(i).Text); good {
					at[i] = t
				}
			}
		}
	}
	return at
}

// partial counts the kept respondents who did not finish.
func (a *application) partial() {
	n := 0
	column, unfinished := a.finished()
	if column < 0 {
		return
	}
	for _, i := range a.rows.all() {
		n += one(unfinished(a.file.Columns[column].Value(i).Text))
	}
	if n > 0 {
		a.note(a.place(column, -1), survey.Note, survey.IssuePartialRows, strconv.Itoa(n))
	}
}

// tell fills in where each respondent stands in the file, and how long it took
// where start and end are both known.
func (a *application) tell(s *survey.Survey) {
	if s.Rows = a.file.Rows; a.rows.some != nil {
		s.Rows = survey.RowNumbers{}
		for _, record := range a.rows.all() {
			s.Rows.Append(a.file.Rows.At(record))
		}
	}
	if a.started < 0 || a.ended < 0 {
		return
	}
	started, ended := &a.file.Columns[a.started], &a.file.Columns[a.ended]
	from, known := datesOf(&started.Dict, a.language)
	to, both := datesOf(&ended.Dict, a.language)
	if !known || !both {
		return
	}
	s.Durations = make([]time.Duration, a.rows.len())
	for r, record := range a.rows.all() {
		begin, good := from.parse(started.Value(record).Text)
		end, fine := to.parse(ended.Value(record).Text)
		if good && fine && !a.undated(end) && end.After(begin) {
			s.Durations[r] = end.Sub(begin)
		}
	}
}

// period fills in the first start and the last end of the kept responses.
func (a *application) period(s *survey.Survey) {
	for _, part := range []struct {
		column, spare int
		order         int
		at            *time.Time
	}{{a.started, a.ended, -1, &s.Source.FieldStart}, {a.ended, a.started, 1, &s.Source.FieldEnd}} {
		column := part.column
		if column < 0 {
			column = part.spare
		}
		if column < 0 {
			continue
		}
		c := &a.file.Columns[column]
		n, ok := datesOf(&c.Dict, a.language)
		if !ok {
			continue
		}
		if n.guessed && part.column >= 0 {
			order := "day-month-year"
			if n.order == monthFirst {
				order = "month-day-year"
			}
			a.note(a.place(column, -1), survey.Note, survey.IssueDateOrder, heading(c), order)
		}
		for _, i := range a.rows.all() {
			t, good := n.parse(c.Value(i).Text)
			if good && !a.undated(t) && (part.at.IsZero() || t.Compare(*part.at) == part.order) {
				*part.at = t
			}
		}
	}
}

// bodies warns of organisations that answered more than once under different
// ids. Their names are not told.
func (a *application) bodies(s *survey.Survey) {
	at := s.First(survey.BodyCode)
	if at < 0 {
		at = s.First(survey.Organisation)
	}
	if at < 0 || !s.Columns[at].Worded() {
		return
	}
	seen := map[string][]int{}
	var order []string
	for r, text := range s.Columns[at].Texts() {
		if text == "" {
			continue
		}
		k := key(text)
		if len(seen[k]) == 0 {
			order = append(order, k)
		}
		seen[k] = append(seen[k], r)
	}
	n, rows := 0, []int{}
	for _, k := range order {
		if group := seen[k]; len(group) > 1 && a.differentIDs(group) {
			n++
			rows = append(rows, group...)
		}
	}
	if n == 0 {
		return
	}
	slices.SortFunc(rows, cmp.Compare)
	issue := a.note(a.place(a.bindings[at].main, a.rows.at(rows[0])), survey.Warning, survey.IssueDuplicateBody,
		append([]string{strconv.Itoa(n)}, a.rowNumbers(rows)...)...)
	issue.Question = s.Questions[at].ID
}

// differentIDs reports whether the respondents have not all one id.
func (a *application) differentIDs(group []int) bool {
	if a.id < 0 {
		return true
	}
	c := &a.file.Columns[a.id]
	return slices.ContainsFunc(group, func(r int) bool { return c.Codes.At(a.rows.at(r)) != c.Codes.At(a.rows.at(group[0])) })
}

// rowNumbers returns the row numbers of the first few respondents.
func (a *application) rowNumbers(respondents []int) []string {
	var numbers []string
	for _, r := range respondents[:min(len(respondents), examples)] {
		numbers = append(numbers, strconv.Itoa(a.file.Rows.At(a.rows.at(r))))
	}
	return numbers
}
