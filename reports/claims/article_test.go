package claims

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/analysis"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestArticles judges a text of each language that has every kind of claim: right
// and wrong ones, on another base, projections, medians that are called averages,
// lists, comparisons, what was not asked and what is hidden. Dates, times and
// reading times are no claims. The .tsv beside a text says what must come out.
func TestArticles(t *testing.T) {
	study := sampleStudy(t, analysis.Defaults())
	for _, language := range []string{"nl", "en"} {
		text, err := os.ReadFile("testdata/article-" + language + ".md")
		if err != nil {
			t.Fatal(err)
		}
		r := Check(string(text), study)
		if r.Language != language {
			t.Errorf("the text in %s is taken for %s", language, r.Language)
		}
		var b strings.Builder
		for i := range r.Claims {
			c := &r.Claims[i]
			fmt.Fprintf(&b, "%d:%d\t%s\t%s\t%s\t%s\t%s\n", c.Line, c.Column, c.Kind, c.Verdict, c.Reason, figures(c), c.Quote)
		}
		name := "testdata/article-" + language + ".tsv"
		if *update {
			if err := os.WriteFile(name, []byte(b.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", language, diff)
		}
		seen := map[Verdict]bool{}
		kinds := map[Kind]bool{}
		for i := range r.Claims {
			seen[r.Claims[i].Verdict], kinds[r.Claims[i].Kind] = true, true
		}
		for _, v := range []Verdict{Holds, OtherBase, Projection, OtherFigure, Stronger, Fails, NotAsked, Hidden} {
			if !seen[v] {
				t.Errorf("%s: no claim is judged %s", language, v)
			}
		}
		for _, k := range []Kind{Share, Count, Amount, List, Level, Comparison, Trend, Experience} {
			if !kinds[k] {
				t.Errorf("%s: no claim of kind %s is found", language, k)
			}
		}
	}
}

// TestSentences judges sentences on their own.
func TestSentences(t *testing.T) {
	study := sampleStudy(t, analysis.Defaults())
	for _, tt := range []struct{ text, want string }{
		// Rounded words, and words that bound.
		{"Ongeveer de helft van de deelnemers gebruikt WhatsApp.", "share roughly  [whatsapp-adoption/uses]"},
		{"Vijf op de tien organisaties gebruikt WhatsApp.", "share roughly  [whatsapp-adoption/uses]"},
		{"Meer dan 50% gebruikt WhatsApp.", "share fails  [whatsapp-adoption/uses]"},
		{"Minder dan 50% gebruikt WhatsApp.", "share holds  [whatsapp-adoption/uses]"},
		{"Ruim de helft gebruikt WhatsApp.", "share roughly  [whatsapp-adoption/uses]"},
		{"Twee derde van de organisaties gebruikt WhatsApp.", "share projection  [whatsapp-adoption/net:projection whatsapp-adoption/uses]"},
		{"47,9 procent gebruikt WhatsApp.", "share holds  [whatsapp-adoption/uses]"},
		{"47,8 procent gebruikt WhatsApp.", "share fails  [whatsapp-adoption/uses]"},
		// A share with its count: both must be right.
		{"48% (56 van 117) gebruikt WhatsApp.", "share holds  [whatsapp-adoption/uses]"},
		{"48% (57 van 117) gebruikt WhatsApp.", "share fails count [whatsapp-adoption/uses]"},
		{"48% (56 van 118) gebruikt WhatsApp.", "share fails count [whatsapp-adoption/uses]"},
		{"56 organisaties gebruiken WhatsApp.", "count holds  [whatsapp-adoption/uses]"},
		{"60 organisaties gebruiken WhatsApp.", "count fails  [whatsapp-adoption/uses]"},
		// Groups.
		{"Van de gemeenten gebruikt 52% WhatsApp.", "share holds  [whatsapp-adoption/uses@municipality]"},
		{"Grote organisaties gebruiken voor 68% WhatsApp.", "share holds  [whatsapp-adoption/uses@over-100k]"},
		// A sum of plans, and one of its parts.
		{"21% begint zeker binnen een jaar met WhatsApp.", "share other-figure plans [whatsapp-adoption/net:plans whatsapp-adoption/surely]"},
		{"33% van de organisaties zonder live chat begint zeker of zeer waarschijnlijk met live chat.", "share holds  [live-chat-consideration/net:plans]"},
		// Bases.
		{"Van de organisaties die live chat niet gebruiken, overweegt 75% live chat.", "share holds  [live-chat-consideration/net:considers]"},
		{"67% overweegt live chat.", "share other-base of-everyone [live-chat-consideration/net:considers]"},
		{"Van de tevreden organisaties noemt 38% laagdrempelig contact als reden bij WhatsApp.", "share holds  [whatsapp-praise/low-threshold]"},
		// Numbers with a unit.
		{"Bij WhatsApp is de mediaan twee vragen per uur.", "amount holds  [whatsapp-volume/median]"},
		{"WhatsApp brengt gemiddeld 3,2 vragen per uur.", "amount holds  [whatsapp-volume/mean]"},
		{"WhatsApp brengt gemiddeld vijf vragen per uur.", "amount fails  [whatsapp-volume/median whatsapp-volume/mean]"},
		// Changes and comparisons.
		{"Het klantcontact is gedaald.", "level fails opposite [change/mean change/net:rise change/net:fall]"},
		{"Bij gebruikers van WhatsApp doet het KCC vaker webcare dan gemiddeld.", "comparison holds  [ownership/contact-centre@WhatsApp ownership/contact-centre]"},
		{"Bij gebruikers van WhatsApp doet het KCC minder vaak webcare dan gemiddeld.", "comparison fails opposite [ownership/contact-centre@WhatsApp ownership/contact-centre]"},
		{"Grote en kleine gemeenten gebruiken WhatsApp even vaak.", "comparison stronger not-equal [whatsapp-adoption/uses@over-100k whatsapp-adoption/uses@under-20k]"},
		{"Het gebruik van WhatsApp neemt toe.", "trend stronger one-wave []"},
		// Words.
		{"De woorden bij een chatbot: snel (24) en grappig (2).", "count holds  [chatbot-words/snel]; count hidden few-mentions []"},
		{"De woorden bij een chatbot: snel (24) en grappig (9).", "count holds  [chatbot-words/snel]; count fails few-mentions []"},
		// Who it is about is not told, or is another survey.
		{"62% is blij.", "share not-asked no-subject []"},
		{"In Vlaanderen gebruikt 30% WhatsApp.", ""},
		// No claims.
		{"Op 22/11 om 10u duurt het 120 minuten, tot 27-11-2018 (versie 3).", ""},
		{"Neem binnen 20 seconden op; een halve minuut is te lang.", ""},
		{"Zie https://example.org/48%25-gebruikt-WhatsApp en hoofdstuk 5.", ""},
	} {
		r := Check(tt.text, study)
		var got []string
		for i := range r.Claims {
			got = append(got, summary(&r.Claims[i]))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

// TestPlaces says where claims stand, past marks and accents.
func TestPlaces(t *testing.T) {
	text := "# Één\n\n> **Twee derde** is actief op LinkedIn.\n\n- [48%](https://example.org) gebruikt WhatsApp.\n| één | 48% gebruikt WhatsApp |\n```\n48% gebruikt WhatsApp\n```\n"
	r := Check(text, sampleStudy(t, analysis.Defaults()))
	var got []string
	for i := range r.Claims {
		got = append(got, fmt.Sprintf("%d:%d", r.Claims[i].Line, r.Claims[i].Column))
	}
	if diff := cmp.Diff([]string{"3:5", "5:4"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
