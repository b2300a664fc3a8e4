package export

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

const (
	sniffed       = 200 // records that are looked at to find the delimiter
	modalShare    = 0.95
	maxTitleLines = 10
	fewRecords    = 8 // too few to tell why some have fewer fields
)

func delimiters() []rune { return []rune{',', ';', '\t', '|'} }

// delimiterName returns the word for a delimiter in decisions and messages.
func delimiterName(r rune) string {
	switch r {
	case ',':
		return "comma"
	case ';':
		return "semicolon"
	case '\t':
		return "tab"
	case '|':
		return "bar"
	}
	return string(r)
}

func allowedDelimiter(r rune) bool {
	return r == '\t' || r > ' ' && r != '"' && r != unicode.ReplacementChar && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsSpace(r) && !unicode.IsControl(r)
}

// sniff is how a text splits by one delimiter.
type sniff struct {
	delimiter rune
	lines     []int // line on which each record starts
	fields    []int
	titles    int // lines of one field above the others
	modal     int
	share     float64
	head      int  // fields of the first record below the titles
	shorter   bool // no record has more fields than that one, and others have as many
}

// findDelimiter takes a delimiter by which nearly all of the first records have
// the same number of fields; of several, the one by which the first line splits
// too, then the one with more fields: decimal commas divide every line in two,
// also where one line has a semicolon too many.
func findDelimiter(t *text) (rune, *Error) {
	var tried []sniff
	for _, d := range delimiters() {
		s := countFields(t.body, d)
		s.settle()
		tried = append(tried, s)
	}
	slices.SortStableFunc(tried, func(a, b sniff) int {
		sure, other := a.share >= modalShare, b.share >= modalShare
		if !sure && !other {
			return cmp.Or(-boolCompare(a.shorter, b.shorter), cmp.Compare(b.share, a.share), cmp.Compare(a.titles, b.titles), cmp.Compare(b.modal, a.modal))
		}
		return cmp.Or(-boolCompare(sure, other), cmp.Compare(a.titles, b.titles), cmp.Compare(b.modal, a.modal), cmp.Compare(b.share, a.share))
	})
	best := tried[0]
	if rival := best.splitsTitles(tried); rival != nil {
		if rival.shorter {
			return rival.delimiter, nil
		}
		return 0, fault(fmt.Sprintf("the delimiter cannot be told: by %s the first line has %d fields, but %s; by %s the lines have %d fields, but the first has one",
			delimiterName(rival.delimiter), rival.head, rival.longer(t.skipped), delimiterName(best.delimiter), best.modal),
			"export the file again with its answers in quotation marks, or give the delimiter (file: delimiter in the codebook)")
	}
	if best.modal > 1 && (best.share >= modalShare || best.shorter) {
		return best.delimiter, nil
	}
	if words := summaryWords(firstWords(t.body)); words != "" {
		return 0, summaryFault(words)
	}
	if title := summaryTitled(firstLines(t.body)); title != "" {
		return 0, summaryFault(title)
	}
	if best.modal < 2 {
		return 0, fault("the file has one single column, so it is not a survey: no comma, semicolon, tab or bar separates its lines",
			wantWorkbook)
	}
	return 0, fault(fmt.Sprintf("the lines do not have the same number of fields: by %s %.0f%% have %d, but %s",
		delimiterName(best.delimiter), 100*best.share, best.modal, best.differing(t.skipped)),
		"export the file again, or give the delimiter (file: delimiter in the codebook)")
}

// countFields counts the fields of the first records, quotation marks honoured.
func countFields(body []byte, delimiter rune) sniff {
	s := sniff{delimiter: delimiter}
	line, start, fields := 1, 1, 1
	quoted, fresh, filled := false, true, false
	flush := func() {
		if filled || fields > 1 {
			s.lines, s.fields = append(s.lines, start), append(s.fields, fields)
		}
		start, fields, fresh, filled, quoted = line, 1, true, false, false
	}
	for _, c := range body {
		switch {
		case quoted:
			quoted = c != '"'
			if c == '\n' {
				line++
			}
		case c == '"' && fresh:
			quoted, filled = true, true
			continue // a doubled mark inside reopens, since fresh stays
		case rune(c) == delimiter:
			fields++
			fresh = true
			continue
		case c == '\n':
			line++
			flush()
			if len(s.fields) == sniffed {
				return s
			}
			continue
		case c != '\r' && c != ' ':
			filled = true
		}
		if !quoted && c != '"' {
			fresh = false
		}
	}
	flush()
	return s
}

// settle finds the commonest number of fields and the share of records that
// have it. Lines of one field above the rest are titles and do not count.
func (s *sniff) settle() {
	for s.titles < len(s.fields) && s.titles < maxTitleLines && s.fields[s.titles] == 1 {
		s.titles++
	}
	counts := map[int]int{}
	for _, n := range s.fields[s.titles:] {
		counts[n]++
	}
	for _, n := range s.fields[s.titles:] {
		if counts[n] > counts[s.modal] || counts[n] == counts[s.modal] && n > s.modal {
			s.modal = n
		}
	}
	if s.modal > 0 {
		s.share = float64(counts[s.modal]) / float64(len(s.fields)-s.titles)
	}
	if s.titles < len(s.fields) {
		rest := s.fields[s.titles:]
		s.head = rest[0]
		s.shorter = s.modal > 1 && len(rest) > fewRecords && slices.Max(rest[1:]) == s.head
	}
	if s.modal < 2 {
		s.share = 0
	}
}

// splitsTitles returns another delimiter that divides what would be the title
// in more fields than the records have by this one: then it is the header.
func (s *sniff) splitsTitles(tried []sniff) *sniff {
	if s.titles == 0 || s.modal < 2 || s.share < modalShare {
		return nil
	}
	for i := range tried {
		if r := &tried[i]; r.titles < s.titles && r.head > max(2, s.modal) && r.modal > s.modal {
			return r
		}
	}
	return nil
}

// longer names the first lines that have more fields than the header.
func (s *sniff) longer(skipped int) string {
	var list []string
	for i, n := range s.fields {
		if n != s.head && len(list) < 5 {
			list = append(list, fmt.Sprintf("line %d has %d", s.lines[i]+skipped, n))
		}
	}
	return strings.Join(list, ", ")
}

// differing names the first lines that have another number of fields.
func (s *sniff) differing(skipped int) string {
	var list []string
	for i, n := range s.fields {
		if n != s.modal {
			list = append(list, fmt.Sprintf("line %d has %d", s.lines[i]+skipped, n))
		}
		if len(list) == 5 {
			break
		}
	}
	return strings.Join(list, ", ")
}

// firstWords returns the first field of each of the first lines, whatever the
// delimiter.
func firstWords(body []byte) []string {
	var words []string
	for line := range bytes.Lines(body) {
		if i := bytes.IndexAny(line, ",;\t|\r\n"); i >= 0 {
			line = line[:i]
		}
		if w := clean(strings.Trim(string(line), `"`)); w != "" {
			words = append(words, w)
		}
		if len(words) == 2000 {
			break
		}
	}
	return words
}
