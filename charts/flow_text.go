package charts

import "math"

// drawNodes draws the groups of a side with their labels from or up to x, and on
// hatching the part of them of which the bands are hidden.
func (f *flowPlot) drawNodes(side []flowNode, left, x float64, end anchor) {
	for i := range side {
		n := &side[i]
		if n.words != "" {
			f.hatch(left, snap(n.y-8), nodeWidth, 16, 5, f.theme.Hatching)
		} else {
			f.bar(left, n.top, nodeWidth, n.height, f.theme.Fills[n.role])
		}
		y := n.y - n.least()/2 + 1.5
		for _, line := range n.label.lines {
			f.middle(line, x, y+lineHeight*n.label.size/2, style{size: n.label.size, bold: true, colour: f.theme.Text, anchor: end})
			y += lineHeight * n.label.size
		}
		for _, line := range n.sub.lines {
			f.middle(line, x, y+lineHeight*n.sub.size/2, style{size: n.sub.size, colour: f.theme.Quiet, anchor: end})
			y += lineHeight * n.sub.size
		}
	}
	f.hiddenParts(side, left)
}

// hiddenParts hatches beside each group the part that runs to or comes from bands
// that are hidden.
func (f *flowPlot) hiddenParts(side []flowNode, left float64) {
	x := left + nodeWidth
	if left > f.left {
		x = left - stub
	}
	for i := range side {
		n := &side[i]
		if rest := n.height - n.taken; n.words == "" && n.n > 0 && rest > 0.6*f.unit && n.n*f.unit >= leastNode {
			f.hatch(x, n.top+n.taken, stub, rest, 5, f.theme.Hatching)
		}
	}
}

// stub is the length of a part of a group that goes somewhere that is hidden.
const stub = 26.0

// numberSize is the type of the numbers on bands.
func (f *flowPlot) numberSize() float64 { return math.Max(f.size.Smallest, 11.5) }

// numbersOf returns the left edge and the middle of the numbers of a band: at both
// ends, where the band is as high as its number and no other crosses it.
func (f *flowPlot) numbersOf(i int) [][2]float64 {
	b := &f.placed[i]
	w, h := f.fonts.width(b.mark.Label, f.numberSize(), true), 0.4*f.numberSize()
	var all [][2]float64
	for _, at := range [][2]float64{{f.left + nodeWidth + 6, b.top + b.height/2}, {f.right - nodeWidth - 6 - w, b.end + b.height/2}} {
		if f.bears(i, at[0], at[0]+w, at[1]-h, at[1]+h) {
			all = append(all, at)
		}
	}
	return all
}

// numbered reports whether every band has its number.
func (f *flowPlot) numbered() bool {
	for i := range f.placed {
		if len(f.numbersOf(i)) == 0 {
			return false
		}
	}
	return true
}

// numbers writes the numbers of bands on them.
func (f *flowPlot) numbers() {
	for i := range f.placed {
		b := &f.placed[i]
		for _, at := range f.numbersOf(i) {
			f.middle(b.mark.Label, at[0], at[1], style{size: f.numberSize(), bold: true, colour: inkOn(b.fill(f))})
		}
	}
}

// headings names the two sides over them.
func (f *flowPlot) headings() {
	if len(f.chart.Columns) != 2 {
		return
	}
	st := style{size: math.Max(12, f.size.Smallest), colour: f.theme.Quiet}
	before, after := f.chart.Columns[0].Heading, f.chart.Columns[1].Heading
	x := math.Max(f.frame.left, f.left+nodeWidth-f.fonts.width(before, st.size, false))
	f.middle(before, x, f.top-14, st)
	x = math.Min(f.right-nodeWidth, f.frame.right-f.fonts.width(after, st.size, false))
	f.middle(after, x, f.top-14, st)
}
