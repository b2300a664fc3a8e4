package export

import (
	"testing"
)

// FuzzRead feeds text files: never a panic, and what is read adds up.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		dutch, "sep=;\na;b\n1;2\n", "a\rb\r", "\xff\xfea\x00,\x00b\x00\n\x00", "a,b\n\"1\n2\",3\n", "a\tb\nx\t\"y\n",
		"Q [a],Q [b],Q - c,Q:d,Q/e,Q___f,Q_1\n1,2,3,4,5,6,7\n", "V1,V2,V3\nResponseID,b,c\n1,2,3\n", "x;[a];]b[;[\n1;2;3;4\n",
		string(table("Respondent ID | Welk kanaal? | Welke media? | ", " | Antwoord | Twitter | Facebook", "11 | chat | Twitter | ", "Totaal | 1 | 2 | ")),
		string(table(`{"ImportId":"a"} | {"ImportId":"b"}`, "1 | 2")),
	} {
		f.Add([]byte(s), "", "")
	}
	f.Fuzz(func(t *testing.T, data []byte, encoding, delimiter string) {
		opt := Options{Encoding: encoding}
		for _, r := range delimiter {
			opt.Delimiter = r
			break
		}
		if file, err := Read("a.csv", data, opt); err == nil {
			checkInvariants(t, file)
		}
	})
}

// FuzzReadWorkbook feeds the parts of a workbook inside a sound archive.
func FuzzReadWorkbook(f *testing.F) {
	parts := bookParts([]sheet{{name: "Data", xml: ""}})
	text := map[string]string{}
	for _, p := range parts {
		text[p.name] = p.text
	}
	for _, xml := range []string{surveySheet(3), sheetXML(textRow(1, "a", "b", "c")+textRow(2, "d", "e", "f"), `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`)} {
		f.Add(xml, text["xl/sharedStrings.xml"], text["xl/styles.xml"], text["xl/workbook.xml"], text["xl/_rels/workbook.xml.rels"])
	}
	f.Fuzz(func(t *testing.T, sheetText, shared, styles, workbook, links string) {
		data := book(t, sheetText, part{"xl/sharedStrings.xml", shared}, part{"xl/styles.xml", styles},
			part{"xl/workbook.xml", workbook}, part{"xl/_rels/workbook.xml.rels", links})
		if file, err := Read("a.xlsx", data, Options{}); err == nil {
			checkInvariants(t, file)
		}
	})
}
