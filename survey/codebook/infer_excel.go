package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/pattern"
)

// rangeOption is an option that is a range of numbers: "11-50", "51 – 200".
var rangeOption = pattern.Beginning(pattern.Digits, `^\d[\d.]*\s*(-|–|—|tot|to|t/m|à|bis)\s*\d[\d.]*(\s\D*)?$`)

// fullDate is a day with its year in one of the notations of a spreadsheet.
var fullDate = pattern.Beginning(pattern.Digits, `^(\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4})|\d{4}-\d{2}-\d{2}(T00:00:00)?)$`)

// excelDates doubts values that a spreadsheet may have made of a range: "1-5"
// becomes "5-jan", or beside other ranges "1-10-2024" or the number of that day.
func (d *draft) excelDates() {
	ranges := slices.ContainsFunc(d.profile.values, func(v value) bool { return rangeOption.MatchString(v.cell.Text) })
	var dates []string
	for _, v := range d.profile.values {
		if monthDate(v.cell.Text) || ranges && (fullDate.MatchString(v.cell.Text) || dayNumber(v.cell.Text)) {
			dates = append(dates, v.cell.Text)
		}
	}
	if len(dates) > 0 && 2*len(dates) <= 3*len(d.profile.values) {
		slices.Sort(dates)
		d.doubt(survey.Doubt, survey.IssueExcelDate, strings.Join(dates, ", "))
	}
}

// monthDate reports whether a text is a number and the name of a month, as
// "5-jan".
func monthDate(text string) bool {
	a, b, ok := strings.Cut(text, "-")
	return ok && (monthNamed(a) > 0 && len(a) <= 4 && digits(b) || monthNamed(b) > 0 && len(b) <= 4 && digits(a))
}

// dayNumber reports whether a text is the number that a spreadsheet has for a
// day from 2000 up to 2050.
func dayNumber(text string) bool {
	n, err := strconv.Atoi(text)
	return err == nil && n >= 36526 && n < 54789
}
