package charts

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"math"
	"slices"

	scale "golang.org/x/image/draw"
	"gonum.org/v1/plot/vg"
)

// Thumbnail is a chart made small for a Sheet.
type Thumbnail struct {
	name    string
	picture image.Image
}

// Measures of a sheet in pixels.
const (
	thumbWidth  = 620
	thumbGap    = 26
	thumbLabel  = 34
	thumbColumn = 3
)

// thumb makes a small picture of a chart.
func thumb(c *Chart, picture *image.RGBA) Thumbnail {
	b := picture.Bounds()
	small := image.NewRGBA(image.Rect(0, 0, thumbWidth, int(math.Round(thumbWidth*float64(b.Dy())/float64(b.Dx())))))
	draw.Draw(small, small.Bounds(), image.White, image.Point{}, draw.Src)
	scale.ApproxBiLinear.Scale(small, small.Bounds(), picture, b, draw.Over, nil)
	return Thumbnail{name: c.Name, picture: small}
}

// Sheet writes all thumbnails on one picture, three beside each other, each with
// its name: to see at a glance what there is.
func Sheet(w io.Writer, thumbs []Thumbnail, theme Theme) error {
	if len(thumbs) == 0 {
		return errors.New("drawing a contact sheet: there are no charts")
	}
	f, err := theme.loadFonts()
	if err != nil {
		return err
	}
	var tops []int
	y := thumbGap
	for row := range slices.Chunk(thumbs, thumbColumn) {
		tops = append(tops, y)
		highest := 0
		for _, t := range row {
			highest = max(highest, t.picture.Bounds().Dy())
		}
		y += highest + thumbLabel + thumbGap
	}
	width := thumbGap + min(len(thumbs), thumbColumn)*(thumbWidth+thumbGap)
	// 72 dots an inch: a point is a pixel.
	on := (*Easel)(nil).surface(length(float64(width)), length(float64(y)), 72, rgb(0xe4e6e9))
	canvas, picture := on.canvas, on.picture
	canvas.SetColor(theme.Text)
	for i, t := range thumbs {
		x, top := thumbGap+i%thumbColumn*(thumbWidth+thumbGap), tops[i/thumbColumn]
		draw.Draw(picture, image.Rect(x, top+thumbLabel, x+thumbWidth, top+thumbLabel+t.picture.Bounds().Dy()),
			t.picture, image.Point{}, draw.Src)
		at := vg.Point{X: length(float64(x)), Y: length(float64(y - top - thumbLabel + 10))}
		if err := f.regular.outlines(t.name, at, 17, canvas.Fill); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed} // 2% larger
	if err := encoder.Encode(&b, picture); err != nil {
		return fmt.Errorf("encoding the contact sheet: %w", err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("writing the contact sheet: %w", err)
	}
	return nil
}
