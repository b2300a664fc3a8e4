package command

import (
	"strings"

	"github.com/spf13/cobra"

	"benchmark/reports"
)

// newFormatsTopic makes the help topic about the forms of output.
func newFormatsTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "formats",
		Short: "The forms of output, and the fields of the JSON",
		Long: `text      a report to read, laid out for the width of the terminal
markdown  the same report for a document
json      every figure at full precision; the fields are listed below
csv       one line per figure, at full precision, with a decimal point

JSON and CSV are contracts: fields are added, but never renamed, moved or given
another meaning. Shares are proportions from 0 to 1. A hidden figure has its
status and nothing else. A list has "[]" behind its name.

When figures are weighted, "design" says by what, and each cell has the weighted
value with its interval, "unweighted" beside it, and the number of answers three
times: "base" as it is, "weighted_base" and "effective_base". A cell without
"weighted" is a plain count or share, as all are when nothing is weighted.

FIELDS
` + indented(reports.JSONFields()) + `

FIELDS OF INSPECT
` + indented(reports.InspectionFields()) + `

FIELDS OF REPORT --CHECK
` + indented(reports.CheckFields()) + `

FIELDS OF CAPACITY (times in hours)
` + indented(reports.CapacityFields()) + `

FIELDS OF FORECAST
` + indented(reports.OutlookFields()) + `

FIELDS OF TREND
` + indented(reports.WavesFields()) + `

FIELDS OF COMPARE
` + indented(reports.PositionFields()) + `

FIELDS OF COMPARE WITH TWO REFERENCES
` + indented(reports.VersusFields()) + `

FIELDS OF A REFERENCE FILE
A reference holds the figures of groups and no answer of an organisation: a share
from 0 to 1, or the median of an amount. figures[] stand in the order of groups[].
What could tell one organisation's answer has its status alone, also where only a
reader that took part could tell. A file with other fields, with a protected
figure on too few answers, of another version, or changed after it was written
(sha256) is refused.
` + indented(reports.ReferenceFields()),
	}
}

func indented(lines []string) string { return "  " + strings.Join(lines, "\n  ") }
