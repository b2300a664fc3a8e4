package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"time"
)

// cost is what one run of a process took.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // the largest resident set, in bytes
}

// contestant is a program on one file.
type contestant struct {
	peer   *peer
	size   *size
	input  string // the extension of the file
	costs  []cost
	figure figures
	// missing is true when the program is not installed.
	missing bool
}

// run runs the contestant once and keeps what it cost; the figures of the first
// run are read.
func (c *contestant) run(ctx context.Context, h *house) error {
	args := c.peer.command(h, c)
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "OMP_WAIT_POLICY=passive", "SPEED_NPM="+h.npm)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out := io.Discard
	if c.peer.prints {
		if err := os.Remove(h.table(c)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err // else the system writes what replaces it to disk while we wait
		}
		f, err := os.Create(h.table(c))
		if err != nil {
			return err
		}
		defer f.Close() //nolint:errcheck // a table that is not whole can't be read
		out = f
	}
	cmd.Stdout = out
	begun := time.Now()
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("running %s on %s%s: %w\n%s", c.peer.name, c.size.name, c.input, err, complaint.Bytes())
	}
	s := cmd.ProcessState
	c.costs = append(c.costs, cost{time.Since(begun), s.UserTime() + s.SystemTime(), peak(s)})
	if len(c.costs) > 1 || c.peer.read == nil {
		return nil
	}
	data, err := os.ReadFile(h.table(c))
	if err != nil {
		return err
	}
	if c.figure, err = c.peer.read(data); err != nil {
		return fmt.Errorf("reading the figures of %s on %s%s: %w", c.peer.name, c.size.name, c.input, err)
	}
	return nil
}

// median returns the median of each cost; there must be one.
func median(costs []cost) cost {
	return cost{
		wall:   middle(costs, func(c cost) time.Duration { return c.wall }),
		cpu:    middle(costs, func(c cost) time.Duration { return c.cpu }),
		memory: middle(costs, func(c cost) int64 { return c.memory }),
	}
}

func middle[T cmp.Ordered](costs []cost, of func(cost) T) T {
	var list []T
	for _, c := range costs {
		list = append(list, of(c))
	}
	slices.Sort(list)
	return list[len(list)/2]
}
