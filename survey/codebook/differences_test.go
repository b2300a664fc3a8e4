package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// Last year's codebook on this year's file.
func TestDifferences(t *testing.T) {
	text := strings.NewReplacer("Kleur", "Kleuren", "missing: [\"-\"]", "ignore: [Weg, Klauer]").Replace(kinds)
	s := apply(t, read(t, text), sheet([]string{"Nr", "Kleur", "Aantal", "Naam", "Woorden", "Nieuw", "Weg"}, "1|Rood|1|a|b|c|d"))
	absent := issues(s, survey.IssueQuestionAbsent)
	if len(absent) != 1 || absent[0].Severity != survey.Doubt || !cmp.Equal(absent[0].Args, []string{"colour", "Kleuren", "Kleur"}) ||
		absent[0].Fix != `questions: colour: column: "Kleur"` {
		t.Errorf("absent: %+v", absent)
	}
	if found := issues(s, survey.IssueNewQuestion); len(found) != 1 || found[0].Severity != survey.Note || !cmp.Equal(found[0].Args, []string{"Kleur", "Nieuw"}) {
		t.Errorf("new: %+v", found)
	}
	if s.Find("colour") >= 0 || len(s.Questions) != 3 || len(s.Columns) != 3 {
		t.Errorf("%d questions", len(s.Questions))
	}
}

// Who was asked cannot be told by a question that is not there.
func TestRoutingByAnAbsentQuestion(t *testing.T) {
	text := strings.Replace(routed, "Gebruikt u het?", "Heeft u het in huis staan?", 1)
	s := apply(t, read(t, text), sheet([]string{"Tevreden?", "Waarom?|Snel", "Waarom?|Goedkoop"}, "Tevreden|x|", "|x|"))
	if s.Questions[0].RoutingKnown || len(s.Questions[0].AskedIf) > 0 {
		t.Errorf("got %+v", s.Questions[0])
	}
	if diff := cmp.Diff(map[string]int{"answered": 1, "blank": 1}, states(s, "rating")); diff != "" {
		t.Error(diff)
	}
}

func TestOptionColumnThatIsNotThere(t *testing.T) {
	s := apply(t, read(t, ticks), sheet([]string{"Waarom|Snl", "Waarom|Anders"}, "Ja|", "|Ja"))
	found := issues(s, survey.IssueOptionAbsent)
	if len(found) != 1 || found[0].Severity != survey.Doubt || !cmp.Equal(found[0].Args, []string{"why", "Snel", "Snl"}) {
		t.Errorf("got %+v", found)
	}
	_, err := read(t, ticks).Apply(sheet([]string{"Waarom|Rood", "Waarom|Groen"}, "Ja|", "|Ja"))
	if err == nil || !strings.Contains(err.Error(), "none of the 2 columns") {
		t.Errorf("got %v", err)
	}
}

// An option in other words is told once, with the column that seems to be it; a
// new option beside it is told as such.
func TestOptionInOtherWordsIsToldOnce(t *testing.T) {
	s := apply(t, read(t, ticks), sheet([]string{"Waarom|Snl", "Waarom|Gratis", "Waarom|Anders"}, "Ja||Ja", "|Ja|Ja", "Ja||"))
	var got []string
	for _, i := range s.Issues {
		if i.Question == "why" && i.Code != survey.IssueTickBase {
			got = append(got, i.Severity.String()+" "+string(i.Code)+" "+strings.Join(i.Args[1:], "|"))
		}
	}
	if diff := cmp.Diff([]string{"doubt option-absent Snel|Snl", "doubt unknown-option Gratis|3|1"}, got); diff != "" {
		t.Error(diff)
	}
}
