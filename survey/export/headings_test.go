package export

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"benchmark/survey"
)

func TestOneHeaderRow(t *testing.T) {
	const media = "Op welke media bent u actief?"
	tests := []struct {
		name string
		data []byte
		want []string
	}{
		{"brackets", table("nr | "+media+" [Twitter] | "+media+" [Facebook] | "+media+" [Anders, namelijk [tekst]] | Hoe [kort]?", "1 | Ja | | x | y", "2 | | Ja | | z"),
			[]string{"0 nr|", "1 " + media + "|Twitter", "1 " + media + "|Facebook", "1 " + media + "|Anders, namelijk [tekst]", "2 Hoe [kort]?|"}},
		{"a single bracket stays", table("nr | Hoe vaak? [per week] | Waarom?", "1 | 3 | x", "2 | 4 | y"),
			[]string{"0 nr|", "1 Hoe vaak? [per week]|", "2 Waarom?|"}},
		{"codes with brackets", table("id | G1[SQ001] | G1[SQ002] | G1[other] | G2[SQ001] | G2[SQ002]", "7 | Y | | x | 1 | 2", "8 | | Y | | 2 | 2"),
			[]string{"0 id|", "1 G1|SQ001", "1 G1|SQ002", "1 G1|other", "2 G2|SQ001", "2 G2|SQ002"}},
		{"single choice with other", table("nr | Welk kanaal? | Welk kanaal? [Anders] | Stad", "1 | Chat | | Ede", "2 | Anders | post | Goes"),
			[]string{"0 nr|", "1 Welk kanaal?|", "1 Welk kanaal?|Anders", "2 Stad|"}},
		{"dashes", table("nr | "+media+" - Twitter | "+media+" - Facebook - zakelijk | "+media+" - Other (please specify) | "+media+" - Other (please specify)", "1 | a | | c | d", "2 | | b | | e"),
			[]string{"0 nr|", "1 " + media + "|Twitter", "1 " + media + "|Facebook - zakelijk", "1 " + media + "|Other (please specify)", "1 " + media + "|Other (please specify)"}},
		{"dashes in the question", table("nr | Hoe vaak gebruikt u - chat - nu | Hoe vaak gebruikt u - chat - straks | Stad", "1 | a | b | c", "2 | c | d | e"),
			[]string{"0 nr|", "1 Hoe vaak gebruikt u - chat|nu", "1 Hoe vaak gebruikt u - chat|straks", "2 Stad|"}},
		{"a single dash stays", table("nr | Hoe tevreden bent u - in het algemeen? | Stad", "1 | a | b", "2 | c | d"),
			[]string{"0 nr|", "1 Hoe tevreden bent u - in het algemeen?|", "2 Stad|"}},
		{"short prefixes are no question", table("nr | A - een | A - twee | Stad", "1 | a | b | c", "2 | c | d | e"),
			[]string{"0 nr|", "1 A - een|", "2 A - twee|", "3 Stad|"}},
		{"option first", table("Status | Tool #1:What tools do you use? | Tool #2:What tools do you use? | How do you run it all? | Other - Write In:How do you run it all?", "x | a | b | c | d", "x | e | f | g | h"),
			[]string{"0 Status|", "1 What tools do you use?|Tool #1", "1 What tools do you use?|Tool #2", "2 How do you run it all?|", "2 How do you run it all?|Other - Write In"}},
		{"check boxes", table("record_id | kies___1 | kies___2 | kies____99 | form_complete", "1 | 1 | 0 | 0 | 2", "2 | 0 | 1 | 0 | 2"),
			[]string{"0 record_id|", "1 kies|1", "1 kies|2", "1 kies|-99", "2 form_complete|"}},
		{"choice labels", table("id | Kanalen (choice=Chat) | Kanalen (choice=Brief) | Stad", "1 | Checked | Unchecked | Ede", "2 | Unchecked | Checked | Ede"),
			[]string{"0 id|", "1 Kanalen|Chat", "1 Kanalen|Brief", "2 Stad|"}},
		{"slashes over ticks", table("_uuid | media | media/chat | media/brief | groep/naam | groep/stad", "u1 | chat | 1 | 0 | Jan | Ede", "u2 | brief | 0 | 1 | Piet | Goes"),
			[]string{"0 _uuid|", "1 media|", "1 media|chat", "1 media|brief", "2 groep/naam|", "3 groep/stad|"}},
		{"options alone", table("# | Chat | Brief | Balie | Other | Stad", "1 | Chat | | | post | Ede", "2 | | Brief | | | Goes", "3 | Chat | Brief | | | Ede"),
			[]string{"0 #|", "1 |Chat", "1 |Brief", "2 Balie|", "3 Other|", "4 Stad|"}},
		{"options alone, all chosen", table("# | Chat | Brief | Balie | Other | Stad", "1 | Chat | | | post | Ede", "2 | | Brief | Balie | | Goes", "3 | Chat | Brief | | | Ede"),
			[]string{"0 #|", "1 |Chat", "1 |Brief", "1 |Balie", "1 |Other", "2 Stad|"}},
		{"repeated headings over options", table("nr | Welke? | Welke? | Welke? | Stad", "1 | Chat | | Balie | Ede", "2 | | Brief | | Goes"),
			[]string{"0 nr|", "1 Welke?|Chat", "1 Welke?|Brief", "1 Welke?|Balie", "2 Stad|"}},
		{"repeated headings over ticks", table("nr | Welke? | Welke?2 | Welke?3 | Stad", "1 | Ja | | Nee | Ede", "2 | | Ja | | Goes"),
			[]string{"0 nr|", "1 Welke?|1", "1 Welke?|2", "1 Welke?|3", "2 Stad|"}},
		{"repeated headings over texts are questions", table("nr | Waarom? | Waarom? | Stad", "1 | zo | dus | Ede", "2 | nee | ja hoor | Goes"),
			[]string{"0 nr|", "1 Waarom?|", "2 Waarom?|", "3 Stad|"}},
		{"columns without a heading", table("nr | Welke? | Unnamed: 2 | Unnamed: 3 | Stad", "1 | Chat | | Balie | Ede", "2 | | Brief | | Goes"),
			[]string{"0 nr|", "1 Welke?|Chat", "1 Welke?|Brief", "1 Welke?|Balie", "2 Stad|"}},
		{"numbered codes", table("CASE | AB01_01 | AB01_02 | AB02_01 | AB02_02 | TIME_SUM", "1 | 1 | 2 | 3 | 4 | 100", "2 | 2 | 1 | 4 | 4 | 120"),
			[]string{"0 CASE|", "1 AB01|01", "1 AB01|02", "2 AB02|01", "2 AB02|02", "3 TIME_SUM|"}},
		{"dutch pairs", table("nr | Hoe vaak gebruikt u de volgende kanalen? Chat | Hoe vaak gebruikt u de volgende kanalen? Brief | Stad", "1 | vaak | nooit | Ede", "2 | nooit | vaak | Goes"),
			[]string{"0 nr|", "1 Hoe vaak gebruikt u de volgende kanalen?|Chat", "1 Hoe vaak gebruikt u de volgende kanalen?|Brief", "2 Stad|"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := mustRead(t, "a.csv", tt.data, Options{HeaderRows: []int{1}})
			if diff := cmp.Diff(tt.want, headings(f)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRepeatedHeadingIsReported(t *testing.T) {
	f := mustRead(t, "a.csv", table("nr | Waarom? | Stad | Waarom?", "1 | zo | Ede | dus", "2 | nee | Goes | ja"), Options{})
	if len(f.Issues) != 1 || f.Issues[0].Code != survey.IssueDuplicateHeading {
		t.Fatalf("issues %v", f.Issues)
	}
	if diff := cmp.Diff([]string{"Waarom?", "B, D"}, f.Issues[0].Args); diff != "" {
		t.Error(diff)
	}
}

func TestBlankColumnsAreCounted(t *testing.T) {
	f := mustRead(t, "a.csv", table("nr | | Stad | Opmerking | ", "1 | | Ede | | ", "2 | | Goes | | "), Options{})
	if diff := cmp.Diff([]string{"0 nr|", "1 Stad|", "2 Opmerking|"}, headings(f)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"2"}, args(f, DecisionBlankColumns)); diff != "" {
		t.Error(diff)
	}
	if f.Columns[1].Letter != "C" {
		t.Errorf("letter %s", f.Columns[1].Letter)
	}
}
