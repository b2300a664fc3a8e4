package command

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"benchmark/survey/locale"
)

const (
	// patience is how long work may take before a line tells what it is doing.
	patience = time.Second
	// beat is how long a line stays as it is while work goes on.
	beat = 200 * time.Millisecond
	// settled is how long work must go on before its rate tells how long it takes.
	settled = 500 * time.Millisecond
	// barWidth is the width of the bar that fills.
	barWidth = 20
)

// progress is one line on a terminal that tells what slow work is doing and, where
// that is known, how much of it is done, at which rate, and how long the rest takes. It
// is wiped when the work ends. The zero value shows nothing.
type progress struct {
	mu    sync.Mutex
	w     io.Writer
	width func() int // of the terminal, in columns
	timer *time.Timer
	shown bool
	doing string
	// words are the language of the line; nil until it is known.
	words *locale.Locale
	// ready of all is done since began, in bytes or in pieces; all is 0 where that is
	// not known.
	ready, all int64
	bytes      bool
	began      time.Time
}

// progress starts a line on standard error, or one that shows nothing when
// that is no terminal. End it with done.
func (c *console) progress() *progress {
	p := &progress{}
	if f, ok := c.err.(*os.File); ok && isTerminal(f) {
		p.width = func() int {
			if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
				return n
			}
			return narrowest
		}
		p.start(f, patience)
	}
	c.working = p
	return p
}

func (p *progress) start(w io.Writer, wait time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock() // so that no tick comes before its timer is known
	p.w = w
	p.timer = time.AfterFunc(wait, p.tick)
}

// tick shows how the work stands, and does so again.
func (p *progress) tick() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w == nil {
		return
	}
	if p.doing != "" && (!p.shown || p.all > 0) {
		p.shown = true
		p.draw(time.Now())
	}
	p.timer.Reset(beat)
}

// step tells what is being done now.
func (p *progress) step(doing string) { p.count(nil, doing, 0, 0) }

// reading tells that a file is being read; read tells how far.
func (p *progress) reading(l *locale.Locale, file string) {
	p.count(l, l.Command().Reading(file), 0, 0)
}

// count tells what is being done now, and how many pieces of all are done.
func (p *progress) count(l *locale.Locale, doing string, done, all int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if done == 0 || all == 0 || p.began.IsZero() {
		p.began = time.Now()
	}
	p.doing, p.bytes, p.ready, p.all = doing, false, int64(done), int64(all)
	if l != nil {
		p.words = l
	}
	if p.shown {
		p.draw(time.Now())
	}
}

// read tells how many bytes of all have been read; 0 of 0 when it can't be told.
func (p *progress) read(done, all int64) {
	p.mu.Lock()
	p.bytes, p.ready, p.all = true, done, all
	p.mu.Unlock()
}

// done wipes the line.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.timer != nil {
		p.timer.Stop()
	}
	if p.shown {
		_, _ = io.WriteString(p.w, "\r\x1b[K")
	}
	p.w, p.shown = nil, false
}

func (p *progress) draw(now time.Time) {
	width := narrowest
	if p.width != nil {
		width = p.width()
	}
	_, _ = fmt.Fprintf(p.w, "\r\x1b[K%s", p.line(now, width-1)) // in the last column some terminals go on
}

// line returns what fits in a width: what is done, and of the rest what matters most.
func (p *progress) line(now time.Time, width int) string {
	if p.all <= 0 || p.ready >= p.all || p.words == nil {
		return cut(p.doing, width-4) + " ..."
	}
	part := float64(p.ready) / float64(p.all)
	share, rate, left := p.words.Percent(part, 0), "", ""
	if took := now.Sub(p.began); took >= settled && p.ready > 0 {
		if p.bytes {
			rate = "  " + p.words.Command().Rate(float64(p.ready)/took.Seconds())
		}
		left = "  " + p.words.Command().Left(time.Duration(float64(took)*(1-part)/part))
	}
	filled := int(part * barWidth)
	bar := "  " + strings.Repeat("█", filled) + strings.Repeat("░", barWidth-filled)
	for _, rest := range []string{bar + "  " + share + rate + left, bar + "  " + share + left, "  " + share + left, "  " + share} {
		if utf8.RuneCountInString(p.doing+rest) <= width {
			return p.doing + rest
		}
	}
	return cut(p.doing, width-utf8.RuneCountInString("  "+share)) + "  " + share
}

// cut returns as much of a text as fits in a width.
func cut(text string, width int) string {
	runes := []rune(text)
	if len(runes) <= width {
		return text
	}
	return string(runes[:max(width-1, 0)]) + "…"
}
