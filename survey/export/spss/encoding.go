package spss

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// charset is an encoding with one byte per letter.
type charset struct {
	name    string // as the IANA spells it, in lower case
	page    int    // Windows code page
	aliases string // further names without punctuation, each between blanks
	table   *charmap.Charmap
}

// charsets returns the encodings that are read besides UTF-8.
func charsets() []charset {
	return []charset{
		{"windows-1252", 1252, " cp1252 1252 ansi ", charmap.Windows1252},
		{"iso-8859-1", 28591, " latin1 l1 cp819 ibm819 iso885911987 88591 ", charmap.ISO8859_1},
		{"iso-8859-15", 28605, " latin9 l9 885915 ", charmap.ISO8859_15},
		{"ibm850", 850, " cp850 850 oem850 ", charmap.CodePage850},
		{"ibm437", 437, " cp437 437 ", charmap.CodePage437},
		{"ibm852", 852, " cp852 852 ", charmap.CodePage852},
		{"ibm855", 855, " cp855 855 ", charmap.CodePage855},
		{"ibm00858", 858, " cp858 858 ibm858 ", charmap.CodePage858},
		{"ibm860", 860, " cp860 860 ", charmap.CodePage860},
		{"ibm862", 862, " cp862 862 ", charmap.CodePage862},
		{"ibm863", 863, " cp863 863 ", charmap.CodePage863},
		{"ibm865", 865, " cp865 865 ", charmap.CodePage865},
		{"ibm866", 866, " cp866 866 ", charmap.CodePage866},
		{"windows-874", 874, " cp874 874 ", charmap.Windows874},
		{"windows-1250", 1250, " cp1250 1250 ", charmap.Windows1250},
		{"windows-1251", 1251, " cp1251 1251 ", charmap.Windows1251},
		{"windows-1253", 1253, " cp1253 1253 ", charmap.Windows1253},
		{"windows-1254", 1254, " cp1254 1254 ", charmap.Windows1254},
		{"windows-1255", 1255, " cp1255 1255 ", charmap.Windows1255},
		{"windows-1256", 1256, " cp1256 1256 ", charmap.Windows1256},
		{"windows-1257", 1257, " cp1257 1257 ", charmap.Windows1257},
		{"windows-1258", 1258, " cp1258 1258 ", charmap.Windows1258},
		{"iso-8859-2", 28592, " latin2 88592 ", charmap.ISO8859_2},
		{"iso-8859-3", 28593, " latin3 88593 ", charmap.ISO8859_3},
		{"iso-8859-4", 28594, " latin4 88594 ", charmap.ISO8859_4},
		{"iso-8859-5", 28595, " cyrillic 88595 ", charmap.ISO8859_5},
		{"iso-8859-6", 28596, " arabic 88596 ", charmap.ISO8859_6},
		{"iso-8859-7", 28597, " greek 88597 ", charmap.ISO8859_7},
		{"iso-8859-8", 28598, " hebrew 88598 ", charmap.ISO8859_8},
		{"iso-8859-9", 28599, " latin5 88599 ", charmap.ISO8859_9},
		{"iso-8859-10", 28600, " latin6 885910 ", charmap.ISO8859_10},
		{"iso-8859-13", 28603, " latin7 885913 ", charmap.ISO8859_13},
		{"iso-8859-14", 28604, " latin8 885914 ", charmap.ISO8859_14},
		{"iso-8859-16", 28606, " latin10 885916 ", charmap.ISO8859_16},
		{"koi8-r", 20866, " ", charmap.KOI8R},
		{"koi8-u", 21866, " ", charmap.KOI8U},
		{"macintosh", 10000, " macroman mac ", charmap.Macintosh},
	}
}

// utf8Page is the code page of UTF-8, utf8Name its name.
const utf8Page, utf8Name = 65001, "utf-8"

// decoder turns the bytes of a file into text and counts what does not fit.
type decoder struct {
	name   string
	source Source
	table  *charmap.Charmap // nil for UTF-8

	beyond bool // a text had bytes beyond ASCII
	bad    int  // texts that did not fit since the last call of doubt
	first  string
	misfit bool // a text did not fit
}

// findCharset returns the encoding of the given name or code page.
func findCharset(name string, page int) (d decoder, ok bool) {
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(name))
	if plain == "utf8" || plain == "cp65001" || plain == "65001" || page == utf8Page {
		return decoder{name: utf8Name}, true
	}
	for _, set := range charsets() {
		same := plain != "" && (plain == strings.ReplaceAll(set.name, "-", "") || strings.Contains(set.aliases, " "+plain+" "))
		if same || page == set.page {
			return decoder{name: set.name, table: set.table}, true
		}
	}
	return decoder{}, false
}

// decoders returns the encodings to try, in order: one, or two when the file
// does not tell. Old programs wrote code page 2 or 3 whatever the encoding was,
// and "us-ascii" stands in files with other letters.
func (d *dictionary) decoders(c *cursor, asked string) []decoder {
	known := func(source Source, name string, page int) []decoder {
		dec, ok := findCharset(name, page)
		if !ok {
			c.record = "encoding"
			c.fail(c.pos, "the encoding %q (code page %d) is not one that is read here", name, page)
		}
		dec.source = source
		return []decoder{dec}
	}
	name := string(trimEnd(d.encoding))
	switch page := d.codePage; {
	case asked != "":
		return known(SourceGiven, asked, -1)
	case name != "" && !isASCII(name):
		return known(SourceName, name, -1)
	case name == "" && page > 4:
		return known(SourceCodePage, "", page)
	case name == "" && (page == 1 || page == 4 || page < 0):
		return known(SourceCodePage, "", page) // EBCDIC, DEC Kanji
	}
	first, _ := findCharset(utf8Name, -1)
	second, _ := findCharset("windows-1252", -1)
	first.source, second.source = SourceAssumed, SourceAssumed
	return []decoder{first, second}
}

// isASCII says whether a name stands for plain ASCII.
func isASCII(name string) bool {
	switch strings.ToLower(name) {
	case "ascii", "us-ascii", "ansi_x3.4-1968", "646":
		return true
	}
	return false
}

// text decodes b. Bytes that the encoding does not have become U+FFFD.
func (d *decoder) text(b []byte) string {
	ascii := true
	for _, x := range b {
		if x >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return string(b)
	}
	d.beyond = true
	var s string
	ok := true
	if d.table == nil {
		s, ok = strings.ToValidUTF8(string(b), "\uFFFD"), utf8.Valid(b)
	} else {
		var out strings.Builder
		for _, x := range b {
			r := d.table.DecodeByte(x)
			ok = ok && r != utf8.RuneError
			out.WriteRune(r)
		}
		s = out.String()
	}
	if !ok {
		d.misfit = true
		if d.bad == 0 {
			d.first = s
		}
		d.bad++
	}
	return s
}

// name decodes a name or a label, without the blanks at its end.
func (d *decoder) label(b []byte) string { return d.text(trimEnd(b)) }

// doubt returns the doubt about the texts that did not fit since the last call.
func (d *decoder) doubt(name string) []Doubt {
	if d.bad == 0 {
		return nil
	}
	doubt := Doubt{Code: DoubtUndecodable, Name: name, Detail: d.first, Count: d.bad}
	d.bad, d.first = 0, ""
	return []Doubt{doubt}
}
