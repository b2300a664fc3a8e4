package codebook

import (
	"slices"
	"strconv"
	"strings"

	"benchmark/survey"
	"benchmark/survey/export"
	"benchmark/survey/pattern"
)

// rawField is the heading of a field of REDCap in an export of codes.
var rawField = pattern.New(`^[a-z][a-z0-9_]*$`)

// record finds what REDCap tells about a record: its id, which goes first; and,
// where there is one form only, when that was sent in and how far it is.
func (in *inference) record(kinds []metadata) {
	if in.file.Dialect.Name != "redcap" || len(kinds) == 0 {
		return
	}
	columns := in.file.Columns
	var forms, stamps []int
	for i := range columns {
		switch {
		case recordHeading(&columns[i]) && !timestampHeading.MatchString(columns[i].Question):
			if kinds[i] == noMetadata {
				kinds[i] = metaOther
			}
		case formComplete(&columns[i]):
			kinds[i] = metaOther
			forms = append(forms, i)
		case timestampHeading.MatchString(columns[i].Question):
			kinds[i] = metaOther
			stamps = append(stamps, i)
		}
	}
	if kinds[0] == noMetadata && in.recordID() {
		kinds[0] = metaID
	}
	if len(forms) == 1 {
		kinds[forms[0]] = metaStatus
		if len(stamps) == 1 {
			if _, dates := datesOf(&columns[stamps[0]].Dict, in.cb.Survey.Language); dates {
				kinds[stamps[0]] = metaEnded
			}
		}
	}
}

// recordID reports whether the first column is the id of the record, whatever
// its heading: it is in every row and tells the records apart, or the file has
// rows per event or repetition.
func (in *inference) recordID() bool {
	c := &in.file.Columns[0]
	if c.Option != "" {
		return false
	}
	for _, code := range c.Codes.All() {
		if code == 0 {
			return false
		}
	}
	several := recordColumn(in.file, "redcapeventname", "eventname", "redcaprepeatinstrument", "repeatinstrument") >= 0
	return several || c.Dict.Len() == c.Codes.Len()+1 && c.Codes.Len() > 1
}

// lonelyBox reports whether the column is the one and only box of a checkbox
// field of REDCap.
func (in *inference) lonelyBox(p *profile) bool {
	return in.file.Dialect.Name == "redcap" && p.column.Option != "" && p.column.Use == export.UseAnswer && box(p.column)
}

// answerCode is a code of an answer as LimeSurvey makes it.
var answerCode = pattern.New(`^(A\d{1,3}|AO\d{2,3}|-oth-)$`)

// answerCodes warns of questions of which the answers seem to be the tool's codes
// for them: few whole numbers under a heading that is a name, or A1, A2.
func (in *inference) answerCodes(drafts []*draft) {
	switch in.file.Dialect.Name {
	case "redcap", "limesurvey", "kobo":
	default:
		return
	}
	var ids []string
	for _, d := range drafts {
		named := !strings.ContainsAny(d.profile.column.Question, " ?") && d.profile.column.Code == ""
		if d.doubted(survey.IssueCodesUnlabelled) || d.doubted(survey.IssueMaybeCodes) {
			continue
		}
		if d.Role == "" && named && d.Kind == survey.Number.String() && d.profile.fewCodes() || d.Kind == survey.Single.String() && d.onlyCodes() {
			ids = append(ids, d.ID)
		}
	}
	if len(ids) > 0 {
		in.cb.Doubts = append(in.cb.Doubts, survey.Issue{
			Where:    survey.Place{File: in.file.Name, Sheet: in.file.Sheet},
			Severity: survey.Warning, Code: survey.IssueAnswerCodes, Args: append([]string{in.file.Dialect.Name}, ids...),
			Fix: "questions: " + ids[0] + ": {kind: single, options: [{code: " + firstCode(drafts, ids[0]) + ", label: \"…\"}]}",
		})
	}
}

// firstCode returns the lowest answer of the question with the id.
func firstCode(drafts []*draft, id string) string {
	at := slices.IndexFunc(drafts, func(d *draft) bool { return d.ID == id })
	keys := drafts[at].profile.labels()
	slices.Sort(keys)
	return keys[0]
}

// fewCodes reports whether the answers are whole numbers from 0 or 1 on, each of
// them given several times on average, and none of them large.
func (p *profile) fewCodes() bool {
	return len(p.values) <= 10 && 2*len(p.values) <= p.filled && p.share(func(v value) bool {
		n, err := strconv.Atoi(v.key)
		return err == nil && n >= 0 && (n <= 10 || n >= 88 && n <= 99)
	}) == 1
}

// onlyCodes reports whether every option is a code.
func (d *draft) onlyCodes() bool {
	return len(d.Options) > 1 && !slices.ContainsFunc(d.Options, func(o Option) bool {
		return !answerCode.MatchString(o.Label) && !o.Other
	})
}
