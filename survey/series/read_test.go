package series

import (
	"math"
	"strings"
	"testing"
)

const head = "moment,count,base,kind,population,method,break\n"

func TestRead(t *testing.T) {
	all, err := Read("x.csv", []byte("\ufeffmoment;share;base;kind;population;method;subject;surely;likely\n"+
		"2016;47,9%;117;sample;bodies;form;Chat;12;11\n"+
		"2016;0,1;10;census;bodies;count;WhatsApp;;\n\n"+
		"2017Q2;0,5;10;census;Bodies;count;whatsapp;;\n"+
		"2018;0,5;10;census;bodies;call;WhatsApp;;\n"+
		"2019;0,5;10;census;cities;call;WhatsApp;;\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || all[0].Subject != "Chat" || all[1].Subject != "WhatsApp" || len(all[1].Points) != 4 {
		t.Fatalf("%+v", all)
	}
	chat := all[0].Points[0]
	if chat.Yes != 56 || !chat.Derived || !chat.Planned || chat.Surely != 12 || chat.Likely != 11 {
		t.Errorf("%+v", chat)
	}
	for i, want := range []Reason{Comparable, Comparable, OtherMethod, OtherPopulation} {
		if got := all[1].Points[i].Break; got != want {
			t.Errorf("point %d begins anew because of %q, want %q", i, got, want)
		}
	}
	if since := all[1].Since(); len(since) != 1 || since[0].Population != "cities" {
		t.Errorf("since the last break: %+v", since)
	}
	if before := all[1].Until(2); len(before.Points) != 2 || len(before.Since()) != 2 {
		t.Errorf("before the third: %+v", before)
	}
}

func TestReadFaults(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", "the file is empty"},
		{"moment,base\n", "no column kind"},
		{"moment,base,kind,population,method\n", "no column count and no column share"},
		{head, "there is no row"},
		{"moment,count,base,kind,population,method,colour\n", `"colour" is not one of`},
		{"moment,count,base,kind,population,method,count\n", "count is there twice"},
		{"moment,count,base,kind,population,method,surely\n", "go together"},
		{head + "2018,5,10,sample,a,b\n", "line 2, there are 6 fields instead of 7"},
		{head + "soon,5,10,sample,a,b,\n", `line 2, column moment: "soon" is no moment`},
		{head + "2018,11,10,sample,a,b,\n", `line 2, column count: "11" is no whole number from 0 to 10`},
		{head + "2018,+5,10,sample,a,b,\n", `"+5" is no whole number`},
		{head + "2018,0,0,sample,a,b,\n", "column base: 0 were counted"},
		{head + "2018,,10,sample,a,b,\n", "neither a count nor a share"},
		{head + "2018,5,10,guess,a,b,\n", `column kind: "guess"`},
		{head + "2018,5,10,sample,,b,\n", "column population: say who"},
		{head + "2018,5,10,sample,a,,\n", "column method: say how"},
		{head + "2018,5,10,sample,a,b,maybe\n2019,6,10,sample,a,b,maybe\n", `line 3, column break: "maybe"`},
		{head + "2018,5,10,sample,a,b,\n2018,6,10,sample,a,b,\n", "line 3, column moment: 2018 does not come after 2018"},
		{head + "2018,5,10,sample,a,b,\nx,5,10,sample,a,b,\n2020,x,10,sample,a,b,\n", "line 4, column count"},
		{"moment,share,base,kind,population,method\n2018,150%,10,sample,a,b\n", `"150%" is no share`},
		{"moment,share,base,kind,population,method\n2018,\"0,5\",10,sample,a,b\n", `"0,5" is no share`},
		{"moment,share,count,base,kind,population,method\n2018,48%,55,117,sample,a,b\n", "48% is not what 55 of 117 rounds to"},
		{"moment,count,base,kind,population,method,surely,likely\n2018,5,10,sample,a,b,4,2\n", `column likely: "2" is no whole number from 0 to 1`},
		{"moment,count,base,kind,population,method,surely,likely\n2018,5,10,sample,a,b,4,\n", "column likely: it is empty"},
		{head + "\"2018", `extraneous or missing "`},
		{"\xff\xfe", "UTF-8"},
	} {
		_, err := Read("x.csv", []byte(tt.text))
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "reading the series x.csv: ") {
			t.Errorf("%q: %v, want %q", tt.text, err, tt.want)
		}
	}
	if _, err := Read("x.csv", []byte("moment,share,count,base,kind,population,method\n2018,48%,56,117,sample,a,b\n")); err != nil {
		t.Error(err)
	}
}

// TestEmbedded holds the series of the program to what was published; the notes in it
// name the sources.
func TestEmbedded(t *testing.T) {
	all, err := Embedded("nl-whatsapp", true)
	if err != nil || len(all) != 1 {
		t.Fatal(len(all), err)
	}
	want := []struct {
		moment string
		share  float64
	}{{"2015-09", .109}, {"2017-09", .137}, {"2017Q4", .180}, {"2018-09", .395}, {"2018-10", .479}, {"2019-12", .532}}
	for i, p := range all[0].Points {
		if p.Moment.String() != want[i].moment || math.Abs(p.Share()-want[i].share) > 5e-4 || p.Source == "" {
			t.Errorf("%+v, want %v", p, want[i])
		}
		if (p.Break == Comparable) != (i == 0) {
			t.Errorf("%s is joined to the figure before: no two are of one kind", p.Moment)
		}
	}
	english, err := Embedded("nl-whatsapp", false)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range english[0].Points {
		o := all[0].Points[i]
		p.Population, p.Method, p.Source = o.Population, o.Method, o.Source
		if p != o {
			t.Errorf("in English it is %+v, in Dutch %+v", p, o)
		}
	}
	if _, err := Embedded("nl-fax", false); err == nil || !strings.Contains(err.Error(), "choose nl-whatsapp") {
		t.Errorf("an unknown series: %v", err)
	}
}

// FuzzRead: no bytes make it panic, and what it takes keeps its promises.
func FuzzRead(f *testing.F) {
	text, _ := Text("nl-whatsapp", false)
	f.Add([]byte(text))
	f.Add([]byte(head + "2018,5,10,sample,a,b,yes\n2019,5,10,census,a,b,no\n"))
	f.Add([]byte("moment;share;base;kind;population;method\n2018;47,9%;117;sample;a;b\n"))
	f.Add([]byte("moment,count\n\"2018"))
	f.Fuzz(func(t *testing.T, data []byte) {
		all, err := Read("f.csv", data)
		if err != nil {
			return
		}
		if len(all) == 0 {
			t.Fatal("neither a series nor an error")
		}
		for _, s := range all {
			for i, p := range s.Points {
				if p.N <= 0 || p.Yes < 0 || p.Surely < 0 || p.Likely < 0 || p.Yes+p.Surely+p.Likely > p.N || !p.Moment.Known() {
					t.Fatalf("%+v", p)
				}
				if i > 0 && p.Moment.At() <= s.Points[i-1].Moment.At() {
					t.Fatalf("%s is not after %s", p.Moment, s.Points[i-1].Moment)
				}
			}
		}
	})
}
