package charts

import "fmt"

// Size is the page that a picture is laid out for. All measures are points; at
// scale 1 a point is two pixels of a PNG.
type Size struct {
	// Name is the word for it: slide, wide, narrow or square.
	Name string
	// Width of the page, and its Height; a Height of 0 becomes what the content
	// needs.
	Width, Height float64
	// Margin is the white at the left and the right, Top that above the title and
	// Foot that under the source.
	Margin, Top, Foot float64
	// Above sets the label of a row above its marks instead of beside them.
	Above bool
	// Title, Subtitle, Note and Label are the largest sizes of type, TitleLeast the
	// smallest of a title in full room, and Smallest that of anything.
	Title, TitleLeast, Subtitle, Note, Label, Smallest float64
	// TitleLines and SubtitleLines are the most lines in full room, and NoteLines
	// the most of notes and source together.
	TitleLines, SubtitleLines, NoteLines int
	// Gap is the space between the columns beside a plot.
	Gap float64
}

// Slide is the page of a presentation: 13.33 by 7.5 inches, 16:9.
func Slide() Size {
	return Size{
		Name: "slide", Width: 960, Height: 540, Margin: 38, Top: 30, Foot: 20, Gap: 24,
		Title: 26, TitleLeast: 21, Subtitle: 14, Note: 10.5, Label: 15, Smallest: 10,
		TitleLines: 2, SubtitleLines: 2, NoteLines: 6,
	}
}

// Wide is as wide as a slide and as high as the content needs, for a report or a
// page on a large screen.
func Wide() Size {
	s := Slide()
	s.Name, s.Height, s.Top, s.NoteLines = "wide", 0, 20, 12
	return s
}

// Narrow is for the screen of a phone: as high as the content needs, labels
// above their marks, and no letter smaller than 11 pixels on a screen of 320.
func Narrow() Size {
	return Size{
		Name: "narrow", Width: 360, Margin: 12, Top: 14, Foot: 12, Gap: 10, Above: true,
		Title: 20, TitleLeast: 16, Subtitle: 13.5, Note: 12.5, Label: 14, Smallest: 12.5,
		TitleLines: 5, SubtitleLines: 8, NoteLines: 30,
	}
}

// Square is for social media: 540 by 540, which is 1080 by 1080 pixels.
func Square() Size {
	return Size{
		Name: "square", Width: 540, Height: 540, Margin: 26, Top: 24, Foot: 16, Gap: 14,
		Title: 23, TitleLeast: 18, Subtitle: 13, Note: 10, Label: 15, Smallest: 10,
		TitleLines: 3, SubtitleLines: 3, NoteLines: 8,
	}
}

// Sizes returns every size, the usual one first.
func Sizes() []Size { return []Size{Slide(), Wide(), Narrow(), Square()} }

// free reports whether the page is as high as its content needs.
func (s *Size) free() bool { return s.Height == 0 }

// Drawing says how a chart is drawn. Nothing in it changes a figure.
type Drawing struct {
	Theme Theme
	Size  Size
	// Scale is the magnification of a PNG: 1 gives 1920 pixels for 960 points.
	Scale int
	// Bare leaves out title, subtitle, notes and source, for a page that has them
	// as text around the picture.
	Bare bool
	// Transparent leaves out the ground.
	Transparent bool
	// Embedded puts the font into an SVG, which adds half a megabyte; without it the
	// reader's computer takes the first of the theme's families that it has.
	Embedded bool
	// Easel has the pictures of PNGs that were drawn before; nil: each has its own.
	Easel *Easel
	// Small, where it is not nil, becomes a small copy of a PNG, for a Sheet.
	Small *Thumbnail
}

// Usual returns the drawing of a slide in the neutral theme.
func Usual() Drawing { return Drawing{Theme: Default(), Size: Slide(), Scale: 1} }

// highestScale is the largest magnification of a PNG.
const highestScale = 4

// check refuses a drawing that can not be made.
func (d *Drawing) check() error {
	if d.Scale < 1 || d.Scale > highestScale {
		return fmt.Errorf("the scale is %d: use 1 to %d", d.Scale, highestScale)
	}
	if !(d.Size.Width > 0) {
		return fmt.Errorf("the page %q has no width: start from one of Sizes", d.Size.Name)
	}
	return nil
}

// bare returns the page without room for the texts around the plot.
func (s Size) bare() Size {
	s.Margin, s.Top, s.Foot = 2, 2, 4
	return s
}
