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
func writeResults(ctx context.Context, out *folder, s *study, report *reports.Report, d charts.Drawing, p *progress) error {
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
	if err := writeCharts(ctx, out, s, d, p); err != nil {
		return err
	}
	return out.commit()
}

// writeCharts writes each chart of the study as picture, drawing, figures and
// text alternative.
func writeCharts(ctx context.Context, out *folder, s *study, d charts.Drawing, p *progress) error {
	set := chartSet{charts: charts.All(s.figures, s.locale), formats: []string{formatPNG, formatSVG}, drawing: d, in: "charts/", words: s.locale.Command()}
	err := set.write(ctx, out, func(i int) { p.count(s.locale, s.locale.Command().Drawn(i, len(set.charts)), i, len(set.charts)) })
	s.remarks = set.remarks
	return err
}
