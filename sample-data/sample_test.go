package sampledata_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The wordings by which the questions are found.
const (
	kind     = "voor organisatie werkt"
	size     = "grootteklasse"
	media    = "Op welke sociale media"
	whatsApp = "Gebruikt uw organisatie WhatsApp"
	happy    = "Hoe tevreden"
	praise   = "Waarom bent u tevreden"
	doubts   = "twijfels over de veiligheid"
	asked    = "Hoeveel vragen per uur"
	against  = "tegen om WhatsApp"
	chat     = "Gebruikt uw organisatie live chat"
	reasons  = "Waarom overweegt"
	talks    = "Hoeveel gesprekken per uur"
	chatNot  = "tegen om live chat"
	change   = "aantal klantcontacten"
	owner    = "de webcare"
	words    = "Welke woorden"
	chances  = "Welke kansen"

	uses, pilot   = "Ja, dit gebruiken we nu", "We doen een proef (pilot)"
	surely        = "Nee, maar zeker binnen een jaar"
	likely        = "Nee, maar zeer waarschijnlijk binnen een jaar"
	later, never  = "Nee, misschien later", "Nee, we hebben geen plannen"
	capacity      = "Gebrek aan capaciteit"
	staff         = "Medewerkers zijn er nog niet klaar voor"
	contactCentre = "Klantcontactcentrum (KCC)"
	large         = "100.000 inwoners of meer"
	very, just    = "Zeer tevreden", "Tevreden"
)

var (
	kinds = []string{"Gemeente", "Veiligheidsregio", "Waterschap", "Provincie", "GGD", "Andere overheidsorganisatie"}
	sizes = []string{"Minder dan 20.000 inwoners", "20.000 tot 50.000 inwoners", "50.000 tot 100.000 inwoners", large}
)

// TestFacts holds the rows of the study by number; row 14 and 15 have a test
// of their own, and row 0 stands for the choices that complete the sample.
func TestFacts(t *testing.T) {
	forms := map[string]*sheet{"workbook": readWorkbook(t), "csv": readText(t)}
	for _, form := range []string{"workbook", "csv"} {
		all := forms[form].respondents()
		for _, f := range facts(t, all) {
			if diff := cmp.Diff(f.want, f.got); diff != "" {
				t.Errorf("%s, row %d, %s (-want +got):\n%s", form, f.row, f.what, diff)
			}
		}
	}
}

type fact struct {
	row       int
	what      string
	got, want any
}

func facts(t *testing.T, all *sheet) []fact {
	users, chatters := all.where(whatsApp, uses), all.where(chat, uses)
	rated := all.where(happy)
	content := rated.where(happy, very, just)
	considering := all.where(chat, surely, likely, later)
	others := all.where(chat, surely, likely, later, never)
	neither := all.where(whatsApp, surely, likely, later, never)
	answered := considering.ticked(reasons, "")
	return append([]fact{
		{1, "respondents by type", all.counts(kind, kinds...), []int{92, 8, 5, 2, 2, 8}},
		{1, "respondents", all.n(), 117},
		{2, "uses WhatsApp", users.n(), 56},
		{3, "surely", all.where(whatsApp, surely).n(), 12},
		{4, "likely", all.where(whatsApp, likely).n(), 12},
		{5, "projection", all.where(whatsApp, uses, surely, likely).n(), 80},
		{6, "pilot", all.where(whatsApp, pilot).n(), 2},
		{7, "satisfied of rated", []int{content.n(), rated.n()}, []int{50, 58}},
		{7, "satisfied of users", users.where(happy, very, just).n(), 48},
		{7, "satisfied of pilots", all.where(whatsApp, pilot).where(happy, just).n(), 2},
		{8, "residents are satisfied", []int{all.ticked(praise, "Inwoners zijn erg tevreden").n(), content.ticked(praise, "").n(), all.ticked(praise, "").n()}, []int{17, 50, 50}},
		{9, "doubts", all.counts(doubts, "Ja", "Nee"), []int{2, 56}},
		{10, "uses live chat", chatters.n(), 13},
		{11, "considers live chat", []int{considering.n(), others.n(), others.where(chat, surely, likely).n()}, []int{78, 104, 34}},
		{12, "projected live chat", all.where(chat, uses, surely, likely).n(), 47},
		{13, "reasons", append(answered.tickCounts(reasons, "Laagdrempelig contact", "Het maakt de website persoonlijk",
			"Minder afhakers en meer digitale conversie"), answered.n(), all.ticked(reasons, "").n()), []int{31, 20, 19, 58, 58}},
		{14, "answers", all.where(words).n(), 74},
		{15, "answers", all.where(chances).n(), 61},
		{16, "capacity, WhatsApp", []int{all.ticked(against, capacity).n(), neither.n(), neither.ticked(against, "").n(), all.ticked(against, "").n()}, []int{35, 59, 59, 59}},
		{17, "capacity, live chat", []int{all.ticked(chatNot, capacity).n(), others.ticked(chatNot, "").n(), all.ticked(chatNot, "").n()}, []int{52, 104, 104}},
		{18, "staff: WhatsApp, live chat, both", []int{all.ticked(against, staff).n(), all.ticked(chatNot, staff).n(), all.ticked(against, staff).ticked(chatNot, staff).n()}, []int{18, 31, 14}},
		{19, "change", all.counts(change, "Sterke daling", "Daling", "Gelijk gebleven", "Stijging", "Sterke stijging"), []int{2, 12, 66, 33, 4}},
		{22, "webcare", all.counts(owner, "Communicatie", contactCentre, "Een mix van beide"), []int{52, 36, 29}},
		{23, "centre among WhatsApp users", users.where(owner, contactCentre).n(), 26},
		{24, "centre among live chat users", chatters.where(owner, contactCentre).n(), 8},
		{25, "Twitter, Facebook", all.tickCounts(media, "Twitter", "Facebook"), []int{114, 113}},
		{26, "LinkedIn, YouTube, Instagram", all.tickCounts(media, "LinkedIn", "YouTube", "Instagram"), []int{78, 70, 64}},
	}, append(volumeFacts(t, users, chatters), choiceFacts(all, users, chatters)...)...)
}

func volumeFacts(t *testing.T, users, chatters *sheet) []fact {
	repeat := func(x float64, n int) []float64 { return slices.Repeat([]float64{x}, n) }
	small := slices.Concat(repeat(0.5, 7), repeat(1, 14), repeat(2, 13), repeat(3, 5), repeat(4, 3), []float64{6})
	bigTen := []float64{2, 3, 4, 5, 6, 8, 9, 10, 10, 10, 10, 12, 15}
	everyone := slices.Sorted(slices.Values(slices.Concat(small, bigTen)))
	return []fact{
		{20, "questions, large", users.where(size, large).numbers(t, asked), bigTen},
		{20, "questions, all", users.numbers(t, asked), everyone},
		{21, "conversations, large", chatters.where(size, large).numbers(t, talks), []float64{4, 12.5, 15, 25, 30}},
		{21, "conversations, all", chatters.numbers(t, talks), []float64{0.5, 0.5, 1, 1, 1, 1.5, 1.5, 2, 4, 12.5, 15, 25, 30}},
	}
}

func choiceFacts(all, users, chatters *sheet) []fact {
	return []fact{
		{0, "WhatsApp stages", all.counts(whatsApp, uses, pilot, surely, likely, later, never), []int{56, 2, 12, 12, 9, 26}},
		{0, "live chat stages", all.counts(chat, uses, pilot, surely, likely, later, never), []int{13, 0, 14, 20, 44, 26}},
		{0, "satisfaction", all.counts(happy, very, just, "Neutraal", "Ontevreden", "Zeer ontevreden"), []int{18, 32, 6, 1, 1}},
		{0, "size classes", append(all.counts(size, sizes...), all.where(kind, "Gemeente").where(size).n()), []int{14, 32, 27, 19, 92}},
		{0, "WhatsApp users by class", users.counts(size, sizes...), []int{5, 15, 15, 13}},
		{0, "WhatsApp users by type", users.counts(kind, kinds...), []int{48, 3, 2, 1, 0, 2}},
		{0, "live chat users by class", append(chatters.counts(size, sizes...), chatters.where(size, "").n()), []int{1, 3, 3, 5, 1}},
		{0, "live chat users with WhatsApp", chatters.where(whatsApp, uses).n(), 10},
		{0, "everyone is on a channel", all.ticked(media, "").n(), 117},
		{0, "all finished", all.where("Status", "Voltooid").n(), 117},
	}
}

func TestRowsThatDoNotCount(t *testing.T) {
	for form, s := range map[string]*sheet{"workbook": readWorkbook(t), "csv": readText(t)} {
		if s.n() != 120 {
			t.Errorf("%s: %d rows, want 120", form, s.n())
		}
		if diff := cmp.Diff([]int{1, 2, 117}, s.counts("Status", "Test", "Gedeeltelijk", "Voltooid")); diff != "" {
			t.Errorf("%s: status (-want +got):\n%s", form, diff)
		}
		var broken [][]string
		for _, row := range s.where("Status", "Gedeeltelijk").rows {
			if row[4] != "" {
				broken = append(broken, row)
			}
		}
		if len(broken) != 1 {
			t.Fatalf("%s: %d first attempts, want 1", form, len(broken))
		}
		first := broken[0]
		i := slices.IndexFunc(s.rows, func(row []string) bool { return row[0] == first[0] && row[3] == "Voltooid" })
		if i < 0 || !slices.Equal(s.rows[i][4:10], first[4:10]) || strings.Join(first[10:], "") != "" {
			t.Errorf("%s: the first attempt is not the start of a later response", form)
		}
	}
}

func TestDontKnowStandsAlone(t *testing.T) {
	s := readWorkbook(t).respondents()
	for _, question := range []string{praise, against, reasons, chatNot} {
		unsure := s.ticked(question, "Weet niet")
		if unsure.n() == 0 {
			t.Errorf("%s: nobody ticked Weet niet", question)
		}
		for c := range s.questions {
			if strings.Contains(s.questions[c], question) && s.options[c] != "Weet niet" && unsure.ticked(question, s.options[c]).n() > 0 {
				t.Errorf("%s: Weet niet together with %s", question, s.options[c])
			}
		}
	}
}

func TestFormsAreEqual(t *testing.T) {
	book, text := readWorkbook(t), readText(t)
	if diff := cmp.Diff(book.questions, text.questions); diff != "" {
		t.Errorf("questions (-workbook +csv):\n%s", diff)
	}
	if diff := cmp.Diff(book.options, text.options); diff != "" {
		t.Errorf("options (-workbook +csv):\n%s", diff)
	}
	if diff := cmp.Diff(book.rows, text.rows); diff != "" {
		t.Errorf("rows (-workbook +csv):\n%s", diff)
	}
	raw := string(content(t, "howaboutyou-2018.csv"))
	if strings.Count(raw, "\r\n") != strings.Count(raw, "\n") || !strings.Contains(raw, "\xeb") || !strings.Contains(raw, "\x92") {
		t.Error("the csv is not Windows-1252 with CRLF")
	}
}
