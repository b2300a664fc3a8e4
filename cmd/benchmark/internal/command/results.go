package command

import (
	"bytes"
	"context"

	"benchmark/charts"
	"benchmark/reports"
)

// writeResults writes everything that a study gives into the folder: the
// report, the figures, a file per table, and each chart as picture, drawing
// and data.
func writeResults(ctx context.Context, out *folder, s *study, report *reports.Report) error {
	for _, file := range []struct {
		name   string
		render reports.Renderer
	}{{"report.md", reports.Markdown}, {"results.json", reports.JSON}} {
		var b bytes.Buffer
		if err := file.render(&b, report, s.locale); err != nil {
			return err
		}
		if err := out.put(file.name, b.Bytes()); err != nil {
			return err
		}
	}
	for i := range s.figures.Tables {
		t := &s.figures.Tables[i]
		var b bytes.Buffer
		if err := reports.TableCSV(&b, report, t, s.locale); err != nil {
			return err
		}
		if err := out.put("tables/"+t.ID+".csv", b.Bytes()); err != nil {
			return err
		}
	}
	if err := writeCharts(ctx, out, s); err != nil {
		return err
	}
	return out.commit()
}

// writeCharts writes each chart of the study as picture, drawing and data.
func writeCharts(ctx context.Context, out *folder, s *study) error {
	for _, chart := range charts.All(s.figures, s.locale) {
		for _, form := range []struct {
			extension string
			draw      func() ([]byte, error)
		}{
			{formatPNG, func() ([]byte, error) { return drawing(chart, formatPNG, 1) }},
			{formatSVG, func() ([]byte, error) { return drawing(chart, formatSVG, 1) }},
			{formatCSV, func() ([]byte, error) {
				var b bytes.Buffer
				err := charts.CSV(&b, chart)
				return b.Bytes(), err
			}},
		} {
			data, err := await(ctx, form.draw)
			if err != nil {
				return err
			}
			if err := out.put("charts/"+chart.Name+"."+form.extension, data); err != nil {
				return err
			}
		}
	}
	return nil
}
