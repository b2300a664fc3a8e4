package waves_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"benchmark/survey"
	. "benchmark/survey/waves"

	"github.com/google/go-cmp/cmp"
)

// asking returns a survey without respondents.
func asking(questions ...survey.Question) *survey.Survey {
	s := &survey.Survey{Questions: questions}
	for i := range s.Questions {
		s.Columns = append(s.Columns, survey.NewColumn(&s.Questions[i], 0))
	}
	return s
}

// single returns a question put to everyone with options written "code:label",
// where the label may be followed by "=code,code" for same_as.
func single(id, text string, options ...string) survey.Question {
	q := survey.Question{ID: id, Kind: survey.Single, Text: text, RoutingKnown: true}
	for _, o := range options {
		code, label, _ := strings.Cut(o, ":")
		label, same, settled := strings.Cut(label, "=")
		option := survey.Option{Code: code, Label: label}
		if settled {
			option.SameAs = strings.Split(same, ",")
		}
		q.Options = append(q.Options, option)
	}
	return q
}

func with(q survey.Question, change func(*survey.Question)) survey.Question {
	q.Options = slices.Clone(q.Options)
	change(&q)
	return q
}

// told writes a pair as how, verdict and differences.
func told(p *Pair) string {
	if p == nil {
		return "no pair"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", p.How, p.Verdict)
	for _, d := range p.Differences {
		fmt.Fprintf(&b, "; %s %s", d.Code, d.Verdict)
		for _, a := range d.Args {
			fmt.Fprintf(&b, " [%s]", a)
		}
	}
	return b.String()
}

// mapped writes the groups of options by code.
func mapped(p *Pair, earlier, later *survey.Question) string {
	codes := func(q *survey.Question, at []int) string {
		var all []string
		for _, o := range at {
			all = append(all, q.Options[o].Code)
		}
		return strings.Join(all, "+")
	}
	var all []string
	for _, g := range p.Options {
		all = append(all, codes(earlier, g.Earlier)+">"+codes(later, g.Later)+" "+g.Verdict.String())
	}
	return strings.Join(all, ", ")
}

func TestDifferences(t *testing.T) {
	use := single("use", "Do you use it?", "y:Yes", "n:No")
	scale := with(single("rate", "How do you rate it?", "1:Bad", "2:Fair", "3:Good"), func(q *survey.Question) {
		q.Kind = survey.Scale
		for i := range q.Options {
			q.Options[i].Score = i + 1
		}
	})
	number := survey.Question{ID: "n", Kind: survey.Number, Text: "How many?", Unit: "per hour", RoutingKnown: true}
	open := survey.Question{ID: "o", Kind: survey.Open, Text: "Why?", RoutingKnown: true, Themes: []survey.Theme{{Code: "a", Patterns: []string{"x"}}}}
	for _, c := range []struct {
		what    string
		a, b    survey.Question
		want    string
		options string
	}{
		{what: "the same", a: use, b: use, want: "id comparable"},
		{what: "case, accents and punctuation", a: use, b: with(use, func(q *survey.Question) { q.Text = "Do YOU usé it" }), want: "id comparable"},
		{what: "another id", a: use, b: with(use, func(q *survey.Question) { q.ID = "q7" }), want: "text comparable"},
		{what: "other words", a: use, b: with(use, func(q *survey.Question) { q.Text = "Is it in use with you?" }),
			want: "id break; wording break [Do you use it?] [Is it in use with you?]"},
		{what: "other words and id", a: use, b: with(use, func(q *survey.Question) { q.ID, q.Text = "q7", "Do you use it now?" }),
			want: "wording none; proposed none [use] [q7]; wording break [Do you use it?] [Do you use it now?]"},
		{what: "settled", a: use, b: with(use, func(q *survey.Question) { q.ID, q.Text, q.SameAs = "q7", "In service now?", "use" }),
			want: "settled break; wording break [Do you use it?] [In service now?]"},
		{what: "settled and full", a: use, b: with(use, func(q *survey.Question) { q.Text, q.Comparable = "In service?", survey.ComparableFully }),
			want: "id comparable; wording break [Do you use it?] [In service?]"},
		{what: "settled as none", a: with(use, func(q *survey.Question) { q.Comparable = survey.ComparableNot }), b: use, want: "id none"},
		{what: "a break where nothing differs", a: with(use, func(q *survey.Question) { q.Comparable = survey.ComparableBreak }), b: use, want: "id comparable"},
		{what: "a break where much differs", a: with(number, func(q *survey.Question) { q.Comparable = survey.ComparableBreak }),
			b: with(number, func(q *survey.Question) { q.Unit = "per day" }), want: "id break; unit none [per hour] [per day]"},
		{what: "the stricter of two", a: with(use, func(q *survey.Question) { q.Comparable = survey.ComparableFully }),
			b: with(use, func(q *survey.Question) { q.Comparable = survey.ComparableNot }), want: "id none"},
		{what: "unit not told", a: number, b: with(number, func(q *survey.Question) { q.Unit = "" }), want: "id break; unit break [per hour] []"},
		{what: "kind", a: use, b: with(use, func(q *survey.Question) { q.Kind = survey.Multiple }), want: "id none; kind none [single] [multiple]"},
		{what: "single and scale", a: with(scale, func(q *survey.Question) { q.Kind = survey.Single }), b: scale, want: "id comparable; kind comparable [single] [scale]"},
		{what: "points", a: scale, b: with(scale, func(q *survey.Question) { q.Options = q.Options[:2] }),
			want: "id none; points none [3] [2]; option-dropped break [Good]"},
		{what: "the scale the other way", a: scale, b: with(scale, func(q *survey.Question) { q.Options[0].Score, q.Options[2].Score = 3, 1 }),
			want: "id none; score none [Bad] [1] [3]; score none [Good] [3] [1]"},
		{what: "order", a: use, b: single("use", "Do you use it?", "n:No", "y:Yes"), want: "id comparable; option-order comparable"},
		{what: "added and dropped", a: use, b: single("use", "Do you use it?", "y:Yes", "maybe:Perhaps"),
			want:    "id break; option-added break [Perhaps]; option-dropped break [No]",
			options: "y>y comparable, >maybe none, n> none"},
		{what: "reworded", a: use, b: single("use", "Do you use it?", "y:Certainly", "n:No"), want: "id break; option-reworded break [Yes] [Certainly]",
			options: "y>y break, n>n comparable"},
		{what: "another code", a: use, b: single("use", "Do you use it?", "1:Yes", "2:No"), want: "id comparable", options: "y>1 comparable, n>2 comparable"},
		{what: "codes that are places", a: single("use", "Do you use it?", "1:Yes", "2:No"), b: single("use", "Do you use it?", "1:No", "2:Perhaps"),
			want: "id break; option-added break [Perhaps]; option-dropped break [Yes]", options: "2>1 comparable, >2 none, 1> none"},
		{what: "a code that is a place", a: single("use", "Do you use it?", "1:Yes", "2:No"), b: single("use", "Do you use it?", "1:Yes", "2:Perhaps"),
			want: "id break; option-added break [Perhaps]; option-dropped break [No]", options: "1>1 comparable, >2 none, 2> none"},
		{what: "marks for thousands", a: single("size", "Size?", "a:Under 20.000", "b:1,5"), b: single("size", "Size?", "c:under 20000", "d:1.5"),
			want: "id comparable", options: "a>c comparable, b>d comparable"},
		{what: "split", a: single("use", "Do you use it?", "y:Yes", "n:No=plan,never"), b: single("use", "Do you use it?", "y:Yes", "plan:Soon", "never:Never"),
			want: "id break; option-split break [No] [Soon] [Never]", options: "y>y comparable, n>plan+never break"},
		{what: "joined", a: single("use", "Do you use it?", "y:Yes", "plan:Soon", "never:Never"), b: single("use", "Do you use it?", "y:Yes", "n:No=plan,never"),
			want: "id break; option-joined break [No] [Soon] [Never]", options: "y>y comparable, plan+never>n break"},
		{what: "another meaning", a: with(use, func(q *survey.Question) { q.Options[0].Means = "uses" }),
			b: with(use, func(q *survey.Question) { q.Options[0].Means = "pilot" }), want: "id none; option-meaning none [Yes] [uses] [pilot]"},
		{what: "a mark that counts", a: single("size", "Size?", "a:<5", "b:5"), b: single("size", "Size?", "c:>5", "b:5"),
			want: "id break; option-added break [>5]; option-dropped break [<5]", options: ">c none, b>b comparable, a> none"},
		{what: "don't know", a: use, b: with(single("use", "Do you use it?", "y:Yes", "n:No", "dk:Don't know"), func(q *survey.Question) { q.Options[2].DontKnow = true }),
			want: "id break; dont-know break [later]"},
		{what: "out of the base", a: use, b: with(use, func(q *survey.Question) { q.Options[1].OutOfBase = true }), want: "id break; out-of-base break [No]"},
		{what: "themes", a: open, b: with(open, func(q *survey.Question) { q.Themes = []survey.Theme{{Code: "a", Patterns: []string{"y"}}} }), want: "id break; themes break"},
		{what: "from the register", a: use, b: with(use, func(q *survey.Question) { q.Register, q.Text = "use", "use" }), want: "id comparable; register comparable [later]"},
		{what: "routing not known", a: use, b: with(use, func(q *survey.Question) { q.RoutingKnown = false }), want: "id break; routing-unknown break [later]"},
		{what: "role against role", a: with(use, func(q *survey.Question) { q.Role = survey.Concern }), b: with(use, func(q *survey.Question) { q.Role = survey.Owner }),
			want: "id none; role none [concern] [owner]"},
		{what: "one id for two things", a: with(use, func(q *survey.Question) { q.Role = survey.Concern }),
			b: with(use, func(q *survey.Question) { q.Role, q.Text = survey.Owner, "Who answers your residents?" }), want: "no pair"},
	} {
		a, b := asking(c.a), asking(c.b)
		d := Across([]*survey.Survey{a, b})
		p := d.Lines[0].Pairs[1]
		if diff := cmp.Diff(c.want, told(p)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
		if c.options == "" || p == nil {
			continue
		}
		if diff := cmp.Diff(c.options, mapped(p, &a.Questions[0], &b.Questions[0])); diff != "" {
			t.Errorf("%s, options (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestPairsByRoleAndChannel(t *testing.T) {
	role := func(q survey.Question, r survey.Role, channel string) survey.Question {
		q.Role, q.Channel = r, channel
		return q
	}
	a := asking(role(single("wa", "WhatsApp?", "y:Yes"), survey.Adoption, "WhatsApp"), role(single("lc", "Chat?", "y:Yes"), survey.Adoption, "Live chat"),
		role(single("c1", "Reason one", "y:Yes"), survey.Concern, ""), role(single("c2", "Reason two", "y:Yes"), survey.Concern, ""))
	b := asking(role(single("x1", "Conversations on your site", "y:Yes"), survey.Adoption, "live-chat"), role(single("x2", "Messages on the phone", "y:Yes"), survey.Adoption, "whatsapp"),
		role(single("x3", "Something unlike it", "y:Yes"), survey.Concern, ""))
	d := Across([]*survey.Survey{a, b})
	var got []string
	for _, l := range d.Lines {
		got = append(got, fmt.Sprint(l.Questions))
	}
	// Two concerns before and one after: which of them it is can't be told.
	if diff := cmp.Diff([]string{"[0 1]", "[1 0]", "[2 -1]", "[3 -1]", "[-1 2]"}, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if d.Lines[0].Pairs[1].How != ByRole {
		t.Errorf("paired by %s", d.Lines[0].Pairs[1].How)
	}
}

func TestEqualLikenessPairsNothing(t *testing.T) {
	a := asking(single("a", "How many chats do you get each day?", "y:Yes"))
	b := asking(single("b", "How many chats do you get each week?", "y:Yes"), single("c", "How many chats do you get each hour?", "y:Yes"))
	for _, waves := range [][]*survey.Survey{{a, b}, {b, a}} {
		for _, l := range Across(waves).Lines {
			if l.Pairs[1] != nil {
				t.Errorf("paired: %s", told(l.Pairs[1]))
			}
		}
	}
	if got := Across([]*survey.Survey{a, asking(b.Questions[0])}).Lines[0].Pairs[1]; got == nil || got.How != ByWording {
		t.Errorf("the only one that is like it is no proposal: %s", told(got))
	}
}

func TestRouting(t *testing.T) {
	stage := single("stage", "Which stage?", "uses:Uses", "plan:Plans", "no:No plans")
	coarse := single("stage", "Which stage?", "uses:Uses", "not:Does not=plan,no")
	why := func(condition ...string) survey.Question {
		q := single("why", "Why?", "a:A", "b:B")
		if condition != nil {
			q.AskedIf = []survey.Condition{{Question: condition[0], Options: condition[1:]}}
		}
		return q
	}
	renamed := single("phase", "In what phase are you with it?", "1:Uses", "2:Plans", "3:No plans")
	renamed.SameAs = "stage"
	for _, c := range []struct {
		what string
		a, b *survey.Survey
		want string
	}{
		{"the same", asking(stage, why("stage", "uses")), asking(stage, why("stage", "uses")), "id comparable"},
		{"more of them", asking(stage, why("stage", "uses")), asking(stage, why("stage", "uses", "plan")), "id none; routing none [stage] [stage]"},
		{"everyone", asking(stage, why("stage", "uses")), asking(stage, why()), "id none; routing none [stage] []"},
		{"another id and codes", asking(stage, why("stage", "plan", "no")), asking(renamed, why("phase", "3", "2")), "id comparable"},
		{"options joined", asking(stage, why("stage", "plan", "no")), asking(coarse, why("stage", "not")), "id comparable"},
		{"half of what was joined", asking(stage, why("stage", "no")), asking(coarse, why("stage", "not")), "id none; routing none [stage] [stage]"},
		{"an option that is no more", asking(stage, why("stage", "no")), asking(single("stage", "Which stage?", "uses:Uses", "plan:Plans"), why("stage", "plan")),
			"id none; routing none [stage] [stage]"},
		{"an option that is no more and was not chosen", asking(stage, why("stage", "uses")), asking(single("stage", "Which stage?", "uses:Uses", "plan:Plans"), why("stage", "uses")),
			"id comparable"},
		{"one more that is no more", asking(stage, why("stage", "uses", "no")), asking(single("stage", "Which stage?", "uses:Uses", "plan:Plans"), why("stage", "uses")),
			"id none; routing none [stage] [stage]"},
		{"a question that is not asked", asking(stage, why("stage", "uses")), asking(single("other", "Which town do you live in?", "x:X"), why("other", "x")),
			"id none; routing none [stage] [other]"},
	} {
		d := Across([]*survey.Survey{c.a, c.b})
		if diff := cmp.Diff(c.want, told(d.Lines[1].Pairs[1])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestLinesOverMoreWaves(t *testing.T) {
	// The words of an option change twice, and then its code; a wave skips the
	// question.
	w1 := asking(single("use", "Do you use it?", "y:Yes", "n:No"))
	w2 := asking(single("use", "Do you use it?", "y:Certainly", "n:No"))
	w3 := asking(single("else", "Where do you live?", "x:X"))
	w4 := asking(single("use", "Do you use it?", "yes:Certainly", "n:No"))
	d := Across([]*survey.Survey{w1, w2, w3, w4})
	l := d.Lines[0]
	if diff := cmp.Diff([]int{0, 0, -1, 0}, l.Questions); diff != "" {
		t.Fatalf("line (-want +got):\n%s", diff)
	}
	if l.Pairs[0] != nil || l.Pairs[2] != nil {
		t.Error("a wave without the question, or the first, has a pair")
	}
	if got := told(l.Pairs[1]); got != "id break; option-reworded break [Yes] [Certainly]" {
		t.Errorf("second wave: %s", got)
	}
	if got := told(l.Pairs[3]); got != "id comparable" || l.Pairs[3].Earlier != (Ref{1, 0}) {
		t.Errorf("fourth wave: %s, from %+v", got, l.Pairs[3].Earlier)
	}
	if got := d.Find(Ref{3, 0}); got != 0 {
		t.Errorf("the question of the fourth wave is on line %d", got)
	}
	if got := d.Find(Ref{2, 5}); got != -1 {
		t.Errorf("a question that is not there is on line %d", got)
	}
}

func TestStudiesDiffer(t *testing.T) {
	kind := single("kind", "What are you?", "m:Municipality", "w:Water board", "p:Province")
	kind.Role = survey.BodyType
	answered := func(mode survey.Mode, codes ...uint16) *survey.Survey {
		s := &survey.Survey{Respondents: len(codes), Questions: []survey.Question{kind}}
		c := survey.NewColumn(&kind, len(codes))
		for i, code := range codes {
			c.Choose(i, int(code))
		}
		s.Columns, s.Source.Mode = []survey.Column{c}, mode
		return s
	}
	d := Across([]*survey.Survey{answered(survey.ModeTelephone, 0, 1), answered(survey.ModeOnline, 0, 2, 2), answered(survey.ModeOnline, 2, 0)})
	want := [][]Difference{nil, {
		{Code: DiffMode, Args: []string{"telephone", "online"}, Verdict: WithBreak},
		{Code: DiffTypesAdded, Args: []string{"p"}, Verdict: WithBreak},
		{Code: DiffTypesDropped, Args: []string{"w"}, Verdict: WithBreak},
	}, nil}
	if diff := cmp.Diff(want, d.Studies); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for w, want := range map[int]Verdict{1: WithBreak, 2: Comparable} {
		if got := d.Lines[0].Pairs[w].Verdict; got != want {
			t.Errorf("wave %d: %s, want %s", w, got, want)
		}
	}
}

func TestSampleDrift(t *testing.T) {
	rosters := sampleWaves(t)
	surveys := []*survey.Survey{rosters[0].Survey, rosters[1].Survey, rosters[2].Survey}
	d := Across(surveys)
	if diff := cmp.Diff([][]Difference{nil, {
		{Code: DiffMode, Args: []string{"telephone", "online"}, Verdict: WithBreak},
		{Code: DiffTypesAdded, Args: []string{"province", "health-service", "other"}, Verdict: WithBreak},
	}, nil}, d.Studies); diff != "" {
		t.Errorf("studies (-want +got):\n%s", diff)
	}
	for _, c := range []struct {
		id   string // in 2018, or in 2019 when it is not there
		want [2]string
	}{
		{"whatsapp", [2]string{"settled break; wording break [Kunnen inwoners uw organisatie via WhatsApp een vraag stellen?] [Gebruikt uw organisatie WhatsApp voor vragen van inwoners?]; " +
			"option-split break [Binnen een jaar] [Zeker binnen een jaar] [Zeer waarschijnlijk]", "id comparable"}},
		{"whatsapp-volume", [2]string{"id none; wording break [Hoeveel vragen per dag krijgt u via WhatsApp?] [Hoeveel vragen per uur krijgt u via WhatsApp, gemiddeld tijdens kantoortijden?]; " +
			"unit none [vragen per dag] [vragen per uur]", "id comparable"}},
		{"whatsapp-barriers", [2]string{"id none; routing none [whatsapp-use] [whatsapp]", "id break; option-added break [De regels van WhatsApp zelf]; " +
			"option-dropped break [Te weinig vraag van inwoners]; option-reworded break [Twijfels over veiligheid en privacy] [Twijfels over privacy (AVG)]"}},
		{"livechat-barriers", [2]string{"no pair", "id break; dont-know break [earlier]"}},
		{"webcare-owner", [2]string{"id break; option-order comparable", "id comparable"}},
		{"presence", [2]string{"id break; option-dropped break [Google+]", "id comparable"}},
	} {
		l := d.Lines[d.Find(Ref{1, surveys[1].Find(c.id)})]
		if diff := cmp.Diff(c.want, [2]string{told(l.Pairs[1]), told(l.Pairs[2])}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.id, diff)
		}
	}
}
