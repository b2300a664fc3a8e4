package codebook

import "time"

// undated reports whether a moment is no moment: what LimeSurvey writes on every
// response of a survey that does not note dates, when it was sent in.
func (a *application) undated(t time.Time) bool {
	return a.file.Dialect.Name == "limesurvey" && t.Year() == 1980 && t.YearDay() == 1
}
