package export

import (
	"slices"
	"strings"

	"benchmark/survey/pattern"
)

// ownHeadings are columns that a tool adds to the answers, besides its marks:
// words that others use for questions, so that they tell nothing about the
// tool. As key folds them.
func ownHeadings(dialect string) string {
	switch dialect {
	case "qualtrics":
		return "status progress recipientlastname recipientfirstname locationlatitude locationlongitude locationaccuracy"
	case "limesurvey":
		return "id responseid startdate datestarted startdatum ipaddress ipaddr ipadres ipadresse refurl token startdatum datumstart " +
			"datumgestartet datumletzteaktivität weiterleitungs-url zufallsstartwert datedelancement datededébut datedeladernièreaction adresseip " +
			"urlderéférence urlderéférent têtedesérie"
	case "msforms":
		return "id email name naam nom adressedemessagerie"
	case "typeform":
		return "tags ending responsetype"
	case "alchemer":
		return "status language referer useragent legacycomments ipaddress longitude latitude"
	case "kobo":
		return "start end today username deviceid phonenumber subscriberid simserial meta/instanceid meta.instanceid meta-instanceid " +
			"attachmentspresent attachmentsexpected reviewstate edits formversion"
	case "redcap":
		return "recordid eventname repeatinstrument repeatinstance surveyidentifier surveytimestamp dataaccessgroup complete?"
	case "sosci":
		return "ref mailsent lastdata finished qviewer lastpage"
	case "efs":
		return "lastpage duration browser referer devicetype quota quotaassignment dateoflastmod datetimeoflastaccess " +
			"participantbrowser participantbrowserlanguage participantos participantdevice pagehistory hflip vflip outputmode javascript flash sessionid language cleaned ats " +
			"datetime dateoffirstaccess dateoflastmail dateoffirstreminder screeninterviewtime pageexitpage pageexittime rtsserver useragent scrwidth scrheight " +
			"ip ipaddr urlparam exitpage timespent completed panelid pcode ppanelid participantid fieldreport statusname dispositioncode"
	case "nextcloud":
		return timeStamps
	}
	return ""
}

// derived are the headings of what tools work out or log, by dialect; for
// Qualtrics they are compared with the code.
var (
	derivedQualtrics  = pattern.New(`_(First Click|Last Click|Page Submit|Click Count|RANK|GROUP|DO|DO_.+)$| - (Topics|Parent Topics|Topic Hierarchy Level \d+|Sentiment|Sentiment Polarity|Sentiment Score|Topic Sentiment Label|Topic Sentiment Score)$`)
	scoreQualtrics    = pattern.New(`^SC\d+$`) // of a scored survey
	derivedLimesurvey = pattern.New(`(?i)^(totaaltijd|totale tijd|total time|gesamtzeit|temps total|interviewtime|grouptime\d+|questiontime\d+)$|^(groep ?tijd|vraag ?tijd|group time|question time|gruppenzeit|fragenzeit|temps (pour|de|du|de la|pour le|pour la) (groupe|question)) ?: `)
	derivedForms      = pattern.New(`(?i)^(total points|quiz feedback|totaal aantal punten|quizfeedback|gesamtpunktzahl)$|^(points|feedback|punten|punkte) - `)
	derivedSosci      = pattern.New(`^(TIME\d{3}|TIME_SUM|TIME_RSI|MISSING|MISSREL|DEG_TIME|DEG_MISS|DEGRADE)$`)
	countedSosci      = pattern.New(`^[A-Z]{1,2}\d{2,3}_CN$`) // how many were chosen
	derivedEFS        = pattern.New(`^(rts\d+|rts\d+_\d+|[cp]_\d{4}|fil_\d+|quota_\d+|rnd_pg_\d+|dupl\d*_\d+|qa_\d+)$`)
)

// markUses sets what each column is for. Only a known tool's own columns are
// set apart, since a question may have any heading.
func markUses(dialect string, heads []heading) {
	own := " " + ownHeadings(dialect) + " "
	for _, m := range toolMarks() {
		if m.dialect == dialect {
			own += foldMarks(m.headings) + " "
		}
	}
	for i := range heads {
		h := &heads[i]
		switch name := " " + key(strings.TrimPrefix(h.top, "X_")) + " "; {
		case dialect == generic || h.top == "":
		case derivedBy(dialect, heads, i):
			h.use = UseDerived
		case strings.Contains(own, name),
			dialect == "googleforms" && i == 0 && strings.Contains(timeStamps, name),
			dialect == "kobo" && (strings.HasPrefix(h.top, "_") || strings.HasPrefix(h.top, "X_")),
			dialect == "redcap" && (strings.HasSuffix(h.top, "_complete") || strings.HasSuffix(h.top, "_timestamp")),
			dialect == "alchemer" && placeOf(heads, i),
			dialect == "qualtrics" && legacyCode.MatchString(h.code):
			h.use = UseMetadata
		}
	}
}

// derivedBy reports whether a tool worked out the i-th column.
func derivedBy(dialect string, heads []heading, i int) bool {
	h := heads[i]
	switch dialect {
	case "qualtrics":
		return scoreQualtrics.MatchString(h.id) || h.id == "" && scoreQualtrics.MatchString(h.code) ||
			derivedQualtrics.MatchString(h.code) || h.code == "" && derivedQualtrics.MatchString(h.top)
	case "limesurvey":
		return derivedLimesurvey.MatchString(h.top) || limeTime(heads, h.top)
	case "msforms":
		return derivedForms.MatchString(h.top)
	case "sosci":
		// The column before those of the options holds how many were chosen.
		counted := i+1 < len(heads) && strings.HasPrefix(heads[i+1].top, h.top+"_")
		return derivedSosci.MatchString(h.top) || counted || countedSosci.MatchString(h.top)
	case "efs":
		return derivedEFS.MatchString(h.top)
	}
	return false
}

// placeOf reports whether Alchemer worked the i-th column out from the address of
// the machine: these columns stand together, behind the coordinates.
func placeOf(heads []heading, i int) bool {
	names := []string{"longitude", "latitude", "country", "city", "state/region", "postal"}
	for ; i >= 0; i-- {
		at := slices.Index(names, key(heads[i].top))
		if at < 0 {
			return false
		}
		if at < 2 {
			return true
		}
	}
	return false
}
