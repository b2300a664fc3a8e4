package codebook

import (
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/personal"
	"benchmark/survey/stack"
)

// The parts of the filled cells of a column from which it is taken to hold personal
// data: cells that are an identifier, and fewer where nearly all others have the
// form of a name.
const (
	mostCells  = 0.5
	someNames  = 0.2
	nameShaped = 0.8
	// fewestNames is the number of different names below which a column of first names
	// can be a choice between a few.
	fewestNames = 3
	// looked is the number of different cells that are looked at.
	looked = 300
)

// keepTexts is what a codebook says of a question of which the texts are to be read
// as they are, with what looks like personal data in them.
const keepTexts = "keep"

// ofPersons reports whether most cells are e-mail addresses, telephone numbers,
// addresses, numbers of the state or the bank, or names of persons.
func (p *profile) ofPersons() bool {
	if p.filled == 0 {
		return false
	}
	return p.mostly(mostCells, personalForm) || p.placed() || p.identified()
}

// personalForm reports whether a cell has the form of an address or a telephone
// number. Each form is looked for only where its marks are.
func personalForm(c export.Cell) bool {
	t := c.Text
	switch {
	case c.Typed || t == "":
		return false
	case strings.IndexByte(t, '@') >= 0 && emailForm.MatchString(t):
		return true
	case t[0] != '-' && t[0] != '+' && !digit(t[0]): // the others begin with those
		return false
	}
	points := strings.Count(t, ".")
	return points == 3 && ipForm.MatchString(t) || points > 1 && geoForm.MatchString(t) ||
		(strings.IndexByte(t, '-') >= 0 || strings.IndexByte(t, '+') >= 0) && !dayForm.MatchString(t) && phoneForm.MatchString(t)
}

// identified looks at the commonest cells for identifiers and names.
func (p *profile) identified() bool {
	all, marked, named, shaped, names := 0, 0, 0, 0, 0
	for _, v := range p.values[:min(len(p.values), looked)] {
		all += v.count
		if v.cell.Typed || len(v.cell.Text) > 80 {
			continue
		}
		switch kind := personal.Whole(v.cell.Text); kind {
		case "", personal.Birth, personal.Number:
			shaped += v.count * one(personal.NameShaped(v.cell.Text))
		case personal.Name:
			named += v.count
			shaped += v.count
			names++
		default:
			marked += v.count
		}
	}
	part := func(n int, least float64) bool { return float64(n) > least*float64(all) }
	return part(marked, mostCells) || part(marked+named, mostCells) && names >= fewestNames ||
		part(named, someNames) && part(shaped, nameShaped) && names >= fewestNames
}

// placed reports whether all cells are latitudes, or all longitudes, of the
// Netherlands with the five decimals and more of a device: a place of a few metres.
func (p *profile) placed() bool {
	within := func(low, high float64) bool {
		return p.every(func(v value) bool {
			whole, decimals, found := strings.Cut(strings.Replace(v.cell.Text, ",", ".", 1), ".")
			x, err := strconv.ParseFloat(whole+"."+decimals, 64)
			return found && err == nil && len(decimals) >= 5 && x > low && x < high
		})
	}
	return p.distinct() >= fewestNames && (within(50.7, 53.6) || within(3.3, 7.3))
}

// asksPerson reports whether a heading asks who someone is, or how to reach them,
// and the cells are no answers of a list.
func (p *profile) asksPerson(head string) bool {
	if p.filled < fewestNames || 10*p.distinct() < 7*p.filled {
		return false
	}
	w := wordsOf(head)
	return has(w, "uw naam", "je naam", "jouw naam", "your name", "naam invuller", "naam van de invuller", "naam contactpersoon", "naam van de contactpersoon", "naam respondent",
		"voornaam", "achternaam", "first name", "last name", "surname", "uw e mailadres", "je e mailadres", "uw emailadres", "uw e mail", "je e mail", "your e mail",
		"your email", "e mailadres", "emailadres", "email address", "e mail address", "telefoonnummer", "phone number", "uw telefoon", "your phone", "mobiele nummer",
		"contactgegevens", "contact details", "uw gegevens", "uw contactpersoon", "geboortedatum", "date of birth", "uw adres", "your address", "burgerservicenummer") &&
		!has(w, "organisatie", "organisation", "organization", "gemeente", "municipality", "welke", "which", "hoeveel", "how many")
}

// withoutPersons takes options out of which the wording tells who someone is: they
// were typed, and count as "other". Headings of a block are the questionnaire's.
func (d *draft) withoutPersons(language string) {
	if d.profile.column.Option != "" && len(d.columns) > 1 {
		return
	}
	n := len(d.Options)
	d.Options = slices.DeleteFunc(d.Options, func(o Option) bool { return personal.Holds(o.Label) })
	if len(d.Options) < n {
		d.addOther(language)
	}
}

// plainHeading returns a heading in which nothing tells who someone is: in a file
// without headings, the first answers stand there.
func plainHeading(text string) string {
	plain, _ := personal.Redact(text)
	return plain
}

// closedValue reports whether a text can be shown as a value of a closed
// question: short, and without anything that may tell of a person.
func closedValue(text string) bool { return shortValue(text) && !personal.Suspect(text) }

// shortValue reports whether a text has the form of an option: short, no address and
// no long number.
func shortValue(text string) bool {
	return len([]rune(text)) <= 40 && figures(text) <= 6 && !strings.Contains(text, "@") && len(strings.Fields(text)) <= 6
}

// figures is the number of digits in a text.
func figures(text string) int {
	n := 0
	for _, r := range text {
		n += one(unicode.IsDigit(r))
	}
	return n
}

// redacted returns the texts of a column without what tells who someone is, and
// notes in how many answers there was something. Of an organisation the whole name is
// left out where it is that of a person.
func (a *application) redacted(b *binding, q *survey.Question, c *survey.Column, texts *cellTexts) {
	if b.question.Personal == keepTexts || q.Kind != survey.Open && q.Role != survey.Organisation {
		return
	}
	column := &a.file.Columns[b.main]
	var mutex sync.Mutex
	texts.plain = map[uint32]string{}
	inPieces(column.Dict.Len(), func(from, to int) {
		for d := from; d < to; d++ {
			text, plain := column.Dict.At(d).Text, ""
			var holds bool
			if q.Kind == survey.Open {
				var kinds []personal.Kind
				plain, kinds = personal.Redact(text)
				holds = len(kinds) > 0
			} else {
				holds = ofPerson(text)
			}
			if holds {
				mutex.Lock()
				texts.plain[uint32(d)] = plain
				mutex.Unlock()
			}
		}
	})
	if len(texts.plain) == 0 {
		return
	}
	n, first := 0, []int{}
	c.Base().Each(func(r int) {
		if _, holds := texts.plain[column.Codes.At(a.rows.at(r))]; !holds {
			return
		}
		if n++; n <= examples {
			first = append(first, r)
		}
		if q.Kind != survey.Open {
			c.Leave(r, survey.Invalid)
		}
	})
	if n == 0 {
		return
	}
	code, severity := survey.IssueRedacted, survey.Note
	if q.Kind != survey.Open {
		code, severity = survey.IssuePersonAsBody, survey.Warning
	}
	a.note(a.place(b.main, a.rows.at(first[0])), severity, code, q.ID, strconv.Itoa(n), strings.Join(a.rowNumbers(first), ", ")).Question = q.ID
}

// inParts divides the numbers below n into a few parts for as many threads as there are,
// of which each takes the next one: another may be at work elsewhere for a while. What work
// does for one number must not depend on another.
func inParts(n int, work func(from, to int)) {
	const least, ofEach = 1000, 4 // fewer are not worth a thread
	parts := max(1, min(ofEach*runtime.GOMAXPROCS(0), n/least))
	shared(parts, func(i int) { work(n*i/parts, n*(i+1)/parts) })
}

// inPieces is inParts in many small pieces, for work that takes longer for some numbers
// than for others.
func inPieces(n int, work func(from, to int)) {
	const piece = 1 << 10
	shared((n+piece-1)/piece, func(i int) { work(i*piece, min((i+1)*piece, n)) })
}

// shared calls do with every number below n, on as many threads as there are: each takes
// the next one.
func shared(n int, do func(i int)) {
	var all sync.WaitGroup
	var taken atomic.Int64
	work := func() {
		for i := int(taken.Add(1)) - 1; i < n; i = int(taken.Add(1)) - 1 {
			do(i)
		}
	}
	for range min(runtime.GOMAXPROCS(0), n) - 1 {
		all.Go(func() {
			stack.Deepen()
			work()
		})
	}
	work()
	all.Wait()
}

// ofPerson reports whether the name of an organisation is that of a person, or how
// to reach one: one first name is none, as organisations have such names.
func ofPerson(text string) bool {
	switch personal.Whole(text) {
	case personal.Name:
		return strings.ContainsAny(strings.TrimSpace(text), " .")
	case personal.Email, personal.Phone, personal.BSN, personal.IBAN:
		return true
	}
	return false
}

// discreet takes what tells who someone is out of what is told of the file.
func discreet(issues []survey.Issue) {
	for i := range issues {
		issue := &issues[i]
		for k, arg := range issue.Args {
			if arg == issue.Question || !personal.Holds(arg) {
				continue
			}
			issue.Args = slices.Clone(issue.Args)
			issue.Args[k], _ = personal.Redact(arg)
		}
		if personal.Holds(issue.Fix) {
			issue.Fix = ""
		}
	}
}

// toldPersonal notes the columns with personal data that no question uses, and those
// that one does use, since the codebook or the command line asks for them by name.
func (a *application) toldPersonal(s *survey.Survey) {
	asker := func(letter string) int {
		return slices.IndexFunc(s.Questions, func(q survey.Question) bool { return slices.Contains(q.Columns, letter) })
	}
	var left, asked []string
	for _, letter := range a.personalColumns() {
		at := asker(letter)
		switch {
		case at < 0:
			left = append(left, letter)
		case s.Questions[at].Kind != survey.Name && s.Questions[at].Role == survey.NoRole:
			asked = append(asked, letter)
		}
	}
	a.issues = slices.DeleteFunc(a.issues, func(i survey.Issue) bool { return i.Code == survey.IssuePersonalData })
	if len(left) > 0 {
		a.note(a.place(-1, -1), survey.Note, survey.IssuePersonalData, left...)
	}
	if len(asked) > 0 {
		a.note(a.place(-1, -1), survey.Warning, survey.IssuePersonalAsked, asked...)
	}
}

// personalColumns are the letters of the columns with personal data, told by heading
// and cells; an inferred codebook knows them.
func (a *application) personalColumns() []string {
	if a.cb.Inferred {
		if i := slices.IndexFunc(a.issues, func(i survey.Issue) bool { return i.Code == survey.IssuePersonalData }); i >= 0 {
			return a.issues[i].Args
		}
		return nil
	}
	return a.personal
}

// known finds out, under a codebook that is kept, which columns hold personal data,
// while every column has its cells.
func (a *application) known() {
	if a.cb.Inferred {
		return
	}
	is := a.proposal().kindOf
	if a.proposal().file != a.file {
		in := &inference{file: a.file, dir: a.dir, cb: &Codebook{Inferred: true}}
		in.cb.Survey.Language = a.language
		is = in.metadataOf
	}
	for i := range a.file.Columns {
		if is(i) == metaPersonal && profileFilled(a.file, i) {
			a.personal = append(a.personal, a.file.Columns[i].Letter)
		}
	}
}

// kindOf is metadataOf of a column that was looked at.
func (in *inference) kindOf(i int) metadata { return in.kinds[i] }

// safeColumn reports whether the heading of a column can stand in a codebook.
func safeColumn(c *export.Column) bool {
	return !personal.Holds(c.Question) && !personal.Holds(c.Option)
}
