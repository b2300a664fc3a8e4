package charts

import (
	"errors"
	"fmt"
	"image/color"
)

// Role is what a colour stands for. The same role has the same colour in every
// chart of a report.
type Role uint8

// The roles of colours.
const (
	// Plain is a single figure, such as a dot.
	Plain Role = iota
	// The stages of adoption that are told apart.
	StageUses
	StageSurely
	StageLikely
	// Rest is for all other answers.
	Rest
	// The points of a scale, from the lowest to the highest.
	ScaleLowest
	ScaleLow
	ScaleMiddle
	ScaleHigh
	ScaleHighest
	// Answers without an order.
	First
	Second
	Third
	Fourth
	Fifth
	// Unknown is for don't know, and is hatched.
	Unknown
	// An organisation, its peers and everyone.
	Own
	Peers
	Everyone
	// The classes of a table of cells, from the lowest to the highest.
	ClassLowest
	ClassLow
	ClassMiddle
	ClassHigh
	ClassHighest
	// Before is the earlier of two figures; the later one is Plain.
	Before
	// Band is the range in which a forecast may end.
	Band
	// The points of a scale of six or seven between the lowest, the middle and the
	// highest, from low to high.
	FineLower
	FineLow
	FineHigh
	FineHigher
	// The lines of a chart over time, in their order.
	LineFirst
	LineSecond
	LineThird
	LineFourth
	LineFifth
	LineSixth
	roles
)

// Theme is the colours and the font of a chart. The zero Theme is of no use;
// start from Default.
type Theme struct {
	// Ground lies under everything.
	Ground color.RGBA
	// Text is for titles and labels, Quiet for subtitles, notes and rows on few
	// answers.
	Text, Quiet color.RGBA
	// Axis is the zero line, Grid the other lines of the scale, Rule the line
	// above the notes, Outline the edge of pale fills, Hatching the lines over
	// what is hidden.
	Axis, Grid, Rule, Outline, Hatching color.RGBA
	// Fills are the colours of the roles.
	Fills [roles]color.RGBA
	// Faces is the font of PNG and PDF, and by which everything is measured; nil:
	// Roboto.
	Faces *Faces
	// Logo stands at the right of the title; nil: none.
	Logo *Logo
	// Source is a line that follows the source of every chart, or empty.
	Source string
	// Families are the names of fonts for SVG, the best first; the first must
	// be as wide as the font of the PNG.
	Families []string
	// EmbedFont puts the font into a web page, which adds half a megabyte; without it
	// the page names the font, and shows the next best where it is not installed.
	EmbedFont bool
}

// Default returns the neutral theme, in no organisation's house style.
func Default() Theme {
	t := Theme{
		Ground: rgb(0xffffff), Text: rgb(0x1b1c1f), Quiet: rgb(0x595f66),
		Axis: rgb(0x1b1c1f), Grid: rgb(0xe4e6e9), Rule: rgb(0xc4c8cd), Outline: rgb(0x767c82), Hatching: rgb(0x9aa0a6),
		Families: []string{"Roboto", "Arial", "Liberation Sans", "Helvetica", "sans-serif"},
	}
	t.Fills = [roles]color.RGBA{
		Plain:     rgb(0x12436d),
		StageUses: rgb(0x12436d), StageSurely: rgb(0x2073bc), StageLikely: rgb(0x94c1ea), Rest: rgb(0xdadde1),
		ScaleLowest: rgb(0xa6360b), ScaleLow: rgb(0xe79a6b), ScaleMiddle: rgb(0xd5dae0),
		ScaleHigh: rgb(0x7fb3dd), ScaleHighest: rgb(0x12436d),
		First: rgb(0x12436d), Second: rgb(0xdb7a00), Third: rgb(0x9aa1a8), Fourth: rgb(0x6b4a2b), Fifth: rgb(0x4c8fd6),
		Unknown: rgb(0xffffff),
		Own:     rgb(0x12436d), Peers: rgb(0xb05a00), Everyone: rgb(0x767c82),
		ClassLowest: rgb(0xf4f8fc), ClassLow: rgb(0xabcdec), ClassMiddle: rgb(0x6ba2d8), ClassHigh: rgb(0x1d66ad), ClassHighest: rgb(0x0a2a4a),
		Before: rgb(0x767c82), Band: rgb(0xd5e3f0),
		FineLower: rgb(0xe57947), FineLow: rgb(0xf0b48e), FineHigh: rgb(0x85caff), FineHigher: rgb(0x4a8ac4),
		LineFirst: rgb(0x12436d), LineSecond: rgb(0xb05a00), LineThird: rgb(0x767c82),
		LineFourth: rgb(0x4c8fd6), LineFifth: rgb(0x6b4a2b), LineSixth: rgb(0x2b2b2b),
	}
	return t
}

// The limits that a theme has to keep: contrast of text and of marks with what
// lies under them (WCAG 2.1, 1.4.3 and 1.4.11), and the distance between two
// colours that stand for different things.
const (
	textContrast = 4.5
	markContrast = 3
	apart        = 20
)

// palettes lists the roles that occur together in one chart.
func palettes() [][]Role {
	return [][]Role{
		{StageUses, StageSurely, StageLikely, Rest},
		{ScaleLowest, ScaleLow, ScaleMiddle, ScaleHigh, ScaleHighest},
		{ScaleLowest, FineLower, FineLow, ScaleMiddle, FineHigh, FineHigher, ScaleHighest},
		{First, Second, Third, Fourth, Fifth, Rest},
		{Own, Peers, Everyone},
		{ClassLowest, ClassLow, ClassMiddle, ClassHigh, ClassHighest},
		{Plain, Before, Band},
		{LineFirst, LineSecond, LineThird, LineFourth, LineFifth, LineSixth},
	}
}

// Check returns everything about the theme that some readers could not see:
// text and lines with too little contrast, and colours of one chart that look
// alike with a colour vision deficiency. Pale fills are no fault: they are
// outlined. It returns nil for a theme that is fine.
func (t *Theme) Check() error {
	var faults []error
	contrast := func(what string, c color.RGBA, least float64) {
		if got := Contrast(c, t.Ground); got < least {
			faults = append(faults, fmt.Errorf("%s %s on %s has a contrast of %.2f: at least %.1f is needed",
				what, hex(c), hex(t.Ground), got, least))
		}
	}
	contrast("text", t.Text, textContrast)
	contrast("quiet text", t.Quiet, textContrast)
	contrast("axis", t.Axis, markContrast)
	contrast("outline", t.Outline, markContrast)
	contrast("dots", t.Fills[Plain], markContrast)
	for _, palette := range palettes() {
		for i, a := range palette {
			for _, b := range palette[i+1:] {
				faults = append(faults, t.alike(a, b)...)
			}
		}
	}
	return errors.Join(faults...)
}

// alike returns a fault for every kind of vision to which the colours of two
// roles look alike.
func (t *Theme) alike(a, b Role) []error {
	var faults []error
	for _, v := range visions() {
		if d := Distance(t.Fills[a], t.Fills[b], v); d < apart {
			faults = append(faults, fmt.Errorf("colours %s and %s differ by %.1f with %s: at least %d is needed",
				hex(t.Fills[a]), hex(t.Fills[b]), d, v, apart))
		}
	}
	return faults
}

// outlined reports whether a fill is too pale to be seen without an edge.
func (t *Theme) outlined(fill color.RGBA) bool { return Contrast(fill, t.Ground) < markContrast }
