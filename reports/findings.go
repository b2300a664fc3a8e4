package reports

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"benchmark/analysis"
	"benchmark/survey"
	"benchmark/survey/locale"
)

// How many options a finding names.
const (
	topReasons  = 3
	topBarriers = 2
	topChannels = 3
	topWords    = 7
)

// findings are the sentences that can be said, in the order of the tables.
// Only figures that are shown make a sentence.
func (b *builder) findings() []Finding {
	var found []Finding
	differences := b.differences()
	for i := range b.study.Tables {
		t := &b.study.Tables[i]
		found = append(found, b.tableFindings(t)...)
		found = append(found, differences[t.ID]...)
		if barriers := b.besideBarriers(); b.whole && len(barriers) > 0 && t == barriers[len(barriers)-1] {
			if f, ok := b.topBarrier(); ok {
				found = append(found, f)
			}
		}
	}
	return append(found, b.notCompared()...)
}

func (b *builder) tableFindings(t *analysis.Table) []Finding {
	switch t.Topic {
	case analysis.Respondents:
		return b.whoTookPart(t)
	case analysis.Coverage:
		return b.responded(t)
	case analysis.Channels:
		return b.mostUsed(t)
	case analysis.AdoptionTopic:
		return b.adoption(t)
	case analysis.Consideration:
		return b.consideration(t)
	case analysis.Satisfaction:
		return b.satisfaction(t)
	case analysis.Praise, analysis.Concern, analysis.Reasons:
		return b.ranking(t, topReasons)
	case analysis.Barriers, analysis.AnyBarrier:
		return b.ranking(t, topBarriers)
	case analysis.Volume:
		return b.volume(t)
	case analysis.Change:
		return b.change(t)
	case analysis.Ownership:
		return b.ownership(t)
	case analysis.Words:
		return b.wordsFinding(t)
	case analysis.Themes:
		return b.themesFinding(t)
	case analysis.OtherQuestion:
		return b.plainFinding(t)
	default:
		return nil
	}
}

// said is a figure that may be spoken of: its cell and where it stands.
type said struct {
	*analysis.Estimate
	Figure
	row int
}

// say returns the figure of a row in a group and whether it is shown.
func say(t *analysis.Table, row, group int) (said, bool) {
	if row < 0 || group < 0 {
		return said{}, false
	}
	e := &t.Cells[row][group]
	f := Figure{Table: t.ID, Row: t.Rows[row].Key, Measure: t.Rows[row].Measure, Group: groupKey(&t.Groups[group])}
	return said{e, f, row}, e.Status == analysis.Estimated
}

// total is say for the total of the share row with the key.
func total(t *analysis.Table, key string) (said, bool) { return say(t, t.Row(key, analysis.Share), 0) }

// meaning is say for the total of the row with the meaning.
func meaning(t *analysis.Table, means string) (said, bool) { return say(t, t.Meaning(means), 0) }

// groupKey names a group in a Figure.
func groupKey(g *analysis.Group) string {
	if g.Breakdown == analysis.TotalBreakdown {
		return ""
	}
	return g.Breakdown + ":" + g.Level
}

// figure writes a share: 48% (56 van 117), or what it is estimated at.
func (b *builder) figure(s said) string {
	if s.Weighted {
		return b.words.Estimated(s.Value, s.Unweighted, s.Base)
	}
	return b.words.Figure(s.Value, s.Count, s.Base)
}

// roughly marks the text of a figure as an estimate where it is one.
func (b *builder) roughly(s said, text string) string {
	if s.Weighted {
		return b.words.Roughly(text)
	}
	return text
}

// finding makes a finding of a sentence and its figures, the main one first.
func finding(text string, figures ...said) Finding {
	f := Finding{Text: text, Figure: figures[0].Figure}
	for _, o := range figures[1:] {
		f.Others = append(f.Others, o.Figure)
	}
	return f
}

// whoTookPart says how many organisations of each type took part.
func (b *builder) whoTookPart(t *analysis.Table) []Finding {
	row := t.Row(analysis.KeyRespondents, analysis.Count)
	all, ok := say(t, row, 0)
	if !ok {
		return nil
	}
	figures := []said{all}
	var kinds []string
	for g := range t.Groups {
		if t.Groups[g].Role != survey.BodyType {
			continue
		}
		if s, ok := say(t, row, g); ok && s.Value > 0 {
			figures = append(figures, s)
			kinds = append(kinds, b.kindCount(&t.Groups[g], int(s.Value)))
		}
	}
	if !b.survey.OfOrganisations() {
		return nil // the subtitle says how many answered
	}
	return []Finding{finding(b.words.WhoTookPart(int(all.Value), kinds), figures...)}
}

// kindCount counts organisations of one kind: 92 gemeenten, 1 gemeente, or
// "Gemeente (92)" where the plural is not known.
func (b *builder) kindCount(g *analysis.Group, n int) string {
	switch label := clean(g.Label); {
	case n == 1:
		return "1 " + lowerFirst(label)
	case g.Plural != "":
		return b.l.Integer(n) + " " + b.bodies(g)
	default:
		return label + " (" + b.l.Integer(n) + ")"
	}
}

// bodies is how a group of organisations of one kind is called.
func (b *builder) bodies(g *analysis.Group) string {
	return clean(b.l.Bodies(g.Means, g.Plural, b.survey.Language))
}

// lowerFirst writes a common noun without its capital, and leaves an
// abbreviation such as GGD as it is.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if !unicode.IsLower(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// mostUsed names the channels that more than half use, and at least three.
func (b *builder) mostUsed(t *analysis.Table) []Finding {
	figures := b.ranked(t, 0)
	keep := 0
	for i := range figures {
		if i < topChannels || figures[i].Value > 0.5 {
			keep = i + 1
		}
	}
	if keep == 0 {
		return nil
	}
	names := make([]string, keep)
	for i, s := range figures[:keep] {
		names[i] = b.rowLabel(t, s.row) + " " + b.figure(s)
	}
	return []Finding{finding(b.words.MostUsed(names), figures[:keep]...)}
}

// ranked returns the shown options of a table, most chosen first and at most
// limit of them (0: all); options nobody chose, "other" and "don't know" are
// left out.
func (b *builder) ranked(t *analysis.Table, limit int) []said {
	var figures []said
	for r := range t.Rows {
		row := &t.Rows[r]
		if row.Measure != analysis.Share || row.Net || row.Other || row.DontKnow {
			continue
		}
		if s, ok := say(t, r, 0); ok && s.Value > 0 {
			figures = append(figures, s)
		}
	}
	slices.SortStableFunc(figures, func(x, y said) int { return cmp.Compare(y.Value, x.Value) })
	if limit > 0 && len(figures) > limit {
		figures = figures[:limit]
	}
	return figures
}

// options writes ranked options with their figures.
func (b *builder) options(t *analysis.Table, figures []said) []string {
	texts := make([]string, len(figures))
	for i, s := range figures {
		texts[i] = b.words.Quote(b.rowLabel(t, s.row)) + " " + b.figure(s)
	}
	return texts
}

// ranking names the options that were chosen most.
func (b *builder) ranking(t *analysis.Table, limit int) []Finding {
	figures := b.ranked(t, limit)
	if len(figures) == 0 {
		return nil
	}
	text := b.words.Ranking(string(t.Topic), clean(t.Channel), b.options(t, figures))
	if q := b.survey.Find(t.Question); q >= 0 && b.survey.Questions[q].Kind != survey.Multiple {
		return []Finding{b.chosen(t, figures)}
	}
	return []Finding{finding(text, figures...)}
}

// chosen tells which of its options a question of one answer got; yes and no are told
// in a sentence of their own.
func (b *builder) chosen(t *analysis.Table, figures []said) Finding {
	channel, title := clean(t.Channel), clean(t.Title)
	if yes, no, ok := b.yesNo(t, figures); ok {
		return finding(b.words.SaidYes(channel, title, yes, no), figures...)
	}
	return finding(b.words.Chosen(channel, title, b.options(t, figures)), figures...)
}

// yesNo returns the figures of yes and of no, where these are all that is told of a
// question; no is empty where nobody said it, or it is not told.
func (b *builder) yesNo(t *analysis.Table, figures []said) (yes, no string, ok bool) {
	for _, s := range figures {
		said, known := locale.YesOrNo(t.Rows[s.row].Label)
		switch {
		case !known:
			return "", "", false
		case said:
			yes = b.figure(s)
		default:
			no = b.figure(s)
		}
	}
	return yes, no, yes != ""
}

// wordsFinding names the words that were mentioned most.
func (b *builder) wordsFinding(t *analysis.Table) []Finding {
	figures := b.ranked(t, topWords)
	if len(figures) == 0 {
		return nil
	}
	words := make([]string, len(figures))
	for i, s := range figures {
		words[i] = b.words.Mentions(b.rowLabel(t, s.row), s.Count)
		if s.Weighted {
			words[i] = b.rowLabel(t, s.row) + " " + b.figure(s)
		}
	}
	return []Finding{finding(b.words.WordsFinding(clean(t.Title), words, figures[0].Base), figures...)}
}

// themesFinding names the themes of open answers.
func (b *builder) themesFinding(t *analysis.Table) []Finding {
	figures := b.ranked(t, topReasons)
	if len(figures) == 0 {
		return nil
	}
	return []Finding{finding(b.words.ThemesFinding(clean(t.Title), b.options(t, figures)), figures...)}
}

// joinSentences ends a sentence of parts with a full stop.
func joinSentences(parts ...string) string { return strings.Join(parts, "") + "." }
