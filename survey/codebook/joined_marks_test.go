package codebook

import (
	"slices"
	"strings"
	"testing"

	"benchmark/survey"
	"benchmark/survey/export"
)

// A comma within an option of a list with another mark does not part it, also
// when nobody chose one option alone.
func TestJoinedCommaWithinMark(t *testing.T) {
	for _, mark := range []string{";", "|", "\n"} {
		for _, heading := range []string{"Which channels? Select all that apply.", "Welke kanalen gebruikt u?"} {
			cells := []string{"Phone;Mail;Desk, by appointment*9", "Phone;Desk, by appointment*6", "Phone;Mail*8", "Mail;Desk, by appointment;Chat*5", "Phone;Desk, by appointment;Chat*4"}
			for i := range cells {
				cells[i] = strings.ReplaceAll(cells[i], ";", mark)
			}
			want := "multiple 32; Phone 27; Desk, by appointment 24; Mail 22; Chat 9"
			if got := tally(t, columnOf("generic", heading, cells...)); got != want {
				t.Errorf("%q %s: %s", mark, heading, got)
			}
		}
	}
}

// A stray mark in the text of "other" does not make a list of commas one of
// that mark.
func TestJoinedStrayMark(t *testing.T) {
	f := columnOf("generic", "Welke kanalen? (meerdere antwoorden mogelijk)", "Phone, Mail*9", "Phone*6", "Mail, Chat*8", "Mail, fax; brief", "Chat*9")
	if got := tally(t, f); got != "multiple 33; Mail 18; Chat 17; Phone 15; Other 1" {
		t.Error(got)
	}
}

// Options that nearly everyone chose stay two; options that some chose, always
// together, are one, in doubt; and a merged option keeps its own wording.
func TestJoinedTogether(t *testing.T) {
	checkKinds(t, "googleforms", []kindCase{
		{"Welke kanalen? (meerdere antwoorden mogelijk)", "Telefoon, E-mail*11|Telefoon, E-mail, Balie*11|Balie", "multiple 23; E-mail 22; Telefoon 22; Balie 12"},
		{"Which channels? Select all that apply.", "telephone, e-mail*11|telephone, e-mail, desk*11|desk", "multiple 23; e-mail 22; telephone 22; desk 12"},
		{"Which channels? Select all.", "Telephone;Email*4|Telephone;Email;Counter*3|Counter", "multiple 8; Email 7; Telephone 7; Counter 4"},
		{"Quels canaux ? (plusieurs réponses possibles)", "Guichet, sur rendez-vous*6|Courriel, Guichet, sur rendez-vous*5|Courriel*9|Chat*4", "multiple 24; Courriel 14; Guichet, sur rendez-vous 11; Chat 4"},
	})
	f := columnOf("generic", "Welke kanalen? (meerdere antwoorden mogelijk)", "Chat*12", "Signal,  Threema*7", "Chat, Signal,  Threema*5", "Mail*12", "Chat, Mail*4")
	s := inferred(t, f)
	if found := issues(s, survey.IssueJoinedSplit); len(found) != 1 || !slices.Contains(found[0].Args, "Signal,  Threema") || found[0].Severity != survey.Doubt {
		t.Errorf("%+v", s.Issues)
	}
	if got := tally(t, f); got != "multiple 40; Chat 21; Mail 16; Signal,  Threema 12" {
		t.Error(got)
	}
}

// What was counted as "other" because few wrote it is counted, and named when two
// have it; what one wrote is not told. A piece before another is an option however few chose it, and so is "none of these".
func TestJoinedFolded(t *testing.T) {
	f := columnOf("generic", "Why not?", "Privacy;Costs", "Costs;Time*9", "Costs*8", "Time*7", "Time;Bad weather", "Keine der genannten", "Costs;because the council said that it would not help anyone")
	if got := tally(t, f); got != "multiple 28; Costs 19; Time 17; Keine der genannten 1; Privacy 1; Other 2" {
		t.Error(got)
	}
	found := issues(inferred(t, f), survey.IssueJoinedFolded)
	if len(found) != 1 || strings.Join(found[0].Args, "|") != "why-not|1" || found[0].Severity != survey.Note || found[0].Fix != "" {
		t.Errorf("%+v", found)
	}
	f = columnOf("generic", "Why not?", "Privacy;Costs*200", "Costs;Time*190", "Costs*180", "Time*170", "Privacy*160", "Time;Bad weather*2", "Time;Mr Jones")
	found = issues(inferred(t, f), survey.IssueJoinedFolded)
	if len(found) != 1 || strings.Join(found[0].Args[1:], "|") != "1|Bad weather (2)" || !strings.Contains(found[0].Fix, "label: Bad weather") {
		t.Errorf("%+v", found)
	}
}

// Texts of "other" always stand last, and alone too at times.
func TestJoinedRareAlone(t *testing.T) {
	f := columnOf("msforms", "Why not? Select all that apply.", "Costs;Time;*20", "Costs;*15", "Time;None of these;*10", "None of these;*9", "Costs;Portal;*3", "Portal;*2", "Time;Video;*2")
	found := issues(inferred(t, f), survey.IssueJoinedRare)
	if len(found) != 1 || strings.Join(found[0].Args[1:], "|") != "Portal|Video" {
		t.Errorf("%+v", found)
	}
}

// fromList marks the column of answers as a choice, as Qualtrics does.
func fromList(f *export.File) *export.File {
	f.Columns[1].Entry = export.EntryChosen
	return f
}

// Qualtrics joins with a comma without a blank, also where nobody chose one
// option alone, or few answered; every piece is an option then.
func TestJoinedTightFew(t *testing.T) {
	for _, c := range []struct {
		heading, want string
		cells         []string
	}{
		{"Which channels? Select all that apply.", "multiple 30; Phone 30; Mail 20; Desk, by appointment 19", []string{"Phone,Mail*11", "Phone,Desk, by appointment*10", "Phone,Mail,Desk, by appointment*9"}},
		{"Why not?", "multiple 4; Costs 3; Time 2; None 1; Privacy 1", []string{"Costs,Time", "Costs", "Privacy,Costs,Time", "None"}},
		{"How many?", "single 5; 1,000-5,000 3; 5,000+ 2", []string{"1,000-5,000*3", "5,000+*2"}},
	} {
		if got := tally(t, fromList(columnOf("qualtrics", c.heading, c.cells...))); got != c.want {
			t.Errorf("%s: %s", c.heading, got)
		}
	}
}

// What Google Forms lets download has a semicolon between options, so few
// answers are enough; where the tool does not tell, a warning says so.
func TestJoinedFew(t *testing.T) {
	cells := []string{"Datenschutz*3", "Keine Nachfrage", "Datenschutz;Kosten;Keine Nachfrage", "Keine der genannten*2"}
	f := columnOf("googleforms", "Warum nicht?", cells...)
	f.Columns[0].Question = "Zeitstempel"
	dict := f.Columns[0].Dict.Cells()
	f.Columns[0].Dict = export.DictionaryOf(dict...)
	for i := 1; i < len(dict); i++ {
		dict[i].Text = "2026/03/02 9:0" + string(rune('0'+i)) + ":07 AM GMT+1"
	}
	if got := tally(t, f); got != "multiple 7; Datenschutz 4; Keine Nachfrage 2; Keine der genannten 2; Kosten 1" {
		t.Error(got)
	}
	f = columnOf("generic", "Why not?", "Privacy, Costs", "Costs, Demand", "Demand, Staff", "None of these")
	found := issues(inferred(t, f), survey.IssueMaybeJoined)
	if len(found) != 1 || strings.Join(found[0].Args[1:], "|") != ",|Costs|Demand" || !strings.Contains(found[0].Fix, `kind: multiple, separator: ","`) {
		t.Errorf("%+v", found)
	}
	for _, cells := range [][]string{
		{"Utrecht, Nederland*2", "Gent, België", "Antwerpen, België*3", "Breda, Nederland"},
		{"Ja, zelf*4", "Nee", "Ja, samen*3"},
	} {
		if found := issues(inferred(t, columnOf("generic", "Welke?", cells...)), survey.IssueMaybeJoined); len(found) > 0 {
			t.Errorf("%v: %+v", cells, found)
		}
	}
}
