package charts

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"flag"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares with a file in testdata, or rewrites it with -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got, rewrite with -update):\n%s", name, diff)
	}
}

func TestGoldenFiles(t *testing.T) {
	for _, c := range All(inventStudy(), dutch(t)) {
		var drawn, figures bytes.Buffer
		if err := SVG(&drawn, c, Usual()); err != nil {
			t.Fatal(err)
		}
		if err := CSV(&figures, c); err != nil {
			t.Fatal(err)
		}
		golden(t, c.Name+".svg", drawn.Bytes())
		golden(t, c.Name+".csv", figures.Bytes())
	}
}

func TestSVGCanBeRead(t *testing.T) {
	c := dotsOf(Intervals, "Rij %d", 0.2, 0.4)
	c.Title, c.Rows[0].Label, c.Alt = `Vraag & "antwoord" <1%`, "R&D <b>", "Alt & meer"
	var b bytes.Buffer
	if err := SVG(&b, c, Usual()); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		XMLName  xml.Name
		Role     string `xml:"role,attr"`
		Labelled string `xml:"aria-labelledby,attr"`
		ViewBox  string `xml:"viewBox,attr"`
		Lang     string `xml:"lang,attr"`
		Width    string `xml:"width,attr"`
		Family   string `xml:"font-family,attr"`
		Title    struct {
			ID   string `xml:"id,attr"`
			Text string `xml:",chardata"`
		} `xml:"title"`
		Desc struct {
			ID   string `xml:"id,attr"`
			Text string `xml:",chardata"`
		} `xml:"desc"`
		Text []string `xml:"text"`
	}
	if err := xml.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Role != "img" || doc.ViewBox != "0 0 960 540" || doc.Width != "" || doc.Lang != "nl" || !strings.HasSuffix(doc.Family, "sans-serif") {
		t.Errorf("root element: %+v", doc)
	}
	if doc.Labelled != doc.Title.ID+" "+doc.Desc.ID || doc.Title.Text != c.Title || doc.Desc.Text != c.Alt {
		t.Errorf("title %+v and desc %+v for %q", doc.Title, doc.Desc, doc.Labelled)
	}
	text := strings.Join(doc.Text, " ")
	for _, want := range []string{"R&D <b>", "aandeel", "Bron."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not text in the SVG", want)
		}
	}
}

func TestPNG(t *testing.T) {
	c, err := Adoption(inventStudy(), dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	for scale := 1; scale <= 2; scale++ {
		data := drawPNG(t, c, scale)
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := img.Bounds().Size(), image.Pt(1920*scale, 1080*scale); got != want {
			t.Errorf("scale %d: %v, want %v", scale, got, want)
		}
		found := chunks(data)
		// 144 dots an inch are 5669 a metre, and 288 are 11339.
		density := binary.BigEndian.Uint32([]byte(found["pHYs"]))
		if want := []uint32{0, 5669, 11339}[scale]; density != want || found["pHYs"][8] != 1 {
			t.Errorf("scale %d: pHYs %d, want %d", scale, density, want)
		}
		for key, want := range map[string]string{"Title": c.Title, "Description": c.Alt, "Source": c.Source} {
			if got := found[key]; got != "\x00\x00\x00nl\x00\x00"+want {
				t.Errorf("scale %d: text %s is %q", scale, key, got)
			}
		}
		if len(data) > 150_000*scale {
			t.Errorf("scale %d: %d bytes", scale, len(data))
		}
	}
	if err := PNG(io.Discard, c, scaled(0)); err == nil {
		t.Error("scale 0 is drawn")
	}
}

// scaled is the usual drawing at a scale.
func scaled(scale int) Drawing {
	d := Usual()
	d.Scale = scale
	return d
}

// chunks returns the data of the chunks of a PNG; iTXt by keyword.
func chunks(data []byte) map[string]string {
	found := map[string]string{}
	for data = data[8:]; len(data) >= 12; {
		n := binary.BigEndian.Uint32(data)
		name, body := string(data[4:8]), string(data[8:8+n])
		if name == "iTXt" {
			name, body, _ = strings.Cut(body, "\x00")
			body = "\x00" + body
		}
		found[name] = body
		data = data[12+n:]
	}
	return found
}

func drawPNG(t testing.TB, c Chart, scale int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := PNG(&b, c, scaled(scale)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSameBytesAlsoInParallel(t *testing.T) {
	all := All(inventStudy(), dutch(t))
	want := make([][]byte, len(all))
	for i, c := range all {
		want[i] = drawPNG(t, c, 1)
	}
	var wg sync.WaitGroup
	for i, c := range All(inventStudy(), dutch(t)) {
		wg.Go(func() {
			var b bytes.Buffer
			if err := PNG(&b, c, scaled(1)); err != nil || !bytes.Equal(b.Bytes(), want[i]) {
				t.Errorf("%s differs, error %v", c.Name, err)
			}
		})
	}
	wg.Wait()
}

func TestQuantiseCanNotBeSeen(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 200, 100))
	for y := range 100 {
		for x := range 200 {
			v := uint8(x)
			img.SetRGBA(x, y, color.RGBA{v, uint8(y), 128, 255})
		}
	}
	if _, ok := new(census).quantise(img).(*image.RGBA); !ok {
		t.Error("a picture with 20,000 colours is not left alone")
	}
	for x := range 200 {
		for y := range 100 {
			img.SetRGBA(x, y, color.RGBA{uint8(x), uint8(y / 50), 128, 255})
		}
	}
	few, ok := new(census).quantise(img).(*image.Paletted)
	if !ok {
		t.Fatal("a picture with 400 colours has no palette")
	}
	for y := range 100 {
		for x := range 200 {
			r1, g1, _, _ := img.At(x, y).RGBA()
			r2, g2, _, _ := few.At(x, y).RGBA()
			if d := max(r1, r2) - min(r1, r2) + max(g1, g2) - min(g1, g2); d>>8 > 3 {
				t.Fatalf("pixel %d, %d: %v became %v", x, y, img.At(x, y), few.At(x, y))
			}
		}
	}
}

// broken is a writer that fails.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWritersReportErrors(t *testing.T) {
	c, err := Adoption(inventStudy(), dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"png": PNG(broken{}, c, scaled(1)), "svg": SVG(broken{}, c, Usual()), "csv": CSV(broken{}, c),
	} {
		if err == nil || !strings.Contains(err.Error(), "adoption-by-channel: disk full") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	for _, c := range All(inventStudy(), dutch(b)) {
		b.Run(c.Name, func(b *testing.B) {
			for b.Loop() {
				if err := PNG(io.Discard, c, scaled(1)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSVG(b *testing.B) {
	c, err := Adoption(inventStudy(), dutch(b))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := SVG(io.Discard, c, Usual()); err != nil {
			b.Fatal(err)
		}
	}
}
