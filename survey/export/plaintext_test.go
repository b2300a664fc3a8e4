package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"pgregory.net/rapid"
)

// carefully reads data by the careful reader alone.
func carefully(name string, data []byte, opt Options) (*File, *Error) {
	sum := sha256.Sum256(data)
	f := &reader{opt: opt, File: &File{Name: baseName(name), Size: len(data), SHA256: hex.EncodeToString(sum[:])}}
	return f.File, f.read(data)
}

// plainly reads data by the reader of plain text alone; nil when it leaves the file
// to the careful one.
func plainly(name string, data []byte, opt Options, how plainReading) *File {
	f := &reader{opt: opt, File: &File{Name: baseName(name), Size: len(data)}}
	if !f.plain(bytes.NewReader(data), int64(len(data)), how) {
		return nil
	}
	return f.File
}

// sameFile fails when the two readers give different files, and reports whether the
// plain one gives one.
func sameFile(t testing.TB, name string, data []byte, opt Options) bool {
	t.Helper()
	read := false
	for _, how := range []plainReading{{piece: 64, closed: 3, threads: 3}, {piece: 4096, closed: maxClosed, threads: 3}, {piece: 1 << 18, closed: 6, threads: 1}} {
		got := plainly(name, data, opt, how)
		if got == nil {
			continue
		}
		read = true
		want, e := carefully(name, data, opt)
		if e != nil {
			t.Fatalf("%s: the careful reader says %v", name, e)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s by %+v (-careful +plain):\n%s", name, how, diff)
		}
	}
	return read
}

// TestPlainAsCareful reads every text file that there is by both readers.
func TestPlainAsCareful(t *testing.T) {
	texts, plain := 0, 0
	for _, root := range []string{"testdata", "../codebook/testdata", "../../sample-data"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".csv") && !strings.HasSuffix(path, ".tsv") && !strings.HasSuffix(path, ".txt") {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			texts++
			if sameFile(t, path, data, Options{}) {
				plain++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d of %d texts are plain", plain, texts)
	if plain < 5 { // of the others most hold several texts, for other tests
		t.Errorf("%d texts are plain", plain)
	}
}

// TestPlainDrawn draws surveys and writes them in many ways.
func TestPlainDrawn(t *testing.T) {
	word := rapid.SampledFrom([]string{
		"chat", "brief; post", "e-mail, web", "zei \"ja\"", "café", "a|b", "’s ochtends", " spatie ", "\t", "regel\neen", "", "", "1,5", "2.25", "3",
		"één", "hé?", "Übung – ja", "naïef €", "een heel lang antwoord met veel woorden", "een heel lang antwoord met veel woorden!", "zeven77", "acht8888", "negen9999", "cafe\u0301", "#N/A", "Totaal", "ratio", "\x01",
	})
	plain := 0
	rapid.Check(t, func(rt *rapid.T) {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = rapid.SampledFrom(delimiters()).Draw(rt, "delimiter")
		w.UseCRLF = rapid.Bool().Draw(rt, "crlf")
		columns := rapid.IntRange(2, 6).Draw(rt, "columns")
		row := make([]string, columns)
		for i := range row {
			row[i] = fmt.Sprintf("Vraag %c?", 'A'+i)
		}
		_ = w.Write(row)
		for range rapid.IntRange(1, 40).Draw(rt, "rows") {
			for i := range row {
				row[i] = word.Draw(rt, "cell")
			}
			_ = w.Write(row)
			if rapid.IntRange(0, 9).Draw(rt, "blank") == 0 {
				w.Flush()
				b.WriteString(rapid.SampledFrom([]string{"\n", "\r\n", "  \n", "\n\n"}).Draw(rt, "line"))
			}
		}
		w.Flush()
		data := b.Bytes()
		if rapid.Bool().Draw(rt, "cut") {
			data = bytes.TrimRight(data, "\r\n")
		}
		opt := Options{Delimiter: w.Comma, HeaderRows: []int{1}}
		if set := rapid.SampledFrom([]string{"", "", "windows-1252", "macintosh", "iso-8859-15", "cp850"}).Draw(rt, "set"); set != "" {
			data, _ = encoding.ReplaceUnsupported(oneByte(set).NewEncoder()).Bytes(data)
			opt.Encoding = rapid.SampledFrom([]string{"", set}).Draw(rt, "asked")
		} else if rapid.Bool().Draw(rt, "mark") {
			data = append([]byte("\xef\xbb\xbf"), data...)
		}
		if sameFile(t, "a.csv", data, opt) {
			plain++
		}
	})
	if plain == 0 {
		t.Error("no text is plain")
	}
}

// TestShortFields draws columns of one byte or none, of which some have a longer text
// far below.
func TestShortFields(t *testing.T) {
	plain := 0
	rapid.Check(t, func(rt *rapid.T) {
		fields := rapid.SampledFrom([]string{"0", "1", ""})
		if rapid.IntRange(0, 3).Draw(rt, "others") == 0 {
			fields = rapid.SampledFrom([]string{"0", "1", "", "x", " ", "\"", "\x01", "é", ";"})
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = rapid.SampledFrom(delimiters()).Draw(rt, "delimiter")
		w.UseCRLF = rapid.Bool().Draw(rt, "crlf")
		_ = w.Write([]string{"nr", "kanaal?", "mening?", "uren?"})
		for i := range rapid.IntRange(1, 200).Draw(rt, "rows") {
			_ = w.Write([]string{fmt.Sprint(i), fields.Draw(rt, "first"), fields.Draw(rt, "second"), fields.Draw(rt, "last")})
		}
		if rapid.Bool().Draw(rt, "longer") {
			_ = w.Write([]string{"-1", "01", "10", "ja"})
			_ = w.Write([]string{"-2", "1", "", "0"})
		}
		w.Flush()
		if sameFile(t, "a.csv", b.Bytes(), Options{Delimiter: w.Comma, HeaderRows: []int{1}}) {
			plain++
		}
	})
	if plain == 0 {
		t.Error("no text is plain")
	}
}

// plainSurvey writes a text of many rows that needs no care.
func plainSurvey(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("nr,kanaal,\"mening, kort\",uren,anders\n")
	for i := range rows {
		fmt.Fprintf(&b, "%d,%s,%s,%d.%02d,\"zin \"\"%d\"\" van\niemand\"\n", i+1, []string{"chat", "e-mail", "telefoon", ""}[i*7%4],
			[]string{"zeer tevreden", "tevreden", "ontevreden"}[i*i%3], i%40, i*37%100, i%977)
	}
	return b.Bytes()
}

// TestParallelPlain reads the same text on any number of threads.
func TestParallelPlain(t *testing.T) {
	data := plainSurvey(5000)
	want, e := carefully("a.csv", data, Options{})
	if e != nil {
		t.Fatal(e)
	}
	for _, threads := range []int{1, 2, 7} {
		got := plainly("a.csv", data, Options{}, plainReading{piece: 4096, closed: maxClosed, threads: threads})
		if got == nil {
			t.Fatal("left to the careful reader")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d threads:\n%s", threads, diff)
		}
	}
}

// TestPlainLetters reads a text of which only letters far from the header tell that it is
// no UTF-8, and one of which the first ones tell of another set.
func TestPlainLetters(t *testing.T) {
	late := append(plainSurvey(9000), "1,caf\xe9,\x93ja\x94,d,e\n"...)
	many := append(plainSurvey(10), strings.Repeat("1,\x8e\x8e,caf\x8e,d,\x8f\n", 30)...)
	many = append(many, strings.Repeat("1,chat,een antwoord zonder accent,d,e\n", 9000)...)
	many = append(many, strings.Repeat("1,na\xefef \xe9\xe9n,c,d,e\n", 5000)...)
	for name, data := range map[string][]byte{"late": late, "many": many} {
		if !sameFile(t, name, data, Options{}) {
			t.Errorf("%s: left to the careful reader", name)
		}
	}
}

// TestLeftToCare gives texts of which something needs care, far from the header.
func TestLeftToCare(t *testing.T) {
	sound := plainSurvey(3000)
	for name, row := range map[string]string{
		"stray quotation mark":  "1,a\"b,c,d,e\n",
		"text behind quotation": "1,\"a\"b,c,d,e\n",
		"open quotation":        "1,\"a,c,d,e\n",
		"field too few":         "1,a,c,d\n",
		"field too many":        "1,a,c,d,e,f\n",
		"empty field too many":  "1,a,c,d,e,\n",
		"carriage return":       "1,a\rb,c,d,e\n",
		"NUL":                   "1,a\x00,c,d,e\n",
		"control character":     "1,a\x01,c,d,e\n",
		"header again":          "nr,kanaal,\"mening, kort\",uren,anders\n",
		"error":                 "1,#REF!,c,d,e\n",
		"levels":                "nominaal,nominaal,ordinaal,ratio,nominaal\n",
		"total":                 "Totaal,,,,3\n",
	} {
		data := append(bytes.Clone(sound), row...)
		if plainly(name, data, Options{}, plainReading{piece: 4096, closed: maxClosed, threads: 2}) != nil {
			t.Errorf("%s: read as plain text", name)
		}
	}
	if !sameFile(t, "sound", sound, Options{}) {
		t.Error("the sound one is left to the careful reader")
	}
}

// TestSummaryBelow gives a table of counts behind the rows that are read to find a header
// of many columns.
func TestSummaryBelow(t *testing.T) {
	wide := func(rows int) []byte {
		var b bytes.Buffer
		b.WriteString("a,b,c,d,e,f,g,h,i,j\n")
		for i := range rows {
			fmt.Fprintf(&b, "%d,chat,,ja,nee,3,,5,x%d,\n", i, i%3)
		}
		return b.Bytes()
	}
	for rows, plain := range map[int]bool{600: false, 1998: false, 1999: true} {
		data := append(wide(rows), "Antwoord,Aantal,Procent,,,,,,,\nja,3,50,,,,,,,\n"...)
		data = append(data, wide(1000)[len("a,b,c,d,e,f,g,h,i,j\n"):]...)
		if got := plainly("a.csv", data, Options{}, plainReading{piece: 4096, closed: maxClosed, threads: 2}) != nil; got != plain {
			t.Errorf("counts below %d rows: read as plain text %v, want %v", rows, got, plain)
		}
		if _, e := carefully("a.csv", data, Options{}); (e == nil) != plain {
			t.Errorf("counts below %d rows: the careful reader says %v", rows, e)
		}
	}
}

// TestPieceSizes holds that a large file is read in large pieces, that each thread has
// several, and that each fits in its buffer.
func TestPieceSizes(t *testing.T) {
	for size := int64(1 << 16); size < 1<<40; size *= 3 {
		how := plainFor(size)
		if how.piece > mostPiece || how.piece < leastPiece || how.piece > leastPiece && size/int64(how.piece) < int64(manyPieces*how.threads) {
			t.Errorf("%d bytes are read in pieces of %d by %d threads", size, how.piece, how.threads)
		}
	}
}

// TestManySpellings: a text that is spelled in many ways is one, also where there are more
// spellings than texts, and among short and long ones.
func TestManySpellings(t *testing.T) {
	var b strings.Builder
	b.WriteString("vraag,soort,getal\n")
	for i := range 6000 {
		text := fmt.Sprintf("antwoord %d", i%400)
		if i%2 == 0 {
			text = fmt.Sprintf("w %d", i%400)
		}
		spelled := strings.Replace(text, " ", strings.Repeat(" ", 1+i/400), 1)
		fmt.Fprintf(&b, "%s,%s,%d\n", spelled, strings.Repeat(" ", i%3)+"Gemeente", i%7)
	}
	if !sameFile(t, "spellings.csv", []byte(b.String()), Options{}) {
		t.Error("it is left to the careful reader")
	}
}

// TestLongRecord: a record that is longer than a piece does not take care, with however many
// threads.
func TestLongRecord(t *testing.T) {
	text := "vraag,soort\n" + strings.Repeat("kort,a\n", 9000) + strings.Repeat("lang ", 60_000) + "en,b\n" + strings.Repeat("kort,c\n", 9000)
	for threads := range 4 {
		how := plainReading{piece: 1 << 14, closed: maxClosed, threads: threads + 1}
		if f := plainly("long.csv", []byte(text), Options{}, how); f == nil || f.Rows.Len() != 18001 {
			t.Errorf("%d threads: not read plainly", threads+1)
		}
	}
}
