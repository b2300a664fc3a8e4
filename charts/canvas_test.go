package charts

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestEasel holds pictures that are drawn one over the other, and several at a time,
// to those that have one each: other charts, sizes and grounds.
func TestEasel(t *testing.T) {
	all := All(inventStudy(), dutch(t))[:2]
	drawings := []Drawing{
		Usual(), {Theme: Default(), Size: Slide(), Scale: 1, Transparent: true}, {Theme: Default(), Size: Wide(), Scale: 1}, Usual(),
	}
	var easel Easel
	var wait sync.WaitGroup
	for i := range all {
		wait.Go(func() {
			for k, d := range drawings {
				var fresh, used bytes.Buffer
				if err := PNG(&fresh, all[i], d); err != nil {
					t.Error(err)
					return
				}
				d.Easel = &easel
				if err := PNG(&used, all[i], d); err != nil || !bytes.Equal(fresh.Bytes(), used.Bytes()) {
					t.Errorf("%s, drawing %d: not the picture that it is on one of its own: %v", all[i].Name, k, err)
				}
			}
		})
	}
	wait.Wait()
}

// TestSheet draws a sheet of four charts and looks for each at its place: three
// beside each other, then one below, all drawn on the white of their page.
func TestSheet(t *testing.T) {
	all := All(inventStudy(), dutch(t))[:4]
	thumbs := make([]Thumbnail, len(all))
	for i, c := range all {
		d := Usual()
		d.Transparent, d.Small = i == 3, &thumbs[i]
		if err := PNG(new(bytes.Buffer), c, d); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := Sheet(&b, thumbs); err != nil {
		t.Fatal(err)
	}
	sheet, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	const height = thumbWidth * 1080 / 1920
	if got, want := sheet.Bounds().Size(), image.Pt(3*thumbWidth+4*thumbGap, 2*(height+1+thumbLabel)+3*thumbGap); got != want {
		t.Errorf("a sheet of %v, want %v", got, want)
	}
	for i := range all {
		x, y := thumbGap+i%3*(thumbWidth+thumbGap), thumbGap+thumbLabel+i/3*(height+1+thumbLabel+thumbGap)
		if got := fmt.Sprint(sheet.At(x+2, y+2).RGBA()); got != "65535 65535 65535 65535" {
			t.Errorf("the corner of chart %d is %s, not white", i, got)
		}
		if ink := darkest(sheet, image.Rect(x, y, x+thumbWidth, y+height)); ink > 0x6000 {
			t.Errorf("chart %d has no ink: the darkest dot is %#x", i, ink)
		}
	}
}

// TestElided: of a name that is too wide for its small copy the beginning and the end are
// left, as wide as they can be, and where there are dots at all.
func TestElided(t *testing.T) {
	theme := Default()
	f, err := theme.loadFonts()
	if err != nil {
		t.Fatal(err)
	}
	const width = thumbWidth / thumbType
	long := slug("Welke argumenten " + strings.Repeat("en redenen ", 20) + "by size class")
	for text, want := range map[string]string{
		"":                    "",
		"adoption-by-channel": "adoption-by-channel",
		long:                  "welke-argumenten-en-redenen-en-redenen…n-en-redenen-en-redenen-by-size-class",
	} {
		got := f.regular.elided(text, width)
		if got != want || f.regular.width(got) > width {
			t.Errorf("%s: %s, %g wide; want %s", text, got, f.regular.width(got), want)
		}
	}
	if got := f.regular.elided(long, 0); got != "…" {
		t.Errorf("without room: %s", got)
	}
	if got := f.regular.elided(long, width); f.regular.width(got+"M") <= width {
		t.Errorf("there is room beside %s", got)
	}
	var small [2]Thumbnail
	c := All(inventStudy(), dutch(t))[0]
	for i, name := range []string{long, f.regular.elided(long, width)} {
		c.Name = name
		if small[i], err = Thumb(c, Usual()); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(small[0], small[1]) {
		t.Error("a long name is drawn otherwise than shortened")
	}
}

// darkest returns the least red in a part of a picture.
func darkest(picture image.Image, r image.Rectangle) uint32 {
	least := uint32(0xffff)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			red, _, _, _ := picture.At(x, y).RGBA()
			least = min(least, red)
		}
	}
	return least
}

// TestThumb holds the small copy of a chart whose ground is skipped to the one that is scaled
// as a whole, on pages of every size and on white, a colour and nothing.
func TestThumb(t *testing.T) {
	all := All(inventStudy(), dutch(t))
	var easel Easel
	for i, c := range all {
		d := Usual()
		d.Size, d.Easel, d.Transparent = Sizes()[i%len(Sizes())], &easel, i%3 == 1
		if i%3 == 2 {
			d.Theme.Ground = rgb(0x1d2b01)
		}
		whole, err := Thumb(c, d)
		if err != nil {
			continue // a chart that does not fit on a square
		}
		var skipped Thumbnail
		d.Small = &skipped
		if err := PNG(io.Discard, c, d); err != nil {
			t.Fatal(err)
		}
		for y := range whole.lines {
			if !slices.Equal(whole.lines[y], skipped.lines[y]) {
				t.Errorf("%s on %s: line %d differs", c.Name, d.Size.Name, y)
				break
			}
		}
	}
}
