package export

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func wide(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
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
		{"spss", "a.csv", "$FL2@(#)", []string{"SPSS", "value labels"}},
		{"zsav", "a.sav", "$FL3@(#)", []string{"SPSS"}},
		{"gzip", "a.csv.gz", "\x1f\x8b\x08", []string{"gzip", "unpack"}},
		{"pdf", "a.xlsx", "%PDF-1.7", []string{"PDF"}},
		{"png", "a.xlsx", "\x89PNG\r\n", []string{"PNG"}},
		{"jpeg", "a.xlsx", "\xff\xd8\xff\xe0", []string{"JPEG"}},
		{"html", "a.xls", "\r\n<HTML><table><tr><td>a</td></tr></table>", []string{"HTML", "save it as .xlsx"}},
		{"xml", "a.xls", `<?xml version="1.0"?><a/>`, []string{"XML"}},
		{"excel 2003 xml", "a.xls", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`, []string{"Excel 2003 XML"}},
		{"json", "a.csv", `[{"a":1}]`, []string{"JSON"}},
		{"damaged zip", "a.xlsx", "PK\x03\x04rest", []string{"cannot be opened", "damaged"}},
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
	const want = `reading export.csv: stray quotation mark on line 2, byte 5, near "1,\"x\"y": extraneous or missing " in quoted-field; ` + quotesAdvice
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
