package quality

import (
	"runtime"
	"strconv"
	"sync"

	"benchmark/survey"
)

// NonResponse is what became of one question among those to whom it was put.
type NonResponse struct {
	// Question is its position in the survey.
	Question int
	// Asked is the number of respondents to whom it was put: all but those whom
	// the routing or the survey tool left out.
	Asked int
	// Skipped is how many of them left it empty or declined. Where the routing is
	// not known some of these may not have been asked: Certain is false then.
	Skipped int
	Certain bool
}

// Share returns the part of those asked who did not answer, 0 to 1; 0 when
// nobody was asked.
func (n NonResponse) Share() float64 {
	if n.Asked == 0 {
		return 0
	}
	return float64(n.Skipped) / float64(n.Asked)
}

// ItemNonResponse returns the non-response of every question, in questionnaire
// order; of a question without a column nothing is counted.
func ItemNonResponse(s *survey.Survey) []NonResponse {
	all := make([]NonResponse, len(s.Questions))
	threads := 1
	if s.Respondents >= manyRespondents {
		threads = runtime.GOMAXPROCS(0)
	}
	var counting sync.WaitGroup
	for k := 1; k < threads; k++ {
		counting.Go(func() { countSome(all, s, k, threads) })
	}
	countSome(all, s, 0, threads)
	counting.Wait()
	return all
}

// manyRespondents is how many there must be for several threads to count what they skipped.
const manyRespondents = 1 << 16

// countSome counts the non-response of every so many questions from one on.
func countSome(all []NonResponse, s *survey.Survey, from, step int) {
	for i := from; i < len(all); i += step {
		n := &all[i]
		n.Question, n.Certain = i, s.Questions[i].RoutingKnown
		if i >= len(s.Columns) {
			continue
		}
		of := s.Columns[i].Reasons()
		n.Skipped = of[survey.Skipped] + of[survey.Refused] + of[survey.Blank]
		n.Asked = s.Columns[i].Len() - of[survey.NotAsked] - of[survey.NotShown]
	}
}

// muchSkipped is the share of non-response from which it is worth a note.
const muchSkipped = 0.2

// nonResponse notes the questions that at least one in five of those asked
// skipped; who answers under which name is nobody's business. Where it is not
// known who was asked, nothing is said.
func (c *checker) nonResponse() {
	for _, n := range ItemNonResponse(c.s) {
		if n.Certain && c.s.Questions[n.Question].Kind != survey.Name && n.Skipped > 0 && n.Share() >= muchSkipped {
			c.note(n.Question, nil, survey.Note, survey.IssueNonResponse,
				c.s.Questions[n.Question].ID, strconv.Itoa(n.Skipped), strconv.Itoa(n.Asked))
		}
	}
}
