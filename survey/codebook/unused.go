package codebook

import (
	"slices"

	"benchmark/survey"
	"benchmark/survey/export"
)

// Unused is a column of a file that is no part of a question.
type Unused struct {
	// Letter is the spreadsheet letter, Heading what stands over the column.
	Letter, Heading string
	// Why is one of the Unused constants.
	Why string
}

// The reasons for which a column is no part of a question.
const (
	UnusedID       = "id"       // tells responses apart
	UnusedTime     = "time"     // when the response began or ended
	UnusedDates    = "dates"    // dates or times, which are not counted
	UnusedStatus   = "status"   // whether it is finished, or a test
	UnusedPersonal = "personal" // personal data: never shown
	UnusedEmpty    = "empty"    // a heading and no answer
	UnusedDerived  = "derived"  // worked out or logged by the tool: timings, orders
	UnusedMetadata = "metadata" // anything else that the tool notes
	UnusedJoined   = "joined"   // the same answers stand in the columns beside it
	UnusedIgnored  = "ignored"  // the codebook leaves it out
	UnusedUnknown  = "unknown"  // the codebook does not know it
)

// UnusedColumns returns the columns of the file that are no part of a question
// of the survey, with the reason, in file order. The survey is what Apply made
// of the same file and codebook.
func (cb *Codebook) UnusedColumns(f *export.File, s *survey.Survey) []Unused {
	used := map[string]bool{}
	for i := range s.Questions {
		for _, letter := range s.Questions[i].Columns {
			used[letter] = true
		}
	}
	in := &inference{file: f, dir: newDirectory(f), cb: &Codebook{Inferred: true}}
	in.cb.Survey.Language = s.Language
	named := cb.named(in.dir)
	var all []Unused
	for i := range f.Columns {
		c := &f.Columns[i]
		if !used[c.Letter] {
			all = append(all, Unused{Letter: c.Letter, Heading: plainHeading(heading(c)), Why: in.unused(i, named[i], s)})
		}
	}
	return all
}

// named returns what the codebook itself says of columns without a question.
func (cb *Codebook) named(dir *directory) map[int]string {
	named := map[int]string{}
	say := func(reference, why string) {
		if reference == "" {
			return
		}
		found, err := dir.find(reference)
		if err != nil {
			return // told when the codebook was applied
		}
		for _, i := range found {
			named[i] = why
		}
	}
	for _, reference := range cb.Ignore {
		say(reference, UnusedIgnored)
	}
	r := &cb.Respondent
	for _, part := range [][2]string{
		{r.ID, UnusedID}, {r.Started, UnusedTime}, {r.Ended, UnusedTime}, {r.Status, UnusedStatus}, {r.TestColumn, UnusedStatus}, {r.Covers, UnusedMetadata},
	} {
		say(part[0], part[1])
	}
	return named
}

// unused tells why a column has no question: as the codebook says, but for what
// is plain from the column itself.
func (in *inference) unused(i int, named string, s *survey.Survey) string {
	kind := in.metadataOf(i)
	joined := slices.ContainsFunc(s.Issues, func(issue survey.Issue) bool {
		return issue.Code == survey.IssueJoinedAndSplit && len(issue.Args) > 1 && issue.Args[1] == in.file.Columns[i].Letter
	})
	switch {
	case named != "" && named != UnusedIgnored:
		return named
	case !profileFilled(in.file, i):
		return UnusedEmpty
	case kind == metaPersonal:
		return UnusedPersonal
	case in.file.Columns[i].Use == export.UseDerived, derivedHeading(heading(&in.file.Columns[i])):
		return UnusedDerived
	case joined:
		return UnusedJoined
	case kind == metaStarted, kind == metaEnded:
		return UnusedTime
	case kind == metaDates:
		return UnusedDates
	case kind == metaID:
		return UnusedID
	case kind != noMetadata:
		return UnusedMetadata
	case named != "":
		return named
	}
	return UnusedUnknown
}

// Finished says by which column it is known who finished: its letter, and the
// values that say so; no values when any value does. The letter is empty when it
// is not known. The file is the one that the codebook was applied to.
func (cb *Codebook) Finished(f *export.File) (letter string, values []string) {
	reference := cb.Respondent.Ended
	if cb.Respondent.Status != "" && len(cb.Respondent.Complete) > 0 {
		reference, values = cb.Respondent.Status, cb.Respondent.Complete
	}
	if reference == "" {
		return "", nil
	}
	found, err := newDirectory(f).find(reference)
	if err != nil {
		return "", nil
	}
	return f.Columns[found[0]].Letter, values
}
