//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// survive makes a write to a pipe that nobody reads, and one beyond the limit on
// the size of a file, an error of that write: the work ends in order, and leaves
// nothing half-written behind.
func survive() { signal.Ignore(syscall.SIGPIPE, syscall.SIGXFSZ) }
