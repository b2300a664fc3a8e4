package command

import (
	"strings"

	"github.com/spf13/cobra"

	"benchmark/survey/series"
)

// newSeriesTopic makes the help topic about files with published figures.
func newSeriesTopic() *cobra.Command {
	text, err := series.Text(series.EmbeddedNames()[0], false)
	must(err)
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i := range lines {
		if runes := []rune(lines[i]); len(runes) > helpWidth {
			lines[i] = string(runes[:helpWidth-4]) + " ..."
		}
	}
	return &cobra.Command{
		Use:   "series",
		Short: "Files with published figures for forecast",
		Long: `A series is a CSV file in UTF-8 with commas or semicolons, a row for every published
figure, in the order of time. The first line names the columns, in any order:

moment      2018, 2018Q4, 2018-10 or 2018-10-15
base        how many were counted or asked
count       how many of them use it, or
share       the part of them that does, 0.48 or 48%; beside a count it must round to it
kind        sample (some were asked), census (all were counted) or estimate (a rough figure)
population  who they are: figures of another population begin anew
method      how they were counted: so do figures of another method
surely      optional: how many of the base surely start within a year
likely      optional: how many of the base very likely start within a year
break       optional: yes or no, whatever population and method say
why         optional: why figures begin anew, in a few words
source      optional: where the figure stands
subject     optional: what is used; figures of one subject are one series

Every row that is wrong is told with its line, and then nothing is computed.

Figures that begin anew are never joined to those before: no curve runs across, and
no mean error is told. The series nl-whatsapp comes with the program:

` + indented(lines),
	}
}
