package codebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

// The text beside an option doesn't undo the ticks: it belongs to its option, or
// is a question of its own where the block has no such option.
func TestTextBesideTicks(t *testing.T) {
	const head = "Response ID,Time Started,Date Submitted,Status,Contact ID,SessionID,Country,"
	rows := func(a, b, c, d, e string) []string {
		start := []string{"1,2024-01-02 09:00:00,2024-01-02 09:10:00,Complete,,s1,,", "2,2024-01-02 10:00:00,2024-01-02 10:10:00,Complete,,s2,,",
			"3,2024-01-02 11:00:00,2024-01-02 11:10:00,Complete,,s3,,", "4,2024-01-02 12:00:00,2024-01-02 12:10:00,Complete,,s4,,", "5,2024-01-02 13:00:00,2024-01-02 13:10:00,Complete,,s5,,"}
		for i, cells := range []string{a, b, c, d, e} {
			start[i] += cells
		}
		return start
	}
	for _, c := range []struct {
		name, header string
		rows         []string
		want         []string
	}{
		{"option with text", head + "Privacy:Warum nicht?,Kosten:Warum nicht?,Sonstiges:Warum nicht?,Sonstiges - Text:Warum nicht?",
			rows("Privacy,Kosten,,", "Privacy,,,", ",Kosten,,", ",,Sonstiges,zu neu", ",,,"),
			[]string{"HIJK multiple Warum nicht? 4: Privacy=2 Kosten=2 Sonstiges=1"}},
		{"an option of any name", head + "Privacy:Warum nicht?,Kosten:Warum nicht?,Sonst noch:Warum nicht?,Sonst noch - Text:Warum nicht?",
			rows("Privacy,Kosten,,", "Privacy,,,", ",Kosten,,", ",,Sonst noch,zu neu", ",,,"),
			[]string{"HIJK multiple Warum nicht? 4: Privacy=2 Kosten=2 Sonst noch=1"}},
		{"text without its option", head + "Privacy:Waarom niet?,Kosten:Waarom niet?,Anders - Tekst:Waarom niet?",
			rows("Privacy,Kosten,", "Privacy,,", ",Kosten,", ",,te nieuw", ",,"),
			[]string{"HIJ multiple Waarom niet? 4: Privacy=2 Kosten=2 Anders - Tekst=1"}},
		{"free text", head + "Privacy:Waarom niet?,Kosten:Waarom niet?,Wat u kwijt wilt:Waarom niet?",
			rows("Privacy,Kosten,Dat weet ik zo nog niet goed.", "Privacy,,Het komt er volgend jaar wel van.", ",Kosten,", ",,Wij wachten op een nieuwe aanbesteding.", ",,"),
			[]string{"HI multiple Waarom niet? 3: Privacy=2 Kosten=2", "J open Waarom niet? [Wat u kwijt wilt] 3:"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := inferred(t, exported(t, c.header, c.rows...))
			if diff := cmp.Diff(c.want, questionsOf(s)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The places that Alchemer works out from the address are the person's.
func TestAlchemerPlacesArePersonal(t *testing.T) {
	s := inferred(t, exported(t, "Response ID,Time Started,Date Submitted,Status,Contact ID,SessionID,Longitude,Latitude,Country,City,State/Region,Postal,In which city?",
		"1,2024-01-02 09:00:00,2024-01-02 09:10:00,Complete,,s1,4.9,52.3,Netherlands,Utrecht,UT,3511,Utrecht",
		"2,2024-01-02 10:00:00,2024-01-02 10:10:00,Complete,,s2,4.7,52.0,Netherlands,Gouda,ZH,2801,Gouda"))
	if diff := cmp.Diff([]string{"M single In which city? 2: Gouda=1 Utrecht=1"}, questionsOf(s)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"G", "H", "I", "J", "K", "L"}, issues(s, survey.IssuePersonalData)[0].Args); diff != "" {
		t.Error(diff)
	}
}
