package command

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// smallCSV is a survey of twelve organisations with a column more, of which the
// cells are given.
func smallCSV(heading string, cells ...string) string {
	var b strings.Builder
	b.WriteString("Wat is de naam van uw organisatie?;Type organisatie;Gebruikt u WhatsApp?;" + heading + "\n")
	for i := range 12 {
		cell := "x"
		if i < len(cells) {
			cell = cells[i]
		}
		fmt.Fprintf(&b, "Gemeente %c;%s;%s;%s\n", 'A'+i, []string{"Gemeente", "Waterschap"}[i%2], []string{"Ja", "Nee", "Ja"}[i%3], cell)
	}
	return b.String()
}

// smallSheet is the sheet of the same survey, with more before, inside and after
// its data.
func smallSheet(before, rows, after string) string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + before + "<sheetData>")
	for line := range strings.Lines(smallCSV("Opmerking")) {
		b.WriteString("<row>")
		for cell := range strings.SplitSeq(strings.TrimSpace(line), ";") {
			b.WriteString(`<c t="inlineStr"><is><t>` + cell + `</t></is></c>`)
		}
		b.WriteString("</row>")
	}
	return b.String() + rows + "</sheetData>" + after + "</worksheet>"
}

// smallBook packs a workbook of a sheet, with more links of the workbook and more
// parts.
func smallBook(t *testing.T, sheet, links string, parts map[string]string) []byte {
	t.Helper()
	const rel = `"http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	const list = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	all := map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		"_rels/.rels":                list + `<Relationship Id="a" Type=` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=` + rel + `"><sheets><sheet name="Data" sheetId="1" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": list + `<Relationship Id="a" Type=` + rel + `/worksheet" Target="worksheets/sheet1.xml"/>` + links + `</Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
	}
	for name, text := range parts {
		all[name] = text
	}
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(all[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// directory changes every entry in the directory at the end of a zip archive: at is
// the place of a number of four bytes in it, and to makes the new one.
func directory(data []byte, at int, to func(before uint32) uint32) []byte {
	data = bytes.Clone(data)
	for from := 0; ; {
		i := bytes.Index(data[from:], []byte("PK\x01\x02"))
		if i < 0 {
			return data
		}
		field := data[from+i+at:]
		binary.LittleEndian.PutUint32(field, to(binary.LittleEndian.Uint32(field)))
		from += i + 4
	}
}

// hostileFile is a file that is broken or made to break, what is run on it ("" for
// analyze), and what comes of it.
type hostileFile struct {
	name   string
	data   []byte
	args   []string // FILE is its path, BESIDE that of a sound survey
	status int
	says   string
	not    string
}

func hostileBooks(t *testing.T) map[string][]hostileFile {
	plain := smallSheet("", "", "")
	book := func(sheet string) []byte { return smallBook(t, sheet, "", nil) }
	sound := book(plain)
	const outside = `<Relationship Id="z" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="http://127.0.0.1:1/x" TargetMode="External"/>`
	office := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...)
	for _, u := range utf16.Encode([]rune("EncryptedPackage")) {
		office = append(office, byte(u), byte(u>>8))
	}
	return map[string][]hostileFile{
		"a workbook or .gz that unpacks to far more than it is": {
			{name: "bomb.xlsx", data: book(plain + strings.Repeat(" ", 33<<20)), status: 1, says: "more than a survey can need"},
			{name: "bomb.csv.gz", data: packed(t, strings.Repeat("1;2\n", 10<<20)), status: 1, says: "more than a survey can need"},
		},
		"a workbook of which parts overlap, or lie about their size": {
			{name: "overlap.xlsx", data: directory(directory(sound, 42, func(uint32) uint32 { return 0 }), 20, func(uint32) uint32 { return uint32(len(sound)) / 3 }), status: 1, says: "overlap"},
			{name: "small.xlsx", data: directory(sound, 24, func(n uint32) uint32 { return n / 2 }), status: 1, says: "damaged"},
			{name: "large.xlsx", data: directory(sound, 24, func(uint32) uint32 { return 1 << 31 }), status: 1, says: "more than a survey can need"},
		},
		"a zip in a zip, .xls, .ods, .xlsb, a password": {
			{name: "zip.xlsx", data: zipped(t, "inner.zip", sound), status: 1, says: "unpack it first"},
			{name: "xls.xlsx", data: office, status: 1, says: "password"},
			{name: "ods.xlsx", data: zipped(t, "mimetype", []byte("application/vnd.oasis.opendocument.spreadsheet")), status: 1, says: "save it as .xlsx"},
			{name: "xlsb.xlsx", data: zipped(t, "xl/workbook.bin", nil), status: 1, says: ".xlsb"},
		},
		"a sheet that claims A1:XFD1048576":             {{name: "claim.xlsx", data: book(smallSheet(`<dimension ref="A1:XFD1048576"/>`, "", "")), status: 0, says: "12 org"}},
		"a sheet of more than 1,048,576 rows":           {{name: "long.xlsx", data: book(smallSheet("", `<row r="1048577"/>`, "")), status: 1, says: "1048577"}},
		"a sheet with one cell in its last corner":      {{name: "corner.xlsx", data: book(smallSheet("", `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, "")), status: 0, says: "org"}},
		"a million empty rows":                          {{name: "rows.xlsx", data: book(smallSheet("", strings.Repeat("<row/>", 1_000_000), "")), status: 0, says: "12 org"}},
		"macros, links to other workbooks or addresses": {{name: "macro.xlsm", data: smallBook(t, plain, outside, map[string]string{"xl/vbaProject.bin": "\xd0\xcf\x11\xe0"}), status: 0, says: "12 org"}},
		"entities, a document type, elements a thousand deep": {
			{name: "laughs.xlsx", data: book(`<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>` + strings.Replace(plain, "Gemeente A", "&b;", 1)), status: 1, says: "directive"},
			{name: "outside.xlsx", data: book(`<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>` + strings.Replace(plain, "Gemeente A", "&a;", 1)), status: 1, says: "directive", not: "root:"},
			{name: "deep.xlsx", data: book(smallSheet(strings.Repeat("<x>", 2000)+strings.Repeat("</x>", 2000), "", "")), status: 1, says: "nested more than"},
		},
		"a text of the workbook that does not exist": {{name: "shared.xlsx", data: book(smallSheet("", `<row><c t="s"><v>7</v></c></row>`, "")), status: 1, says: "cell A14: shared string 7"}},
	}
}

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zipped(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// mostColumns gives every row of a survey as many cells as a sheet can hold.
func mostColumns(csv string) string {
	var b strings.Builder
	for line := range strings.Lines(csv) {
		line = strings.TrimSuffix(line, "\n")
		b.WriteString(line)
		for i := strings.Count(line, ";") + 1; i < 1<<14; i++ {
			fmt.Fprintf(&b, ";Vraag %d", i)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func hostileTables() map[string][]hostileFile {
	sound := smallCSV("Opmerking")
	wide := strings.TrimSuffix(strings.Repeat("v;", 1<<14+1), ";")
	var sixteen []byte
	for _, u := range utf16.Encode([]rune(sound)) {
		sixteen = append(sixteen, byte(u), byte(u>>8))
	}
	weigh := []string{"analyze", "FILE", "--weights", "Gewicht"}
	const question = "questions:\n  - {id: whatsapp, column: \"Gebruikt u WhatsApp?\", kind: open}\n"
	return map[string][]hostileFile{
		"16,384 columns": {{name: "most.csv", data: []byte(mostColumns(sound)), args: []string{"analyze", "FILE", "--brief"}, status: 0, says: "12 org"}},
		"more columns than a sheet has": {
			{name: "wide.csv", data: []byte(wide + "\n" + wide + "\n"), status: 1, says: "no survey has more than 16384 columns"},
		},
		"a quotation mark that nothing closes, or a lone one": {
			{name: "endless.csv", data: []byte(sound + `Gemeente Z;Gemeente;Ja;"` + strings.Repeat("x", 2<<20)), status: 1, says: "line 14 is not closed within 1 MB"},
			{name: "lone.csv", data: []byte(smallCSV("Opmerking", `a"b`) + `"`), status: 1, says: "stray quotation mark on line 2"},
		},
		"a byte 0, or half a character at the end": {
			{name: "nul.csv", data: []byte(smallCSV("Opmerking", "\x00")), status: 1, says: "binary, not text"},
			{name: "half.csv", data: append([]byte("\xff\xfe"), sixteen[:len(sixteen)-1]...), status: 1, says: "half a character"},
		},
		"lines in another character set than the others": {{name: "mixed.csv", data: []byte("\xef\xbb\xbf" + smallCSV("Opmerking", "één", "\xe9\xe9n")), status: 1, says: "row 3: the text is not valid UTF-8"}},
		"UTF-16, with or without a mark": {
			{name: "marked.csv", data: append([]byte("\xff\xfe"), sixteen...), status: 0, says: "12 org"},
			{name: "bare.csv", data: sixteen, status: 0, says: "12 org"},
		},
		"two columns with one heading": {{name: "twice.csv", data: []byte(smallCSV("Gebruikt u WhatsApp?", "Ja", "Nee")), status: 0, says: "12 org"}},
		"NaN, Inf, 1e999, 0x1F where numbers are asked": {{name: "numbers.csv", data: []byte(smallCSV("Aantal vragen per uur", "NaN", "Inf", "1e999", "0x1F", "1", "2", "3", "4", "5", "6", "7", "8")),
			args: []string{"analyze", "FILE", "--number", "Aantal vragen per uur", "--format", "json"}, status: 3, says: `"not-a-number"`, not: "Infinity"}},
		"a negative weight, or one that is no number": {
			{name: "weights.csv", data: []byte(smallCSV("Gewicht", "1", "-3", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1")), args: weigh, status: 1, says: "cell D3: the weight is negative"},
			{name: "infinite.csv", data: []byte(smallCSV("Gewicht", "1", "1e999", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1")), args: weigh, status: 1, says: "cell D3"},
		},
		"days that do not exist, and the year 0": {{name: "days.csv", data: []byte(smallCSV("Datum", "0000-01-01", "31-2-2018", "1-1-0", "9999-12-31", "2018-10-02", "-1-1-1")), status: 0, says: "12 org"}},
		"a codebook or theme of aliases, or nested ten thousand deep": {
			{name: "laughs.yaml", data: []byte("ignore:\n - &a [x,x,x]\n - &b [*a,*a]\n"), args: []string{"analyze", "BESIDE", "--codebook", "FILE"}, status: 1, says: "laughs.yaml:2:4"},
			{name: "deep.yaml", data: []byte("questions: " + strings.Repeat("[", 20000)), args: []string{"analyze", "BESIDE", "--codebook", "FILE"}, status: 1, says: "exceeded max depth"},
			{name: "theme.yaml", data: []byte("colours: " + strings.Repeat("[", 20000)), args: []string{"chart", "BESIDE", "--theme", "FILE", "--out", "x.png"}, status: 1, says: "exceeded max depth"},
			{name: "self.yaml", data: []byte("colours: &a {scale: *a}\n"), args: []string{"chart", "BESIDE", "--theme", "FILE", "--out", "x.png"}, status: 1, says: "self.yaml: line 1"},
		},
		"a reference nested without end": {{name: "deep.json", data: []byte(`{"schema":` + strings.Repeat("[", 100000)), args: []string{"compare", "BESIDE", "--organisation", "row:2", "--reference", "FILE"}, status: 1, says: "it is no JSON"}},
		"a frame or register at an address or network share": {
			{name: "address.yaml", data: []byte("frame: http://127.0.0.1:1/x.csv\n" + question), args: []string{"analyze", "BESIDE", "--codebook", "FILE"}, status: 1, says: "on another computer"},
			{name: "share.yaml", data: []byte(`register: '\\host\share\x.csv'` + "\n" + question), args: []string{"analyze", "BESIDE", "--codebook", "FILE"}, status: 1, says: "on another computer"},
		},
	}
}

// TestHostileFiles runs the program on every file that is broken or hostile: the
// status and the message of the table in the help, one line, no panic, and nothing
// left behind.
func TestHostileFiles(t *testing.T) {
	all := hostileTables()
	for given, list := range hostileBooks(t) {
		all[given] = list
	}
	for given, list := range all {
		for _, h := range list {
			t.Run(h.name, func(t *testing.T) {
				dir := t.TempDir()
				path, beside := filepath.Join(dir, h.name), filepath.Join(dir, "beside.csv")
				write(t, path, string(h.data))
				write(t, beside, smallCSV("Opmerking"))
				args := slices.Clone(h.args)
				if args == nil {
					args = []string{"analyze", "FILE"}
				}
				for i := range args {
					args[i] = strings.NewReplacer("FILE", path, "BESIDE", beside, "x.png", filepath.Join(dir, "x.png")).Replace(args[i])
				}
				var stdout, stderr bytes.Buffer
				status := Main(context.Background(), append(args, "--lang", "en"), strings.NewReader(""), &stdout, &stderr, func(string) string { return "" })
				said := stdout.String() + stderr.String()
				if status == 3 && h.status == 0 {
					status = 0 // the file has doubts of its own
				}
				if status != h.status || !strings.Contains(said, h.says) || h.not != "" && strings.Contains(said, h.not) {
					t.Errorf("%s: status %d, want %d with %q: %.600s", given, status, h.status, h.says, said)
				}
				if h.status == 1 && (stdout.Len() > 0 || strings.Count(stderr.String(), "\n") > 5 || stderr.Len() > 2000) {
					t.Errorf("the message is %d bytes on %d lines, and %d bytes are printed", stderr.Len(), strings.Count(stderr.String(), "\n"), stdout.Len())
				}
				if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
					t.Errorf("left: %v, %v", left, err)
				}
			})
		}
	}
}
