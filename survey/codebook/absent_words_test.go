package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// toldBy returns the issues of one code, each with its arguments and its line.
func toldBy(t *testing.T, heading, cells string, code survey.Code) string {
	t.Helper()
	var list []string
	for _, i := range inferred(t, columnOf("generic", heading, strings.Split(cells, "|")...)).Issues {
		if i.Code == code {
			list = append(list, strings.TrimSpace(i.Severity.String()+" "+strings.Join(i.Args[1:], " ")+" "+strings.TrimPrefix(i.Fix, "questions: "+i.Args[0]+": missing: ")))
		}
	}
	return strings.Join(list, "\n")
}

// Options that say there is no answer count, and that is told.
func TestNoAnswerOptions(t *testing.T) {
	for cells, want := range map[string]string{
		"Ja*20|Nee*15|Geen antwoord*5":              `warning Geen antwoord 5 ["Geen antwoord"]`,
		"Ja*20|Nee*15|Misschien*3|(leeg)*5|NaN*4":   `warning (leeg); NaN 5; 4 ["(leeg)", "NaN"]`,
		"Yes*20|No*15|Perhaps*9|Not answered*5":     `warning Not answered 5 ["Not answered"]`,
		"Oui*20|Non*15|Peut-être*9|Sans réponse*5":  `warning Sans réponse 5 ["Sans réponse"]`,
		"Gemeente*20|Provincie*15|Ander*4|-99*5":    `warning -99 5 ["-99"]`,
		"Ja*20|Nee*15|Vraag niet getoond*5":         `warning Vraag niet getoond 5 ["Vraag niet getoond"]`,
		"Ja*20|Nee*15|Weet niet*5":                  "",
		"Systeembeheer*20|Missing link*15|Lege bak": "",
		"2*20|3*15|9*5":                             "",
	} {
		if diff := cmp.Diff(want, toldBy(t, "Biedt u chat aan?", cells, survey.IssueNoAnswer)); diff != "" {
			t.Errorf("%s: %s", cells, diff)
		}
	}
}

// Among ranges a day, or the number of one, was a range before a spreadsheet
// opened the file.
func TestExcelDatesAmongRanges(t *testing.T) {
	for cells, want := range map[string]string{
		"11-50*20|51-200*15|>200*4|45667*9":           "doubt 45667",
		"11-50*20|51-200*15|>200*4|1-10-2024*9":       "doubt 1-10-2024",
		"11-50*20|51-200*15|2024-10-01T00:00:00*9":    "doubt 2024-10-01T00:00:00",
		"11-50*20|51-200*15|10-jan*9":                 "doubt 10-jan",
		"11-50*20|51-200*15|>200*4|1-10*9":            "",
		"10.000-50.000*20|meer dan 50.000*15|45667*9": "doubt 45667",
		"Begin*20|1-10-2024*15|1-11-2024*9":           "",
	} {
		if diff := cmp.Diff(want, toldBy(t, "Hoe groot is het team?", cells, survey.IssueExcelDate)); diff != "" {
			t.Errorf("%s: %s", cells, diff)
		}
	}
}
