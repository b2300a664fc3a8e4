package charts

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"

	"golang.org/x/text/unicode/norm"
)

// longest is the number of characters of a question that is printed in full in
// a subtitle, and shortest of a name that fits in a headline.
const (
	longest  = 190
	shortest = 60
)

// maker holds what every constructor needs.
type maker struct {
	study *analysis.Study
	l     *locale.Locale
	words locale.ChartWords
	notes locale.ChartNotes
	// split are the breakdowns that a chart shows; nil for the usual ones.
	split []string
}

func newMaker(study *analysis.Study, l *locale.Locale) maker {
	m := maker{study: study, l: l, words: l.ChartWords(), notes: l.ChartNotes()}
	if !study.Survey.OfOrganisations() {
		m.words.Everyone, m.notes.Reference = m.words.Everybody, m.notes.Respondents
	}
	return m
}

// start returns a chart with everything that does not depend on its kind.
func (m *maker) start(kind Kind, name string) Chart {
	s := m.study.Survey
	return Chart{
		Kind: kind, Name: slug(name), Language: m.l.Tag, Omitted: m.notes.Omitted,
		Source: m.l.ChartSource(s.Source.Publisher, s.Title, s.Respondents, s.Source.FieldStart, s.Source.FieldEnd,
			s.Source.Synthetic, m.study.Options.Disclosure == analysis.Unprotected),
	}
}

// finish adds whether the figures are weighted, and the text alternative.
func (m *maker) finish(c *Chart, kind string) {
	if m.study.Survey.Design.Sampled {
		note := m.notes.Weighted
		if kind == m.words.RankedBarsKind {
			note = m.notes.Counted
		}
		c.Notes = append([]string{note}, c.Notes...)
		if kind != m.words.RankedBarsKind {
			c.Title, c.Subtitle = m.l.ChartEstimated(c.Title), m.l.ChartWeighted(c.Subtitle)
		}
	}
	c.Notes = append(c.Notes, m.lonelyNotes(c)...)
	var rows []string
	for i := range c.Rows {
		r := &c.Rows[i]
		switch {
		case r.Heading:
		case !r.drawn():
			rows = append(rows, r.Label+": "+r.Words)
		case c.Kind == Heat:
			rows = append(rows, c.cellsText(r))
		case len(c.Series) > 0:
			parts := make([]string, len(r.Marks))
			for s := range r.Marks {
				parts[s] = strings.TrimSpace(c.Series[s].Label + " " + r.Marks[s].Label + r.Marks[s].Words + " " + r.Marks[s].Range)
			}
			rows = append(rows, r.Label+": "+strings.Join(parts, ", "))
		case len(r.Cells) > 1:
			rows = append(rows, r.Label+": "+r.Marks[0].Label+" ("+r.Cells[1]+")")
		default:
			rows = append(rows, r.Label+": "+r.Marks[0].Label)
		}
	}
	c.Alt = m.l.ChartAlt(kind, c.Title, c.Subtitle, rows, c.Name+".csv")
	*c = c.visible()
}

// subject names what a table is about in a headline: its channel, or its title
// when that is short, or nothing.
func (m *maker) subject(t *analysis.Table) string {
	if t.Channel != "" {
		return t.Channel
	}
	if utf8.RuneCountInString(t.Title) <= shortest {
		return strings.TrimRight(t.Title, ".?! ")
	}
	return ""
}

// asked returns the question as it was asked, of a long one its beginning, followed by
// what a chart shows of it.
func (m *maker) asked(t *analysis.Table, shows string) string {
	text := beginning(strings.TrimSpace(t.Text), longest)
	if text == "" {
		return shows
	}
	if !strings.HasSuffix(text, cut) && !strings.ContainsAny(text[len(text)-1:], ".?!:)") {
		text += "."
	}
	return text + " " + shows
}

// cut stands for what is left out of a text.
const cut = "…"

// beginning returns a text, or as many of its words as fit in a number of characters with
// what stands for the others. What it asks about, between brackets at the end, stays.
func beginning(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	item := bracketed(text)
	if utf8.RuneCountInString(item) > most/2 {
		item = ""
	}
	head := string([]rune(text)[:most-1-utf8.RuneCountInString(item)])
	if at := strings.LastIndexByte(head, ' '); at > 0 {
		head = head[:at]
	}
	return strings.TrimRight(head, " ,;:-–([") + cut + item
}

// bracketed returns what stands between brackets at the end of a text, with them and the
// blank before; nothing when that is all or none of it.
func bracketed(text string) string {
	open := 0
	for at := len(text) - 1; at > 0; at-- {
		switch text[at] {
		case ']':
			open++
		case '[':
			open--
		}
		switch {
		case open < 1 && text[at-1] == ' ' && text[at] == '[':
			return text[at-1:]
		case open < 1:
			return ""
		}
	}
	return ""
}

// percentOf says whose percentage the figures of a table are.
func (m *maker) percentOf(t *analysis.Table) string {
	return m.l.ChartBase(string(t.Base.Kind), t.Base.Channel, t.Account.Base)
}

// percent prints a share as a whole percentage.
func (m *maker) percent(share float64) string { return m.l.Percent(share, 0) }

// wholePercent prints a share that was rounded with those beside it to a sum of 100: what
// is more than nothing never as nothing, and what is not all never as all.
func (m *maker) wholePercent(whole int, share float64) string {
	const all, slack = 100, 1e-9
	if whole == 0 && share > 0 || whole == all && share < 1-slack {
		return m.l.Percent(min(max(share, slack), 1-slack), 0)
	}
	return m.l.Percent(float64(whole)/all, 0)
}

// missing returns the words that stand where a figure is missing.
func (m *maker) missing(s analysis.Status) string {
	switch s {
	case analysis.HiddenSmall, analysis.HiddenExtreme:
		return m.words.TooFew
	case analysis.HiddenOthers:
		return m.words.Protected
	case analysis.HiddenImprecise:
		return m.words.Imprecise
	case analysis.NoAnswers:
		return m.words.NoAnswers
	}
	return m.words.NotMade
}

// hiddenNotes explains the hatched rows of a chart.
func (m *maker) hiddenNotes(c *Chart) []string {
	small, others, imprecise := false, false, false
	for i := range c.Rows {
		small = small || c.Rows[i].Status == analysis.HiddenSmall
		others = others || c.Rows[i].Status == analysis.HiddenOthers
		for _, mark := range c.Rows[i].Marks {
			small = small || mark.Status == analysis.HiddenSmall
			others = others || mark.Status == analysis.HiddenOthers
		}
		imprecise = imprecise || c.Rows[i].Status == analysis.HiddenImprecise
	}
	var notes []string
	switch {
	case small:
		notes = []string{m.notes.TooFew(analysis.MinimumAnswers)}
	case others:
		notes = []string{m.notes.Protected}
	}
	if imprecise {
		notes = append(notes, m.notes.Imprecise)
	}
	return notes
}

// lonelyNotes names the strata with one answer, and the rows that they are part
// of. One note stands for all rows with the same strata.
func (m *maker) lonelyNotes(c *Chart) []string {
	var seen, notes []string
	drawn := 0
	for i := range c.Rows {
		if c.Rows[i].drawn() {
			drawn++
		}
	}
	for i := range c.Rows {
		strata := fmt.Sprint(c.Rows[i].Lonely)
		if !c.Rows[i].drawn() || len(c.Rows[i].Lonely) == 0 || slices.Contains(seen, strata) {
			continue
		}
		seen = append(seen, strata)
		var names, rows []string
		for _, h := range c.Rows[i].Lonely {
			if h < len(m.study.Survey.Design.Strata) {
				_, title := m.study.Survey.StratumName(h)
				names = append(names, title)
			}
		}
		for j := range c.Rows {
			if r := &c.Rows[j]; r.drawn() && fmt.Sprint(r.Lonely) == strata {
				rows = append(rows, r.Label)
			}
		}
		if len(rows) == drawn {
			rows = nil
		}
		notes = append(notes, m.l.ChartLonely(names, rows))
	}
	return notes
}

// groupLabel names a group: the plural of a type of organisation, the users of
// a channel, or the answer that makes the group.
func (m *maker) groupLabel(g *analysis.Group) string {
	switch {
	case g.Breakdown == analysis.TotalBreakdown:
		return m.words.Everyone
	case g.Breakdown == analysis.UsersBreakdown:
		return m.l.ChartUsers(g.Level)
	case g.Plural != "":
		return m.l.Capital(m.l.Bodies(g.Means, g.Plural, m.study.Survey.Language))
	}
	return m.l.Capital(g.Label)
}

// rowLabel names a row of a table in a sentence.
func (m *maker) rowLabel(r *analysis.Row) string {
	if r.Label != "" {
		return r.Label
	}
	if net := m.l.ChartNet(r.Key); net != "" {
		return net
	}
	return r.Key
}

// option returns the option that a row of a table stands for, or nil.
func (m *maker) option(t *analysis.Table, key string) *survey.Option {
	q := m.question(t)
	if q == nil {
		return nil
	}
	if i := q.Option(key); i >= 0 {
		return &q.Options[i]
	}
	return nil
}

func (m *maker) question(t *analysis.Table) *survey.Question {
	if i := m.study.Survey.Find(t.Question); t.Question != "" && i >= 0 {
		return &m.study.Survey.Questions[i]
	}
	return nil
}

// wholePercentages rounds shares that add up to 1 to whole percentages that add
// up to 100. Where the spare share can take up the difference and stay within a
// point of its value, all others are rounded as they are in tables. Else all
// are rounded down and the points that are left go to the largest remainders,
// of equal ones to the last. Spare is a position, or -1.
func wholePercentages(shares []float64, spare int) []int {
	whole := make([]int, len(shares))
	left := 100
	for i, s := range shares {
		whole[i] = int(locale.Round(100*s, 0))
		if i != spare {
			left -= whole[i]
		}
	}
	if spare < 0 || math.Abs(float64(left)-100*shares[spare]) >= 1 {
		return largestRemainders(shares)
	}
	whole[spare] = left
	return whole
}

// largestRemainders rounds shares down to whole percentages, and gives what is
// left of 100 to the largest remainders.
func largestRemainders(shares []float64) []int { return apportion(shares, 100) }

// apportion rounds shares to whole percentages that add up to a total which is
// less than a point from their sum.
func apportion(shares []float64, total int) []int {
	whole := make([]int, len(shares))
	order := make([]int, len(shares))
	left := total
	for i, s := range shares {
		whole[i] = int(math.Floor(100*s + 1e-9))
		order[i] = i
		left -= whole[i]
	}
	rest := func(i int) float64 { return locale.Round(100*shares[i]-float64(whole[i]), 9) }
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(rest(b), rest(a)), cmp.Compare(b, a)) })
	for i := 0; i < left && i < len(order); i++ {
		whole[order[i]]++
	}
	return whole
}

// header names the columns of the figures beside every chart.
func header() []string {
	return []string{"breakdown", "group", "label", "series", "status", "value", "low", "high", "count", "base"}
}

// record is one line of the figures: a hidden estimate leaves all numbers empty.
func record(g *analysis.Group, label, series string, e *analysis.Estimate) []string {
	r := []string{g.Breakdown, g.Level, label, series, e.Status.String(), "", "", "", "", ""}
	if e.Status != analysis.Estimated {
		return r
	}
	r[5] = number(e.Value)
	if e.Method != analysis.NoInterval {
		r[6], r[7] = number(e.Low), number(e.High)
	}
	r[8], r[9] = strconv.Itoa(e.Count), strconv.Itoa(e.Base)
	return r
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// slug turns a name into lower-case ASCII words joined by hyphens, fit for a
// file name; accents are dropped. A name without any letter or digit becomes
// "chart".
func slug(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case r >= 0x300 && r < 0x370:
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if s := strings.TrimRight(b.String(), "-"); s != "" {
		return s
	}
	return "chart"
}

// fault says which chart could not be made.
func fault(name string, format string, args ...any) error {
	return fmt.Errorf("making the chart %s: %w", slug(name), fmt.Errorf(format, args...))
}
