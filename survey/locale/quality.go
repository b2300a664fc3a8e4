package locale

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"benchmark/survey"
)

// respondents counts respondents with their verb: "1 respondent heeft", "2
// respondenten hebben".
func (l *Locale) respondents(number, nlOne, nlMore, en string) string {
	return l.count(number, l.pick("respondent "+nlOne, "respondent "+en), l.pick("respondenten "+nlMore, "respondents "+en))
}

func (l *Locale) notInRegister(number string) string {
	return l.count(number, l.pick("respondent staat", "respondent is"), l.pick("respondenten staan", "respondents are")) +
		l.pick(" niet in het register", " not in the register")
}

// alternatives joins groups of rows: " (rij 4 + 17, 9 + 30)".
func (l *Locale) alternatives(groups []string) string {
	if len(groups) == 0 {
		return ""
	}
	return l.pick(" (rij ", " (rows ") + l.List(groups) + ")"
}

// issueOfBodies says what is wrong with who answered.
func (l *Locale) issueOfBodies(code survey.Code, a arguments) string {
	switch code {
	case survey.IssueSimilarBody:
		return l.count(a.at(0), l.pick("organisatie heeft", "organisation may have"), l.pick("organisaties hebben", "organisations may have")) +
			l.pick(" misschien meer dan één keer geantwoord, onder een naam die bijna gelijk is", " answered more than once, under nearly the same name") +
			l.alternatives(a.from(1)) + l.pick("; alle antwoorden tellen mee", "; all answers count")
	case survey.IssueSameBody:
		return l.count(a.at(0), l.pick("organisatie", "organisation"), l.pick("organisaties", "organisations")) + l.pick(" uit het register ", " of the register ") +
			plural(a.at(0), l.pick("heeft", "has"), l.pick("hebben", "have")) + l.pick(" meer dan één keer geantwoord", " answered more than once") +
			l.alternatives(a.from(1)) + l.pick("; alle antwoorden tellen mee", "; all answers count")
	case survey.IssueNotInRegister:
		return l.notInRegister(a.at(0)) + l.examples(a.from(1))
	case survey.IssueMergedBody:
		return l.mergedBody(a)
	case survey.IssueNotRemapped:
		return l.notRemapped(a)
	case survey.IssueRegisterAgainst:
		return l.registerAgainst(a)
	case survey.IssueRegisterOption:
		return l.pick("Vraag ", "Question ") + a.at(0) + ": " +
			l.pick("het register heeft waarden die geen optie zijn: ", "the register has values that are none of the options: ") + strings.Join(a.from(1), ", ")
	case survey.IssueCodeAndName:
		return l.respondents(a.at(0), "gaf", "gaven", "gave") +
			l.pick(" een code en een naam die volgens het register van twee organisaties zijn", " a code and a name that are those of two organisations in the register") +
			l.examples(a.from(1)) + l.pick("; de code beslist", "; the code decides")
	case survey.IssueRegisterType:
		return l.respondents(a.at(0), "noemde", "noemden", "gave") +
			l.pick(" een ander soort organisatie dan in het register staat", " another type of organisation than the register has") +
			l.examples(a.from(1)) + l.pick("; het antwoord telt", "; the answer counts")
	}
	return ""
}

// issueOfManner says which answers can't be right together, and how they were
// given.
func (l *Locale) issueOfManner(code survey.Code, a arguments) string {
	question := l.pick("Vraag ", "Question ") + a.at(0) + ": "
	switch code {
	case survey.IssueImpossible:
		limit := l.pick("een getal onder 0", "a number below 0")
		if a.at(1) == "above-100" {
			limit = l.pick("meer dan 100 procent", "more than 100 percent")
		}
		return question + l.respondents(a.at(2), "gaf", "gaven", "gave") + " " + limit + l.examples(a.from(3)) + l.pick("; het telt mee zoals het er staat", "; it counts as it stands")
	case survey.IssueSizeAgainst:
		return question + l.respondents(a.at(2), "koos", "kozen", "chose") + l.pick(" een klasse die niet past bij het antwoord op vraag ", " a class that does not fit the answer to question ") +
			a.at(1) + l.examples(a.from(3)) + l.pick("; de klasse telt", "; the class counts")
	case survey.IssueInconsistent:
		return question + l.respondents(a.at(2), "gaf", "gaven", "gave") + l.pick(" antwoord, maar "+plural(a.at(2), "zei", "zeiden")+" bij vraag ", " an answer but said in question ") + a.at(1) +
			l.pick(" het kanaal niet te gebruiken", " not to use the channel") + l.examples(a.from(3)) + l.pick("; het antwoord telt mee", "; the answer counts")
	case survey.IssueStraightLine:
		return fmt.Sprintf(l.pick("Vragen %s tot en met %s: ", "Questions %s to %s: "), a.at(0), a.at(1)) + l.respondents(a.at(3), "gaf", "gaven", "gave") +
			fmt.Sprintf(l.pick(" op alle %s onderdelen hetzelfde antwoord", " the same answer to all %s items"), a.at(2)) + l.examples(a.from(4))
	case survey.IssueSpeeder:
		return l.respondents(a.at(0), "was", "waren", "took") + fmt.Sprintf(l.pick(" klaar in minder dan een derde van de gebruikelijke tijd (%s)", " less than a third of the usual time (%s)"), l.seconds(a.at(1))) +
			l.examples(a.from(2))
	case survey.IssueNonResponse:
		return question + fmt.Sprintf(l.pick("%s van de %s respondenten die de vraag kregen, sloegen haar over", "%s of the %s respondents who were asked skipped it"), a.at(1), a.at(2))
	case survey.IssueExcelDateOption:
		var readings []string
		for _, r := range a.from(2) {
			readings = append(readings, l.Quote(r))
		}
		return question + l.Quote(a.at(1)) + l.pick(" kan door Excel zijn gemaakt van ", " may have been made by Excel of ") + strings.Join(readings, l.pick(" of ", " or "))
	}
	return ""
}

// seconds words a duration: 95 seconds are "2 minuten", below a minute seconds.
func (l *Locale) seconds(number string) string {
	n, err := strconv.Atoi(number)
	if err != nil {
		return number
	}
	if n < 60 {
		return l.count(number, l.pick("seconde", "second"), l.pick("seconden", "seconds"))
	}
	return l.count(strconv.Itoa(int(Round(float64(n)/60, 0))), l.pick("minuut", "minute"), l.pick("minuten", "minutes"))
}

// RegisterWords holds the words about who has answered and who has not.
type RegisterWords struct {
	// Heading of the part, and of the lists in it.
	Heading, Strata, Missing, Help string
	// Columns of the table: group, organisations, answered, share.
	Bodies, Answered, Share string
	// All have answered.
	Complete string
}

// Register returns the words about who has answered and who has not.
func (r ReportWords) Register() RegisterWords {
	if r.l.dutch {
		return RegisterWords{
			Heading: "Respons volgens het register", Strata: "Groep", Missing: "Nog geen antwoord van", Help: "Waar meer antwoorden het meest helpen",
			Bodies: "organisaties", Answered: "antwoord", Share: "respons", Complete: "Alle organisaties hebben geantwoord.",
		}
	}
	return RegisterWords{
		Heading: "Response by the register", Strata: "Group", Missing: "No answer yet from", Help: "Where more answers help most",
		Bodies: "organisations", Answered: "answered", Share: "response", Complete: "All organisations have answered.",
	}
}

// Responded says how many of the organisations answered.
func (r ReportWords) Responded(answered, bodies int, register string, at time.Time) string {
	day := ""
	if !at.IsZero() {
		day = r.l.pick(" op ", " on ") + r.l.Date(at)
	}
	return fmt.Sprintf(r.l.pick("%s van de %s organisaties in %s%s hebben geantwoord.", "%s of the %s organisations in %s%s have answered."),
		r.l.Integer(answered), r.l.Integer(bodies), register, day)
}

// Unmatched says how many respondents the register lacks; n > 0.
func (r ReportWords) Unmatched(n int) string {
	return r.l.notInRegister(strconv.Itoa(n)) + "."
}

// NotListed says how many organisations have not answered and how to list them.
func (r ReportWords) NotListed(n int) string {
	return r.l.count(strconv.Itoa(n), r.l.pick("organisatie heeft", "organisation has"), r.l.pick("organisaties hebben", "organisations have")) +
		r.l.pick(" nog niet geantwoord; --register noemt ze.", " not answered yet; --register lists them.")
}

// MoreAnswers says by how much further answers of a group shrink the interval
// for a share of one half.
func (r ReportWords) MoreAnswers(group string, more int, width, widthMore, level float64) string {
	answers := r.l.count(strconv.Itoa(more), r.l.pick("antwoord", "answer"), r.l.pick("antwoorden", "answers"))
	return fmt.Sprintf(r.l.pick("%s: bij een aandeel van 50%% is het %s-interval nu %s procentpunt breed, en met %s erbij %s.",
		"%s: for a share of 50%% the %s interval is %s percentage points wide now; with %s more it would be %s."),
		group, r.l.Percent(level, 0), r.l.Decimal(100*width, 1), answers, r.l.Decimal(100*widthMore, 1))
}
