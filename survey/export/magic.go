package export

import (
	"bytes"
	"strings"
	"unicode/utf16"

	"benchmark/survey/export/parquet"
	"benchmark/survey/pattern"
)

// kind is what the bytes are, as far as their first ones tell.
type kind uint8

const (
	textBytes kind = iota
	zipBytes
	gzipBytes
	spssBytes
	parquetBytes
)

// signature is the beginning of a file format that is not read.
type signature struct{ magic, what, advice string }

const (
	zipMagic       = "PK\x03\x04" // of an archive that is not empty
	saveAsWorkbook = "open it in Excel or LibreOffice and save it as .xlsx"
	wantWorkbook   = "give the .xlsx or .csv file that the survey tool exports"
)

func signatures() []signature {
	return []signature{
		{"BZh", "this is a bzip2-compressed file", "unpack it first and give the file inside"},
		{"\xfd7zXZ\x00", "this is an xz-compressed file", "unpack it first and give the file inside"},
		{"\x28\xb5\x2f\xfd", "this is a zstd-compressed file", "unpack it first and give the file inside"},
		{"7z\xbc\xaf\x27\x1c", "this is a 7-Zip archive", "unpack it first and give the file inside"},
		{"Rar!", "this is a RAR archive", "unpack it first and give the file inside"},
		{"%PDF", "this is a PDF document, not data", wantWorkbook},
		{"\x89PNG", "this is a picture (PNG), not data", wantWorkbook},
		{"\xff\xd8\xff", "this is a picture (JPEG), not data", wantWorkbook},
		{"GIF8", "this is a picture (GIF), not data", wantWorkbook},
		{"{\\rtf", "this is a text document (RTF), not data", wantWorkbook},
		{"SQLite format 3\x00", "this is an SQLite database", "export the table with the answers as CSV"},
		{"<stata_dta>", "this is a Stata data file", "export it as CSV with value labels"},
	}
}

// recognise tells what the bytes are, or what they are that is not read.
func recognise(name string, data []byte) (kind, *Error) {
	if strings.HasPrefix(baseName(name), "~$") {
		return 0, fault("this is the lock file that Excel keeps while the workbook is open",
			"give the file without ~$ in its name, and save and close it in Excel first")
	}
	if len(data) == 0 {
		return 0, fault("the file is empty", "export the answers again")
	}
	for _, s := range signatures() {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			return 0, fault(s.what, s.advice)
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte(zipMagic)), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return zipBytes, nil
	case bytes.HasPrefix(data, []byte("\x1f\x8b")):
		return gzipBytes, nil
	case bytes.HasPrefix(data, []byte("$FL2")), bytes.HasPrefix(data, []byte("$FL3")):
		return spssBytes, nil
	case bytes.HasPrefix(data, []byte(parquet.Magic)), bytes.HasPrefix(data, []byte(parquet.EncryptedMagic)):
		return parquetBytes, nil
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return 0, compound(data)
	}
	return textBytes, markup(data)
}

// compound tells what a compound file (OLE) holds: the names in its directory
// are in UTF-16.
func compound(data []byte) *Error {
	holds := func(name string) bool {
		var b []byte
		for _, u := range utf16.Encode([]rune(name)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return bytes.Contains(data, b)
	}
	switch {
	case holds("EncryptedPackage"):
		return fault("this workbook is password-protected",
			"open it in Excel, remove the password under File, Info, Protect Workbook, and save it")
	case holds("Workbook"), holds("Book"):
		return fault("this is an old Excel workbook (.xls)", saveAsWorkbook)
	}
	return fault("this is an old Excel workbook (.xls), a password-protected workbook or another old Office file",
		"open it in Excel, remove the password if it has one, and save it as .xlsx")
}

// jsonStart is how JSON begins, in lower case: an object, or a list of objects
// or lists.
var jsonStart = pattern.New(`^(\{\s*("|\})|\[\s*(\{|\[|\]))`)

// markup refuses HTML, XML and JSON, which some tools call .xls or .csv.
func markup(data []byte) *Error {
	head := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	head = bytes.ToLower(bytes.TrimLeft(head[:min(len(head), 4096)], " \t\r\n"))
	starts := func(prefixes ...string) bool {
		for _, p := range prefixes {
			if bytes.HasPrefix(head, []byte(p)) {
				return true
			}
		}
		return false
	}
	switch {
	case starts("<!doctype html", "<html", "<table", "<head", "<meta", "<body", "<style"):
		return fault("this is a web page (HTML), whatever its name says", saveAsWorkbook)
	case starts("<?xml") && bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return fault("this is an Excel 2003 XML workbook", saveAsWorkbook)
	case starts("<?xml") && bytes.Contains(head, []byte("<html")):
		return fault("this is a web page (HTML), whatever its name says", saveAsWorkbook)
	case starts("<?xml") && bytes.Contains(head, []byte("urn:oasis:names:tc:opendocument")):
		return fault("this is an OpenDocument file in one piece (.fods)", "open it in LibreOffice and save it as .xlsx")
	case starts("<?xml"):
		return fault("this is an XML file", wantWorkbook)
	case jsonStart.Match(head):
		return fault("this is a JSON file", "export the answers as .xlsx or CSV")
	case starts("id;p"):
		return fault("this is a spreadsheet in the SYLK format (.slk)", saveAsWorkbook)
	case starts("table\n0,1", "table\r\n0,1"):
		return fault("this is a spreadsheet in the DIF format", saveAsWorkbook)
	}
	return nil
}
