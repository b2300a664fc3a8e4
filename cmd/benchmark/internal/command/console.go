package command

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"

	"benchmark/reports"
	"benchmark/survey/locale"
)

const (
	// pipeWidth is the width of a text when there is no terminal to ask.
	pipeWidth = 100
	// narrowest is the smallest width that a text is laid out for.
	narrowest = 40
)

// console is what the program talks to: its streams and its environment.
type console struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	// working is the line on a terminal that tells how slow work stands, or nil.
	working *progress
	memory  memory
}

// screen tells what a text on standard output is laid out for. The width is
// the one asked for, else COLUMNS, else the terminal's, else 100. There is
// colour on a terminal only, and not when NO_COLOR is set.
func (c *console) screen(asked int) reports.Screen {
	return reports.Screen{
		Width:  max(c.width(asked), narrowest),
		Colour: c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb" && colours(c.out),
	}
}

func (c *console) width(asked int) int {
	if asked > 0 {
		return asked
	}
	if n, err := strconv.Atoi(c.getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if f, ok := c.out.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return n
		}
	}
	return pipeWidth
}

// isTerminal reports whether what is written to w is read by a person.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// language returns the locale of the --lang flag, else of the survey, else of
// the environment, else English.
func (c *console) language(asked, ofSurvey string) (*locale.Locale, error) {
	if asked != "" {
		return locale.For(asked)
	}
	for _, tag := range []string{ofSurvey, c.getenv("LC_ALL"), c.getenv("LC_MESSAGES"), c.getenv("LANG")} {
		if l, err := locale.For(tag); err == nil {
			return l, nil
		}
	}
	return locale.For("en")
}
