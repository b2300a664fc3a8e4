package reports

import (
	"slices"
	"strings"

	"benchmark/survey"
	"benchmark/survey/locale"
)

// provenance says from what the report was made.
func (b *builder) provenance(reading Reading) []Fact { return provenance(b.survey, reading, b.l) }

// provenance says from which survey, by which program and with which options a
// report was made.
func provenance(s *survey.Survey, reading Reading, l *locale.Locale) []Fact {
	return append(surveyRead(s, l), madeBy(reading, l)...)
}

// surveyRead says from which file and with which codebook a survey was read.
func surveyRead(s *survey.Survey, l *locale.Locale) []Fact {
	src, terms := &s.Source, l.Report().Facts()
	facts := []Fact{{terms.File, digested(src.File, src.SHA256, l)}}
	if src.Sheet != "" {
		facts = append(facts, Fact{terms.Sheet, clean(src.Sheet)})
	}
	if src.Codebook != "" {
		facts = append(facts, Fact{terms.Codebook, digested(src.Codebook, src.CodebookSHA256, l)})
	} else {
		facts = append(facts, Fact{terms.Codebook, terms.Inferred})
	}
	if src.Frame != "" {
		facts = append(facts, Fact{terms.Frame, digested(src.Frame, src.FrameSHA256, l)})
	}
	for _, f := range src.Beside {
		facts = append(facts, Fact{l.Report().InputRole(string(f.Role)), digested(f.Name, f.SHA256, l)})
	}
	return facts
}

// surveysRead says so of the surveys of several moments, each under the name of its
// own; one needs none.
func surveysRead(all []*survey.Survey, name func(i int) string, l *locale.Locale) []Fact {
	if len(all) == 1 {
		return surveyRead(all[0], l)
	}
	return surveysNamed(all, name, l)
}

// surveysNamed says so of surveys, each under its name.
func surveysNamed(all []*survey.Survey, name func(i int) string, l *locale.Locale) []Fact {
	var facts []Fact
	for i, s := range all {
		for _, f := range surveyRead(s, l) {
			facts = append(facts, Fact{name(i) + ": " + l.Small(f.Term), f.Text})
		}
	}
	return facts
}

// madeBy says by which program and with which options a report was made.
func madeBy(reading Reading, l *locale.Locale) []Fact {
	var facts []Fact
	terms := l.Report().Facts()
	if reading.Program != "" {
		facts = append(facts, Fact{terms.Program, clean(reading.Program)})
	}
	options := terms.NoOptions
	if len(reading.Options) > 0 {
		options = clean(strings.Join(reading.Options, " "))
	}
	return append(facts, Fact{terms.Options, options})
}

// digested names a file with its digest, where that is known.
func digested(name, sum string, l *locale.Locale) string {
	if name = clean(name); sum != "" {
		name += " (" + l.Report().Facts().Digest + " " + sum + ")"
	}
	return name
}

// sources are the files that answers come from with their digests, in one line;
// empty where there are none.
func (r *Report) sources(l *locale.Locale) string {
	var all []string
	terms := l.Report().Facts()
	notAnswers := []string{terms.Codebook, terms.Frame, l.Report().InputRole(string(survey.RegisterInput)), l.Report().InputRole(string(survey.TargetsInput))}
	mark := " (" + terms.Digest + " "
	for _, f := range r.Provenance {
		if beside := slices.ContainsFunc(notAnswers, func(term string) bool {
			return strings.HasSuffix(strings.ToLower(f.Term), strings.ToLower(term))
		}); strings.Contains(f.Text, mark) && !beside {
			all = append(all, f.Term+": "+f.Text)
		}
	}
	return strings.Join(all, "; ")
}
