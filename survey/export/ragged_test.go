package export

import (
	"fmt"
	"strings"
	"testing"
)

// raggedFile makes a file of n respondents; row gives the fields of each.
func raggedFile(header string, n int, row func(i int) string) []byte {
	var b strings.Builder
	b.WriteString(header + "\n")
	for i := range n {
		b.WriteString(row(i) + "\n")
	}
	return []byte(b.String())
}

// Rows may lack the blanks at their ends, never an answer; the header tells the
// delimiter where decimal commas or sets of answers divide the lines too.
func TestShortRows(t *testing.T) {
	word := []string{"Ja", "Nee", "Soms"}
	for _, test := range []struct {
		name    string
		data    []byte
		columns int // 0: refused
		rows    int
		message string // part of it
	}{
		{"Excel drops the delimiters of blank columns by 16 rows", raggedFile("ID;Organisatie;Uren;Toelichting;Slot", 40, func(i int) string {
			s := fmt.Sprintf("%d;%s;%d,5", i+1, word[i%3], i%7)
			if i < 15 || i >= 31 {
				s += ";goed;nee"
			}
			return s
		}), 5, 40, ""},
		{"with most rows short", raggedFile("ID;Organisatie;Uren;Toelichting;Slot", 80, func(i int) string {
			s := fmt.Sprintf("%d;%s;%d,5", i+1, word[i%3], i%7)
			if i < 15 {
				s += ";goed;"
			}
			return s
		}), 5, 80, ""},
		{"blanks left out in each row", raggedFile("ID;A;B;C", 30, func(i int) string {
			return fmt.Sprintf("%d;%s", i+1, strings.Join(append([]string{}, word[:1+i%3]...), ";"))
		}), 4, 30, ""},
		{"blanks left out in each row, without numbers", raggedFile("Wie;A;B;C", 40, func(i int) string {
			return "Gemeente;" + strings.Join(append([]string{}, word[:1+2*(i%2)]...), ";")
		}), 4, 40, ""},
		{"sets that are not quoted", raggedFile("ID;Kanalen;Uren", 30, func(i int) string {
			return fmt.Sprintf("%d;%s;%d,5", i+1, strings.Repeat("1;", i%4), i)
		}), 0, 0, "the delimiter cannot be told: by semicolon the first line has 3 fields"},
		{"a record in two lines", raggedFile("ID;A;B;C", 30, func(i int) string {
			if i == 7 {
				return "8;Ja;Dit is\neen regel;Nee"
			}
			return fmt.Sprintf("%d;Ja;Nee;Soms", i+1)
		}), 0, 0, "the row has 3 fields"},
		{"records in two lines, among many", raggedFile("ID;A;B;C", 100, func(i int) string {
			if i%40 == 7 {
				return fmt.Sprintf("%d;Ja;Dit is\neen regel;Nee", i+1)
			}
			return fmt.Sprintf("%d;Ja;Nee;Soms", i+1)
		}), 0, 0, "the row has 3 fields"},
		{"a file that was cut off", raggedFile("ID;A;B;C", 30, func(i int) string {
			if i == 29 {
				return "30;Ja"
			}
			return fmt.Sprintf("%d;Ja;Nee;Soms", i+1)
		}), 0, 0, "the row has 2 fields"},
		{"a header with a delimiter too many", raggedFile("ID;A;B;C", 30, func(i int) string {
			return fmt.Sprintf("%d;Ja;Nee", i+1)
		}), 0, 0, "fields"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, err := Read("ragged.csv", test.data, Options{})
			if test.columns == 0 {
				if err == nil || !strings.Contains(err.Error(), test.message) {
					t.Fatalf("read as %v: %v", f, err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if len(f.Columns) != test.columns || f.Rows.Len() != test.rows || f.Columns[1].Question == "" {
				t.Errorf("%d columns and %d rows", len(f.Columns), f.Rows.Len())
			}
		})
	}
}
