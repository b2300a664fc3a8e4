package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"benchmark/survey"
)

// encoded returns s in a character set of one byte per letter.
func encoded(t *testing.T, set *charmap.Charmap, s string) string {
	t.Helper()
	out, err := set.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// wideBig returns s in UTF-16 with the high byte first.
func wideBig(s string) string {
	b := []byte(wide(s))
	for i := 0; i < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return string(b)
}

const dutch = "Naam;Cliënten tevreden?;Toelichting\nA;één;“Heel” tevreden – café’s\nB;geen;coördinatie gemeente Coevorden\n"

func TestEncodings(t *testing.T) {
	tests := []struct {
		name, data, ask string
		encoding        string
		reason          string
		guess           []string // arguments of the issue, nil for none
	}{
		{"utf-8", dutch, "", "utf-8", "valid", nil},
		{"utf-8 with mark", "\xef\xbb\xbf" + dutch, "", "utf-8", "byte-order-mark", nil},
		{"utf-8 with mark, asked", "\xef\xbb\xbf" + dutch, "UTF8", "utf-8", "given", nil},
		{"utf-16le with mark", "\xff\xfe" + wide(dutch), "", "utf-16le", "byte-order-mark", nil},
		{"utf-16be with mark", "\xfe\xff" + wideBig(dutch), "", "utf-16be", "byte-order-mark", nil},
		{"utf-16le", wide(dutch), "", "utf-16le", "nul-pattern", nil},
		{"utf-16be", wideBig(dutch), "", "utf-16be", "nul-pattern", nil},
		{"utf-16, asked", wideBig(dutch), "utf-16", "utf-16be", "given", nil},
		{"windows-1252", encoded(t, charmap.Windows1252, dutch), "", "windows-1252", "letters", []string{"windows-1252", "Cliënten"}},
		{"mac roman", encoded(t, charmap.Macintosh, dutch), "", "macintosh", "letters", []string{"macintosh", "Cliënten"}},
		{"cp850", encoded(t, charmap.CodePage850, strings.NewReplacer("“", "", "”", "", "–", "-", "’", "'").Replace(dutch)), "", "cp850", "letters", []string{"cp850", "Cliënten"}},
		{"cp850, asked", encoded(t, charmap.CodePage850, strings.NewReplacer("“", "", "”", "", "–", "-", "’", "'").Replace(dutch)), "cp850", "cp850", "given", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := mustRead(t, "a.csv", []byte(tt.data), Options{Encoding: tt.ask})
			if f.Encoding != tt.encoding || f.Columns[1].Question != "Cliënten tevreden?" || f.Columns[1].Value(0).Text != "één" {
				t.Errorf("encoding %s, heading %q, cell %q", f.Encoding, f.Columns[1].Question, f.Columns[1].Value(0).Text)
			}
			if diff := cmp.Diff([]string{tt.encoding, tt.reason}, args(f, DecisionEncoding)); diff != "" {
				t.Error(diff)
			}
			var guess []string
			for _, i := range f.Issues {
				if i.Code == survey.IssueEncodingGuess {
					guess = i.Args
				}
			}
			if diff := cmp.Diff(tt.guess, guess); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEncodingSampleIsNoAnswer(t *testing.T) {
	data := encoded(t, charmap.Windows1252, "naam;vraag\nRenée;ja\nB;nee\nC;ja\n")
	f := mustRead(t, "a.csv", []byte(data), Options{})
	if len(f.Issues) != 1 || f.Issues[0].Args[1] != "" {
		t.Errorf("issues %v", f.Issues)
	}
}

// TestApostrophesOfWindows reads a text of which the only bytes outside ASCII
// are the apostrophes and dashes of a word processor. In Mac Roman they would be
// the letters í and ñ.
func TestApostrophesOfWindows(t *testing.T) {
	text := "nr;Welke foto’s – en video’s?\n1;’s ochtends\n2;don’t\n"
	f := mustRead(t, "a.csv", []byte(encoded(t, charmap.Windows1252, text)), Options{})
	if f.Encoding != "windows-1252" || f.Columns[1].Question != "Welke foto’s – en video’s?" {
		t.Errorf("encoding %s, heading %q", f.Encoding, f.Columns[1].Question)
	}
}

func TestEncodingErrors(t *testing.T) {
	mustFail(t, "a.csv", []byte("a;b\n1;caf\xe9\n"), Options{Encoding: "utf-8"}, "row 2", "not valid UTF-8", "windows-1252")
	mustFail(t, "a.csv", []byte("a;b\n1;2\n"), Options{Encoding: "klingon"}, `unknown encoding "klingon"`, "macintosh")
	mustFail(t, "a.csv", []byte("\xff\xfe"+wide("a;b\n1;2")+"x"), Options{}, "half a character")
	mustFail(t, "a.csv", []byte("\xff\xfea\x00;\x00b\x00\n\x001\x00;\x00\x00\xd8\n\x00"), Options{}, "not valid UTF-16", "row 2")
}

func TestLineEnds(t *testing.T) {
	tests := []struct{ name, data, kind string }{
		{"lf", "a;b\n1;2\n3;4\n", ""},
		{"crlf", "a;b\r\n1;2\r\n3;4", ""},
		{"doubled cr", "a;b\r\r\n1;2\r\r\n3;4\r\r\n", "cr-cr-lf"},
		{"cr", "a;b\r1;2\r3;4\r", "cr"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := mustRead(t, "a.csv", []byte(tt.data), Options{HeaderRows: []int{1}})
			if diff := cmp.Diff([]string{"2", "4"}, values(f, 1)); diff != "" {
				t.Error(diff)
			}
			got := args(f, DecisionLineEnds)
			if tt.kind == "" && got != nil || tt.kind != "" && (got == nil || got[0] != tt.kind) {
				t.Errorf("decision %v", got)
			}
		})
	}
	f := mustRead(t, "a.csv", []byte("a;b\r1;\"x\ny\"\r3;4\r"), Options{HeaderRows: []int{1}})
	if got := f.Columns[1].Value(0).Text; got != "x\ny" {
		t.Errorf("a line break in a cell of a file with CR ends: %q", got)
	}
}

func TestDelimiters(t *testing.T) {
	tests := []struct {
		name, data string
		opt        rune
		want       []string
		second     []string
	}{
		{"comma", "a,b,c\nx,y,z\n", 0, []string{"comma", "counted", "3"}, []string{"y"}},
		{"semicolon with decimal commas", "a;b\nx;1,5\ny;2,5\n", 0, []string{"semicolon", "counted", "2"}, []string{"1,5", "2,5"}},
		{"decimal commas and a semicolon too many", "a;b;c\n" + strings.Repeat("x;1,5;y\n", 40), 0, []string{"semicolon", "counted", "3"}, slices.Repeat([]string{"1,5"}, 40)},
		{"ranked answers in one cell", "a,b,c\nx,y,1;2;3;4;5;\nz,u,2;1;5;3;4;\n", 0, []string{"comma", "counted", "3"}, []string{"y", "u"}},
		{"tab", "a\tb\nx\tp, q\ny\tr, s\n", 0, []string{"tab", "counted", "2"}, []string{"p, q", "r, s"}},
		{"bar", "a|b\nx|y\n", 0, []string{"bar", "counted", "2"}, []string{"y"}},
		{"semicolons inside quotes", "a,b,c\nx,\"1;2;3\",z\ny,\"4;5;6\",w\n", 0, []string{"comma", "counted", "3"}, []string{"1;2;3", "4;5;6"}},
		{"doubled quotes", "a,b\nx,\"zei \"\"ja, hoor\"\"\"\ny,z\n", 0, []string{"comma", "counted", "2"}, []string{`zei "ja, hoor"`, "z"}},
		{"separator line", "sep=;\na;b,c\nx;1,2\ny;3,4\n", 0, []string{"semicolon", "separator-line", "2"}, []string{"1,2", "3,4"}},
		{"quoted separator line", "\"sep=;\"\r\na;b,c\r\nx;1,2\r\n", 0, []string{"semicolon", "separator-line", "2"}, []string{"1,2"}},
		{"given", "a;b,c\nx;1,2\n", ',', []string{"comma", "given", "2"}, []string{"2"}},
		{"literal quotes with tabs", "a\tb\nx\tdit \"is\" zo\ny\t\"begin\n", 0, []string{"tab", "counted", "2"}, []string{`dit "is" zo`, `"begin`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := mustRead(t, "a.csv", []byte(tt.data), Options{Delimiter: tt.opt, HeaderRows: []int{1}})
			if diff := cmp.Diff(tt.want, args(f, DecisionDelimiter)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.second, values(f, 1)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDelimiterErrors(t *testing.T) {
	mustFail(t, "a.csv", []byte("a,b,c\nd,e\nf,g,h\ni\n"), Options{}, "same number of fields", "line 2 has 2", "line 4 has 1", "file: delimiter")
	mustFail(t, "a.csv", []byte("a,b\n1,2\n"), Options{Delimiter: 'x'}, "cannot separate fields")
	mustFail(t, "a.csv", []byte("a,b\n1,2\n"), Options{Delimiter: '"'}, "cannot separate fields")
	mustFail(t, "a.csv", []byte("a,b\n1,\"2\n3,4\n"), Options{}, "line 2", "not closed")
	mustFail(t, "a.csv", []byte("a,b\n1,2 \"x\" 3\n"), Options{}, "line 2, byte 5")
}

// rows repeats a record, so that one odd row stays below the share at which
// the delimiter itself is in doubt.
func rows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d;ja;\n", i)
	}
	return b.String()
}

func TestRaggedRows(t *testing.T) {
	mustFail(t, "a.csv", []byte("nr;mening;uitleg\n"+strings.Replace(rows(50), "7;ja;\n", "7;ja;zo;maar\n", 1)), Options{}, "row 9", "4 fields", "have 3")
	mustFail(t, "a.csv", []byte("nr;mening;uitleg\n"+strings.Replace(rows(50), "7;ja;\n", "7\n", 1)), Options{}, "row 9", "1 fields", "have 3")
	for _, line := range []string{"7;ja;;;\n", "7;ja\n"} {
		f := mustRead(t, "a.csv", []byte("nr;mening;\n"+strings.Replace(rows(50), "7;ja;\n", line, 1)), Options{})
		if f.Rows.Len() != 50 || len(f.Columns) != 2 || f.Columns[1].Value(7).Text != "ja" {
			t.Errorf("%q: %d rows, %d columns", line, f.Rows.Len(), len(f.Columns))
		}
		if len(f.Issues) != 1 || f.Issues[0].Code != survey.IssueRaggedRow || f.Issues[0].Where.Row != 9 {
			t.Errorf("%q: issues %v", line, f.Issues)
		}
	}
}

// TestErrorsKeepAnswersPrivate damages a file around an answer and looks for
// the answer in the error.
func TestErrorsKeepAnswersPrivate(t *testing.T) {
	const answer = "Annie Jansen"
	ragged := "nr;mening;uitleg\n" + strings.Replace(rows(50), "7;ja;\n", answer+";ja;zo;"+answer+"\n", 1)
	cell := func(s string) string {
		return string(book(t, sheetXML(textRow(1, "nr", "Mening", "Dag")+`<row r="2">`+s+`</row>`)))
	}
	for _, data := range []string{
		ragged,
		"nr;naam\n1;" + answer + " \"x\" 3\n",
		"nr;naam\n1;\"" + answer + "\n2;x\n",
		"nr\tnaam\n1\t\"" + answer + "\n2\tx\n" + answer + "\t1\t2\n" + strings.Repeat("1\t2\n", 40),
		cell(`<c r="A2"><v>` + answer + `</v></c>`), cell(`<c r="A2" t="b"><v>` + answer + `</v></c>`), cell(`<c r="A2" t="s"><v>` + answer + `</v></c>`),
		cell(answer), cell(`<c r="A2" t="inlineStr"><is><t>` + answer + ` & co</t></is></c>`), cell(`<c r="A2" t="inlineStr"><is>` + answer + `</is></c>`),
	} {
		f, err := Read("a.csv", []byte(data), Options{HeaderRows: []int{1}})
		if err == nil {
			t.Errorf("read %d rows of %.60q", f.Rows.Len(), data)
		} else if strings.Contains(err.Error(), "Annie") {
			t.Errorf("the error shows an answer: %v", err)
		}
	}
	mustFail(t, "a.csv", []byte("nr;mening;uitleg;waarom;meer\n"+rows(50)), Options{HeaderRows: []int{1}}, "row 1", `it begins "nr"`)
}

func TestRowNumbersAreThoseOfASpreadsheet(t *testing.T) {
	data := "nr;mening;uitleg\n1;ja;\"een\ntwee\n\ndrie\"\n\n;;\n2;nee;x\n\n"
	f := mustRead(t, "a.csv", []byte(data), Options{})
	if diff := cmp.Diff([]int{2, 5}, f.Rows.List()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]survey.Dropped{{Reason: survey.DropBlank, Rows: 2}}, f.Dropped); diff != "" {
		t.Error(diff)
	}
	if got := f.Columns[2].Value(0).Text; got != "een\ntwee\ndrie" {
		t.Errorf("cell %q", got)
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"a b", "a b"},
		{"  a  b ", "a b"},
		{"a\u00a0b\u2009c", "a b c"},
		{"a \t\r\n \n b", "a\nb"},
		{"me\u00adde\u200bwer\ufeffker", "medewerker"},
		{"cafe\u0301", "café"},
		{"a\x1b[31mb", "a [31mb"},
		{"👩\u200d💻", "👩\u200d💻"},
		{"\u00a0", ""},
	}
	for _, tt := range tests {
		if got := clean(tt.in); got != tt.want || clean(got) != got {
			t.Errorf("clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
