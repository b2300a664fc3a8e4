package command

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// patience is how long work may take before a line tells what it is doing.
const patience = time.Second

// progress is one line on a terminal that tells what slow work is doing. It is
// wiped when the work ends. The zero value shows nothing.
type progress struct {
	mu    sync.Mutex
	w     io.Writer
	timer *time.Timer
	doing string
	shown bool
}

// progress starts a line on standard error, or one that shows nothing when
// that is no terminal. End it with done.
func (c *console) progress() *progress {
	p := &progress{}
	if isTerminal(c.err) {
		p.start(c.err, patience)
	}
	return p
}

func (p *progress) start(w io.Writer, wait time.Duration) {
	p.w = w
	p.timer = time.AfterFunc(wait, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.w != nil {
			p.shown = true
			p.draw()
		}
	})
}

// step tells what is being done now.
func (p *progress) step(doing string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.doing = doing
	if p.shown {
		p.draw()
	}
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

func (p *progress) draw() { _, _ = fmt.Fprintf(p.w, "\r\x1b[K%s ...", p.doing) }
