package reports

import (
	"slices"
	"strings"

	"benchmark/analysis"
	"benchmark/analysis/estimate"
	"benchmark/survey"
)

// questionIssues are the sentences on warnings and doubts about a question.
func (b *builder) questionIssues(question string) []string {
	if question == "" {
		return nil
	}
	var texts []string
	for i := range b.survey.Issues {
		s := &b.survey.Issues[i]
		if s.Question == question && s.Severity >= survey.Warning {
			texts = append(texts, clean(b.l.Issue(*s)))
		}
	}
	return texts
}

// warnings are the doubts, and the warnings that no table has as a footnote;
// doubts come first, else the order of the file holds. A report on the whole study
// tells the warnings with the quality of the data.
func (b *builder) warnings() []string {
	var found []*survey.Issue
	for i := range b.survey.Issues {
		s := &b.survey.Issues[i]
		if s.Severity == survey.Doubt || s.Severity == survey.Warning && !b.whole && !b.hasTable(s.Question) {
			found = append(found, s)
		}
	}
	slices.SortStableFunc(found, func(a, b *survey.Issue) int { return int(b.Severity) - int(a.Severity) })
	texts := make([]string, len(found))
	for i, s := range found {
		texts[i] = clean(b.l.Issue(*s) + " " + b.l.IssueFix(*s))
	}
	return texts
}

func (b *builder) hasTable(question string) bool {
	return question != "" && slices.ContainsFunc(b.study.Tables,
		func(t analysis.Table) bool { return t.Question == question })
}

// readingNote tells how the file was read, in short.
func (b *builder) readingNote(reading Reading) []string {
	src := &b.survey.Source
	var dropped []string
	for _, d := range src.Dropped {
		if d.Rows > 0 {
			dropped = append(dropped, b.words.Dropped(string(d.Reason), d.Rows))
		}
	}
	note := []string{b.words.RowsRead(clean(src.File), clean(src.Sheet), src.Read, src.Kept, dropped)}
	if f := reading.File; f != nil && len(f.Decisions) > 0 {
		sentences := make([]string, len(f.Decisions))
		for i := range f.Decisions {
			sentences[i] = clean(b.l.Decision(f.Decisions[i].Code, f.Decisions[i].Args))
		}
		note = append(note, strings.Join(sentences, " "))
	}
	if src.Codebook != "" {
		note = append(note, b.words.CodebookUsed(clean(src.Codebook)))
	} else {
		note = append(note, b.words.NoCodebook())
	}
	if src.Frame != "" {
		note = append(note, b.words.Frame(clean(src.Frame), clean(b.survey.Design.FrameDate), cleanAll(b.survey.Design.FrameSources)))
	}
	if src.SHA256 != "" {
		note = append(note, b.words.SHA256(src.SHA256))
	}
	return note
}

// methodNote says how the figures were made and what they hold for.
func (b *builder) methodNote() []string {
	organisations := b.survey.OfOrganisations()
	note := []string{b.words.MethodDraw(b.survey.Respondents, organisations), b.words.MethodBase(organisations)}
	if b.survey.Design.Sampled {
		note = []string{
			b.words.MethodEstimates(weightingOf(b.survey), len(b.survey.Design.Strata)), b.words.MethodWeightedBase(),
		}
	}
	if methods := b.methods(); len(methods) > 0 {
		note = append(note, b.words.MethodIntervals(b.study.Options.Level, methods))
	}
	if b.hasRow(analysis.KeyProjection) {
		note = append(note, b.words.MethodProjection())
	}
	if len(b.study.Comparisons) > 0 {
		note = append(note, b.words.MethodPartWhole())
	}
	if len(b.study.Comparisons)+len(b.study.Differences) > 0 {
		o := &b.study.Options
		note = append(note, b.words.MethodDifferences(1-o.Level, b.l.Adjustment(string(o.Tests.Adjust))))
	}
	if rule := b.study.Options.Publication; rule != analysis.PublishAll {
		note = append(note, b.words.MethodPublication(string(rule)))
	}
	if b.study.Options.Disclosure == analysis.Unprotected {
		return append(note, b.words.NotForPublication())
	}
	return append(note, b.words.MethodDisclosure(analysis.MinimumAnswers, analysis.MinimumMentions))
}

// methods are the sentences on the interval methods that occur.
func (b *builder) methods() []string {
	used := map[string]bool{}
	for i := range b.study.Tables {
		if !b.shows(&b.study.Tables[i]) {
			continue
		}
		for _, row := range b.study.Tables[i].Cells {
			for g := range row {
				if row[g].Status == analysis.Estimated {
					used[methodKey(&row[g])] = true
				}
			}
		}
	}
	for i := range b.study.Comparisons {
		if d := &b.study.Comparisons[i].Difference; d.Status == analysis.Estimated {
			used[methodKey(d)] = true
		}
	}
	var sentences []string
	for _, m := range []string{
		string(analysis.Wilson), string(analysis.Hypergeometric), string(analysis.StudentT), string(analysis.Yuen),
		string(analysis.OrderStatistics), string(analysis.Linearised), string(analysis.PartOfWhole),
		string(estimate.KornGraubardInterval), string(estimate.BetaInterval), string(estimate.MeanInterval),
		string(estimate.LogitInterval), string(estimate.XlogitInterval), string(estimate.LikelihoodInterval),
		string(estimate.AsinInterval), weightedWilson, string(analysis.Woodruff), string(analysis.Taylor), string(analysis.Census),
		string(analysis.WorstCase),
	} {
		if used[m] {
			sentences = append(sentences, b.words.Method(m))
		}
	}
	return sentences
}

// weightedWilson is Wilson's interval of a weighted share, which bears the name
// of the plain one.
const weightedWilson = "weighted-wilson"

// methodKey names the method of a figure for its sentence.
func methodKey(e *analysis.Estimate) string {
	if e.Weighted && e.Method == analysis.Wilson {
		return weightedWilson
	}
	return string(e.Method)
}

func (b *builder) hasRow(key string) bool {
	return slices.ContainsFunc(b.study.Tables, func(t analysis.Table) bool {
		return t.Row(key, analysis.Share) >= 0
	})
}

func cleanAll(texts []string) []string {
	cleaned := make([]string, len(texts))
	for i, s := range texts {
		cleaned[i] = clean(s)
	}
	return cleaned
}
