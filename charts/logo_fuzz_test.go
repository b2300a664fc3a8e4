package charts

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"eliasnaur.com/font/roboto/robotoregular"
)

// FuzzParseLogo reads any picture: an error, or a logo of a size.
func FuzzParseLogo(f *testing.F) {
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewRGBA(image.Rect(0, 0, 3, 2))); err != nil {
		f.Fatal(err)
	}
	f.Add(logo.Bytes(), 0.0)
	f.Add([]byte("\x89PNG\r\n\x1a\n"), 40.0)
	f.Fuzz(func(t *testing.T, data []byte, height float64) {
		l, err := ParseLogo(data, height)
		if err != nil {
			return
		}
		if w, h := l.Size(100); !(w > 0 && w <= 100 && h > 0) {
			t.Errorf("a logo of %g by %g", w, h)
		}
	})
}

// FuzzParseFaces reads any font, of which the end and one byte differ from a sound
// one: an error, or a font that can measure.
func FuzzParseFaces(f *testing.F) {
	f.Add(uint32(100), byte(1), uint32(5000))
	f.Add(uint32(12), byte(255), uint32(1<<31))
	f.Fuzz(func(_ *testing.T, at uint32, change byte, end uint32) {
		data := bytes.Clone(robotoregular.TTF)
		data[int(at)%len(data)] ^= change
		data = data[:min(len(data), int(end))]
		faces, err := ParseFaces(data, robotoregular.TTF)
		if err != nil {
			return
		}
		_ = faces.check() // an error is fine
	})
}
