package export

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

func wide(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

func gzipped(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPackedText(t *testing.T) {
	f := mustRead(t, "a.csv.gz", []byte(gzipped(t, dutch)), Options{})
	want := mustRead(t, "a.csv", []byte(dutch), Options{})
	if diff := cmp.Diff([]string{"gzip", fmt.Sprint(len(dutch))}, args(f, DecisionPacked)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want.Columns, f.Columns); diff != "" {
		t.Error(diff)
	}
}

func TestDecimalMark(t *testing.T) {
	for _, tt := range []struct {
		data string
		want []string
	}{
		{"a;b\n1,5;x\n2,25;y\n3;1,5\n", []string{"comma", "2", "0"}},
		{"a,b\n1.5,x\n-0.25,y\n", []string{"point", "0", "2"}},
		{"a;b\n1,5;2.5\n", []string{"both", "1", "1"}},
		{"a;b\n1,500;2.500\n", nil},
		{"a;b\n1.2.2018;x\n,5;y\n1,;z\n", nil},
	} {
		f := mustRead(t, "a.csv", []byte(tt.data), Options{HeaderRows: []int{1}})
		if diff := cmp.Diff(tt.want, args(f, DecisionDecimal)); diff != "" {
			t.Errorf("%q: %s", tt.data, diff)
		}
	}
}

func TestNotASurvey(t *testing.T) {
	const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	zipOf := func(parts ...part) string { return string(pack(t, parts)) }
	tests := []struct {
		name, file, data string
		want             []string
	}{
		{"empty", "a.xlsx", "", []string{"the file is empty"}},
		{"blanks", "a.csv", " \r\n\t\n", []string{"nothing but blanks"}},
		{"blanks after mark", "a.csv", "\xef\xbb\xbf\n", []string{"nothing but blanks"}},
		{"lock file", "map/~$a.xlsx", "\x05Jan", []string{"lock file", "without ~$"}},
		{"old excel", "a.xls", ole + wide("Workbook"), []string{"old Excel workbook (.xls)", "save it as .xlsx"}},
		{"password", "a.xlsx", ole + wide("EncryptedPackage"), []string{"this workbook is password-protected", "remove the password"}},
		{"compound", "a.xlsx", ole, []string{".xls", "password"}},
		{"spss", "a.csv", "$FL2@(#)", []string{"header at byte", "value labels"}},
		{"zsav", "a.sav", "$FL3@(#)", []string{"header at byte", "SPSS"}},
		{"gzip", "a.csv.gz", "\x1f\x8b\x08", []string{"gzip", "cannot be unpacked", "damaged"}},
		{"gzip cut off", "a.csv.gz", gzipped(t, dutch)[:60], []string{"gzip", "cannot be unpacked"}},
		{"gzip of a workbook", "a.xlsx.gz", gzipped(t, string(book(t, surveySheet(3)))), []string{"gzip", "unpack it first"}},
		{"gzip of a gzip", "a.csv.gz.gz", gzipped(t, gzipped(t, dutch)), []string{"gzip", "unpack it first"}},
		{"gzip of a web page", "a.xls.gz", gzipped(t, "<html><table>"), []string{"HTML"}},
		{"gzip of too much", "a.csv.gz", gzipped(t, strings.Repeat(" ", maxUnpackedSmall+1)), []string{"unpacks from", "more than a survey can need"}},
		{"tar", "a.tgz", gzipped(t, strings.Repeat("\x00", 257)+"ustar\x00"+strings.Repeat("\x00", 300)), []string{"tar archive"}},
		{"pdf", "a.xlsx", "%PDF-1.7", []string{"PDF"}},
		{"png", "a.xlsx", "\x89PNG\r\n", []string{"PNG"}},
		{"jpeg", "a.xlsx", "\xff\xd8\xff\xe0", []string{"JPEG"}},
		{"html", "a.xls", "\r\n<HTML><table><tr><td>a</td></tr></table>", []string{"HTML", "save it as .xlsx"}},
		{"xml", "a.xls", `<?xml version="1.0"?><a/>`, []string{"XML"}},
		{"excel 2003 xml", "a.xls", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`, []string{"Excel 2003 XML"}},
		{"json", "a.csv", `[{"a":1}]`, []string{"JSON"}},
		{"json with blanks", "a.json", "[\n  {\"a\": 1}\n]", []string{"JSON"}},
		{"json object", "a.json", "{ \"a\": 1 }", []string{"JSON"}},
		{"flat opendocument", "a.fods", `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>`, []string{".fods"}},
		{"sylk", "a.slk", "ID;PWXL\nC;Y1;X1;K\"a\"\n", []string{"SYLK"}},
		{"dif", "a.dif", "TABLE\n0,1\n\"EXCEL\"\n", []string{"DIF"}},
		{"on its side", "a.csv", "Nr;1;2;3;4;5;6;7;8\nSoort?;Stad;Stad;Stad;Land;Stad;Stad;Land;Stad\nGrootte;1-10;1-10;;11-50;1-10;11-50;1-10;1-10\nChat;Ja;Nee;Ja;Ja;Nee;Ja;Ja;Ja\n", []string{"on its side", "Transpose"}},
		{"row per answer", "a.csv", "ID;Item;Waarde\n1;Belt u?;Ja\n1;Mailt u?;Nee\n2;Belt u?;Ja\n2;Mailt u?;Ja\n3;Belt u?;Nee\n3;Mailt u?;Nee\n", []string{"a row per answer", `"Item"`, `"ID"`, "row per respondent"}},
		{"damaged zip", "a.xlsx", "PK\x03\x04rest", []string{"cannot be opened", "damaged"}},
		{"zip of two", "a.zip", zipOf(part{"in.csv", "a,b"}, part{"b.csv", "a,b"}), []string{"in.csv", "b.csv", "one file"}},
		{"plain zip", "a.zip", zipOf(part{"data.csv", "a,b"}), []string{"zip archive (with data.csv inside)", "unpack"}},
		{"empty zip", "a.zip", zipOf(), []string{"empty zip archive"}},
		{"ods", "a.ods", zipOf(part{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}), []string{"OpenDocument", ".xlsx"}},
		{"xlsb", "a.xlsb", zipOf(part{"xl/workbook.bin", ""}), []string{".xlsb"}},
		{"word", "a.xlsx", zipOf(part{"word/document.xml", ""}), []string{"Word document"}},
		{"binary", "a.csv", "a,b\n1,\x002\n", []string{"binary", "row 2"}},
		{"control characters", "a.csv", strings.Repeat("\x01\x02ab", 20), []string{"binary"}},
		{"one column", "a.csv", "kanaal\ntelefoon\nbrief\n", []string{"one single column", "not a survey"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { mustFail(t, tt.file, []byte(tt.data), Options{}, tt.want...) })
	}
}

func TestErrorText(t *testing.T) {
	_, err := Read(`C:\werk\export.csv`, []byte("a,b\n1,\"x\"y\n"), Options{})
	const want = `reading export.csv: stray quotation mark on line 2, byte 5: extraneous or missing " in quoted-field; ` + quotesAdvice
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
