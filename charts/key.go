package charts

// Measures of the key in points.
const (
	keySize   = 13.0
	keySwatch = 11.5
	keyPitch  = 20.0
	keyGap    = 22.0
)

// keyEntry is the place of one series in the key.
type keyEntry struct {
	series *Series
	x      float64
	line   int
}

// keyEntries sets the series side by side, on as many lines as they need.
func (p *frame) keyEntries() []keyEntry { return p.entriesOf(p.chart.Series) }

// entriesOf sets what a key names side by side, on as many lines as it needs.
func (p *frame) entriesOf(series []Series) []keyEntry {
	var all []keyEntry
	x, line := p.left, 0
	for i := range series {
		s := &series[i]
		w := keySwatch + 6 + p.fonts.width(s.Label, keySize, false)
		if x > p.left && x+w > p.right {
			x, line = p.left, line+1
		}
		all = append(all, keyEntry{s, x, line})
		x += w + keyGap
	}
	return all
}

// keyHeight returns the height of the key.
func (p *frame) keyHeight() float64 { return linesHigh(p.keyEntries()) }

func linesHigh(entries []keyEntry) float64 {
	if len(entries) == 0 {
		return 0
	}
	return float64(entries[len(entries)-1].line+1) * keyPitch
}

// key draws the key from the top down.
func (p *frame) key(top float64) { p.keyOf(p.keyEntries(), top) }

func (p *frame) keyOf(entries []keyEntry, top float64) {
	for _, e := range entries {
		y := top + float64(e.line)*keyPitch + keyPitch/2
		p.swatch(e.x, y-keySwatch/2, keySwatch, keySwatch, p.theme.Fills[e.series.Role])
		if e.series.Role == Unknown {
			p.hatch(e.x+1, y-keySwatch/2+1, keySwatch-2, keySwatch-2, 4, p.theme.Hatching)
		}
		p.middle(e.series.Label, e.x+keySwatch+6, y, style{size: keySize, colour: p.theme.Text})
	}
}
