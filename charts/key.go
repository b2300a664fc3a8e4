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
	lines  []string
	x      float64
	// row is the first line of the key that the entry stands on.
	row int
}

// keyEntries sets the series side by side.
func (p *frame) keyEntries() []keyEntry { return p.entriesOf(p.chart.Series) }

// entriesOf sets what a key names side by side, on as many lines as it needs; a
// label that is wider than the page takes lines of its own.
func (p *frame) entriesOf(series []Series) []keyEntry {
	var all []keyEntry
	x, room, lines := p.left, p.content()-keySwatch-6, 1
	for i := range series {
		s := &series[i]
		text := wrap(s.Label, room, p.fonts.measure(keySize, false))
		w := keySwatch + 6 + widest(text, p.fonts.measure(keySize, false))
		if x > p.left && (x+w > p.right || len(text) > 1) {
			x, lines = p.left, lines+1
		}
		all = append(all, keyEntry{s, text, x, lines - 1})
		x += w + keyGap
		if len(text) > 1 {
			x, lines = p.right, lines+len(text)-1
		}
	}
	return all
}

// keyHeight returns the height of the key.
func (p *frame) keyHeight() float64 { return linesHigh(p.keyEntries()) }

// linesHigh returns the height of the entries of a key.
func linesHigh(entries []keyEntry) float64 {
	if len(entries) == 0 {
		return 0
	}
	last := entries[len(entries)-1]
	return float64(last.row+len(last.lines)) * keyPitch
}

// key draws the key from the top down.
func (p *frame) key(top float64) { p.keyOf(p.keyEntries(), top) }

// keyOf draws entries from the top down.
func (p *frame) keyOf(entries []keyEntry, top float64) {
	for _, e := range entries {
		y := top + float64(e.row)*keyPitch + keyPitch/2
		p.swatch(e.x, y-keySwatch/2, keySwatch, keySwatch, p.theme.Fills[e.series.Role])
		if e.series.Role == Unknown {
			p.hatch(e.x+1, y-keySwatch/2+1, keySwatch-2, keySwatch-2, 4, p.theme.Hatching)
		}
		for i, line := range e.lines {
			p.middle(line, e.x+keySwatch+6, y+float64(i)*keyPitch, style{size: keySize, colour: p.theme.Text})
		}
	}
}
