package charts

import (
	"encoding/csv"
	"fmt"
	"io"
)

// CSV writes the figures behind the chart: UTF-8, commas, points in decimals,
// full precision, one number a column. Figures that are hidden are empty, with
// the reason in the column status.
func CSV(w io.Writer, c Chart) error {
	out := csv.NewWriter(w)
	if err := out.Write(c.Data.Header); err != nil {
		return fmt.Errorf("writing the figures of the chart %s: %w", c.Name, err)
	}
	if err := out.WriteAll(c.Data.Records); err != nil {
		return fmt.Errorf("writing the figures of the chart %s: %w", c.Name, err)
	}
	return nil
}
