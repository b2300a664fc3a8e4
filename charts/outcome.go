package charts

import (
	"image/color"

	"benchmark/analysis"
	"benchmark/analysis/contrast"
)

// Polarity says which direction of a figure is good.
type Polarity uint8

// The polarities.
const (
	// Neutral: neither more nor less is better, such as who does webcare.
	Neutral Polarity = iota
	// MoreIsBetter, such as satisfaction.
	MoreIsBetter
	// LessIsBetter, such as complaints.
	LessIsBetter
)

// Direction is what a test says of a difference.
type Direction uint8

// The directions.
const (
	// NotTested: there is no test, so nothing is said.
	NotTested Direction = iota
	// Undecided: the test does not show a difference.
	Undecided
	// Up and Down: the difference is shown.
	Up
	Down
)

// Tone says whether a difference is good news.
type Tone uint8

// The tones.
const (
	NoTone Tone = iota
	Better
	Worse
)

// Outcome is what a difference means: a sign that points up, down or is two
// bars where no difference was shown, and the word beside it.
type Outcome struct {
	Direction Direction
	Tone      Tone
	Word      string
}

// outcome turns a verdict into an outcome without its word.
func outcome(v analysis.Verdict, p Polarity) Outcome {
	o := Outcome{}
	switch v.Conclusion {
	case contrast.Higher:
		o.Direction = Up
	case contrast.Lower:
		o.Direction = Down
	case contrast.Undecided, contrast.Alike:
		o.Direction = Undecided
	}
	if o.Direction == Up || o.Direction == Down {
		switch {
		case p == Neutral:
		case (p == MoreIsBetter) == (o.Direction == Up):
			o.Tone = Better
		default:
			o.Tone = Worse
		}
	}
	return o
}

// outcome turns a verdict into an outcome with its word.
func (m *maker) outcome(v analysis.Verdict, p Polarity) Outcome {
	o := outcome(v, p)
	if o.Direction != NotTested {
		o.Word = m.l.ChartVersus().Word(o.Direction == Up, o.Direction == Down, o.Tone == Better, o.Tone == Worse)
	}
	return o
}

// ink returns the colour of an outcome.
func (o Outcome) ink(t *Theme) color.RGBA {
	switch {
	case o.Tone == Better:
		return t.legible(ScaleHighest)
	case o.Tone == Worse:
		return t.legible(ScaleLowest)
	case o.Direction == Up || o.Direction == Down:
		return t.Text
	}
	return t.Quiet
}

// legible returns the colour of a role when text in it can be read on the
// ground, and else that of text.
func (t *Theme) legible(r Role) color.RGBA {
	if Contrast(t.Fills[r], t.Ground) < textContrast {
		return t.Text
	}
	return t.Fills[r]
}

// signSize is half the width of a sign.
const signSize = 4.5

// sign draws the sign of an outcome around a point.
func (p *frame) sign(o Outcome, x, y float64) {
	c, h := o.ink(p.theme), signSize
	switch o.Direction {
	case Up:
		p.polygon(c, [2]float64{x, y - h}, [2]float64{x + h, y + h - 1}, [2]float64{x - h, y + h - 1})
	case Down:
		p.polygon(c, [2]float64{x, y + h}, [2]float64{x + h, y - h + 1}, [2]float64{x - h, y - h + 1})
	case Undecided:
		p.box(x-h, y-2.5, 2*h, 1.5, c)
		p.box(x-h, y+1, 2*h, 1.5, c)
	}
}

// shapeOf is the form of a marker, a cue besides its colour.
type shapeOf uint8

const (
	discMark shapeOf = iota
	diamondMark
	ringMark
	squareMark
	upMark
	downMark
)

// markOf returns the form of the markers of a role.
func markOf(r Role) shapeOf {
	switch r {
	case Peers, Before, LineSecond:
		return diamondMark
	case Everyone, LineThird:
		return ringMark
	case LineFourth:
		return squareMark
	case LineFifth:
		return upMark
	case LineSixth:
		return downMark
	}
	return discMark
}

// marker draws the marker of a figure.
func (p *frame) marker(r Role, x, y, radius float64, open bool) {
	p.blob(markOf(r), x, y, radius+1.5, p.theme.Ground)
	first := len(p.shapes)
	p.symbol(r, x, y, radius, open)
	p.shapes[first].data = true
}

// symbol draws the form of a role; open for what is expected or rests on few
// answers.
func (p *frame) symbol(r Role, x, y, radius float64, open bool) {
	form := markOf(r)
	p.blob(form, x, y, radius, p.theme.Fills[r])
	if open || form == ringMark {
		p.blob(form, x, y, radius-max(1.5, 0.32*radius), p.theme.Ground)
	}
}

// blob fills one form of marker; all forms of a radius look as large.
func (p *frame) blob(form shapeOf, x, y, r float64, c color.RGBA) {
	switch form {
	case diamondMark:
		p.diamond(x, y, 1.2*r, c)
	case squareMark:
		s := 0.88 * r
		p.polygon(c, [2]float64{x - s, y - s}, [2]float64{x + s, y - s}, [2]float64{x + s, y + s}, [2]float64{x - s, y + s})
	case upMark:
		p.polygon(c, [2]float64{x, y - 1.2*r}, [2]float64{x + 1.1*r, y + 0.8*r}, [2]float64{x - 1.1*r, y + 0.8*r})
	case downMark:
		p.polygon(c, [2]float64{x, y + 1.2*r}, [2]float64{x + 1.1*r, y - 0.8*r}, [2]float64{x - 1.1*r, y - 0.8*r})
	default:
		p.disc(x, y, r, c)
	}
}
