package charts

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"benchmark/analysis"
	"benchmark/survey"

	"github.com/google/go-cmp/cmp"
)

// batteryStudy is the invented study with a second channel on the same scale.
func batteryStudy() *analysis.Study {
	s := inventStudy()
	t := invent(s, analysis.Satisfaction, survey.Question{ID: "chat-satisfaction", Kind: survey.Scale, Role: survey.Satisfaction, Channel: "live chat",
		Text: "Hoe tevreden is uw organisatie over live chat?"}, []analysis.Group{everyone()}, []int{13}, 0, []answer{
		{code: "1", label: "Zeer ontevreden", score: 1, counts: []int{1}}, {code: "2", label: "Ontevreden", score: 2, counts: []int{2}},
		{code: "3", label: "Neutraal", score: 3, counts: []int{2}}, {code: "4", label: "Tevreden", score: 4, counts: []int{5}},
		{code: "5", label: "Zeer tevreden", score: 5, counts: []int{3}}})
	t.Rows = append(t.Rows, analysis.Row{Key: analysis.KeyTopTwo, Measure: analysis.Share, Net: true, Of: []string{"4", "5"}})
	t.Cells = append(t.Cells, []analysis.Estimate{share(8, 13)})
	return s
}

// barrierStudy is the invented study with the barriers to two channels.
func barrierStudy() *analysis.Study {
	s := inventStudy()
	for _, q := range []struct {
		id, channel string
		base        int
		counts      [4]int
	}{{"whatsapp-barriers", "WhatsApp", 59, [4]int{35, 18, 9, 6}}, {"chat-barriers", "live chat", 104, [4]int{52, 31, 16, 9}}} {
		answers := []answer{{code: "c", label: "Te weinig capaciteit", counts: q.counts[:1]}, {code: "s", label: "Medewerkers nog niet klaar", counts: q.counts[1:2]},
			{code: "o", label: "Anders", other: true, counts: q.counts[3:]}}
		if q.channel == "WhatsApp" {
			answers = append(answers, answer{code: "p", label: "Privacy", counts: q.counts[2:3]})
		}
		invent(s, analysis.Barriers, survey.Question{ID: q.id, Kind: survey.Multiple, Role: survey.Barrier, Channel: q.channel, Text: "Wat houdt u tegen?"},
			[]analysis.Group{everyone()}, []int{q.base}, 0, answers)
	}
	return s
}

func tables(s *analysis.Study, topic analysis.Topic) []*analysis.Table {
	var all []*analysis.Table
	for i := range s.Tables {
		if s.Tables[i].Topic == topic {
			all = append(all, &s.Tables[i])
		}
	}
	return all
}

func goldenOf(t *testing.T, c Chart) {
	t.Helper()
	var drawn, figures bytes.Buffer
	if err := SVG(&drawn, c, Usual()); err != nil {
		t.Fatal(err)
	}
	if err := CSV(&figures, c); err != nil {
		t.Fatal(err)
	}
	golden(t, c.Name+".svg", drawn.Bytes())
	golden(t, c.Name+".csv", figures.Bytes())
}

func TestDivergingQuestion(t *testing.T) {
	s := inventStudy()
	c, err := Of(s, s.Table(analysis.Satisfaction, "WhatsApp"), Diverging, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([2]string{"Ontevreden", "Tevreden"}, c.Sides); diff != "" {
		t.Errorf("sides (-want +got):\n%s", diff)
	}
	// 1, 1, 32, 18 and 6 of 58: the parts add up to what is printed for each side.
	var got []string
	for i, m := range c.Rows[0].Marks {
		got = append(got, c.Series[i].Label+" "+m.Label)
	}
	want := []string{"Zeer ontevreden 1%", "Ontevreden 2%", "Tevreden 55%", "Zeer tevreden 31%", "Neutraal 11%"}
	if diff := cmp.Diff(want, got); diff != "" || c.Rows[0].Totals != [2]string{"3%", "86%"} {
		t.Errorf("totals %v, marks (-want +got):\n%s", c.Rows[0].Totals, diff)
	}
	goldenOf(t, c)
}

func TestStackedScaleHasTopTwo(t *testing.T) {
	s := inventStudy()
	c, err := Question(s, s.Table(analysis.Satisfaction, "WhatsApp"), dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	if c.Columns[0].Heading != "tevreden" || !cmp.Equal(c.Rows[0].Cells, []string{"86%", "58"}) {
		t.Errorf("column %q, cells %v", c.Columns[0].Heading, c.Rows[0].Cells)
	}
}

func TestScalesUpToSevenPoints(t *testing.T) {
	for points := 2; points <= 8; points++ {
		s := inventStudy()
		var answers []answer
		for i := 1; i <= points; i++ {
			answers = append(answers, answer{code: string(rune('0' + i)), label: string(rune('0' + i)), score: i, counts: []int{i}})
		}
		table := invent(s, analysis.OtherQuestion, survey.Question{ID: "q", Kind: survey.Scale, Text: "Hoe?"}, []analysis.Group{everyone()},
			[]int{points * (points + 1) / 2}, 0, answers)
		kinds := Fitting(s, table, dutch(t))
		if fits := kinds[0] == Stacked && kinds[1] == Diverging; fits != (points <= mostPoints) {
			t.Errorf("%d points: %v", points, kinds)
		}
		if points > mostPoints {
			continue
		}
		c, err := Of(s, table, Diverging, dutch(t))
		if err != nil {
			t.Fatal(err)
		}
		seen := map[Role]bool{}
		for _, series := range c.Series {
			if seen[series.Role] {
				t.Errorf("%d points: two have the colour of %s", points, series.Label)
			}
			seen[series.Role] = true
		}
		if middle := c.Series[points-1].Role == ScaleMiddle; middle != (points%2 == 1) {
			t.Errorf("%d points: middle apart is %t", points, middle)
		}
	}
}

func TestSideNames(t *testing.T) {
	m := newMaker(inventStudy(), dutch(t))
	tests := []struct {
		labels []string
		want   string
	}{
		{[]string{"Tevreden", "Zeer tevreden"}, "Tevreden"},
		{[]string{"Helemaal mee oneens", "Mee oneens"}, "Mee oneens"},
		{[]string{"Nooit"}, "Nooit"},
		{[]string{"5", "6", "7 (very satisfied)"}, "5–7"},
		{[]string{"Vaak", "Altijd"}, "Hoogste 2"},
	}
	for _, tt := range tests {
		if got := m.sideName(tt.labels, true); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.labels, got, tt.want)
		}
	}
}

func TestBattery(t *testing.T) {
	s := batteryStudy()
	for _, kind := range []Kind{Stacked, Diverging} {
		c, err := Battery(s, tables(s, analysis.Satisfaction), kind, dutch(t))
		if err != nil {
			t.Fatal(err)
		}
		if want := "WhatsApp: 86% antwoordt ‘zeer tevreden’ of ‘tevreden’; live chat: 62%"; c.Title != want {
			t.Errorf("%s: title %q", kind, c.Title)
		}
		if len(c.Rows) != 2 || c.Rows[1].Label != "Live chat" || c.Data.Records[0][2] != "WhatsApp" {
			t.Errorf("%s: rows %+v", kind, c.Rows)
		}
		if kind == Diverging {
			goldenOf(t, c)
		}
	}
	all := All(s, dutch(t))
	if at := nameAt(all, "satisfaction-by-channel"); at < 0 {
		t.Error("the report does not compare the channels")
	}
	if _, err := Battery(s, tables(s, analysis.AdoptionTopic), Stacked, dutch(t)); err == nil || !strings.Contains(err.Error(), "has no scale") {
		t.Errorf("adoption as a battery: %v", err)
	}
}

func nameAt(all []Chart, name string) int {
	for i := range all {
		if all[i].Name == name {
			return i
		}
	}
	return -1
}

func TestBeside(t *testing.T) {
	s := barrierStudy()
	all := All(s, dutch(t))
	at := nameAt(all, "barriers-by-channel")
	if at < 0 || nameAt(all, "whatsapp-barriers") >= 0 || nameAt(all, "chat-barriers") >= 0 {
		t.Fatal("the barriers to two channels are not one chart")
	}
	c := all[at]
	if want := "‘Te weinig capaciteit’ als drempel: 59% voor WhatsApp en 50% voor live chat"; c.Title != want {
		t.Errorf("title %q", c.Title)
	}
	var rows []string
	for i := range c.Rows {
		rows = append(rows, c.Rows[i].Label+" "+c.Rows[i].Marks[0].Label+" "+c.Rows[i].Marks[1].Label+c.Rows[i].Marks[1].Words)
	}
	want := []string{"Te weinig capaciteit 59% 50%", "Medewerkers nog niet klaar 31% 30%", "Privacy 15% niet gevraagd", "Anders 10% 9%"}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !strings.HasSuffix(c.Subtitle, "; meer antwoorden mogelijk") {
		t.Errorf("subtitle %q", c.Subtitle)
	}
	if !strings.Contains(c.Alt, "WhatsApp (n = 59) 59% 47–71%") {
		t.Errorf("alt %q", c.Alt)
	}
	goldenOf(t, c)
}

// Questions that share too few answers stay apart.
func TestBesideNeedsCommonAnswers(t *testing.T) {
	s := barrierStudy()
	both := tables(s, analysis.Barriers)
	both[1].Rows[1].Label = "Iets heel anders"
	if _, err := Beside(s, both, dutch(t)); err == nil || !strings.Contains(err.Error(), "do not share their answers") {
		t.Errorf("error %v", err)
	}
	if nameAt(All(s, dutch(t)), "whatsapp-barriers") < 0 {
		t.Error("a question of its own has no chart")
	}
}

func TestByGroup(t *testing.T) {
	s := inventStudy()
	groups, bases := bodies()
	groups, bases = append(groups[:1:1], groups[7:]...), append(bases[:1:1], bases[7:]...)
	table := invent(s, analysis.Barriers, survey.Question{ID: "b", Kind: survey.Multiple, Channel: "WhatsApp", Text: "Wat houdt u tegen?"}, groups, bases, 15, []answer{
		{code: "c", label: "Te weinig capaciteit", counts: []int{50, 5, 20, 15, 10}}, {code: "s", label: "Geen geld", counts: []int{20, 2, 8, 5, 5}}})
	c, err := ByGroup(s, table, "size", dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Series) != 4 || c.Rows[0].Marks[0].Words != "te weinig antwoorden" || c.Rows[0].Marks[1].Label != "63%" {
		t.Errorf("series %+v, row %+v", c.Series, c.Rows[0])
	}
	if want := "WhatsApp: ‘Te weinig capaciteit’: 63% (20.000–49.999), 56% (50.000–99.999) en 53% (100.000 of meer)"; c.Title != want {
		t.Errorf("title %q", c.Title)
	}
	if _, err := ByGroup(s, table, "type", dutch(t)); err == nil || !strings.Contains(err.Error(), "0 groups") {
		t.Errorf("error %v", err)
	}
}

// Answers that do not fit are counted in the picture and listed in the data.
func TestBesideDropsNothingInSilence(t *testing.T) {
	s := inventStudy()
	var both []*analysis.Table
	for _, channel := range []string{"WhatsApp", "live chat"} {
		var answers []answer
		for i := range 20 {
			answers = append(answers, answer{code: strings.Repeat("a", i+1), label: "Antwoord " + strings.Repeat("a", i+1), counts: []int{i}})
		}
		invent(s, analysis.Reasons, survey.Question{ID: slug(channel), Kind: survey.Multiple, Channel: channel}, []analysis.Group{everyone()}, []int{100}, 0, answers)
	}
	for i := range s.Tables {
		if s.Tables[i].Topic == analysis.Reasons && len(s.Tables[i].Rows) == 20 {
			both = append(both, &s.Tables[i])
		}
	}
	c, err := Beside(s, both, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	if last := c.Rows[len(c.Rows)-1]; len(c.Rows) != 12 || last.Label != "overige (9)" || len(c.Data.Records) != 40 {
		t.Errorf("%d rows, the last %q, %d records", len(c.Rows), last.Label, len(c.Data.Records))
	}
}

func TestTenths(t *testing.T) {
	s := inventStudy()
	for i := range s.Tables {
		if table := &s.Tables[i]; table.Topic == analysis.AdoptionTopic {
			sum, base := 0, 0
			for r := range table.Rows {
				switch table.Rows[r].Means {
				case survey.Uses, survey.Surely, survey.Likely:
					sum, base = sum+table.Total(r).Count, table.Total(r).Base
				}
			}
			cells := make([]analysis.Estimate, len(table.Groups))
			cells[0] = share(sum, base)
			table.Rows = append(table.Rows, analysis.Row{Key: analysis.KeyProjection, Measure: analysis.Share, Net: true})
			table.Cells = append(table.Cells, cells)
		}
	}
	c, err := Tenths(s, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for i := range c.Rows {
		rows = append(rows, c.Rows[i].Label+": "+strings.Join(c.Rows[i].Cells, ", "))
	}
	want := []string{"WhatsApp, over een jaar: 7 van de 10, 68%, 117", "Live chat, over een jaar: 4 van de 10, 40%, 117"}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !strings.Contains(strings.Join(c.Notes, " "), "WhatsApp, nu: 48%; Live chat, nu: 11%") {
		t.Errorf("notes %q", c.Notes)
	}
	if kinds := Fitting(s, s.Table(analysis.AdoptionTopic, "WhatsApp"), dutch(t)); !slices.Contains(kinds, Tenfold) || kinds[0] == Tenfold {
		t.Errorf("kinds %v", kinds)
	}
	goldenOf(t, c)
}

// Where a group shows the contact centre alone, the rest is one hatched part, and
// nothing of what is hidden is drawn or written.
func TestOwnershipPartOfTheWhole(t *testing.T) {
	s := inventStudy()
	owner := s.Table(analysis.Ownership, "")
	for r := 1; r < 3; r++ {
		owner.Cells[r][2] = hidden(analysis.HiddenOthers)
	}
	c, err := Question(s, owner, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	last := c.Series[len(c.Series)-1]
	if last.Label != "Mengvorm of communicatie (niet uitgesplitst)" || last.Role != Unknown {
		t.Errorf("series %+v", last)
	}
	row := c.Rows[2]
	if row.Marks[0].Label != "62%" || !row.Marks[1].absent() || row.Marks[3].Label != "38%" || !c.Rows[0].Marks[3].absent() {
		t.Errorf("marks %+v", row.Marks)
	}
	records := c.Data.Records[len(c.Data.Records)-4:]
	if records[1][5] != "" || records[1][4] != "hidden-others" || records[3][3] != unsplitKey || records[3][8] != "5" {
		t.Errorf("records %v", records)
	}
	if !strings.Contains(strings.Join(c.Notes, " "), "anders een andere groep is af te leiden") {
		t.Errorf("notes %q", c.Notes)
	}
	// One hidden part would be what is left: then the whole row is hidden.
	owner.Cells[1][2] = share(2, 13)
	if c, err = Question(s, owner, dutch(t)); err != nil || c.Rows[2].drawn() || len(c.Series) != 3 {
		t.Errorf("row %+v, %v", c.Rows[2], err)
	}
}

// The contact centre stands first, in one colour, also beside departments that are
// not known.
func TestOwnerOrder(t *testing.T) {
	s := inventStudy()
	table := invent(s, analysis.Ownership, survey.Question{ID: "o", Kind: survey.Single, Role: survey.Owner, Text: "Wie?"}, []analysis.Group{everyone()}, []int{40}, 0, []answer{
		{code: "x", label: "ICT", counts: []int{5}}, {code: "c", label: "Communicatie", means: survey.Communication, counts: []int{20}},
		{code: "k", label: "KCC", means: survey.ContactCentre, counts: []int{15}}})
	c, err := Question(s, table, dutch(t))
	if err != nil {
		t.Fatal(err)
	}
	want := []Series{{"k", "KCC", First}, {"c", "Communicatie", Second}, {"x", "ICT", Fourth}}
	if diff := cmp.Diff(want, c.Series); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A theme gives the points of long scales colours of its own, or tints.
func TestThemeOfLongScales(t *testing.T) {
	read := func(colours string) Theme {
		t.Helper()
		theme, _, err := ReadTheme("t.yaml", []byte("colours: {scale: "+colours+"}"), nil)
		if err != nil {
			t.Fatal(err)
		}
		return theme
	}
	five := read(`["#8b2f08", "#e79a6b", "#d5dae0", "#7fb3dd", "#12436d"]`)
	if five.Fills[FineHigher] != tint(rgb(0x12436d), 0.35) || five.Fills[FineLow] != tint(rgb(0x8b2f08), 0.68) {
		t.Errorf("five: %v", five.Fills)
	}
	seven := read(`["#8b2f08", "#d96e34", "#f0b48e", "#d5dae0", "#87cdff", "#5e85c9", "#12436d"]`)
	if seven.Fills[FineHigher] != rgb(0x5e85c9) || seven.Fills[ScaleLow] != rgb(0xf0b48e) {
		t.Errorf("seven: %v", seven.Fills)
	}
}
