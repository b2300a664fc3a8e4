package locale

import (
	"reflect"
	"testing"
)

// TestPositionWordsExistInEachLanguage calls every sentence in both languages.
func TestPositionWordsExistInEachLanguage(t *testing.T) {
	nl, err := For("nl")
	if err != nil {
		t.Fatal(err)
	}
	en, err := For("en")
	if err != nil {
		t.Fatal(err)
	}
	d, e := nl.Position(), en.Position()
	check := func(name, dutch, english string) {
		if dutch == "" || english == "" || dutch == english {
			t.Errorf("%s: %q, %q", name, dutch, english)
		}
	}
	for _, topic := range []string{"channels", "adoption", "satisfaction", "barriers", "volume", "change", "ownership"} {
		check(topic, d.Topic(topic), e.Topic(topic))
		for _, yes := range []bool{true, false} {
			if topic != "volume" {
				check(topic, d.Own(topic, "Live chat", "Privacy", yes), e.Own(topic, "Live chat", "Privacy", yes))
				check(topic, d.Others(topic, yes, 2, "x", "1%", ""), e.Others(topic, yes, 2, "x", "1%", ""))
			}
		}
		if d.Own(topic, "x", "y", true) == d.Own(topic, "x", "y", false) {
			t.Errorf("%s: yes and no are the same", topic)
		}
	}
	for _, verdict := range []string{"above", "with", "below", "undetermined"} {
		check(verdict, d.Verdict(verdict, true), e.Verdict(verdict, true))
		check(verdict, d.Verdict(verdict, false), e.Verdict(verdict, false))
	}
	for _, role := range []string{"organisation-type", "size-class", "province", "urbanity", "shared-service"} {
		check(role, d.Peers(role), e.Peers(role))
	}
	for _, kind := range []string{"everyone", "type", "size-class", "peers"} {
		check(kind, d.Group(kind, "", "x", nil), e.Group(kind, "", "x", nil))
	}
	// The others take words and numbers alone.
	for i := range reflect.TypeOf(d).NumMethod() {
		m := reflect.TypeOf(d).Method(i)
		if m.Type.NumOut() != 1 || m.Type.Out(0).Kind() != reflect.String || m.Name == "Topic" || m.Name == "Verdict" || m.Name == "Own" ||
			m.Name == "Peers" || m.Name == "Group" || m.Name == "GroupHead" || m.Name == "Row" || m.Name == "Channels" || m.Name == "OwnAmount" || m.Name == "Chose" {
			continue
		}
		var in []reflect.Value
		for k := 1; k < m.Type.NumIn(); k++ {
			in = append(in, sampleOf(m.Type.In(k)))
		}
		check(m.Name, m.Func.Call(append([]reflect.Value{reflect.ValueOf(d)}, in...))[0].String(),
			m.Func.Call(append([]reflect.Value{reflect.ValueOf(e)}, in...))[0].String())
	}
}

// sampleOf returns a value to call a sentence with.
func sampleOf(t reflect.Type) reflect.Value {
	switch t.Kind() {
	case reflect.Int:
		return reflect.ValueOf(2)
	case reflect.Bool:
		return reflect.ValueOf(true)
	case reflect.Slice:
		return reflect.ValueOf([]string{"a", "b"})
	}
	return reflect.ValueOf("woord")
}

func TestBarrierKind(t *testing.T) {
	for label, want := range map[string]string{
		"Gebrek aan capaciteit": BarrierCapacity, "Lack of capacity": BarrierCapacity, "Medewerkers zijn er nog niet klaar voor": BarrierStaff,
		"Staff not ready": BarrierStaff, "Geen geld beschikbaar": "", "": "",
	} {
		if got := BarrierKind("", label); got != want {
			t.Errorf("%q: %q, want %q", label, got, want)
		}
	}
}

// TestCountLeavesOutNothing holds the sentence on how many subjects to its words
// where there are none of a kind, or one.
func TestCountLeavesOutNothing(t *testing.T) {
	nl, err := For("nl")
	if err != nil {
		t.Fatal(err)
	}
	w := nl.Position()
	for _, test := range []struct {
		apart, with, undecided int
		want                   string
	}{
		{3, 8, 1, "Van de 12 onderwerpen die u invulde, doet u op 3 iets anders dan de meeste anderen en op 8 hetzelfde. Bij 1 is dat niet te zeggen: er zijn te weinig antwoorden, of de anderen zijn te verdeeld."},
		{0, 2, 0, "Van de 2 onderwerpen die u invulde, doet u op 2 hetzelfde als de meeste anderen."},
		{1, 0, 0, "Van het ene onderwerp dat u invulde, doet u op 1 iets anders dan de meeste anderen."},
		{0, 0, 1, "U vulde 1 onderwerp in. Bij 1 is dat niet te zeggen: er zijn te weinig antwoorden, of de anderen zijn te verdeeld."},
		{0, 0, 0, "Bij wat u invulde, mogen we geen cijfers van anderen laten zien."},
	} {
		if got := w.Count(test.apart, test.with, test.undecided); got != test.want {
			t.Errorf("%d, %d, %d:\n got %s\nwant %s", test.apart, test.with, test.undecided, got, test.want)
		}
	}
}

func TestChatChannel(t *testing.T) {
	for channel, want := range map[string]bool{"WhatsApp": true, "Live chat": true, "Chatbot": false, "Facebook": false, "Telefoon": false, "Facebook Messenger": true} {
		if ChatChannel(channel) != want {
			t.Errorf("%s: %v", channel, !want)
		}
	}
}

// TestGroupOfOthers: a type of the other bodies is not said to be other twice.
func TestGroupOfOthers(t *testing.T) {
	for tag, want := range map[string]string{"nl": "andere overheden", "en": "other public bodies"} {
		l, err := For(tag)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Position().Group("type", want, "", nil); got != want {
			t.Errorf("%s: %q", tag, got)
		}
	}
	if l, err := For("nl"); err != nil || l.Position().Group("type", "gemeenten", "", nil) != "andere gemeenten" {
		t.Errorf("gemeenten: %v", err)
	}
}
