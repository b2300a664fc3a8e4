package charts

import (
	"image"
	"image/color"
	"image/draw"
	"sync"

	"git.sr.ht/~sbinet/gg"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// Easel keeps the pictures that charts were drawn on, for the next ones: a new one of
// 8 MB takes longer than what is drawn on it. The zero Easel is ready, and serves
// several charts at a time.
type Easel struct {
	mu       sync.Mutex
	pictures []*image.RGBA // all of one size
}

// take returns a picture of a size, whatever is on it. A nil Easel has none.
func (e *Easel) take(size image.Rectangle) *image.RGBA {
	if e == nil {
		return image.NewRGBA(size)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	last := len(e.pictures) - 1
	if last < 0 || e.pictures[last].Rect != size {
		return image.NewRGBA(size)
	}
	p := e.pictures[last]
	e.pictures = e.pictures[:last]
	return p
}

// put takes a picture that is done with. Those of another size are let go.
func (e *Easel) put(p *image.RGBA) {
	if e == nil {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.pictures) > 0 && e.pictures[0].Rect != p.Rect {
		e.pictures = nil
	}
	e.pictures = append(e.pictures, p)
}

// canvas returns an empty canvas and the picture that is drawn on. What vgimg makes
// by itself is drawn on a copy of an empty picture.
func (e *Easel) canvas(width, height vg.Length, dpi int, ground color.Color) (*vgimg.Canvas, *image.RGBA) {
	dots := func(l vg.Length) int { return int(l/vg.Inch*vg.Length(dpi) + 0.5) }
	picture := e.take(image.Rect(0, 0, dots(width), dots(height)))
	context := gg.NewContextForRGBA(picture)
	context.SetLineCapButt()
	context.InvertY()
	canvas := vgimg.NewWith(vgimg.UseImageWithContext(picture, context), vgimg.UseDPI(dpi))
	if r, g, b, a := ground.RGBA(); min(r, g, b, a) < 0xffff { // a canvas is white as it comes
		draw.Draw(picture, picture.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	}
	return canvas, picture
}
