package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// ourTokens lists the tokens of a document as the scanner sees them.
func ourTokens(src io.Reader) ([]string, error) {
	x := newScanner(src, mostBuffer)
	var list []string
	for {
		kind, err := x.next()
		if err != nil || kind == endOfFile {
			return list, err
		}
		switch kind {
		case startTag:
			s := "<" + string(localName(x.name))
			for _, a := range x.attrs {
				s += fmt.Sprintf(" %s=%q", localName(a.name), a.value)
			}
			list = append(list, s)
		case endTag:
			list = append(list, ">")
		case textRun:
			list = addText(list, string(x.chars))
		}
	}
}

// addText appends text to the text before it, if any.
func addText(list []string, text string) []string {
	if n := len(list); n > 0 && list[n-1][0] == '"' {
		list[n-1] += text
		return list
	}
	if text == "" {
		return list
	}
	return append(list, `"`+text)
}

// theirTokens lists the tokens of a document as encoding/xml sees them, without
// the text outside the root element.
func theirTokens(data []byte) ([]string, error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	var list []string
	for depth := 0; ; {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return list, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			s := "<" + t.Name.Local
			for _, a := range t.Attr {
				s += fmt.Sprintf(" %s=%q", a.Name.Local, a.Value)
			}
			list = append(list, s)
		case xml.EndElement:
			depth--
			list = append(list, ">")
		case xml.CharData:
			if depth > 0 {
				list = addText(list, string(t))
			}
		}
	}
}

// stricter are the faults that encoding/xml lets pass: against the XML
// recommendation, except for the first group, which spreadsheets never have.
func stricter() []string {
	return []string{
		"directive", "beyond ASCII", "a colon too many", "nested more than", "more than 500 attributes", "more than 16 MB",
		"does not begin with a letter",                                                                               // of a name: -a, or a:-b
		"second document", "text after the last", "text before the first", "text outside the root", "unexpected EOF", // no root
		"no blank before an attribute", "occurs twice", "the number of no character", // a surrogate, as &#xD800;
		"XML declaration", "no blank behind the name in <?", "another version", "the encoding is",
		"in the next 40 characters", "illegal character", "invalid UTF-8", // in comments and instructions
	}
}

func xmlSeeds() []string {
	return []string{
		`<a/>`, `<a b="1" c='x>"y'>t<b/>u</a>`, "<?xml version=\"1.0\" encoding='utf-8' standalone=\"yes\"?>\n<a>&lt;&amp;&gt;&apos;&quot;&#233;&#xe9;</a>\n",
		`<x:a xmlns:x="u"><x:b/></x:a >`, `<a><![CDATA[<&]]]]><![CDATA[>]]></a>`, "<a>1\r\n2\r3]]</a>", `<a><!-- x - y --><?p i ?></a>`, `<!-- c --><a></a><?p?>`,
		"\xef\xbb\xbf<a>é€😀</a>", `<a`, `<a>`, `<a></b>`, `<a><b></a></b>`, `<a>&</a>`, `<a>&amp</a>`, `<a>&nope;</a>`, "<a>\x0b</a>", "<a>\xe9</a>",
		`<a b=c/>`, `<a b/>`, `<a b="<"/>`, `<a b="1" b="2"/>`, `<a b="1"c="2"/>`, `<a>]]></a>`, `<!DOCTYPE a><a/>`, `<a/><b/>`, `x<a/>`, `<a/>x`, `<a><!-- -- --></a>`,
		`<a>&#xD800;</a>`, `<a>&#0;</a>`, `<a>&#x110000;</a>`, `<a>&#;</a>`, "\xff\xfe<\x00a\x00", `<-a/>`, `<a:b:c/>`, `<é/>`, ` <?xml version="1.0"?><a/>`, `<?xml version="1.1"?><a/>`,
		`<?xml version="1.0" encoding="latin1"?><a/>`, `<a/ >`, `< a/>`, `</a>`, ``, `<!`, `<a><![CDATA[`, `<a>&#00000000000000000000000065;</a>`,
		`<row r="1"><c r="A1" s="1" t="s"><v>12</v></c><c r="B1" t="inlineStr"><is><t>caf&#233; é</t></is></c></row>`,
	}
}

// FuzzXML compares the scanner with encoding/xml: the same tokens, or both
// refuse, or ours refuses for a reason in the list; and the size of the pieces in
// which the document comes makes no difference.
func FuzzXML(f *testing.F) {
	for _, s := range xmlSeeds() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ours, err := ourTokens(bytes.NewReader(data))
		theirs, theirErr := theirTokens(data)
		switch {
		case err == nil && theirErr != nil:
			t.Fatalf("accepted what encoding/xml refuses: %v", theirErr)
		case err == nil:
			if diff := cmp.Diff(theirs, ours); diff != "" {
				t.Fatal(diff)
			}
		case theirErr == nil:
			if !isStricter(err) {
				t.Fatalf("refused what encoding/xml accepts: %v", err)
			}
		}
		again, againErr := ourTokens(iotest.OneByteReader(bytes.NewReader(data)))
		if diff := cmp.Diff(ours, again); diff != "" || fmt.Sprint(err) != fmt.Sprint(againErr) {
			t.Fatalf("in single bytes: %v, at once: %v; %s", againErr, err, diff)
		}
	})
}

func isStricter(err error) bool {
	for _, s := range stricter() {
		if strings.Contains(err.Error(), s) {
			return true
		}
	}
	return false
}

func TestXMLTokens(t *testing.T) {
	tests := []struct {
		name, doc string
		want      []string
	}{
		{"attributes", `<a b="1" x:c='>"&lt;'/>`, []string{`<a b="1" c=">\"<"`, ">"}},
		{"prefixes", `<x:a><x:b></x:b ></x:a>`, []string{"<a", "<b", ">", ">"}},
		{"references", `<a>&lt;b&gt; &amp;&#233;&#x20AC;&apos;&quot;</a>`, []string{"<a", `"<b> &é€'"`, ">"}},
		{"cdata joins text", `<a>x<![CDATA[<y>&amp;]]>z</a>`, []string{"<a", `"x<y>&amp;z`, ">"}},
		{"comments and instructions", `<?xml version="1.0"?><!-- a --><a>x<!-- <b> --><?p <c> ?>y</a><!-- z -->`, []string{"<a", `"xy`, ">"}},
		{"line ends", "<a>1\r\n2\r3</a>\r\n", []string{"<a", "\"1\n2\n3", ">"}},
		{"byte order mark", "\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><a/>", []string{"<a", ">"}},
	}
	for _, tt := range tests {
		got, err := ourTokens(strings.NewReader(tt.doc))
		if diff := cmp.Diff(tt.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", tt.name, err, diff)
		}
	}
}

func TestXMLFaults(t *testing.T) {
	tests := []struct{ doc, want string }{
		{`<a><b></a></b>`, "<b> is closed by </a>"},
		{`<a>`, "unexpected EOF"},
		{`<a`, "unexpected EOF"},
		{``, "unexpected EOF"},
		{`<a>R&D</a>`, "invalid character entity"},
		{`<a>&nbsp;</a>`, "an unknown name"},
		{`<a>&#xD800;</a>`, "the number of no character"},
		{`<a>&#11;</a>`, "the number of no character"},
		{"<a>\x01</a>", "illegal character code"},
		{"<a>\xef\xbf\xbf</a>", "illegal character"},
		{"<a>caf\xe9</a>", "invalid UTF-8"},
		{"<a b='\xe9'/>", "invalid UTF-8"},
		{"<a><!-- \xe9 --></a>", "invalid UTF-8"},
		{`<a><!-- a -- b --></a>`, "two hyphens"},
		{`<a>]]></a>`, "]]> outside"},
		{`<a b="<"/>`, "< inside the value"},
		{`<a b="1" b="2"/>`, "occurs twice"},
		{`<a b="1"c="2"/>`, "no blank before an attribute"},
		{`<a b/>`, "without a value"},
		{`<a b=1/>`, "without quotes"},
		{`<a><![CDATA[x</a>`, "unexpected EOF"},
		{`<!DOCTYPE a><a/>`, "directive"},
		{`<a/><b/>`, "second document"},
		{`x<a/>`, "text before"},
		{`<a/>x`, "text after"},
		{`<a/></a>`, "closes nothing"},
		{"\xff\xfe<\x00a\x00/\x00>\x00", "UTF-16"},
		{"<\x00a\x00/\x00>\x00", "UTF-16"},
		{`<?xml version="1.0" encoding="ISO-8859-1"?><a/>`, "the encoding is not UTF-8"},
		{`<?xml version="1.1"?><a/>`, "another version"},
		{`<?xml encoding="UTF-8"?><a/>`, "XML declaration"},
		{`<a/><?xml version="1.0"?>`, "XML declaration"},
		{strings.Repeat("<a>", maxNesting+1), "nested more than"},
		{`<é/>`, "beyond ASCII"},
	}
	for _, tt := range tests {
		if _, err := ourTokens(strings.NewReader(tt.doc)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %q", tt.doc, err, tt.want)
		}
	}
	if _, err := ourTokens(io.MultiReader(strings.NewReader("<a>"), iotest.ErrReader(errors.New("no disk")))); err == nil || !strings.Contains(err.Error(), "no disk") {
		t.Errorf("error of the source: %v", err)
	}
}

// TestLongText passes the edges of the buffer at every position.
func TestLongText(t *testing.T) {
	for _, size := range []int{1, mostBuffer - 10, mostBuffer, 3 * mostBuffer} {
		for shift := range 12 {
			text := strings.Repeat("é", size/2) + strings.Repeat("x", shift)
			got, err := ourTokens(strings.NewReader(`<a b="` + text + `">` + text + `&lt;</a>`))
			if err != nil || len(got) != 3 || got[1] != `"`+text+"<" {
				t.Fatalf("size %d, shift %d: %d tokens, %v", size, shift, len(got), err)
			}
		}
	}
	const part = 1 << 20
	src := io.MultiReader(strings.NewReader("<a>"), &endless{text: strings.Repeat("x", part)})
	if _, err := ourTokens(src); err == nil || !strings.Contains(err.Error(), "more than 16 MB") {
		t.Errorf("endless text: %v", err)
	}
}

// endless gives the same text for ever.
type endless struct{ text string }

func (e *endless) Read(p []byte) (int, error) { return copy(p, e.text), nil }

// TestPlainCells writes cells in the plain form and in others that mean the
// same, and expects the same survey.
func TestPlainCells(t *testing.T) {
	plain := sheetXML(textRow(1, "nr", "Kanaal", "Mening", "Dag") +
		`<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>café &amp; zo</t></is></c><c r="D2" s="1"><v>43375</v></c></row>` +
		`<row r="3"><c r="A3"><v>2.50</v></c><c r="B3" t="str"><v>a b</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" s="1"><v>43376</v></c></row>`)
	want := mustRead(t, "a.xlsx", book(t, plain), Options{})
	for name, change := range map[string]*strings.Replacer{
		"comments":          strings.NewReplacer("<c ", "<!-- x --><c ", "<v>", "<!-- y --><v>"),
		"blanks":            strings.NewReplacer("<c ", "\n  <c ", "<v>", "\n<v>", "</c>", "\n</c>"),
		"blanks in tags":    strings.NewReplacer("<c ", "<c  ", "</v>", "</v >"),
		"single quotes":     strings.NewReplacer(`t="s"`, `t='s'`, `s="1"`, `s='1'`),
		"other attributes":  strings.NewReplacer("<c ", `<c cm="1" vm=">" `),
		"cdata":             strings.NewReplacer("<v>a b", "<v><![CDATA[a b]]>", "<v>43375", "<v>43<![CDATA[375]]>"),
		"character numbers": strings.NewReplacer("<v>43376", "<v>4&#51;376", `r="B2"`, `r="&#66;2"`),
		"prefixes":          strings.NewReplacer("<c ", "<x:c ", "</c>", "</x:c>", "<v>", "<x:v>", "</v>", "</x:v>", "<is>", "<x:is>", "</is>", "</x:is>"),
		"runs":              strings.NewReplacer("<t>", "<r><t>", "</t>", "</t></r><rPh><t>x</t></rPh>"),
	} {
		t.Run(name, func(t *testing.T) {
			xml := change.Replace(plain)
			if xml == plain {
				t.Fatal("nothing changed")
			}
			got := mustRead(t, "a.xlsx", book(t, xml), Options{})
			got.SHA256, got.Size = want.SHA256, want.Size
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestReadAhead passes on every byte and every error, and ends when told to.
func TestReadAhead(t *testing.T) {
	for _, size := range []int{0, 1, aheadPiece, 3*aheadPiece + 7, 9 * aheadPiece} {
		data := bytes.Repeat([]byte{1, 2, 3, 5, 7}, size/5+1)[:size]
		a := newReadAhead(iotest.HalfReader(bytes.NewReader(data)))
		got, err := io.ReadAll(a)
		a.stop()
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes: read %d, %v", size, len(got), err)
		}
	}
	a := newReadAhead(io.MultiReader(strings.NewReader("abc"), iotest.ErrReader(io.ErrUnexpectedEOF)))
	if got, err := io.ReadAll(a); string(got) != "abc" || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("read %q, %v", got, err)
	}
	a.stop()
	newReadAhead(&endless{text: "x"}).stop()
}
