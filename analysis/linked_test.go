package analysis

import (
	"testing"

	"benchmark/survey"
)

// Of eight regions four use the channel: that shows from outside, so that the
// four others are the answers about plans, which are too few.
func TestPlansAreHiddenByThoseWhoHaveAny(t *testing.T) {
	f := regional()
	f.lines[3] = "region uses good x 3 communication"
	study := analyze(t, f.survey(t), nil)
	adoption := study.Table(AdoptionTopic, "")
	if e := figureOf(t, adoption, "uses", Share, "type", "region"); e.Status != Estimated || e.Count != 4 {
		t.Errorf("use is %v (%d), and can be seen by anyone", e.Status, e.Count)
	}
	for _, key := range []string{"no", "surely", "later", KeyPlans, KeyProjection} {
		if e := figureOf(t, adoption, key, Share, "type", "region"); e.Status != HiddenSmall {
			t.Errorf("%s of the four other regions is %v", key, e.Status)
		}
	}
	if e := figureOf(t, study.Table(Consideration, ""), KeyPlans, Share, "type", "region"); e.Status != HiddenSmall {
		t.Errorf("plans of the four other regions are %v", e.Status)
	}
}

// What is named for either channel, less what is named for one, is what is
// hidden for the other.
func TestAnyBarrierHidesWhatOneChannelHides(t *testing.T) {
	f := regional()
	second := f.questions[3]
	second.ID, second.Channel, second.AskedIf = "hinder-2", "Bot", nil
	f.questions = append(f.questions, second)
	for i := range f.lines {
		f.lines[i] += map[bool]string{true: " law", false: " money"}[i%2 == 0]
	}
	f.lines[3] = "region uses good x 3 communication staff"
	study := analyze(t, f.survey(t), nil)
	if e := figureOf(t, study.Table(Barriers, "Chat"), "law", Share, "type", "region"); e.Status != HiddenSmall {
		t.Fatalf("barriers of four regions are %v", e.Status)
	}
	if e := figureOf(t, study.Table(Barriers, "Bot"), "law", Share, "type", "region"); e.Status != Estimated {
		t.Fatalf("barriers of eight regions are %v", e.Status)
	}
	if e := figureOf(t, study.Table(AnyBarrier, ""), "law", Share, "type", "region"); !e.Status.Hidden() {
		t.Errorf("barriers for either channel are %v", e.Status)
	}
}

// The base of a question that is put to the satisfied is how many are
// satisfied.
func TestBaseOfAFollowUpTellsNothing(t *testing.T) {
	f := regional()
	f.questions = append(f.questions, survey.Question{
		ID: "why", Kind: survey.Multiple, Role: survey.Praise, Channel: "Chat", Options: options("fast", "easy"),
	})
	for i := range f.lines {
		f.lines[i] += map[bool]string{true: " fast", false: " easy"}[i%3 == 0]
	}
	study := analyze(t, f.survey(t), nil)
	if e := figureOf(t, study.Table(Satisfaction, ""), KeyTopTwo, Share, "type", "town"); e.Status != HiddenOthers {
		t.Fatalf("satisfaction of the towns is %v", e.Status)
	}
	if e := figureOf(t, study.Table(Praise, ""), "fast", Share, "type", "town"); !e.Status.Hidden() {
		t.Errorf("praise by the towns is %v", e.Status)
	}
}

// A word that one or two of a group used is not told of that group.
func TestRareWordsOfAGroupAreHidden(t *testing.T) {
	f := fixture{questions: []survey.Question{
		{ID: "type", Kind: survey.Single, Role: survey.BodyType, Sensitivity: survey.Public, RoutingKnown: true, Options: options("region", "town")},
		{ID: "words", Kind: survey.Open, Role: survey.Association, RoutingKnown: true},
	}}
	f.lines = lines(repeat(6, "region quick"), repeat(4, "town quick"), repeat(1, "town quick,_human"), repeat(2, "town kind"), repeat(5, "region human,_kind"))
	words := analyze(t, f.survey(t), nil).Table(Words, "")
	if e := words.Cells[words.labelled("human")][words.Group("type", "town")]; e.Status != HiddenSmall {
		t.Errorf("one town said human, which is %v", e.Status)
	}
	if e := words.Cells[words.labelled("human")][words.Group("type", "region")]; e.Status != HiddenOthers {
		t.Errorf("the total less the regions is that town; the regions are %v", e.Status)
	}
	if e := words.Cells[words.labelled("quick")][words.Group("type", "town")]; e.Status != Estimated || e.Count != 5 {
		t.Errorf("five towns said quick, which is %v (%d)", e.Status, e.Count)
	}
}

// labelled returns the row with the label.
func (t *Table) labelled(label string) int {
	for i := range t.Rows {
		if t.Rows[i].Label == label {
			return i
		}
	}
	return -1
}

// What all of a group answered is hidden, and what all but one did: that one would
// know it of the others. So is what tells it together with the total.
func TestOneAnswerIsHidden(t *testing.T) {
	f := fixture{questions: []survey.Question{
		{ID: "type", Kind: survey.Single, Role: survey.BodyType, Sensitivity: survey.Public, RoutingKnown: true, Options: options("region", "town", "body")},
		{ID: "view", Kind: survey.Single, RoutingKnown: true, Options: options("good", "bad")},
	}}
	f.lines = lines(repeat(6, "region good"), repeat(7, "town good"), repeat(8, "town bad"), repeat(9, "body bad"), repeat(10, "body good"))
	view := func(first string) *Table {
		f.lines[0] = first
		return analyze(t, f.survey(t), nil).Table(OtherQuestion, "")
	}
	for _, first := range []string{"region good", "region bad"} {
		table := view(first)
		if e := figureOf(t, table, "good", Share, "type", "region"); e.Status != HiddenOthers {
			t.Errorf("%s and five good regions: %v", first, e.Status)
		}
		if e := figureOf(t, table, "good", Share, "type", "town"); e.Status != HiddenOthers {
			t.Errorf("the total less towns and bodies are the regions; the towns are %v", e.Status)
		}
		if e := table.Cells[0][0]; e.Status != Estimated {
			t.Errorf("the total is %v", e.Status)
		}
	}
	f.lines[1] = "region bad"
	if e := figureOf(t, view("region bad"), "good", Share, "type", "region"); e.Status != Estimated {
		t.Errorf("two bad and four good regions: %v", e.Status)
	}
}

// By what was said in confidence nothing is shown that anyone can see: it would tell
// of those of whom it is seen what they said.
func TestOpenAnswersByProtectedOnesAreHidden(t *testing.T) {
	f := fixture{questions: []survey.Question{
		{ID: "owner", Kind: survey.Single, Role: survey.Owner, Sensitivity: survey.Public, RoutingKnown: true, Options: options("communication", "contact-centre")},
		{ID: "view", Kind: survey.Single, RoutingKnown: true, Options: options("good", "bad")},
	}}
	f.lines = lines(repeat(6, "communication good"), repeat(7, "contact-centre good"), repeat(8, "contact-centre bad"))
	owner := analyze(t, f.survey(t), func(o *Options) { o.By = []string{"view"} }).Table(Ownership, "")
	if e := figureOf(t, owner, "contact-centre", Share, "view", "bad"); e.Status != HiddenOthers {
		t.Errorf("all who say bad have a contact centre: %v", e.Status)
	}
}
