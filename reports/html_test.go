package reports

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"benchmark/charts"
	"benchmark/survey/locale"
)

// node is an element of a page, with the text in it.
type node struct {
	tag      string
	attr     map[string]string
	children []*node
	text     string // of the element and everything in it
	from, to int    // its place in the text of the whole
}

// parsePage reads a page whose elements are all closed, as those of HTML are
// here but for meta. What a script or style holds is left out.
func parsePage(t testing.TB, page []byte) *node {
	t.Helper()
	page = regexp.MustCompile(`(?s)<(script|style)>.*?</(script|style)>`).ReplaceAll(page, nil)
	d := xml.NewDecoder(bytes.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, []string{"meta"}, xml.HTMLEntity
	root := &node{tag: "root"}
	open := []*node{root}
	var said strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			root.to = said.Len()
			root.say(said.String())
			return root
		}
		if err != nil {
			t.Fatal(err)
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{tag: token.Name.Local, attr: map[string]string{}, from: said.Len()}
			for _, a := range token.Attr {
				n.attr[a.Name.Local] = a.Value
			}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			if top.tag != token.Name.Local {
				t.Fatalf("%s is closed by %s", top.tag, token.Name.Local)
			}
			top.to = said.Len()
			open = open[:len(open)-1]
		case xml.CharData:
			said.Write(token)
		}
	}
}

// say gives an element and those in it their texts.
func (n *node) say(all string) {
	n.text = all[n.from:n.to]
	for _, c := range n.children {
		c.say(all)
	}
}

// all returns the elements with one of the tags, in the order of the page.
func (n *node) all(tags ...string) []*node {
	var found []*node
	for _, c := range n.children {
		for _, tag := range tags {
			if c.tag == tag {
				found = append(found, c)
			}
		}
		found = append(found, c.all(tags...)...)
	}
	return found
}

// pageFaults lists what in a page would keep someone from reading it, as far as
// checkers in a browser do not see it.
func pageFaults(root *node) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	ids := map[string]int{}
	var walk func(*node)
	walk = func(n *node) {
		if id := n.attr["id"]; id != "" {
			ids[id]++
		}
		for name, value := range n.attr {
			if strings.HasPrefix(name, "on") || name == "style" {
				fault("%s has %s", n.tag, name)
			}
			if (name == "src" || name == "href") && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/png;base64,") {
				fault("%s refers to %s", n.tag, value)
			}
		}
		for _, c := range n.children {
			walk(c)
		}
	}
	walk(root)
	for id, n := range ids {
		if n > 1 {
			fault("the id %s is there %d times", id, n)
		}
	}
	for _, a := range root.all("a") {
		if ids[strings.TrimPrefix(a.attr["href"], "#")] == 0 {
			fault("a link leads to %s, which is not there", a.attr["href"])
		}
	}
	for _, n := range root.all("svg", "div", "section", "nav") {
		for _, id := range strings.Fields(n.attr["aria-labelledby"]) {
			if ids[id] == 0 {
				fault("%s is named by %s, which is not there", n.tag, id)
			}
		}
	}
	level := 0
	for _, h := range root.all("h1", "h2", "h3", "h4") {
		next := int(h.tag[1] - '0')
		if next > level+1 || level == 0 && next != 1 || level > 0 && next == 1 || strings.TrimSpace(h.text) == "" {
			fault("the heading %q of level %d follows one of level %d", h.text, next, level)
		}
		level = next
	}
	return append(append(faults, figureFaults(root)...), tableFaults(root)...)
}

func figureFaults(root *node) []string {
	var faults []string
	for _, f := range root.all("figure") {
		id := f.attr["id"]
		if n := len(f.all("figcaption")); n != 1 {
			faults = append(faults, fmt.Sprintf("%s has %d captions", id, n))
		}
		if n := len(f.all("table")); n != 1 {
			faults = append(faults, fmt.Sprintf("%s has %d tables", id, n))
		}
		for _, s := range f.all("svg") {
			title, desc := s.all("title"), s.all("desc")
			if len(title) != 1 || len(desc) != 1 || s.attr["role"] != "img" || s.attr["lang"] == "" {
				faults = append(faults, id+": a drawing has no title, description, role or language")
				continue
			}
			if len(desc[0].text) < 40 {
				faults = append(faults, id+": the description says little: "+desc[0].text)
			}
			box := strings.Fields(s.attr["viewBox"])
			if width, _ := strconv.ParseFloat(box[2], 64); width == phoneWidth {
				for _, x := range s.all("text") {
					if size, _ := strconv.ParseFloat(x.attr["font-size"], 64); size*phoneScreen/phoneWidth < 11 {
						faults = append(faults, fmt.Sprintf("%s: %q is %.1f px high on a phone", id, x.text, size*phoneScreen/phoneWidth))
					}
				}
			}
		}
	}
	return faults
}

func tableFaults(root *node) []string {
	var faults []string
	for _, t := range root.all("table") {
		caption := t.all("caption")
		if len(caption) != 1 || strings.TrimSpace(caption[0].text) == "" {
			faults = append(faults, "a table has no caption")
			continue
		}
		columns := len(t.all("thead")[0].all("th"))
		for i, r := range t.all("tr") {
			heads, cells := r.all("th"), r.all("td")
			if len(heads) == 1 && heads[0].attr["scope"] == "rowgroup" && heads[0].attr["colspan"] == strconv.Itoa(columns) && heads[0].text != "" {
				continue
			}
			if len(heads)+len(cells) != columns {
				faults = append(faults, fmt.Sprintf("%s: row %d has %d cells for %d headings", caption[0].text, i, len(heads)+len(cells), columns))
			}
			if i > 0 && (len(heads) != 1 || heads[0].attr["scope"] != "row") {
				faults = append(faults, fmt.Sprintf("%s: row %d has no heading", caption[0].text, i))
			}
			for _, h := range heads {
				if h.attr["scope"] == "" || strings.TrimSpace(h.text) == "" {
					faults = append(faults, fmt.Sprintf("%s: a heading in row %d has no scope or no text", caption[0].text, i))
				}
			}
		}
	}
	return faults
}

func TestHTMLCanBeRead(t *testing.T) {
	for _, language := range []string{"nl", "nl-BE", "en"} {
		r, l := build(t, language)
		withCharts(r, l)
		page := render(t, HTML(charts.Default()), r, l)
		root := parsePage(t, page)
		for _, f := range pageFaults(root) {
			t.Error(f)
		}
		if got := root.all("html")[0].attr["lang"]; got != language {
			t.Errorf("the language is %q, want %q", got, language)
		}
		if len(root.all("figure")) < 3 || len(root.all("table")) < 10 {
			t.Errorf("%d figures and %d tables", len(root.all("figure")), len(root.all("table")))
		}
		if again := render(t, HTML(charts.Default()), r, l); !bytes.Equal(page, again) {
			t.Error("the same report gave other bytes")
		}
		for _, s := range []string{strconv.Itoa(hiddenCount), strconv.Itoa(hiddenBase), l.Percent(hiddenValue, 1)} {
			if strings.Contains(root.text, s) {
				t.Errorf("a hidden figure is on the page: %s", s)
			}
		}
	}
}

// withCharts lets the sections have charts, as a report of a whole study has.
func withCharts(r *Report, l *locale.Locale) {
	for i := range r.Sections {
		r.Sections[i].Charts = nil
		for _, t := range r.Sections[i].Tables {
			if c, err := charts.Question(r.Study, t, l); err == nil {
				c.Table, c.Topic = t.ID, t.Topic
				r.Sections[i].Charts = append(r.Sections[i].Charts, c)
			}
		}
	}
}

// Every rule is shown to find what breaks it.
func TestPageFaultsFindsThem(t *testing.T) {
	const good = `<html><h1>A</h1><h2>B</h2><a href="#x">b</a><table id="x"><caption>c</caption><thead><tr><th scope="col">d</th></tr></thead>` +
		`<tbody><tr><th scope="row">e</th></tr></tbody></table></html>`
	if f := pageFaults(parsePage(t, []byte(good))); len(f) > 0 {
		t.Errorf("faults in what is right: %q", f)
	}
	for _, tc := range []struct{ old, new, want string }{
		{`<h2>B</h2>`, `<h3>B</h3>`, "level 3 follows one of level 1"},
		{`href="#x"`, `href="#y"`, "which is not there"},
		{`href="#x"`, `href="https://example.org/"`, "refers to https"},
		{`<h2>`, `<h2 id="x">`, "2 times"},
		{`<h2>`, `<h2 onclick="f()">`, "onclick"},
		{`<h2>`, `<h2 style="color:red">`, "style"},
		{`<caption>c</caption>`, ``, "no caption"},
		{` scope="row"`, ``, "no heading"},
		{` scope="col"`, ``, "no scope"},
		{`<th scope="row">e</th>`, `<th scope="row">e</th><td>1</td>`, "2 cells for 1 headings"},
		{`<h2>B</h2>`, `<h2>B</h2><figure id="f"><svg viewBox="0 0 336 10"><text font-size="9">a</text></svg></figure>`, "no title"},
		{`<h2>B</h2>`, `<h2>B</h2><figure id="f"><svg role="img" lang="nl" viewBox="0 0 336 10"><title>t</title><desc>` +
			strings.Repeat("d", 40) + `</desc><text font-size="9">a</text></svg></figure>`, "8.1 px high"},
	} {
		faults := strings.Join(pageFaults(parsePage(t, []byte(strings.Replace(good, tc.old, tc.new, 1)))), "\n")
		if !strings.Contains(faults, tc.want) {
			t.Errorf("%s: got %q, want %q", tc.new, faults, tc.want)
		}
	}
}

// The page's policy names the hashes of its style and its script, and nothing
// that would let another one in.
func TestHTMLPolicy(t *testing.T) {
	r, l := build(t, "nl")
	page := string(render(t, HTML(charts.Default()), r, l))
	policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1]
	if !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
		t.Errorf("the policy is %q", policy)
	}
	for _, tag := range []string{"style", "script"} {
		found := regexp.MustCompile(`(?s)<`+tag+`[^>]*>(.*?)</`+tag+`>`).FindAllStringSubmatch(page, -1)
		if len(found) != 1 || !strings.Contains(policy, tag+"-src "+digestOf(found[0][1])) {
			t.Errorf("%d of %s, or its hash is not in the policy", len(found), tag)
		}
	}
	if regexp.MustCompile(`(?i)\b(https?:)?//[a-z]`).MatchString(strings.ReplaceAll(page, `xmlns="http://www.w3.org/2000/svg"`, "")) {
		t.Error("the page names an address")
	}
}

// Text of a survey does nothing on the page, whatever it is.
func TestHTMLHostileText(t *testing.T) {
	for _, hostile := range []string{
		`</title><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</style><b>`, `=HYPERLINK("http://example.org")`, `]]>-->`,
		"\u202egnirts\u2066", "&lt;b&gt;&#60;", "'-->{{.}}", strings.Repeat("lang", 100), "a\x00b\x1b[31m",
	} {
		r, l := build(t, "nl")
		r.Title, r.Findings[0].Text = hostile, hostile
		s := r.Study
		s.Survey.Title, s.Survey.Source.File = hostile, hostile
		for i := range s.Tables {
			s.Tables[i].Title, s.Tables[i].Text = hostile, hostile
			for j := range s.Tables[i].Rows {
				s.Tables[i].Rows[j].Label = hostile
			}
			for g := range s.Tables[i].Groups {
				s.Tables[i].Groups[g].Label = hostile
			}
		}
		r.Sections[0].Title = hostile
		withCharts(r, l)
		page := render(t, HTML(charts.Default()), r, l)
		root := parsePage(t, page)
		for _, f := range pageFaults(root) {
			t.Errorf("%.40q: %s", hostile, f)
		}
		if n := len(root.all("img", "b", "script")); n > 0 || bytes.Count(page, []byte("<script")) != 1 {
			t.Errorf("%.40q: it became elements", hostile)
		}
		if bytes.ContainsAny(page, "\u202e\u2066\x00\x1b") {
			t.Errorf("%.40q: it steers", hostile)
		}
		if got, want := root.all("h1")[0].text, clean(hostile); got != want {
			t.Errorf("the title is %.60q, want %.60q", got, want)
		}
	}
}
