package reports

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"eliasnaur.com/font/roboto/robotobold"
	"eliasnaur.com/font/roboto/robotoregular"
	"pgregory.net/rapid"

	"benchmark/charts"
	"benchmark/survey/locale"
)

// listPage is a small page in a theme.
func listPage(t interface {
	Helper()
	Fatal(...any)
}, theme charts.Theme,
) string {
	t.Helper()
	l, err := locale.For("nl")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := IndexHTML(theme)(&b, []IndexEntry{{Name: "Gemeente Duindorp", File: "gemeente-duindorp.html"}}, l); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// property is a property of the style of a page.
func property(page, name string) string {
	found := regexp.MustCompile(`[{;]` + name + `:([^;}]*)[;}]`).FindStringSubmatch(page)
	if found == nil {
		return ""
	}
	return found[1]
}

// Whatever the colours of a house are, what is read on its pages can be read: text,
// quiet text, and links and the ring around the focus, on the ground and on the row
// of a table that is pointed at.
func TestPageCanBeReadInEveryTheme(t *testing.T) {
	colour := rapid.Custom(func(t *rapid.T) color.RGBA {
		return color.RGBA{R: rapid.Uint8().Draw(t, "r"), G: rapid.Uint8().Draw(t, "g"), B: rapid.Uint8().Draw(t, "b"), A: 0xff}
	})
	rapid.Check(t, func(t *rapid.T) {
		theme := charts.Default()
		theme.Fills[charts.Plain] = colour.Draw(t, "accent")
		if rapid.Bool().Draw(t, "more colours") {
			theme.Ground, theme.Text = colour.Draw(t, "ground"), colour.Draw(t, "text")
			theme.Quiet, theme.Grid = colour.Draw(t, "quiet"), colour.Draw(t, "grid")
		}
		page := listPage(t, theme)
		for _, what := range []string{"--text", "--quiet", "--accent"} {
			for _, under := range []string{"--ground", "--row"} {
				if got := charts.Contrast(ofHex(t, property(page, what)), ofHex(t, property(page, under))); got < 4.5 {
					t.Fatalf("%s on %s has a contrast of %.2f", what, under, got)
				}
			}
		}
		asked := theme.Fills[charts.Plain]
		white := color.RGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
		if theme.Ground == white && theme.Grid == charts.Default().Grid && charts.Contrast(asked, white) > 6 && property(page, "--accent") != webColour(asked) {
			t.Fatalf("the accent %s can be read and became %s", webColour(asked), property(page, "--accent"))
		}
	})
}

// ofHex reads #rrggbb.
func ofHex(t *rapid.T, s string) color.RGBA {
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil {
		t.Fatalf("%q is no colour", s)
	}
	return color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// A colour that is too pale stays in its family: yellow becomes a darker yellow, not
// the colour of text.
func TestPaleAccentKeepsItsHue(t *testing.T) {
	theme := charts.Default()
	theme.Fills[charts.Plain] = color.RGBA{R: 0xff, G: 0xcc, A: 0xff}
	if got := paletteOf(&theme).accent; got.R <= got.G || got.G <= got.B || got == theme.Text {
		t.Errorf("yellow became %s", webColour(got))
	}
}

func TestPageInDarkTheme(t *testing.T) {
	theme := charts.Default()
	if got := property(listPage(t, theme), "color-scheme"); got != "light" {
		t.Errorf("a white page is %q", got)
	}
	theme.Ground = color.RGBA{R: 0x10, G: 0x10, B: 0x18, A: 0xff}
	if got := property(listPage(t, theme), "color-scheme"); got != "dark" {
		t.Errorf("a page that is nearly black is %q", got)
	}
}

// The font is in the page when it is asked for, and then the policy lets it in.
func TestPageCarriesTheFontWhenAsked(t *testing.T) {
	theme := charts.Default()
	if page := listPage(t, theme); strings.Contains(page, "font-face") || strings.Contains(page, "font-src") || len(page) > 30_000 {
		t.Errorf("a font in a page of %d bytes that was not to have it", len(page))
	}
	theme.EmbedFont = true
	page := listPage(t, theme)
	if n := strings.Count(page, "@font-face{font-family:Roboto;"); n != 2 || !strings.Contains(page, "font-src data:;") {
		t.Errorf("%d weights of the font, or no place in the policy", n)
	}
	if again := listPage(t, theme); again != page {
		t.Error("the same theme gave other bytes")
	}
}

// restricted is a font of which the maker allows no embedding.
func restricted(font []byte, rights uint16) []byte {
	font = slices.Clone(font)
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		if entry := font[12+16*i:]; string(entry[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(font[binary.BigEndian.Uint32(entry[8:])+8:], rights)
		}
	}
	return font
}

func TestPageKeepsToTheLicenceOfTheFont(t *testing.T) {
	l, err := locale.For("nl")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		rights uint16
		fine   bool
	}{{0, true}, {2, false}, {4, true}, {8, true}, {0x200, false}, {2 | 8, true}} {
		faces, err := charts.ParseFaces(robotoregular.TTF, restricted(robotobold.TTF, tc.rights))
		if err != nil {
			t.Fatal(err)
		}
		theme := charts.Default()
		theme.Faces, theme.Families, theme.EmbedFont = faces, []string{"Huisletter", "Arial"}, true
		err = IndexHTML(theme)(&bytes.Buffer{}, nil, l)
		if tc.fine != (err == nil) || err != nil && !strings.Contains(err.Error(), "the bold file of Huisletter does not allow it") {
			t.Errorf("rights %#x: %v", tc.rights, err)
		}
	}
}

// logoOf is a theme with a logo.
func logoOf(t *testing.T, width, height int, points float64, alt string) charts.Theme {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	theme := charts.Default()
	var err error
	if theme.Logo, err = charts.ParseLogo(b.Bytes(), points); err != nil {
		t.Fatal(err)
	}
	theme.Logo.Alt = alt
	return theme
}

func TestPageHasTheLogo(t *testing.T) {
	for _, tc := range []struct {
		width, height int
		points        float64
		alt, want     string
	}{
		{300, 100, 30, "Gemeente Duindorp", `alt="Gemeente Duindorp" width="120" height="40">`},
		{300, 100, 30, "", `alt="Logo" width="120" height="40">`},
		{300, 100, 30, `"><script>`, `alt="&#34;&gt;&lt;script&gt;" width="120"`},
		{4000, 100, 80, "breed", `alt="breed" width="240" height="6">`}, // as wide as it may be
	} {
		page := listPage(t, logoOf(t, tc.width, tc.height, tc.points, tc.alt))
		if n := strings.Count(page, `<img class="logo" src="data:image/png;base64,`); n != 1 || !strings.Contains(page, tc.want) {
			t.Errorf("%s: %d logos on the page", fmt.Sprint(tc), n)
		}
		if strings.Index(page, "<img") > strings.Index(page, "<h1") {
			t.Error("the logo is not in the header, before the title")
		}
	}
}
