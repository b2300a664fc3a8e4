package charts

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"strings"
	"testing"

	"eliasnaur.com/font/roboto/robotobold"
	"eliasnaur.com/font/roboto/robotoregular"
)

// shelf opens files that a theme names.
func shelf(t testing.TB) func(string) ([]byte, error) {
	t.Helper()
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewRGBA(image.Rect(0, 0, 300, 100))); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{
		"regular.ttf": robotoregular.TTF, "bold.ttf": robotobold.TTF, "logo.png": logo.Bytes(), "text.txt": []byte("text"),
	}
	return func(path string) ([]byte, error) {
		if data, ok := files[path]; ok {
			return data, nil
		}
		return nil, errors.New("opening " + path + ": there is no such file")
	}
}

func TestReadTheme(t *testing.T) {
	theme, warnings, err := ReadTheme("huisstijl.yaml", []byte(`
accent: "#6a1b4d"
colours: {text: "#000000", answers: ["#12436d", "#db7a00", "#9aa1a8", "#6b4a2b", "#4c8fd6"]}
fonts: {regular: regular.ttf, bold: bold.ttf, families: [Huisletter]}
logo: {file: logo.png, height: 40}
source: Gemeente Duindorp, team communicatie.
`), shelf(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := hex(theme.Fills[StageUses]); got != "#6a1b4d" || theme.Fills[Plain] != theme.Fills[Own] {
		t.Errorf("uses is %s, plain %s", got, hex(theme.Fills[Plain]))
	}
	if theme.Text != rgb(0) || theme.Fills[Second] != rgb(0xdb7a00) || theme.Families[0] != "Huisletter" {
		t.Errorf("text %s, second %s, families %v", hex(theme.Text), hex(theme.Fills[Second]), theme.Families)
	}
	if w, h := theme.Logo.size(960); w != 120 || h != 40 {
		t.Errorf("the logo is %g by %g", w, h)
	}
	for _, w := range warnings {
		if !strings.Contains(w, "differ by") && !strings.Contains(w, "contrast of") {
			t.Errorf("warning %q", w)
		}
	}
	d := Usual()
	d.Theme = theme
	for _, c := range All(inventStudy(), dutch(t)) {
		s, err := layout(&c, &d)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range s.faults() {
			t.Errorf("%s: %s", c.Name, f)
		}
		if !strings.Contains(allText(s), "team communicatie") {
			t.Errorf("%s: the line of the theme is not there", c.Name)
		}
	}
}

func TestReadThemeWarns(t *testing.T) {
	_, warnings, err := ReadTheme("bleek.yaml", []byte(`colours: {quiet: "#cccccc", surely: "#12436d"}`), shelf(t))
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(warnings, "\n")
	for _, want := range []string{"quiet text #cccccc on #ffffff has a contrast of 1.61", "colours #12436d and #12436d differ by 0.0"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
}

func TestReadThemeRefuses(t *testing.T) {
	for text, want := range map[string]string{
		`accent: blue`:                  `"blue" is no colour`,
		`accent: "#12345"`:              `is no colour`,
		`color: "#123456"`:              `color`,
		`colours: {scale: ["#123456"]}`: `scale has 1 colours; give 5`,
		`fonts: {regular: regular.ttf}`: `give both weights`,
		`fonts: {families: [Arial]}`:    `need the files`,
		`fonts: {regular: weg.ttf, bold: bold.ttf, families: [A]}`:        `opening weg.ttf`,
		`fonts: {regular: text.txt, bold: bold.ttf, families: [A]}`:       `TrueType`,
		`fonts: {regular: regular.ttf, bold: bold.ttf, families: ["A'"]}`: `quote`,
		`logo: {file: text.txt}`:              `give a PNG file`,
		`logo: {file: logo.png, height: 900}`: `a height of 900 points`,
		`[`:                                   `reading theme f.yaml`,
	} {
		if _, _, err := ReadTheme("f.yaml", []byte(text), shelf(t)); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want %q on one line", text, err, want)
		}
	}
}

func FuzzReadTheme(f *testing.F) {
	for _, s := range []string{"", "accent: '#123456'", "colours: {scale: [1]}", "logo: {file: logo.png}", "- a\n- b", "a: &a [*a]"} {
		f.Add([]byte(s))
	}
	open := shelf(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		theme, _, err := ReadTheme("f.yaml", data, open)
		if err != nil {
			return
		}
		c := dotsOf(Intervals, "Rij %d", 0.2, 0.4)
		d := Usual()
		d.Theme = theme
		if _, err := layout(&c, &d); err != nil && !strings.Contains(err.Error(), "font has no character") && !strings.Contains(err.Error(), "too long") &&
			!strings.Contains(err.Error(), "lines: at most") && !strings.Contains(err.Error(), "do not fit") {
			t.Fatal(err)
		}
	})
}
