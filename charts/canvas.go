package charts

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"sync"

	"git.sr.ht/~sbinet/gg"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// Easel keeps what charts were drawn on, for the next ones: memory of 8 MB that is new
// takes longer than what is drawn on it. The zero Easel is ready, and serves several
// charts at a time.
type Easel struct {
	mu       sync.Mutex
	surfaces []*surface // all of one size
}

// surface is what one chart at a time is drawn on, and what it is written with.
type surface struct {
	picture *image.RGBA
	canvas  *vgimg.Canvas
	dpi     int
	colours census
	buffer  *png.EncoderBuffer
	// small is what a small copy is drawn on.
	small *surface
}

// newSurface returns a white one. What vgimg makes by itself is drawn on a copy of an
// empty picture.
func newSurface(size image.Rectangle, dpi int) *surface {
	picture := image.NewRGBA(size)
	context := gg.NewContextForRGBA(picture)
	context.SetLineCapButt()
	context.InvertY()
	canvas := vgimg.NewWith(vgimg.UseImageWithContext(picture, context), vgimg.UseDPI(dpi))
	return &surface{picture: picture, canvas: canvas, dpi: dpi}
}

// Get returns the buffer of the encoder, nil the first time.
func (s *surface) Get() *png.EncoderBuffer { return s.buffer }

// Put keeps the buffer of the encoder.
func (s *surface) Put(b *png.EncoderBuffer) { s.buffer = b }

// take returns a surface that was drawn on, or nil where there is none of the size.
func (e *Easel) take(size image.Rectangle, dpi int) *surface {
	if e == nil {
		return nil
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	last := len(e.surfaces) - 1
	if last < 0 || e.surfaces[last].picture.Rect != size || e.surfaces[last].dpi != dpi {
		return nil
	}
	s := e.surfaces[last]
	e.surfaces = e.surfaces[:last]
	return s
}

// put takes a surface that is done with. Those of another size are let go.
func (e *Easel) put(s *surface) {
	if e == nil {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.surfaces) > 0 && (e.surfaces[0].picture.Rect != s.picture.Rect || e.surfaces[0].dpi != s.dpi) {
		e.surfaces = nil
	}
	e.surfaces = append(e.surfaces, s)
}

// surface returns an empty surface.
func (e *Easel) surface(width, height vg.Length, dpi int, ground color.RGBA) *surface {
	dots := func(l vg.Length) int { return int(l/vg.Inch*vg.Length(dpi) + 0.5) }
	size := image.Rect(0, 0, dots(width), dots(height))
	s := e.take(size, dpi)
	if s == nil {
		s = newSurface(size, dpi)
		if ground == (color.RGBA{R: 255, G: 255, B: 255, A: 255}) {
			return s
		}
	}
	draw.Draw(s.picture, size, image.NewUniform(ground), image.Point{}, draw.Src)
	return s
}

// encode returns the picture as a PNG file of 256 colours, see quantise.
func (s *surface) encode() ([]byte, error) {
	var b bytes.Buffer
	b.Grow(usualFile)
	encoder := png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: s}
	err := encoder.Encode(&b, s.colours.quantise(s.picture))
	return b.Bytes(), err
}

// usualFile is how many bytes most charts take.
const usualFile = 1 << 17
