// Package charts turns figures into pictures that can go into a presentation
// as they are.
//
// A Chart is plain data: what the picture says, in words and numbers that are
// already rounded and formatted. The constructors (Adoption, Breakdown,
// Question, Words, All) make one from an analysis; the writers (PNG, SVG, CSV)
// turn it into a file. In between, the layout measures every text with the font
// it is drawn in, so that nothing overlaps or is cut off, and a picture that can
// not be made readable is an error instead.
//
// All lengths are points on a page of 960 by 540, the size of a 16:9 slide;
// y runs down from the top.
package charts

import "benchmark/analysis"

// Kind is the form of a chart.
type Kind uint8

// The kinds of chart.
const (
	// Stacked bars of 100 %, one bar a row, one segment a series.
	Stacked Kind = iota + 1
	// Intervals are dots on lines, one a row, on an axis from 0 to 100 %.
	Intervals
	// Ranked rows compare answers: dots on lines when the marks have intervals,
	// bars from zero when they have none.
	Ranked
)

// String returns the word for the kind: stacked, intervals or ranked.
func (k Kind) String() string {
	switch k {
	case Stacked:
		return "stacked"
	case Intervals:
		return "intervals"
	case Ranked:
		return "ranked"
	}
	return "unknown"
}

// Chart is everything that one picture shows.
type Chart struct {
	Kind Kind
	// Name is the base file name without extension, in lower-case ASCII:
	// "whatsapp-adoption".
	Name string
	// Language is the tag of all texts: nl, nl-BE or en.
	Language string
	// Title states the finding, without a full stop; at most two lines.
	Title string
	// Subtitle says what was asked, and what it is a percentage of.
	Subtitle string
	// Notes explain marks and margins, each a sentence.
	Notes []string
	// Omitted is the note that is added when the labels of small segments do not
	// fit and are left out.
	Omitted string
	// Source says who asked whom, and when.
	Source string
	// Series of a Stacked chart in the order of the segments; one for others.
	Series []Series
	Rows   []Row
	// Columns head the texts to the right of the plot.
	Columns []Column
	// Reference is a line across the plot, or nil.
	Reference *Reference
	// Maximum is where the axis ends, in the unit of the marks; 0 means 1,
	// which is 100 %.
	Maximum float64
	// Alt is the text alternative for who can not see the picture.
	Alt string
	// Data are the figures for the file beside the picture.
	Data Data
}

// Series is one segment of every stacked bar.
type Series struct {
	Key, Label string
	Role       Role
}

// Row is one line of a chart: a bar, a dot, a heading or words.
type Row struct {
	Label string
	// Sub is a second, quieter line under the label, such as the base.
	Sub string
	// Heading rows have a label and nothing else.
	Heading bool
	// Emphasis sets the row in bold.
	Emphasis bool
	// Tentative rows rest on few answers and are drawn lightly.
	Tentative bool
	// Lonely are the positions of the strata with one answer in the figure.
	Lonely []int
	// N is the number of answers; 0 when it is hidden.
	N int
	// Status says whether the marks may be drawn. Anything but Estimated draws
	// Words instead, on hatching when the figure is hidden.
	Status analysis.Status
	Words  string
	Marks  []Mark
	// Cells are the texts under Columns.
	Cells []string
}

// Mark is one figure in the plot, as a proportion in [0, 1] or a number up to
// the chart's Maximum.
type Mark struct {
	Value, Low, High float64
	// Interval is true when Low and High bound the Value.
	Interval bool
	// Label is the Value as it is printed.
	Label string
}

// Column heads the texts to the right of the plot.
type Column struct {
	Heading string
	// Strong sets the texts of rows that are not Tentative in bold.
	Strong bool
}

// Reference is a dotted line at Value.
type Reference struct{ Value float64 }

// Data is a table of figures: names of columns and records.
type Data struct {
	Header  []string
	Records [][]string
}

func (c *Chart) maximum() float64 {
	if c.Maximum > 0 {
		return c.Maximum
	}
	return 1
}
