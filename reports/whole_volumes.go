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
			if line := v.volumeLine(t, at); line != nil {
				g.lines = append(g.lines, line)
			}
		}
	}
	if len(g.lines) == 0 {
		return nil
	}
	return []grid{g}
}

// volumeLine is the volume of a channel in a group, or nil where it is not shown.
func (v *view) volumeLine(t *analysis.Table, at int) []string {
	median := t.Row(analysis.KeyMedian, analysis.Median)
	if median < 0 || t.Cells[median][at].Status != analysis.Estimated {
		return nil
	}
	label := clean(t.Channel)
	if at > 0 {
		label += ", " + clean(t.Groups[at].Label)
	}
	cell := func(key string, m analysis.Measure) string {
		r := t.Row(key, m)
		if r < 0 {
			return ""
		}
		f := v.figure(t, r, at)
		return v.gridCell(f, false)
	}
	f := v.figure(t, median, at)
	return []string{
		label, v.l.Unit(clean(t.Unit)), cell(analysis.KeyMedian, analysis.Median), cell(analysis.KeyLower, analysis.LowerQuartile),
		cell(analysis.KeyUpper, analysis.UpperQuartile), cell(analysis.KeyMean, analysis.Mean), f.base + superscript(f.baseMarks),
	}
}
