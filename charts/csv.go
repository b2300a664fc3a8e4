package charts

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"benchmark/survey"
)

// CSV writes the figures behind the chart: UTF-8, commas, points in decimals,
// full precision, one number a column. Figures that are hidden are empty, with
// the reason in the column status. Text that a spreadsheet would take for a
// formula has an apostrophe before it.
func CSV(w io.Writer, c Chart) error {
	out := csv.NewWriter(w)
	if err := out.Write(c.Data.Header); err != nil {
		return fmt.Errorf("writing the figures of the chart %s: %w", c.Name, err)
	}
	for _, record := range c.Data.Records {
		if err := out.Write(inert(record)); err != nil {
			return fmt.Errorf("writing the figures of the chart %s: %w", c.Name, err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing the figures of the chart %s: %w", c.Name, err)
	}
	return nil
}

// inert makes the texts of a record harmless; numbers stay as they are.
func inert(record []string) []string {
	safe := make([]string, len(record))
	for i, s := range record {
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			s = survey.Inert(s)
		}
		safe[i] = s
	}
	return safe
}
