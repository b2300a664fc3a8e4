package export

import (
	"slices"
	"strings"

	"benchmark/survey/pattern"
)

// generic is the dialect of a file that no tool's marks were found in.
const generic = "generic"

// mark is a heading by which a survey tool gives itself away, as key folds it.
type mark struct{ dialect, headings string }

// toolMarks are the marks of each tool, in the languages in which their
// exports were seen. The order settles equal scores.
func toolMarks() []mark {
	return []mark{
		{"surveymonkey", "respondentid collectorid startdate enddate ipaddress emailaddress firstname lastname customdata1 begindatum einddatum"},
		{"qualtrics", "responseid startdate enddate ipaddress emailaddress finished recordeddate duration(inseconds) distributionchannel userlanguage recipientemail externalreference responseset externaldatareference"},
		{"limesurvey", "submitdate startlanguage lastpage datesubmitted dateofsubmission seed datelastaction datestamp refererurl referrerurl " +
			"datumingezonden starttaal antwoordid antwoord-id datumverstuurd laatstepagina begintaal responsid datumlaatsteactie verwijzerurl " +
			"antwortid datumabgeschickt letzteseite startsprache idderéponse dernièrepage " +
			"iddelaréponse datedesoumission languededépart"},
		{"msforms", "starttime completiontime lastmodifiedtime begintijd tijdvanvoltooien tijdvanlaatstewijziging " +
			"heurededébut heuredefin heuredeladernièremodification startzeit fertigstellungszeit zeitpunktderletztenänderung"},
		{"typeform", "# startdate(utc) submitdate(utc) networkid stagedate(utc)"},
		{"alchemer", "timestarted datesubmitted responseid sessionid contactid"},
		{"kobo", "_uuid _submission_time _index _validation_status _submitted_by _tags _notes submissiondate key instanceid submitterid submittername"},
		{"redcap", "recordid complete? repeatinstrument repeatinstance surveyidentifier dataaccessgroup redcapeventname redcaprepeatinstrument redcaprepeatinstance redcapsurveyidentifier redcapdataaccessgroup"},
		{"sosci", "case serial questnnr mode started timesum maildata maxpage"},
		{"efs", "lfdn external_lfdn dispcode tester quality date_of_last_access date_of_first_mail"},
		{"nextcloud", "userid userdisplayname gebruikersid weergavenaamgebruiker benutzerid benutzeranzeigename"},
	}
}

// timeStamps are the headings of the first column of Google Forms.
const timeStamps = " timestamp tijdstempel sygnaturaczasowa časováznačka časovápečiatka marcatemporal carimbodedata/hora carimbodedatahora zeitstempel horodateur informazionicronologiche tidstämpel tidsstämpel tidsstempel aikaleima időbélyeg marcatempsa "

// metadata reports whether a heading is that of a tool's own column rather than
// a question.
func metadata(heading string) bool {
	k := " " + key(heading) + " "
	if strings.Contains(timeStamps, k) {
		return true
	}
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
	limeCode     = pattern.Holding("[", `^[A-Za-z]\w*\[\w+\](\[\w+\])?$`)
	limeWording  = pattern.Holding(". ", `^([A-Za-z]\w*(?:\[\w+\])*)\. (.+)$`)
	redcapTick   = pattern.Holding("___", `^[a-z][a-z0-9_]*___\w+$`)
	redcapChoice = pattern.Holding("(choice=", `\(choice=.*\)$`)
	crowdtechRow = pattern.Beginning("V", `^V\d+_A\d+$`)
)

// withCells adds to a dialect what its cells mean. Sources: LimeSurvey's writers
// of exports (N/A for a question that relevance hid), the manuals of Qualtrics
// (-99 as code for seen but unanswered questions), SoSci Survey (1 and 2 in the
// columns of a selection; negative codes for residual options and no answer),
// Unipark (-66 and -77 for pages not seen, -99 for pages not filled in) and
// CrowdTech (NULL not answered, -99 not presented), and Ona (n/a for choices
// not available).
//
// REDCap has no such cell: it writes 0 for an option that was not ticked and
// also when the question was never shown.
func withCells(d Dialect) Dialect {
	switch d.Name {
	case "limesurvey":
		d.NotShown = []string{"N/A"}
	case "qualtrics":
		d.Missing = []string{"-99"}
	case "kobo":
		d.NotShown = []string{"n/a"}
	case "sosci":
		d.Missing = []string{"-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9", "-10"}
		d.Missing = append(d.Missing, "nicht beantwortet", "[nicht beantwortet]", "not answered", "[not answered]") // the labels of -9
		d.Unticked, d.Ticked = []string{"1", "01"}, []string{"2", "02"}
	case "efs":
		d.NotShown, d.Missing = []string{"-66", "-77"}, []string{"-99"}
	case "crowdtech":
		d.NotShown, d.Missing = []string{"-99"}, []string{"NULL"}
	}
	return d
}

// scores counts the marks found of each dialect, each mark once.
type scores struct {
	names  []string
	points map[string]int
	hits   map[string][]string
	codes  [4]int // headings that are codes as LimeSurvey, REDCap (twice) and CrowdTech make them
}

// hit counts a mark; a sure one needs no second.
func (s *scores) hit(dialect, mark string, points int) {
	mark = snippet(mark)
	if slices.Contains(s.hits[dialect], mark) {
		return
	}
	if len(s.hits[dialect]) == 0 {
		s.names = append(s.names, dialect)
	}
	s.hits[dialect] = append(s.hits[dialect], mark)
	s.points[dialect] += points
}

// findDialect scores the marks in the header. A tool is named when it has at
// least two of them, and half as many again as the next.
func findDialect(g *grid, l *layout) Dialect {
	s := &scores{hits: map[string][]string{}, points: map[string]int{}}
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
	s.sheet(g, l)
	best, second := generic, 0
	for _, name := range s.names {
		switch n := s.points[name]; {
		case n > s.points[best]:
			best, second = name, s.points[best]
		case n > second:
			second = n
		}
	}
	if n := s.points[best]; n < 2 || 2*n < 3*second {
		return Dialect{Name: generic}
	}
	return withCells(Dialect{Name: best, Hits: s.hits[best]})
}

// heading counts what one heading gives away.
func (s *scores) heading(h string, known map[string][]string) {
	folded := strings.TrimPrefix(h, "X_") // R's name for a heading that begins with _
	if m := limeWording.FindStringSubmatch(h); m != nil {
		folded = m[1]
	}
	for _, dialect := range known[key(folded)] {
		s.hit(dialect, h, 1)
	}
	switch {
	case strings.Contains(h, "ImportId"):
		s.hit("qualtrics", "ImportId", 1)
	case limeCode.MatchString(folded):
		s.code(0, "limesurvey", h)
	case redcapTick.MatchString(h):
		s.code(1, "redcap", h)
	case redcapChoice.MatchString(h):
		s.code(2, "redcap", h)
	case crowdtechRow.MatchString(h):
		s.code(3, "crowdtech", h)
	case strings.HasSuffix(h, "_complete"):
		s.hit("redcap", "_complete", 1)
	case strings.HasSuffix(h, " - Other (please specify)"), strings.HasSuffix(h, " - Open-Ended Response"):
		s.hit("surveymonkey", h[strings.LastIndex(h, " - ")+3:], 1)
	}
}

// code counts a heading that is a code in the way of one tool; two of a kind
// are enough to be sure.
func (s *scores) code(kind int, dialect, h string) {
	s.codes[kind]++
	if s.codes[kind] <= 2 {
		s.hit(dialect, h, 1)
	}
}

// sheet counts what the row of options, the names of sheet and table, and the
// first column give away.
func (s *scores) sheet(g *grid, l *layout) {
	if l.reason == "answer-words" && l.option >= 0 {
		for _, c := range g.rows[l.option].cells {
			if text := oneLine(g.dict[c.code].Text); answerWord(text) || text == "Other (please specify)" {
				s.hit("surveymonkey", text, 1)
			}
		}
	}
	if strings.HasPrefix(g.table, "OfficeForms.Table") {
		s.hit("msforms", g.table, 2)
	}
	for _, name := range []string{"Form Responses", "Formulierreacties", "Formularantworten", "Réponses au formulaire"} {
		if strings.HasPrefix(g.sheet, name) {
			s.hit("googleforms", g.sheet, 1)
		}
	}
	if h := g.text(l.question, 0); h != "" && strings.Contains(timeStamps, " "+key(h)+" ") {
		points := 1
		if l.first < len(g.rows) {
			if c := g.dict[g.code(l.first, 0)]; (strings.Contains(c.Text, ":") || strings.Count(c.Text, ".") > 1) && (c.Typed || dateCell.MatchString(c.Text)) {
				points = 2
			}
		}
		s.hit("googleforms", h, points)
	}
}
