package command

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// canaryForm finds what was planted: every name, address and text of a person has
// the word in it; numbers are listed.
var canaryForm = regexp.MustCompile(`(?i)kanari|06-?8765-?4321|87654321|203\.0\.113\.77|52[.,]3702161|4[.,]8951689|4321 ?KX|111222333|ABNA ?0417|XK-12-KX|1961`)

// canaryHeadings are of tools, of a list on paper, and one that tells nothing.
func canaryHeadings() []string {
	return []string{
		"Respondent ID", "Einddatum", "IP Address", "Email Address", "First Name", "RecipientLastName", "LocationLatitude", "LocationLongitude", "ipaddr", "token",
		"E-mailadres", "Telefoonnummer", "Custom Data 1", "Veld 7", "Veld 8", "Wat is uw naam?", "Geboortedatum", "Postcode", "BSN", "Rekeningnummer", "Kenteken",
		"Wat is de naam van uw organisatie?", "In wat voor organisatie werkt u?", "Gebruikt uw organisatie WhatsApp voor vragen van inwoners?",
		"Hoe tevreden bent u over WhatsApp?", "Hoeveel vragen krijgt u per uur via WhatsApp?", "Welke kanalen gebruikt u?", "Wie doet bij uw organisatie de webcare?",
		"Waar denkt u aan bij een chatbot?", "Opmerkingen",
	}
}

// canaryRow is respondent n, with something of a person in every cell that can hold it.
func canaryRow(n int) []string {
	pick := func(list ...string) string { return list[n%len(list)] }
	first := pick("Sanne", "Wouter", "Petra", "Teun", "Marieke", "Youssef", "Anneke")
	number, channels, owner, stage := pick("2", "3", "5", "8"), pick("Facebook;Twitter", "Facebook", "Twitter;LinkedIn", "Facebook;Twitter;LinkedIn"),
		pick("Communicatie", "KCC", "Een mix van beide"), pick("Gebruikt het nu", "Zeker binnen een jaar", "Geen plannen")
	organisation := fmt.Sprintf("Gemeente Dorp%d", n)
	switch n {
	case 3:
		number, organisation = "06-87654321", "Marieke Kanariehof"
	case 4:
		number, organisation = "kanarie@voorbeeld.example", "post.kanarie@voorbeeld.example"
	case 5, 6:
		owner, channels = "Dat doet Petra Kanariekoper", "Facebook;Teun Kanariejong"
	case 7:
		owner, stage = "Xandra Kanarieveld", "mevrouw Kanarieberg"
	case 8:
		number = "XK-12-KX"
	}
	open := pick("snel en goed, zegt Wouter Kanarieman", "bel Wouter Kanarieman op 06-87654321", "onpersoonlijk, mail wouter.kanarie@voorbeeld.example",
		"snel antwoord", "mevrouw Kanarie vindt het snel", "wouter at kanarie punt nl", "snel; BSN 111222333, geboren 12-03-1961, 4321 KX, Kanariestraat 12")
	return []string{
		fmt.Sprintf("kanarie%d", 1000+n%39), "2018-10-0" + pick("1", "2", "3") + " 10:00", "203.0.113.77", fmt.Sprintf("kanarie%d@voorbeeld.example", n), first + "kanarie", "Kanarieachter",
		"52.3702161", "4.8951689", "203.0.113.77", fmt.Sprintf("kanarietoken%d", n),
		fmt.Sprintf("kanarie.post%d@voorbeeld.example", n), fmt.Sprintf("06-8765432%d", n%10), fmt.Sprintf("kanarievrij%d", n), first + " Kanarievogel" + pick("a", "b", "c"), "Dhr. Kanarie" + pick("bos", "berg", "hof"),
		first + " van Kanariedam", "12-03-1961", "4321 KX", "111222333", "NL91 ABNA 0417 1643 00", "XK-12-KX",
		organisation, pick("Gemeente", "Gemeente", "Waterschap"), stage, pick("Zeer tevreden", "Tevreden", "Neutraal", "Ontevreden"), number, channels, owner, open, open,
	}
}

func canarySurvey() []byte {
	lines := []string{strings.Join(canaryHeadings(), "\t")}
	for n := range 40 {
		lines = append(lines, strings.Join(canaryRow(n), "\t"))
	}
	return []byte(strings.Join(lines, "\n") + "\n")
}

// canaryRuns are all commands that read a survey, in all their forms, and ways in
// which they fail. BOOK is a codebook that was written of the same file.
func canaryRuns() [][]string {
	runs := [][]string{
		{"inspect", "FILE"}, {"inspect", "FILE", "--format", "json"}, {"inspect", "FILE", "--write-codebook", "DIR/book.yaml"},
		{"analyze", "FILE", "--format", "csv"}, {"analyze", "FILE", "--out", "DIR/results"}, {"analyze", "FILE", "--brief"},
		{"chart", "FILE", "--kind", "cloud", "--question", "waar-denkt-chatbot", "--out", "DIR/cloud.svg"},
		{"capacity", "FILE", "--format", "json"}, {"report", "FILE", "--audit"},
		{"trend", "2017=FILE", "2018=FILE", "--format", "json"}, {"trend", "2017=FILE", "2018=FILE", "--format", "html", "--out", "DIR/trend.html"}, {"forecast", "2017=FILE", "2018=FILE", "--format", "text"},
		{"compare", "FILE", "--all", "--out", "DIR/letters"}, {"compare", "FILE", "--write-reference", "DIR/national.json", "--signed-off-by", "afdeling onderzoek"}, {"compare", "FILE", "--organisation", "row:5"},
		// what fails
		{"analyze", "FILE", "--question", "opmerking"}, {"analyze", "FILE", "--by", "veld-7"}, {"analyze", "FILE", "--weights", "Email Address"}, {"analyze", "FILE", "--number", "Email Address"},
		{"analyze", "FILE", "--strata", "Veld 7", "--population", "token"}, {"compare", "FILE", "--organisation", "Dorp"}, {"compare", "FILE", "--organisation", "row:4"},
		{"analyze", "HEADLESS"}, {"inspect", "RAGGED"}, {"analyze", "QUOTES"}, {"analyze", "TURNED"}, {"analyze", "FILE", "--codebook", "STRICT"}, {"inspect", "FILE", "--codebook", "NARROW"},
		{"analyze", "FILE", "--codebook", "NARROW"}, {"inspect", "FILE", "--register", "FILE"}, {"analyze", "FILE", "--frame", "FILE"}, {"analyze", "FILE", "--codebook", "FILE"}, {"analyze", "FILE", "--targets", "FILE"},
		{"__complete", "analyze", "FILE", "--question", ""}, {"__complete", "compare", "FILE", "--organisation", "M"},
	}
	for _, form := range []string{"html", "pptx", "xlsx", "docx", "markdown", "text", "email", "json"} {
		runs = append(runs, []string{"report", "FILE", "--format", form, "--out", "DIR/report." + form})
	}
	return runs
}

// canaryFiles writes the survey, broken copies of it, and codebooks that do not fit.
func canaryFiles(t *testing.T, dir string) *strings.Replacer {
	t.Helper()
	data := canarySurvey()
	lines := strings.SplitAfter(string(data), "\n")
	narrow := `survey: {language: nl}
questions:
  - {id: owner, column: "Wie doet bij uw organisatie de webcare?", kind: single, options: [{code: kcc, label: KCC}, {code: comm, label: Communicatie}]}
  - {id: channels, column: "Welke kanalen gebruikt u?", kind: multiple, separator: ";", options: [{code: fb, label: Facebook}]}
  - {id: volume, column: "Hoeveel vragen krijgt u per uur via WhatsApp?", kind: number, maximum: 4}
  - {id: words, column: "Opmerkingen", kind: open}
`
	files := map[string]string{
		"FILE": string(data), "HEADLESS": strings.Join(lines[1:], ""), "RAGGED": strings.Join(lines[:20], "") + "kanarie\tKanarie Kanarie\n" + strings.Join(lines[20:], ""),
		"QUOTES": strings.Replace(string(data), "\tGemeente Dorp9\t", "\t\"Sanne Kanarie\n\t", 1), "TURNED": turned(lines), // without the ids, which are no one's name
		"NARROW": narrow, "STRICT": "strict: true\n" + narrow,
	}
	var pairs []string
	for name, text := range files {
		path := filepath.Join(dir, strings.ToLower(name)+".csv")
		if strings.HasPrefix(text, "survey") || strings.HasPrefix(text, "strict") {
			path = filepath.Join(dir, strings.ToLower(name)+".yaml")
		}
		write(t, path, text)
		pairs = append(pairs, name, path)
	}
	return strings.NewReplacer(pairs...)
}

// turned puts the rows of a table in its columns.
func turned(lines []string) string {
	var rows [][]string
	for _, line := range lines {
		if line != "" {
			rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	var b strings.Builder
	for c := 1; c < len(rows[0]); c++ {
		for r := range rows {
			b.WriteString(rows[r][c] + "\t")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestNoPersonInAnyOutput plants persons in every cell of a survey that can hold one
// and looks for them in all that all commands write: results, errors, files as they
// are and unpacked, names of files, and what is left in the folder for temporary files.
func TestNoPersonInAnyOutput(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	dir := t.TempDir()
	paths := canaryFiles(t, dir)
	done := 0
	for i, args := range canaryRuns() {
		out := filepath.Join(dir, fmt.Sprint("out", i))
		if err := os.Mkdir(out, 0o700); err != nil {
			t.Fatal(err)
		}
		var given []string
		for _, a := range args {
			given = append(given, strings.ReplaceAll(paths.Replace(a), "DIR", out))
		}
		var stdout, stderr bytes.Buffer
		if args[0] != "__complete" {
			given = append(given, "--lang", []string{"nl", "en"}[i%2])
		}
		exit := Main(context.Background(), given, strings.NewReader(""), &stdout, &stderr, func(string) string { return "" })
		if exit == statusDone || exit == statusDoubtful {
			done++
		}
		said := strings.Join(args, " ")
		noCanary(t, said+": standard output", stdout.Bytes())
		noCanary(t, said+": standard error", stderr.Bytes())
		noCanariesBelow(t, said, out)
	}
	noCanariesBelow(t, "temporary files", temporary)
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("left in the folder for temporary files: %v %v", left, err)
	}
	if least := 27; done < least {
		t.Errorf("only %d commands did their work, not %d: the test looks at too little", done, least)
	}
}

func noCanariesBelow(t *testing.T, said, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		noCanary(t, said+": the name of a file", []byte(d.Name()))
		if d.IsDir() {
			return nil
		}
		data, err := os.ReadFile(path)
		noCanary(t, said+": "+d.Name(), data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// noCanary looks for what was planted, in packed files too.
func noCanary(t *testing.T, where string, data []byte) {
	t.Helper()
	if at := canaryForm.FindIndex(data); at != nil {
		t.Errorf("%s has %q", where, data[max(0, at[0]-60):min(len(data), at[1]+30)])
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		noCanary(t, where+"/"+f.Name, content)
	}
}
