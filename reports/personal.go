package reports

import (
	"strconv"

	"benchmark/survey"
)

// personalData is what a file holds of persons, as far as it was seen.
type personalData struct {
	// Columns are the letters of columns that were not used, Asked of those that a
	// question of the codebook or the command line asks for.
	Columns []string `json:"columns"`
	Asked   []string `json:"asked"`
	// Answers is the number of open answers from which something was taken out, Bodies
	// of respondents who gave a person as the organisation.
	Answers int `json:"open_answers"`
	Bodies  int `json:"organisations"`
}

// personalIn collects from the issues what a survey holds of persons.
func personalIn(s *survey.Survey) personalData {
	p := personalData{Columns: []string{}, Asked: []string{}}
	for i := range s.Issues {
		issue := &s.Issues[i]
		count := 0
		if len(issue.Args) > 1 {
			count, _ = strconv.Atoi(issue.Args[1])
		}
		switch issue.Code {
		case survey.IssuePersonalData:
			p.Columns = issue.Args
		case survey.IssuePersonalAsked:
			p.Asked = issue.Args
		case survey.IssueRedacted:
			p.Answers += count
		case survey.IssuePersonAsBody:
			p.Bodies += count
		}
	}
	return p
}
