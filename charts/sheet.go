package charts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"slices"
	"sort"

	scale "golang.org/x/image/draw"
	"gonum.org/v1/plot/vg"
)

// Thumbnail is a chart made small for a Sheet, with its name above it.
type Thumbnail struct {
	// lines are the runs of every line, from the top.
	lines  [][]stretch
	height int // of the chart
}

// stretch is a number of pixels of one colour.
type stretch struct {
	colour color.RGBA
	n      int32
}

// Measures of a sheet in pixels.
const (
	thumbWidth  = 620
	thumbGap    = 26
	thumbLabel  = 34
	thumbType   = 17.0
	thumbColumn = 3
)

// sheetGround is the colour around the charts.
func sheetGround() color.RGBA { return rgb(0xe4e6e9) }

// thumb makes a small copy of the chart on the surface, with its name in the font of the
// theme. Where the picture is counted that takes half the time.
func (s *surface) thumb(c *Chart, theme *Theme, counted bool) (Thumbnail, error) {
	f, err := theme.loadFonts()
	if err != nil {
		return Thumbnail{}, err
	}
	b := s.picture.Rect
	height := int(math.Round(thumbWidth * float64(b.Dy()) / float64(b.Dx())))
	size := image.Rect(0, 0, thumbWidth, thumbLabel+height)
	if s.small == nil || s.small.picture.Rect != size {
		s.small = newSurface(size, 72) // 72 dots an inch: a point is a pixel
	}
	picture, canvas := s.small.picture, s.small.canvas
	label, page := image.Rect(0, 0, thumbWidth, thumbLabel), image.Rect(0, thumbLabel, thumbWidth, size.Max.Y)
	draw.Draw(picture, label, image.NewUniform(sheetGround()), image.Point{}, draw.Src)
	canvas.SetColor(theme.Text)
	name := f.regular.elided(c.Name, thumbWidth/thumbType)
	if err := f.regular.outlines(name, vg.Point{Y: length(float64(height + 10))}, thumbType, canvas.Fill); err != nil {
		return Thumbnail{}, err
	}
	if counted && s.colours.opaque {
		s.shrink(picture, page)
	} else {
		draw.Draw(picture, page, image.White, image.Point{}, draw.Src)
		scale.ApproxBiLinear.Scale(picture, page, s.picture, b, draw.Over, nil)
	}
	return Thumbnail{lines: stretches(picture), height: height}, nil
}

// elided returns a text that is no wider than so many times the type size: of one that is
// wider, the beginning and the end, since names of charts differ in either.
func (t *typeface) elided(text string, width float64) string {
	dots := cut
	if _, lacks := t.missing(dots); lacks {
		dots = "..."
	}
	letters := []rune(text)
	kept := func(n int) string { return string(letters[:n-n/2]) + dots + string(letters[len(letters)-n/2:]) }
	if t.width(text) <= width {
		return text
	}
	return kept(max(0, sort.Search(len(letters), func(n int) bool { return t.width(kept(n)) > width })-1))
}

// shrink scales the picture, which is opaque, to a page: what is not ground, line by line.
// A pixel mixed from four of the ground is one.
func (s *surface) shrink(to *image.RGBA, page image.Rectangle) {
	b, inked := s.picture.Rect, s.colours.inked
	draw.Draw(to, page, image.NewUniform(s.picture.RGBAAt(0, 0)), image.Point{}, draw.Src)
	// It is mixed from those around its place: these are enough.
	const around = 2
	beside := around + page.Dx()/b.Dx()
	place := func(x, of, among int) int { return x * among / of }
	for y := range page.Dy() {
		from, end := b.Dx(), 0
		at := place(y, page.Dy(), b.Dy())
		for k := max(0, at-around); k < min(at+place(1, page.Dy(), b.Dy())+around, b.Dy()); k++ {
			if l := inked[k]; l[0] < l[1] {
				from, end = min(from, l[0]), max(end, l[1])
			}
		}
		if from >= end {
			continue
		}
		line := image.Rect(place(from, b.Dx(), page.Dx())-beside, y, place(end, b.Dx(), page.Dx())+beside+1, y+1)
		if part, ok := to.SubImage(line.Add(page.Min).Intersect(page)).(*image.RGBA); ok {
			scale.ApproxBiLinear.Scale(part, page, s.picture, b, draw.Src, nil)
		}
	}
}

// stretches returns the runs of every line of a picture.
func stretches(p *image.RGBA) [][]stretch {
	width, height := p.Rect.Dx(), p.Rect.Dy()
	all, ends := make([]stretch, 0, 1<<14), make([]int, height)
	for y := range height {
		line := p.Pix[y*p.Stride : y*p.Stride+4*width]
		for len(line) > 0 {
			c := binary.LittleEndian.Uint32(line)
			n := 4
			for ; n < len(line) && binary.LittleEndian.Uint32(line[n:]) == c; n += 4 {
			}
			all = append(all, stretch{unpack(c), int32(n / 4)})
			line = line[n:]
		}
		ends[y] = len(all)
	}
	all = slices.Clone(all)
	lines, from := make([][]stretch, height), 0
	for y, end := range ends {
		lines[y], from = all[from:end], end
	}
	return lines
}

// mosaic is the picture of a sheet. It is put together line by line, from the top, as
// its encoder asks for it: all of it takes 20 MB.
type mosaic struct {
	thumbs []Thumbnail
	tops   []int // of the rows
	size   image.Rectangle
	y      int // of the line
	line   []color.RGBA
}

// ColorModel, Bounds and At make it an image.
func (m *mosaic) ColorModel() color.Model { return color.RGBAModel }

// Bounds returns its size.
func (m *mosaic) Bounds() image.Rectangle { return m.size }

// Opaque tells an encoder that no pixel can be seen through.
func (m *mosaic) Opaque() bool { return true }

// At returns a colour that is good until another line is asked for.
func (m *mosaic) At(x, y int) color.Color {
	if y != m.y {
		m.compose(y)
	}
	return &m.line[x]
}

// compose puts a line together.
func (m *mosaic) compose(y int) {
	m.y = y
	for x := range m.line {
		m.line[x] = sheetGround()
	}
	row := len(m.tops) - 1
	for row > 0 && m.tops[row] > y {
		row--
	}
	if y < m.tops[row] {
		return
	}
	first := row * thumbColumn
	for i, t := range m.thumbs[first:min(first+thumbColumn, len(m.thumbs))] {
		if y-m.tops[row] >= len(t.lines) {
			continue
		}
		to := m.line[thumbGap+i*(thumbWidth+thumbGap):]
		for _, r := range t.lines[y-m.tops[row]] {
			for x := range to[:r.n] {
				to[x] = r.colour
			}
			to = to[r.n:]
		}
	}
}

// Sheet writes all thumbnails on one picture, three beside each other, each with
// its name: to see at a glance what there is.
func Sheet(w io.Writer, thumbs []Thumbnail) error {
	if len(thumbs) == 0 {
		return errors.New("drawing a contact sheet: there are no charts")
	}
	m := mosaic{thumbs: thumbs, y: -1}
	y := thumbGap
	for row := range slices.Chunk(thumbs, thumbColumn) {
		m.tops = append(m.tops, y)
		highest := 0
		for _, t := range row {
			highest = max(highest, t.height)
		}
		y += highest + thumbLabel + thumbGap
	}
	m.size = image.Rect(0, 0, thumbGap+min(len(thumbs), thumbColumn)*(thumbWidth+thumbGap), y)
	m.line = make([]color.RGBA, m.size.Dx())
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed} // 2% larger
	if err := encoder.Encode(&b, &m); err != nil {
		return fmt.Errorf("encoding the contact sheet: %w", err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("writing the contact sheet: %w", err)
	}
	return nil
}
