//go:build !linux

package command

// largePages does nothing where there is no advice to give.
func largePages(int64) {}
