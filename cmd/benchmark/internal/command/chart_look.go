package command

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"benchmark/charts"
)

// look is how charts are drawn.
type look struct {
	theme       string
	size        string
	scale       int
	transparent bool
	bare        bool
	embedded    bool
}

// The forms of a chart's file.
const (
	formatPNG = "png"
	formatSVG = "svg"
	formatPDF = "pdf"
)

// highestScale is the largest magnification of a PNG.
const highestScale = 4

// themeVar defines the flag that names a theme.
func (k *look) themeVar(cmd *cobra.Command) {
	cmd.Flags().StringVar(&k.theme, "theme", "", "`FILE` with a house style (see 'benchmark help themes')")
	must(cmd.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions([]string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt)))
}

// flags defines all flags of how a chart is drawn.
func (k *look) flags(cmd *cobra.Command) {
	k.themeVar(cmd)
	f := cmd.Flags()
	choiceVar(cmd, &k.size, "size", pageSizes()[0], pageSizes(), "page of the chart")
	f.IntVar(&k.scale, "scale", 1, "magnification `N` of a PNG, 1 to 4")
	f.BoolVar(&k.transparent, "transparent", false, "leave out the white ground")
	f.BoolVar(&k.bare, "bare", false, "leave out title, subtitle, notes and source, for a page that has them as text")
	f.BoolVar(&k.embedded, "embed-font", false, "put the font into an SVG (half a megabyte)")
}

func pageSizes() []string {
	var names []string
	for _, s := range charts.Sizes() {
		names = append(names, s.Name)
	}
	return names
}

// check refuses what can't be meant with the forms of the files.
func (k *look) check(formats []string) error {
	only := func(form string) bool { return !slices.Contains(formats, form) }
	switch {
	case k.scale < 1 || k.scale > highestScale:
		return usagef("--scale: %d is outside 1 to %d", k.scale, highestScale)
	case k.scale != 1 && only(formatPNG):
		return usagef("--scale goes with a PNG: an SVG or PDF has no pixels")
	case k.embedded && only(formatSVG):
		return usagef("--embed-font goes with an SVG: a PNG or PDF has its font in it")
	}
	return nil
}

// drawing reads the theme and returns the drawing that was asked for. What in
// the theme some readers could not see is told.
func (c *console) drawing(k *look) (charts.Drawing, error) {
	d := charts.Usual()
	if k.scale > 0 {
		d.Scale = k.scale
	}
	d.Transparent, d.Bare, d.Embedded = k.transparent, k.bare, k.embedded
	for _, s := range charts.Sizes() {
		if s.Name == k.size {
			d.Size = s
		}
	}
	if k.theme == "" {
		return d, nil
	}
	data, err := readFile(k.theme)
	if err != nil {
		return d, err
	}
	theme, warnings, err := charts.ReadTheme(k.theme, data, k.beside)
	for _, w := range warnings {
		c.tell("theme " + filepath.Base(k.theme) + ": " + w)
	}
	d.Theme = theme
	return d, err
}

// beside reads a file that the theme names: a font or a logo.
func (k *look) beside(path string) ([]byte, error) {
	return readWithin(filepath.Dir(k.theme), path)
}

// digests returns those of the theme and of every file that it names, in the order in
// which it names them; none without a theme, or for what can't be read.
func (k *look) digests() []string {
	data, err := readFile(k.theme)
	if k.theme == "" || err != nil {
		return nil
	}
	all := []string{digest(data)}
	_, _, _ = charts.ReadTheme(k.theme, data, func(path string) ([]byte, error) { // its faults are told where it is used
		part, err := k.beside(path)
		all = append(all, digest(part))
		return part, err
	})
	return all
}

// render returns the file of a chart in a form.
func render(chart *charts.Chart, form string, d charts.Drawing) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch form {
	case formatSVG:
		err = charts.SVG(&b, *chart, d)
	case formatPDF:
		err = charts.PDF(&b, *chart, d)
	default:
		err = charts.PNG(&b, *chart, d)
	}
	return b.Bytes(), err
}

// beside returns the figures of a chart and its text alternative, the files that
// stand beside every picture.
func beside(chart *charts.Chart) (figures, alt []byte, err error) {
	var b bytes.Buffer
	err = charts.CSV(&b, *chart)
	return b.Bytes(), []byte(strings.TrimSpace(chart.Alt) + "\n"), err
}
