package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"benchmark/reports"
)

// environment returns a getenv that knows the pairs.
func environment(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestScreen(t *testing.T) {
	for _, tt := range []struct {
		asked  int
		getenv func(string) string
		want   int
	}{
		{0, environment(), pipeWidth},
		{0, environment("COLUMNS", "72"), 72},
		{0, environment("COLUMNS", "wide"), pipeWidth},
		{0, environment("COLUMNS", "-3"), pipeWidth},
		{0, environment("COLUMNS", "12"), narrowest},
		{120, environment("COLUMNS", "72"), 120},
	} {
		c := &console{out: &bytes.Buffer{}, getenv: tt.getenv}
		if got, want := c.screen(tt.asked), (reports.Screen{Width: tt.want}); got != want {
			t.Errorf("screen(%d) = %+v, want %+v: no colour in a pipe", tt.asked, got, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, tt := range []struct {
		asked, ofSurvey string
		getenv          func(string) string
		want            string
	}{
		{"nl", "en", environment("LC_ALL", "en_GB.UTF-8"), "nl"},
		{"", "nl", environment("LC_ALL", "en_GB.UTF-8"), "nl"},
		{"", "", environment("LC_ALL", "nl_NL.UTF-8", "LANG", "en_US.UTF-8"), "nl"},
		{"", "", environment("LC_MESSAGES", "nl_NL.UTF-8"), "nl"},
		{"", "", environment("LC_ALL", "C", "LANG", "nl_NL.UTF-8"), "nl"},
		{"", "", environment("LANG", "C.UTF-8"), "en"},
		{"", "fr", environment(), "en"},
	} {
		l, err := (&console{getenv: tt.getenv}).language(tt.asked, tt.ofSurvey)
		if err != nil || l.Tag != tt.want {
			t.Errorf("language(%q, %q) = %v, %v; want %s", tt.asked, tt.ofSurvey, l, err, tt.want)
		}
	}
}

func TestStatus(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want int
	}{
		{nil, 0},
		{errors.New("failed"), 1},
		{fmt.Errorf("somewhere: %w", &usageError{"wrong"}), 2},
		{fmt.Errorf("somewhere: %w", &doubtError{2}), 3},
		{fmt.Errorf("somewhere: %w", context.Canceled), 130},
	} {
		if got := status(tt.err); got != tt.want {
			t.Errorf("status(%v) = %d, want %d", tt.err, got, tt.want)
		}
	}
}

// An interrupt ends a command at once, with 130 and without waiting for what
// was being computed.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	started := make(chan struct{})
	blocked := make(chan struct{})
	defer close(blocked)
	go func() {
		<-started
		cancel()
	}()
	_, err := await(ctx, func() (int, error) {
		close(started)
		<-blocked
		return 1, nil
	})
	if got := status(err); got != statusInterrupted {
		t.Errorf("status %d (%v), want %d", got, err, statusInterrupted)
	}
}

func TestMainInterrupted(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs bytes.Buffer
	never := make(chan struct{})
	t.Cleanup(func() { close(never) })
	got := Main(ctx, []string{"analyze", "-", "--out", dir + "/new"}, blockedReader{never}, &out, &errs, environment())
	if want := "benchmark: interrupted, nothing was written\n"; got != statusInterrupted || errs.String() != want || out.Len() > 0 {
		t.Errorf("status %d, stderr %q, stdout %q; want %d, %q and nothing", got, &errs, &out, statusInterrupted, want)
	}
	if left := tree(t, dir); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

type blockedReader struct{ until chan struct{} }

func (r blockedReader) Read([]byte) (int, error) {
	<-r.until
	return 0, errors.New("ended")
}

// lockedBuffer is a buffer that two goroutines may use.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestProgress(t *testing.T) {
	t.Run("quick work shows nothing", func(t *testing.T) {
		var w lockedBuffer
		p := &progress{}
		p.start(&w, time.Hour)
		p.step("reading")
		p.done()
		if got := w.String(); got != "" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("slow work shows a line and wipes it", func(t *testing.T) {
		var w lockedBuffer
		p := &progress{}
		p.start(&w, time.Millisecond)
		p.step("reading")
		for deadline := time.Now().Add(5 * time.Second); !strings.Contains(w.String(), "reading") && time.Now().Before(deadline); {
			time.Sleep(time.Millisecond)
		}
		p.step("counting")
		p.done()
		p.done() // ending twice is harmless
		if got, want := w.String(), "\r\x1b[Kreading ...\r\x1b[Kcounting ...\r\x1b[K"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
	t.Run("no terminal, no line", func(t *testing.T) {
		var w bytes.Buffer
		p := (&console{err: &w}).progress()
		p.step("reading")
		p.done()
		if p.timer != nil || w.Len() > 0 {
			t.Errorf("a line was started, %q", &w)
		}
	})
}

func TestPrintable(t *testing.T) {
	if got, want := printable("a\x1b[31mred\x07\nb\r\n"), "ared\nb"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
