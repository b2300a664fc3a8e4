package reports

import "benchmark/analysis"

// headlinesPerTopic is how many findings on one topic a summary tells: one for
// each channel of most surveys. Where a survey has only questions without a role,
// it tells of the first headlinesOfPlain.
const (
	headlinesPerTopic = 2
	headlinesOfPlain  = 8
)

func mostHeadlines(t analysis.Topic) int {
	if t == analysis.OtherQuestion {
		return headlinesOfPlain
	}
	return headlinesPerTopic
}

// headlines marks the findings that a summary tells: the first on each table,
// and of a topic no more than headlinesPerTopic.
func (b *builder) headlines(found []Finding) []Finding {
	told := map[string]bool{}
	count := map[analysis.Topic]int{}
	for i := range found {
		f := &found[i]
		if f.Section == string(CapacityTopic) {
			f.Headline = true
			continue
		}
		if f.Table == "" || told[f.Table] {
			continue
		}
		told[f.Table] = true
		for t := range b.study.Tables {
			if table := &b.study.Tables[t]; table.ID == f.Table && b.headline(table.Topic) && count[table.Topic] < mostHeadlines(table.Topic) {
				count[table.Topic]++
				f.Headline = true
			}
		}
	}
	return found
}

// headline reports whether a summary tells of a topic: of what holds back from each
// channel only where no sentence tells of all of them.
func (b *builder) headline(t analysis.Topic) bool {
	switch t {
	case analysis.Barriers:
		_, all := b.topBarrier()
		return !all || !b.whole
	case analysis.OtherQuestion:
		return b.whole && b.plain()
	case analysis.Consideration, analysis.Praise, analysis.Concern, analysis.AnyBarrier, analysis.Ratios:
		return false
	}
	return true
}

// methodBox is the method in a few terms.
func (b *builder) methodBox() []Fact {
	src, o, terms := &b.survey.Source, &b.study.Options, b.words.Facts()
	fieldwork := terms.NoFieldwork
	if !src.FieldStart.IsZero() && !src.FieldEnd.IsZero() {
		fieldwork = b.l.Capital(b.words.Fieldwork(src.FieldStart, src.FieldEnd)) + "."
	}
	box := []Fact{
		{terms.Fieldwork, fieldwork},
		{terms.Respondents, b.l.Capital(b.words.TookPart(b.survey.Respondents, b.survey.OfOrganisations())) + "."},
	}
	if src.Frame == "" {
		box = append(box, Fact{terms.Population, terms.NoPopulation})
	} else {
		box = append(box, Fact{terms.Population, b.words.Frame(clean(src.Frame), clean(b.survey.Design.FrameDate), cleanAll(b.survey.Design.FrameSources))})
	}
	if s := b.responseFact(); s != "" {
		box = append(box, Fact{terms.Response, s})
	}
	weighting := b.weighting()
	if weighting == "" {
		weighting = b.words.NoWeights(b.survey.OfOrganisations())
	}
	box = append(box, Fact{terms.Weighting, weighting}, Fact{terms.Base, terms.BaseRule}, Fact{terms.Margins, b.words.MarginsAt(o.Level)})
	if len(b.study.Comparisons)+len(b.study.Differences) > 0 {
		box = append(box, Fact{terms.Differences, b.words.DifferencesAt(1 - o.Level)})
	}
	hidden := b.words.HiddenBelow(analysis.MinimumAnswers)
	if o.Disclosure == analysis.Unprotected {
		hidden = b.words.NotForPublication()
	}
	return append(box, Fact{terms.Hidden, hidden}, Fact{terms.Rounding, terms.RoundingRule})
}

// responseFact says how many answered of those that exist, or nothing where that
// is not known.
func (b *builder) responseFact() string {
	t := b.study.Table(analysis.Coverage, "")
	if t == nil {
		return ""
	}
	row := t.Row(analysis.KeyResponse, analysis.ShareOfPopulation)
	if row < 0 || t.Cells[row][0].Status != analysis.Estimated {
		return ""
	}
	e := &t.Cells[row][0]
	return b.words.ResponseOf(e.Count, e.Base, e.Value)
}
