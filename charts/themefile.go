package charts

import (
	"errors"
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// themeFile is a theme as it is written in a file. Every part may be left out;
// what is not there is as in the neutral theme.
type themeFile struct {
	// Accent is the main colour of a house style. The stages of adoption, the
	// highest point of a scale, the classes of a table and the marks take it, and
	// tints of it where paler ones are needed.
	Accent  hexColour
	Colours struct {
		Ground, Text, Quiet, Axis, Grid, Rule, Outline, Hatching hexColour
		Plain, Uses, Surely, Likely, Rest                        hexColour
		Own, Peers, Everyone, Before, Band                       hexColour
		// Scale are the five points of a scale from the lowest to the highest, or seven
		// where longer scales have colours of their own too, Answers those without an
		// order, and Classes the cells of a table.
		Scale, Answers, Classes []hexColour
	}
	Fonts struct {
		// Regular and Bold are files, from the folder of the theme.
		Regular, Bold string
		// Families are names for SVG, the best first.
		Families []string
	}
	Logo struct {
		File   string
		Height float64
		Alt    string
	}
	// Source is a line under every chart.
	Source string
}

// hexColour is a colour as #rrggbb, or nothing.
type hexColour struct {
	set    bool
	colour color.RGBA
}

// UnmarshalYAML reads #rrggbb.
func (h *hexColour) UnmarshalYAML(n *yaml.Node) error {
	digits, ok := strings.CutPrefix(n.Value, "#")
	v, err := strconv.ParseUint(digits, 16, 32)
	if !ok || len(digits) != 6 || err != nil {
		return fmt.Errorf("%q is no colour: write it as \"#12436d\", in quotes", n.Value)
	}
	h.set, h.colour = true, rgb(uint32(v))
	return nil
}

// ReadTheme reads a theme from a YAML file. Name is for messages; open returns
// the content of a font or logo that the file names. Unknown words, colours that
// are none and files that can't be read are errors. What some readers could not
// see is a warning: see Theme.Check.
func ReadTheme(name string, data []byte, open func(path string) ([]byte, error)) (t Theme, warnings []string, err error) {
	var f themeFile
	if err := yaml.Load(data, &f, yaml.WithKnownFields()); err != nil {
		return Theme{}, nil, fmt.Errorf("reading theme %s: %w", name, tidy(err))
	}
	t = Default()
	t.Source = f.Source
	if err := errors.Join(f.colours(&t), f.fonts(&t, open), f.logo(&t, open)); err != nil {
		return Theme{}, nil, fmt.Errorf("reading theme %s: %w", name, err)
	}
	if err := t.Check(); err != nil {
		for w := range strings.Lines(err.Error()) {
			warnings = append(warnings, strings.TrimSpace(w))
		}
	}
	return t, warnings, nil
}

// tidy puts the first fault that the YAML reader found on one line, with its
// place.
func tidy(err error) error {
	if many, ok := errors.AsType[*yaml.LoadErrors](err); ok && len(many.Errors) > 0 {
		err = many.Errors[0]
	}
	one, ok := errors.AsType[*yaml.LoadError](err)
	if !ok {
		return errors.New(strings.Join(strings.Fields(strings.TrimPrefix(err.Error(), "yaml: ")), " "))
	}
	message := strings.Join(strings.Fields(one.Message), " ")
	return fmt.Errorf("line %d, column %d: %s", one.Mark.Line, one.Mark.Column, message)
}

// colours sets the colours of a theme.
func (f *themeFile) colours(t *Theme) error {
	if f.Accent.set {
		t.accent(f.Accent.colour)
	}
	c := &f.Colours
	set := func(h hexColour, to *color.RGBA) {
		if h.set {
			*to = h.colour
		}
	}
	for _, p := range []struct {
		h  hexColour
		to *color.RGBA
	}{
		{c.Ground, &t.Ground}, {c.Text, &t.Text}, {c.Quiet, &t.Quiet}, {c.Axis, &t.Axis}, {c.Grid, &t.Grid},
		{c.Rule, &t.Rule}, {c.Outline, &t.Outline}, {c.Hatching, &t.Hatching},
		{c.Plain, &t.Fills[Plain]}, {c.Uses, &t.Fills[StageUses]}, {c.Surely, &t.Fills[StageSurely]},
		{c.Likely, &t.Fills[StageLikely]}, {c.Rest, &t.Fills[Rest]}, {c.Own, &t.Fills[Own]}, {c.Peers, &t.Fills[Peers]},
		{c.Everyone, &t.Fills[Everyone]}, {c.Before, &t.Fills[Before]}, {c.Band, &t.Fills[Band]},
	} {
		set(p.h, p.to)
	}
	if len(c.Scale) == len(sevenPoints()) {
		for i, r := range sevenPoints() {
			set(c.Scale[i], &t.Fills[r])
		}
		t.Fills[ScaleLow], t.Fills[ScaleHigh] = t.Fills[FineLow], t.Fills[FineHigh]
		c.Scale = nil
	}
	for _, row := range []struct {
		name  string
		list  []hexColour
		first Role
	}{{"scale", c.Scale, ScaleLowest}, {"answers", c.Answers, First}, {"classes", c.Classes, ClassLowest}} {
		if n := len(row.list); n != 0 && n != 5 {
			return fmt.Errorf("colours: %s has %d colours; give 5, from the lowest to the highest", row.name, n)
		}
		for i, h := range row.list {
			set(h, &t.Fills[row.first+Role(i)])
		}
	}
	if len(c.Scale) > 0 {
		t.fine()
	}
	if t.Fills[Unknown] = t.Ground; !c.Ground.set {
		t.Fills[Unknown] = Default().Fills[Unknown]
	}
	return nil
}

// accent gives a theme one main colour: itself where a figure must stand out,
// and tints where paler colours belong to it.
func (t *Theme) accent(c color.RGBA) {
	for _, r := range []Role{Plain, StageUses, ScaleHighest, First, Own} {
		t.Fills[r] = c
	}
	for _, p := range []struct {
		role Role
		part float64
	}{
		{StageSurely, 0.35}, {StageLikely, 0.68}, {ScaleHigh, 0.6}, {Band, 0.85},
		{ClassLowest, 0.96}, {ClassLow, 0.72}, {ClassMiddle, 0.45}, {ClassHigh, 0.15},
	} {
		t.Fills[p.role] = tint(c, p.part)
	}
	t.Fills[ClassHighest] = shade(c, 0.45)
	t.Fills[FineHigher], t.Fills[FineHigh] = tint(c, 0.35), tint(c, 0.68)
}

// sevenPoints are the roles of a scale of seven, from the lowest to the highest.
func sevenPoints() []Role {
	return []Role{ScaleLowest, FineLower, FineLow, ScaleMiddle, FineHigh, FineHigher, ScaleHighest}
}

// fine makes the colours between the points of a scale of five, for longer ones:
// tints of its ends.
func (t *Theme) fine() {
	low, high := t.Fills[ScaleLowest], t.Fills[ScaleHighest]
	t.Fills[FineLower], t.Fills[FineLow] = tint(low, 0.35), tint(low, 0.68)
	t.Fills[FineHigher], t.Fills[FineHigh] = tint(high, 0.35), tint(high, 0.68)
}

// tint mixes a colour with white: part of it, 0 to 1, becomes white.
func tint(c color.RGBA, part float64) color.RGBA { return mix(c, rgb(0xffffff), part) }

// shade mixes a colour with black.
func shade(c color.RGBA, part float64) color.RGBA { return mix(c, rgb(0x000000), part) }

func mix(a, b color.RGBA, part float64) color.RGBA {
	m := func(x, y uint8) uint8 { return uint8(float64(x)*(1-part) + float64(y)*part + 0.5) }
	return color.RGBA{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: 0xff}
}

// fonts sets the font of a theme.
func (f *themeFile) fonts(t *Theme, open func(string) ([]byte, error)) error {
	if slices.ContainsFunc(f.Fonts.Families, func(s string) bool { return strings.ContainsAny(s, "\"'<>&;{}\\\n") }) {
		return errors.New("fonts: a name in families has a quote or another mark that is no part of a name")
	}
	switch regular, bold := f.Fonts.Regular, f.Fonts.Bold; {
	case regular == "" && bold == "":
		if len(f.Fonts.Families) > 0 {
			return errors.New("fonts: families need the files of the font too (regular and bold), by which texts are measured")
		}
		return nil
	case regular == "" || bold == "":
		return errors.New("fonts: give both weights, regular and bold")
	case len(f.Fonts.Families) == 0:
		return errors.New("fonts: give the names of the font for SVG in families, the best first")
	}
	regular, err := open(f.Fonts.Regular)
	if err != nil {
		return err
	}
	bold, err := open(f.Fonts.Bold)
	if err != nil {
		return err
	}
	if t.Faces, err = ParseFaces(regular, bold); err != nil {
		return err
	}
	t.Families = append(slices.Clone(f.Fonts.Families), "Arial", "sans-serif")
	return t.Faces.check()
}

// needed are the characters that every chart may have.
const needed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;()%/&‘’“”–−éëïöüèêçÉË <>=+"

// check refuses a font in which no chart could be drawn.
func (f *Faces) check() error {
	for i, face := range []*typeface{f.fonts.regular, f.fonts.bold} {
		if r, ok := face.missing(needed); ok {
			return fmt.Errorf("fonts: the %s font has no character %q (U+%04X), which charts need", [...]string{"regular", "bold"}[i], r, r)
		}
	}
	return nil
}

// logo sets the logo of a theme.
func (f *themeFile) logo(t *Theme, open func(string) ([]byte, error)) error {
	if f.Logo.File == "" {
		return nil
	}
	data, err := open(f.Logo.File)
	if err != nil {
		return err
	}
	if t.Logo, err = ParseLogo(data, f.Logo.Height); err != nil {
		return err
	}
	t.Logo.Alt = f.Logo.Alt
	return nil
}
