package export

import (
	"regexp"
	"strings"
)

// generic is the dialect of a file that no tool's marks were found in.
const generic = "generic"

// mark is a heading by which a survey tool gives itself away, as key folds it.
type mark struct{ dialect, headings string }

// marks of each tool, in the languages in which their exports were seen. The
// order settles equal scores.
func toolMarks() []mark {
	return []mark{
		{"surveymonkey", "respondentid collectorid startdate enddate ipaddress emailaddress firstname lastname customdata1 begindatum einddatum"},
		{"qualtrics", "responseid startdate enddate ipaddress emailaddress finished recordeddate duration(inseconds) distributionchannel userlanguage recipientemail externalreference responseset externaldatareference"},
		{"limesurvey", "submitdate startlanguage lastpage datesubmitted dateofsubmission seed datelastaction datestamp refererurl referrerurl " +
			"datumverstuurd laatstepagina begintaal responsid datumlaatsteactie verwijzerurl " +
			"antwortid datumabgeschickt letzteseite startsprache idderéponse dernièrepage"},
		{"googleforms", "timestamp tijdstempel sygnaturaczasowa časováznačka marcatemporal zeitstempel horodateur informazionicronologiche"},
		{"msforms", "starttime completiontime lastmodifiedtime begintijd tijdvanvoltooien tijdvanlaatstewijziging " +
			"heurededébut heuredefin startzeit fertigstellungszeit"},
		{"typeform", "# startdate(utc) submitdate(utc) networkid stagedate(utc)"},
		{"alchemer", "timestarted datesubmitted responseid sessionid contactid"},
		{"kobo", "_uuid _submission_time _index _validation_status _submitted_by _tags _notes submissiondate"},
		{"redcap", "redcapeventname redcaprepeatinstrument redcaprepeatinstance redcapsurveyidentifier redcapdataaccessgroup"},
		{"sosci", "case serial questnnr mode started timesum maildata maxpage"},
	}
}

// metadata reports whether a heading is that of a tool's own column rather than
// a question.
func metadata(heading string) bool {
	k := " " + key(heading) + " "
	for _, m := range toolMarks() {
		if strings.Contains(" "+foldMarks(m.headings)+" ", k) {
			return true
		}
	}
	return false
}

// foldMarks takes the underscores out of a list of marks, as key does.
func foldMarks(s string) string { return strings.ReplaceAll(s, "_", "") }

var (
	limeCode   = regexp.MustCompile(`\[SQ\d+\]`)
	redcapTick = regexp.MustCompile(`___\w+$`)
)

// scores counts the marks found of each dialect, each mark once.
type scores struct {
	names []string
	hits  map[string][]string
}

func (s *scores) hit(dialect, mark string) {
	mark = snippet(mark)
	for _, m := range s.hits[dialect] {
		if m == mark {
			return
		}
	}
	if len(s.hits[dialect]) == 0 {
		s.names = append(s.names, dialect)
	}
	s.hits[dialect] = append(s.hits[dialect], mark)
}

// findDialect scores the marks in the header. A tool is named when it has at
// least two of them, and half as many again as the next.
func findDialect(g *grid, l *layout) Dialect {
	s := &scores{hits: map[string][]string{}}
	known := map[string][]string{}
	for _, m := range toolMarks() {
		for word := range strings.FieldsSeq(foldMarks(m.headings)) {
			known[word] = append(known[word], m.dialect)
		}
	}
	for _, i := range l.header() {
		for _, c := range g.rows[i].cells {
			s.heading(oneLine(g.dict[c.code].Text), known)
		}
	}
	s.rows(g, l)
	best, second := generic, 0
	for _, name := range s.names {
		switch n := len(s.hits[name]); {
		case n > len(s.hits[best]):
			best, second = name, len(s.hits[best])
		case n > second:
			second = n
		}
	}
	if n := len(s.hits[best]); n < 2 || 2*n < 3*second {
		return Dialect{Name: generic}
	}
	return Dialect{Name: best, Hits: s.hits[best]}
}

// heading counts what one heading gives away.
func (s *scores) heading(h string, known map[string][]string) {
	for _, dialect := range known[key(h)] {
		s.hit(dialect, h)
	}
	switch {
	case strings.Contains(h, "ImportId"):
		s.hit("qualtrics", "ImportId")
	case limeCode.MatchString(h):
		s.hit("limesurvey", "[SQ...]")
	case redcapTick.MatchString(h):
		s.hit("redcap", "___")
	case strings.HasSuffix(h, "_complete"):
		s.hit("redcap", "_complete")
	}
}

// rows counts what the rows and the sheet give away.
func (s *scores) rows(g *grid, l *layout) {
	if l.reason == "answer-words" && l.option >= 0 {
		for _, c := range g.rows[l.option].cells {
			if text := g.dict[c.code].Text; answerWord(text) {
				s.hit("surveymonkey", text)
			}
		}
	}
	if strings.HasPrefix(g.table, "OfficeForms.Table") {
		s.hit("msforms", g.table)
		s.hit("msforms", "OfficeForms")
	}
	if strings.HasPrefix(g.sheet, "Form Responses") || strings.HasPrefix(g.sheet, "Formulierreacties") {
		s.hit("googleforms", g.sheet)
	}
	if l.first < len(g.rows) && len(s.hits["googleforms"]) > 0 && len(g.rows[l.first].cells) > 0 {
		if c := g.rows[l.first].cells[0]; c.col == 0 && strings.Contains(g.dict[c.code].Text, ":") && (g.dict[c.code].Typed || dateCell.MatchString(g.dict[c.code].Text)) {
			s.hit("googleforms", g.dict[c.code].Text[:4]+"...")
		}
	}
}
