package charts

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"io"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// PNG writes the chart as a picture: a slide has 1920 by 1080 pixels at scale 1,
// 3840 by 2160 at scale 2, up to scale 4. The file says how large it is, a slide
// 13.33 inches wide so that it fills one, and carries title, description and source as text.
// The same chart gives the same bytes. Nothing is written when the chart can
// not be laid out.
func PNG(w io.Writer, c Chart, d Drawing) error {
	on, err := drawn(&c, &d)
	if err != nil {
		return err
	}
	defer d.Easel.put(on)
	encoded, err := on.encode()
	if err != nil {
		return fmt.Errorf("encoding the chart %s: %w", c.Name, err)
	}
	if d.Small != nil {
		if *d.Small, err = on.thumb(&c, &d.Theme, true); err != nil {
			return fmt.Errorf("drawing the chart %s small: %w", c.Name, err)
		}
	}
	if err := describe(w, encoded, &c, on.dpi); err != nil {
		return fmt.Errorf("writing the chart %s: %w", c.Name, err)
	}
	return nil
}

// Thumb makes a chart small without a file of its own. What it gives, and for which
// charts an error, is as with PNG and the same drawing.
func Thumb(c Chart, d Drawing) (Thumbnail, error) {
	on, err := drawn(&c, &d)
	if err != nil {
		return Thumbnail{}, err
	}
	defer d.Easel.put(on)
	small, err := on.thumb(&c, &d.Theme, false)
	if err != nil {
		return Thumbnail{}, fmt.Errorf("drawing the chart %s small: %w", c.Name, err)
	}
	return small, nil
}

// drawn draws a chart on a surface of the easel.
func drawn(c *Chart, d *Drawing) (*surface, error) {
	s, err := layout(c, d)
	if err != nil {
		return nil, err
	}
	ground := d.Theme.Ground
	if d.Transparent {
		ground = color.RGBA{}
	}
	on := d.Easel.surface(length(s.width), length(s.height), 144*d.Scale, ground)
	if err := s.paint(on.canvas); err != nil {
		d.Easel.put(on)
		return nil, fmt.Errorf("drawing the chart %s: %w", c.Name, err)
	}
	return on, nil
}

// paint draws the scene with the origin at the bottom left, as vg has it.
// Letters are filled outlines, which come out sharper than gonum's letters,
// scaled as pictures; boxes, whose edges are pixels, are filled at once.
func (s *scene) paint(c *vgimg.Canvas) error {
	pixels := c.DPI() / 72
	for i := range s.shapes {
		f := &s.shapes[i]
		c.SetColor(f.fill)
		switch f.form {
		case boxForm:
			edge := func(x float64) int { return int(math.Round(x * pixels)) }
			r := image.Rect(edge(f.x), edge(f.y), edge(f.x+f.w), edge(f.y+f.h))
			draw.Draw(c.Image(), r, image.NewUniform(f.fill), image.Point{}, draw.Src)
		case discForm:
			var p vg.Path
			p.Move(vg.Point{X: length(f.x + f.r), Y: s.upward(f.y)})
			p.Arc(vg.Point{X: length(f.x), Y: s.upward(f.y)}, length(f.r), 0, 2*math.Pi)
			p.Close()
			c.Fill(p)
		case logoForm:
			at := vg.Point{X: length(f.x), Y: s.upward(f.y + f.h)}
			c.DrawImage(vg.Rectangle{Min: at, Max: at.Add(vg.Point{X: length(f.w), Y: length(f.h)})}, s.theme.Logo.picture)
		case pathForm:
			c.Fill(s.outline(f.outline))
		case linesForm:
			c.SetLineWidth(length(f.stroke))
			c.SetLineDash(nil, 0)
			if f.dash {
				c.SetLineDash([]vg.Length{3, 3}, 0)
			}
			// One by one: the rasteriser slows down with much ink on one line.
			for _, l := range f.path {
				var p vg.Path
				p.Move(vg.Point{X: length(l[0]), Y: s.upward(l[1])})
				p.Line(vg.Point{X: length(l[2]), Y: s.upward(l[3])})
				c.Stroke(p)
			}
		case textForm:
			at := vg.Point{X: length(f.left()), Y: s.upward(f.y)}
			if err := s.fonts.face(f.bold).outlines(f.text, at, f.size, c.Fill); err != nil {
				return err
			}
		}
	}
	return nil
}

// outline returns the path of an area.
func (s *scene) outline(corners []corner) vg.Path {
	var p vg.Path
	at := func(x, y float64) vg.Point { return vg.Point{X: length(x), Y: s.upward(y)} }
	for i, c := range corners {
		switch {
		case i == 0:
			p.Move(at(c.x, c.y))
		case c.curved:
			p.CubeTo(at(c.a[0], c.a[1]), at(c.b[0], c.b[1]), at(c.x, c.y))
		default:
			p.Line(at(c.x, c.y))
		}
	}
	p.Close()
	return p
}

func length(x float64) vg.Length { return font.Points(x) }

// upward turns a height from the top of the page into one from its foot.
func (s *scene) upward(y float64) vg.Length { return font.Points(s.height - y) }

// describe writes an encoded picture with its resolution and texts put in after
// the header chunk.
func describe(w io.Writer, encoded []byte, c *Chart, dpi int) error {
	const header = 8 + 25 // signature and IHDR
	var b bytes.Buffer
	b.Write(encoded[:header])
	metre := binary.BigEndian.AppendUint32(nil, uint32(math.Round(float64(dpi)/0.0254)))
	chunk(&b, "pHYs", append(append(append([]byte{}, metre...), metre...), 1))
	for _, t := range [][2]string{{"Title", c.Title}, {"Description", c.Alt}, {"Source", c.Source}} {
		if t[1] != "" {
			// Keyword, no compression, language, no translated keyword, text.
			chunk(&b, "iTXt", []byte(t[0]+"\x00\x00\x00"+c.Language+"\x00\x00"+t[1]))
		}
	}
	b.Write(encoded[header:])
	_, err := w.Write(b.Bytes())
	return err
}

// chunk writes one chunk of a PNG file (ISO/IEC 15948, 5.3).
func chunk(b *bytes.Buffer, name string, data []byte) {
	b.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	body := append([]byte(name), data...)
	b.Write(body)
	b.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)))
}
