package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
)

// byEffect returns the issues of a survey in the order of their effect on the
// figures: by severity, then by the number of answers that they touch, else in
// the order of the file.
func byEffect(s *survey.Survey) []survey.Issue {
	sorted := slices.Clone(s.Issues)
	slices.SortStableFunc(sorted, func(a, b survey.Issue) int {
		return cmp.Or(int(b.Severity)-int(a.Severity), touched(s, &b)-touched(s, &a))
	})
	return sorted
}

// touched is the number of respondents that an issue concerns: as it says so
// itself, else those who answered its question, else 0 as for an issue about the
// file.
func touched(s *survey.Survey, issue *survey.Issue) int {
	if at := countAt(issue.Code); at >= 0 && at < len(issue.Args) {
		if n, err := strconv.Atoi(issue.Args[at]); err == nil {
			return n
		}
	}
	at := s.Find(issue.Question)
	if at < 0 || at >= len(s.Columns) {
		return 0
	}
	state := stateOf(&s.Columns[at])
	return state.Answered
}

// countAt is the position of the number of respondents or rows among the
// arguments of an issue, or -1.
func countAt(code survey.Code) int {
	switch code {
	case survey.IssueDuplicateSettled, survey.IssueTestRows, survey.IssueEmptyRows, survey.IssuePartialRows, survey.IssueNotInRegister,
		survey.IssueMergedBody, survey.IssueCodeAndName, survey.IssueRegisterType, survey.IssueSpeeder, survey.IssueFiltered,
		survey.IssueIncompleteRows, survey.IssueCovers:
		return 0
	case survey.IssueDuplicateID, survey.IssueRoutingBroken, survey.IssueNonResponse, survey.IssueManyTicks, survey.IssueTickNone, survey.IssueErrorCell,
		survey.IssueNotRemapped:
		return 1
	case survey.IssueImpossible, survey.IssueSizeAgainst, survey.IssueInconsistent, survey.IssueJoinedAndSplit, survey.IssueRegisterAgainst:
		return 2
	case survey.IssueUnknownOption, survey.IssueNotANumber, survey.IssueOutOfRange, survey.IssueStraightLine, survey.IssueRecoded:
		return 3
	}
	return -1
}

// issues writes what is wrong with the data, by its effect.
func (t *inspection) issues() {
	t.heading(t.names.Issues)
	issues := byEffect(t.report.Study.Survey)
	if len(issues) == 0 {
		t.para("", "", "", t.names.Tidy)
	}
	var last survey.Severity
	for i := range issues {
		s := &issues[i]
		if s.Severity != last {
			if i > 0 {
				t.blank()
			}
			t.para(bold, "", "", t.effect(s.Severity))
			last = s.Severity
		}
		t.para("", "• ", "  ", clean(t.l.Issue(t.withoutFile(*s))))
		t.fix(s)
	}
}

// withoutFile takes the name of the inspected file and its sheet out of the
// place of an issue: the reader knows which file this is about.
func (t *inspection) withoutFile(s survey.Issue) survey.Issue {
	return withoutFile(t.report.Study.Survey, s)
}

func withoutFile(of *survey.Survey, s survey.Issue) survey.Issue {
	src := &of.Source
	if s.Where.File == src.File {
		s.Where.File = ""
		if s.Where.Sheet == src.Sheet {
			s.Where.Sheet = ""
		}
	}
	return s
}

// fix writes the codebook line that settles an issue on lines of its own, never
// wrapped: it is there to be copied.
func (t *inspection) fix(s *survey.Issue) {
	if line, where := t.settles(s); line != "" {
		t.para(dim, "  ", "  ", where)
		t.line("      " + line)
	}
}

// settles returns the codebook line that settles an issue, and where it goes;
// nothing when no line does.
func (t *inspection) settles(s *survey.Issue) (line, where string) {
	line, where = clean(s.Fix), t.words.FixAnywhere()
	if rest, ok := strings.CutPrefix(line, "questions: "); ok {
		if id, part, ok := strings.Cut(rest, ": "); ok {
			line, where = part, t.words.FixAt(id)
			if option, ok := strings.CutPrefix(part, "options: "); ok {
				line, where = option, t.words.FixOption(id)
			}
		}
	}
	return line, where
}

func (t *inspection) effect(s survey.Severity) string {
	switch s {
	case survey.Doubt:
		return t.names.Doubt
	case survey.Warning:
		return t.names.Warning
	default:
		return t.names.Note
	}
}
