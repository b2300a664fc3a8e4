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
` + indented(reports.CheckFields()),
	}
}

func indented(lines []string) string { return "  " + strings.Join(lines, "\n  ") }
