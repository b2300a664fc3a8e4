package reports

import "benchmark/survey"

// clean makes text of a survey safe to print: every text that is not our own goes
// through it once, on its way into a report or a format.
func clean(s string) string { return survey.Plain(s) }
