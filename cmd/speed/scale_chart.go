package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"benchmark/analysis"
	"benchmark/charts"
)

// curve is one chart of a sweep.
type curve struct {
	name, title, subtitle string
	// of returns the value at a point, in the unit of the axis, and its label; false for
	// a point that has none.
	of func(s *sweep, k int) (float64, string, bool)
}

// curves are the charts of the sweeps, by what grows.
func curves() map[string][]curve {
	cpu := func(s *sweep, k int) (float64, string, bool) {
		ns, _ := s.perCell(k)
		return ns, fmt.Sprintf("%.0f", ns), k > 1
	}
	memory := func(s *sweep, k int) (float64, string, bool) {
		_, bytes := s.perCell(k)
		return bytes, fmt.Sprintf("%.1f", bytes), k > 1
	}
	step := func(s *sweep, k int) (float64, string, bool) {
		ms := s.perStep(k)
		return ms, digits(ms), k > 1
	}
	return map[string][]curve{
		"rows": {
			{"rows", "What a cell takes as rows are added", "Nanoseconds of the processor per further cell, by number of rows", cpu},
			{"memory", "What a cell takes of memory as rows are added", "Bytes of peak memory per further cell, by number of rows", memory},
		},
		"columns": {{"columns", "What a column takes as columns are added", "Milliseconds of the processor per further column of 2,000 answers, by number of columns", step}},
		"groups":  {{"groups", "What a group takes as groups are added", "Milliseconds of the processor per further group of a breakdown, by number of groups", step}},
	}
}

// drawSweeps draws the charts of all sweeps as SVG into a folder.
func drawSweeps(folder string, all []sweep) error {
	for i := range all {
		for _, c := range curves()[all[i].name] {
			chart := c.chart(&all[i])
			if len(chart.Rows) < 2 {
				continue
			}
			d := charts.Drawing{Theme: charts.Default(), Size: charts.Slide(), Scale: 1}
			if err := drawTo(filepath.Join(folder, c.name+".svg"), chart, d); err != nil {
				return fmt.Errorf("drawing %s: %w", c.name, err)
			}
		}
	}
	return nil
}

func drawTo(path string, chart charts.Chart, d charts.Drawing) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return charts.SVG(f, chart, d)
}

// chart returns a line over what grows, by its logarithm.
func (c *curve) chart(s *sweep) charts.Chart {
	chart := charts.Chart{
		Kind: charts.Lines, Name: c.name, Language: "en", Title: c.title, Subtitle: c.subtitle,
		Series: []charts.Series{{Key: "benchmark", Label: "benchmark", Role: charts.LineFirst}},
		Source: fmt.Sprintf("go run ./cmd/speed -scale; %s", processor()), Data: charts.Data{Header: s.table()[0], Records: s.table()[1:]},
	}
	most := 0.0
	var said []string
	for k := range s.points {
		value, label, ok := c.of(s, k)
		if !ok {
			continue
		}
		most = max(most, value)
		at := powers(s.points[k].at)
		said = append(said, at+": "+label)
		chart.Rows = append(chart.Rows, charts.Row{
			Label: at, At: math.Log10(float64(s.points[k].at)), N: s.points[k].rows, Status: analysis.Estimated,
			Marks: []charts.Mark{{Value: value, Label: label}},
		})
	}
	step := math.Pow10(int(math.Floor(math.Log10(max(most, 1e-9)))))
	if most/step < 3 {
		step /= 2
	}
	for v := 0.0; ; v += step {
		chart.Ticks = append(chart.Ticks, charts.Tick{Value: v, Label: strconv.FormatFloat(v, 'g', 4, 64)})
		if chart.Maximum = v; v >= most*1.1 {
			break
		}
	}
	chart.Alt = c.title + ". " + c.subtitle + ": " + strings.Join(said, "; ") + "."
	return chart
}

// powers writes a number with commas between its thousands.
func powers(n int) string {
	text := strconv.Itoa(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}
