package charts

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
)

// Logo is a picture beside the title.
type Logo struct {
	picture image.Image
	data    []byte
	// Height of the logo on the page in points; its width follows.
	Height float64
	// Alt says what the logo is to who does not see it, such as the name of the
	// organisation; empty: a word for a logo.
	Alt string
}

// PNG returns the file of the logo.
func (l *Logo) PNG() []byte { return l.data }

// Limits of a logo: bytes, pixels along a side, and points on the page.
const (
	heaviestLogo  = 1 << 20
	largestLogo   = 4000
	lowestLogo    = 8
	highestLogo   = 80
	usualLogo     = 32
	widestOfTitle = 0.3 // of the page
)

// ParseLogo reads a logo from a PNG file. A height of 0 is the usual one of 32
// points.
func ParseLogo(data []byte, height float64) (*Logo, error) {
	if height == 0 {
		height = usualLogo
	}
	if !(height >= lowestLogo && height <= highestLogo) {
		return nil, fmt.Errorf("reading the logo: a height of %g points; choose from %d to %d", height, lowestLogo, highestLogo)
	}
	if len(data) > heaviestLogo {
		return nil, fmt.Errorf("reading the logo: it has %d kB; at most %d, as every page carries it", len(data)>>10, heaviestLogo>>10)
	}
	header, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading the logo: %w; give a PNG file", err)
	}
	if header.Width > largestLogo || header.Height > largestLogo {
		return nil, fmt.Errorf("reading the logo: it has %d by %d pixels; at most %d by %d", header.Width, header.Height, largestLogo, largestLogo)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading the logo: %w; save the PNG file again", err)
	}
	return &Logo{picture: picture, data: data, Height: height}, nil
}

// size returns the width and height of the logo on the page of a chart.
func (l *Logo) size(page float64) (width, height float64) { return l.Size(widestOfTitle * page) }

// Size returns the width and height of the logo in points where it may be so wide.
func (l *Logo) Size(widest float64) (width, height float64) {
	b := l.picture.Bounds()
	ratio := float64(b.Dx()) / float64(b.Dy())
	width = min(l.Height*ratio, widest)
	return width, width / ratio
}

// logo draws the logo at the top right, and returns the width that it takes from
// the title.
func (p *frame) logo() float64 {
	l := p.theme.Logo
	if l == nil || p.bare {
		return 0
	}
	w, h := l.size(p.width)
	p.shapes = append(p.shapes, shape{form: logoForm, x: p.right - w, y: p.top + 4, w: w, h: h})
	return w + p.size.Gap
}
