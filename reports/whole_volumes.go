package reports

import (
	"benchmark/analysis"
	"benchmark/survey"
)

// volumeGrid sets the volumes of the channels beside each other, of everyone and
// of the large organisations; nothing when no volume is shown.
func (v *view) volumeGrid(study *analysis.Study) []grid {
	g := grid{title: v.words.VolumeTitle(), head: v.words.VolumeHeads(), words: 1}
	for i := range study.Tables {
		t := &study.Tables[i]
		if t.Topic != analysis.Volume || t.Channel == "" {
			continue
		}
		for at := range t.Groups {
			if at > 0 && t.Groups[at].Means != survey.Large {
				continue
			}
			if line, figures := v.volumeLine(t, at); line != nil {
				g.lines, g.figures = append(g.lines, line), append(g.figures, figures)
			}
		}
	}
	if len(g.lines) == 0 {
		return nil
	}
	return []grid{g}
}

// volumeLine is the volume of a channel in a group, in words and as numbers, or nil
// where it is not shown.
func (v *view) volumeLine(t *analysis.Table, at int) ([]string, []*gridFigure) {
	median := t.Row(analysis.KeyMedian, analysis.Median)
	if median < 0 || t.Cells[median][at].Status != analysis.Estimated {
		return nil, nil
	}
	label := clean(t.Channel)
	if at > 0 {
		label += ", " + clean(t.Groups[at].Label)
	}
	line, numbers := []string{label, v.l.Unit(clean(t.Unit))}, []*gridFigure{nil, nil}
	for _, of := range []struct {
		key     string
		measure analysis.Measure
	}{
		{analysis.KeyMedian, analysis.Median}, {analysis.KeyLower, analysis.LowerQuartile},
		{analysis.KeyUpper, analysis.UpperQuartile}, {analysis.KeyMean, analysis.Mean},
	} {
		text, number := "", (*gridFigure)(nil)
		if r := t.Row(of.key, of.measure); r >= 0 {
			text, number = v.gridCell(v.figure(t, r, at), false), v.cellFigure(t, r, at)
		}
		if number != nil {
			number.base = nil // which has a column of its own
		}
		line, numbers = append(line, text), append(numbers, number)
	}
	f := v.figure(t, median, at)
	return append(line, f.base+superscript(f.baseMarks)), append(numbers, counted(t.Cells[median][at].Base))
}
