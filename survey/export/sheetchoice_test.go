package export

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// questionSheet returns a sheet with n respondents under these headings.
func questionSheet(n int, headings ...string) string {
	rows := textRow(1, headings...)
	for i := range n {
		cells := []string{fmt.Sprint(i + 1)}
		for range headings[1:] {
			cells = append(cells, []string{"Ja", "Nee", "Weet niet"}[i%3])
		}
		rows += textRow(i+2, cells...)
	}
	return sheetXML(rows)
}

// TestOtherSheets holds workbooks against what a person would say of their
// sheets: which one is the survey, and what must be said of the others.
func TestOtherSheets(t *testing.T) {
	year := func(y string, n int) string {
		return questionSheet(n, "Nr", "Organisatie", "Gebruikt u WhatsApp in "+y+"?", "Wat vindt u daarvan?")
	}
	list := "" // of municipalities, longer than the survey
	for i := range 60 {
		list += textRow(i+2, fmt.Sprint(i), fmt.Sprintf("Gemeente %d", i), "Gelderland", "50000")
	}
	list = sheetXML(textRow(1, "Code", "Naam", "Provincie", "Inwoners") + list)
	pivot := sheetXML(textRow(3, "Aantal van Nr", "Kolomlabels", "", "") + textRow(4, "Rijlabels", "Ja", "Nee", "Eindtotaal") +
		textRow(5, "Gemeente", "4", "5", "9") + textRow(6, "Provincie", "4", "5", "9") + textRow(7, "Eindtotaal", "8", "10", "18"))
	cover := sheetXML(textRow(1, "Onderzoek contactkanalen") + textRow(2, "Datum", "oktober 2018"))
	loose := questionSheet(30, "Nr", "Balie", "Chat", "Brief")
	tests := []struct {
		name   string
		sheets []sheet
		sheet  []string
		want   []string // severity, code, arguments, fix
	}{
		{"two years", []sheet{{"2016", "", year("2016", 12)}, {"2018", "", year("2018", 20)}}, []string{"2018", "largest"},
			[]string{`doubt twin-sheets [2018 20 2016 12] file: {sheet: "2018"}`}},
		{"parts", []sheet{{"deel 1", "", year("2018", 20)}, {"deel 2", "", year("2018", 20)}, {"deel 3", "", year("2018", 5)}}, []string{"deel 1", "largest"},
			[]string{`doubt twin-sheets [deel 1 20 deel 2 20 deel 3 5] file: {sheet: "deel 1"}`}},
		{"another survey", []sheet{{"Burgers", "", questionSheet(18, "Nr", "Belt u?", "Mailt u?")}, {"Bedrijven", "", year("2018", 20)}}, []string{"Bedrijven", "largest"},
			[]string{`warning other-sheets [Burgers] file: {sheet: "Bedrijven"}`}},
		{"list of municipalities", []sheet{{"Data", "", year("2018", 20)}, {"Gemeenten", "", list}}, []string{"Data", "questions"},
			[]string{`note other-sheets [Gemeenten] `}},
		{"cover and pivot", []sheet{{"Voorblad", "", cover}, {"Draaitabel", "", pivot}, {"Data", "", year("2018", 20)}}, []string{"Data", "questions"},
			[]string{`note other-sheets [Voorblad, Draaitabel] `}},
		{"pivot beside short headings", []sheet{{"Draaitabel", "", pivot}, {"Data", "", loose}}, []string{"Data", "largest"},
			[]string{`note other-sheets [Draaitabel] `}},
		{"hidden twin", []sheet{{"Oud", "hidden", year("2018", 40)}, {"Data", "", year("2018", 20)}}, []string{"Data", "only"},
			[]string{`note other-sheets [Oud] `}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := pack(t, bookParts(tt.sheets))
			f := mustRead(t, "a.xlsx", data, Options{})
			if diff := cmp.Diff(tt.sheet, args(f, DecisionSheet)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.want, toldOfSheets(f)); diff != "" {
				t.Error(diff)
			}
			for _, s := range tt.sheets { // who names the sheet is not asked again
				if s.state == "" && s.name == f.Sheet {
					f = mustRead(t, "a.xlsx", data, Options{Sheet: s.name})
					if told := toldOfSheets(f); len(told) != 1 || !strings.HasPrefix(told[0], "note other-sheets") {
						t.Errorf("sheet %s asked for: %q", s.name, told)
					}
				}
			}
		})
	}
}

func toldOfSheets(f *File) []string {
	var list []string
	for _, i := range f.Issues {
		if i.Code == survey.IssueOtherSheets || i.Code == survey.IssueTwinSheets {
			list = append(list, fmt.Sprint(i.Severity, " ", i.Code, " ", i.Args, " ", i.Fix))
		}
	}
	return list
}

// TestPivotTableIsNoRival reads a workbook in which a large pivot table stands
// on the first sheet.
func TestPivotTableIsNoRival(t *testing.T) {
	sheets := []sheet{{"Draaitabel", "", questionSheet(40, "Nr", "Balie", "Chat", "Brief")}, {"Data", "", questionSheet(30, "Nr", "Balie", "Chat", "Brief", "Web")}}
	link := part{"xl/worksheets/_rels/sheet1.xml.rels", `<Relationships ` + nsRels + `><Relationship Id="rId1" Type="` + relURI + `pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>`}
	f := mustRead(t, "a.xlsx", pack(t, bookParts(sheets, link)), Options{})
	if diff := cmp.Diff([]string{"note other-sheets [Draaitabel] "}, toldOfSheets(f)); f.Sheet != "Data" || diff != "" {
		t.Errorf("sheet %q: %s", f.Sheet, diff)
	}
}
