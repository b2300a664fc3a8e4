//go:build !windows

package command

import "io"

// colours reports whether w shows colour.
func colours(w io.Writer) bool { return isTerminal(w) }
