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

import (
	"strings"

	"benchmark/analysis"
)

// Kind is the form of a chart.
type Kind uint8

// The kinds of chart.
const (
	// Stacked bars of 100 %, one bar a row, one segment a series.
	Stacked Kind = iota + 1
	// Intervals are dots on lines, one a row, on an axis from 0 to 100 %.
	Intervals
	// Ranked rows compare answers: dots on lines when the marks have intervals,
	// bars from zero when they have none, a bar a series.
	Ranked
	// Diverging bars run left and right from a line between disagreement and
	// agreement; the middle of the scale stands apart.
	Diverging
	// Benchmark rows set an organisation beside its groups: a mark a series, each
	// of its own shape.
	Benchmark
	// Dumbbell rows join two figures, such as those of two waves, by a line.
	Dumbbell
	// Lines run over time: a row is a moment and a series a line. Moments may be
	// forecast, with a band, and may break with the one before.
	Lines
	// Slope is Lines between two moments, with the names at the ends.
	Slope
	// Heat is a table of cells in five classes: a column a series.
	Heat
	// Flow bands run from the rows, on the left, to the series, on the right, as
	// wide as their marks.
	Flow
	// Distribution rows show how a number is spread: boxes from quartile to
	// quartile, or a dot for each answer.
	Distribution
	// Cloud sets words by size, always beside the same words as Ranked bars.
	Cloud
	// Tenfold rows are ten figures each, of which as many are filled as in ten.
	Tenfold
)

// String returns the word for the kind.
func (k Kind) String() string {
	names := [...]string{
		"unknown", "stacked", "intervals", "ranked", "diverging", "benchmark", "dumbbell", "lines", "slope", "heat",
		"flow", "distribution", "cloud", "tenfold",
	}
	if int(k) < len(names) {
		return names[k]
	}
	return names[0]
}

// Chart is everything that one picture shows.
type Chart struct {
	Kind Kind
	// Name is the base file name without extension, in lower-case ASCII:
	// "whatsapp-adoption".
	Name string
	// Topic and Table say which table of a study the figures come from, the first of
	// several; empty for a chart that was made for itself.
	Topic analysis.Topic
	Table string
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
	// Series are what the marks of every row stand for, in their order: the segments
	// of a bar, the columns of a table, the lines. Empty for one mark a row.
	Series []Series
	// Ends are what comes together in each of the Series of a Flow.
	Ends []End
	Rows []Row
	// Columns head the texts to the right of the plot.
	Columns []Column
	// Sides name what runs to the left and to the right of the line of a Diverging
	// chart.
	Sides [2]string
	// Reference is a line across the plot, or nil.
	Reference *Reference
	// Minimum is where the axis begins and Maximum where it ends, in the unit of
	// the marks; a Maximum of 0 means 1, which is 100 %. Bars start at zero all the
	// same.
	Minimum, Maximum float64
	// Ticks are the values that the axis names; nil: none, or 0 to 100 % in quarters.
	// Those of a Heat are its classes: where each begins, and what the key calls it.
	Ticks []Tick
	// Alt is the text alternative for who can not see the picture.
	Alt string
	// Data are the figures for the file beside the picture.
	Data Data
	// Symbols are the key of a Distribution, in its order.
	Symbols []Symbol
	// Empty says why there is nothing to see, in the place of the plot; a chart
	// that has it has no rows.
	Empty string
}

// Symbol is a sign in the key of a Distribution and what it stands for.
type Symbol struct {
	Sign  Sign
	Label string
}

// Sign is a mark of a Distribution.
type Sign uint8

// The signs.
const (
	BoxSign Sign = iota + 1
	MedianSign
	MeanSign
	WhiskerSign
	OutlierSign
	PointSign
)

// Series is what one mark of every row stands for, such as a segment of a bar.
type Series struct {
	Key, Label string
	Role       Role
}

// End is what comes together in a series of a Flow.
type End struct {
	// Sub is a second, quieter line under the label of the series.
	Sub string
	// N is how many come together; 0 when that is hidden.
	N int
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
	// Totals are what the marks at each of the Sides add up to, as they are printed.
	Totals [2]string
	// Outcome says what the difference in a Benchmark or Dumbbell means, in a sign
	// and a Word; the difference itself is the last of Cells.
	Outcome Outcome
	// At is the moment of a row of Lines on the axis of time, such as a year with
	// its fraction.
	At float64
	// Forecast is true for a moment that is expected and not measured, and Break
	// for one that can't be compared with the moment before; Why says why in a few
	// words.
	Forecast, Break bool
	Why             string
}

// Tick is a value that an axis names.
type Tick struct {
	Value float64
	Label string
}

// Mark is one figure in the plot, as a proportion in [0, 1] or a number up to
// the chart's Maximum.
type Mark struct {
	Value, Low, High float64
	// Interval is true when Low and High bound the Value.
	Interval bool
	// Tentative marks rest on few answers and are drawn lightly, or open.
	Tentative bool
	// Label is the Value as it is printed, Range the interval, and LowLabel and
	// HighLabel its ends where these are printed apart.
	Label, Range, LowLabel, HighLabel string
	// Words stand where the mark of a row with others is missing, and nothing else
	// of it is drawn; on hatching when Status is hidden.
	Words  string
	Status analysis.Status
	// Spread is how a number is spread, for a Distribution; nil elsewhere.
	Spread *Spread
}

// Spread is how a number is spread over the organisations of a group, in the
// unit of the marks. The mark's Value is the median.
type Spread struct {
	// Q1 and Q3 are the quartiles, and From and To where the whiskers end: the
	// answers furthest from the box within 1.5 times its width (Tukey 1977). Without
	// HasWhiskers From and To are hidden or not known.
	Q1, Q3, From, To float64
	HasWhiskers      bool
	// Outliers lie beyond the whiskers. Points are all answers, where they may be
	// shown one by one.
	Outliers, Points []float64
	// Mean is marked as well when HasMean is true.
	Mean    float64
	HasMean bool
	// Single is true for so few answers that a box would say nothing: only the
	// median is marked, and the answers where they may be shown.
	Single bool
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

// FiguresIn makes the text alternative name the file in which the figures are,
// where that is not the chart's Name with .csv.
func (c *Chart) FiguresIn(file string) {
	c.Alt = strings.ReplaceAll(c.Alt, c.Name+".csv", file)
}

// absent reports whether the mark has words instead of a figure.
func (m *Mark) absent() bool { return m.Words != "" }

// Retitle puts other texts above the chart; an empty one leaves what is there.
// The text alternative follows.
func (c *Chart) Retitle(title, subtitle string) {
	for _, t := range []struct {
		text *string
		to   string
	}{{&c.Title, title}, {&c.Subtitle, subtitle}} {
		if t.to == "" {
			continue
		}
		if *t.text != "" {
			c.Alt = strings.Replace(c.Alt, *t.text, t.to, 1)
		}
		*t.text = t.to
	}
}
