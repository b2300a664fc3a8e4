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

// keyEntries sets the series side by side, on as many lines as they need; a label
// that is wider than the page takes lines of its own.
func (p *frame) keyEntries() (all []keyEntry, lines int) {
	x, room := p.left, p.content()-keySwatch-6
	lines = 1
	for i := range p.chart.Series {
		s := &p.chart.Series[i]
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
	return all, lines
}

// keyHeight returns the height of the key.
func (p *frame) keyHeight() float64 {
	entries, lines := p.keyEntries()
	if len(entries) == 0 {
		return 0
	}
	return float64(lines) * keyPitch
}

// key draws the key from the top down.
func (p *frame) key(top float64) {
	entries, _ := p.keyEntries()
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
