// Package command is the command line of benchmark: one file per command, each
// with its options, a constructor that parses and checks them, and a function
// that does the work by walking the road from file to report.
//
// A command decides nothing about figures: it computes, sorts and formats
// none. Results go to standard output or to files, everything else to standard
// error. Files are whole or not there: they are written beside their place and
// put there by renaming.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"

	"benchmark/survey"
)

// The exit statuses.
const (
	statusDone        = 0   // done
	statusFailed      = 1   // could not be done
	statusUsage       = 2   // the command line is wrong
	statusDoubtful    = 3   // done, but the data has a problem that nothing settles
	statusInterrupted = 130 // stopped by an interrupt, as shells report it
	statusUnread      = 141 // what reads the output stopped reading, as shells report it
)

// Main runs the program with the arguments that follow its name and returns
// the exit status. It reads the environment through getenv only. A cancelled
// context ends the work and leaves no half-written file behind.
func Main(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) int {
	c := &console{in: stdin, out: stdout, err: stderr, getenv: getenv}
	defer c.memory.stop()
	root := newRootCommand(c, first(args))
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return statusDone
	}
	text := printable(err.Error())
	exit := status(err)
	switch exit {
	case statusUnread:
		return exit // nobody is there to read about it
	case statusUsage:
		if cmd.Name() == "help" {
			cmd = root // help has none of its own
		}
		text += fmt.Sprintf(" (see '%s --help')", cmd.CommandPath())
	case statusInterrupted:
		var partly *interruptedError
		if !errors.As(err, &partly) {
			text = "interrupted, nothing was written"
		}
	}
	_, _ = fmt.Fprintf(stderr, "benchmark: %s\n", text) // there is nowhere left to report a failure to
	return exit
}

// first returns the first argument, or nothing.
func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// status is the one place that turns an error into an exit status.
func status(err error) int {
	var usage *usageError
	var doubt *doubtError
	var claim *claimError
	var exposed *exposedError
	switch {
	case err == nil:
		return statusDone
	case errors.As(err, &doubt), errors.As(err, &claim), errors.As(err, &exposed):
		return statusDoubtful
	case errors.As(err, &usage):
		return statusUsage
	case errors.Is(err, context.Canceled):
		return statusInterrupted
	case unread(runtime.GOOS, err):
		return statusUnread
	}
	return statusFailed
}

// printable takes out of a message what would steer a terminal: a file name or
// a cell of a survey file can hold anything.
func printable(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i := range lines {
		lines[i] = survey.Visible(lines[i])
	}
	return strings.Join(lines, "\n")
}
