//go:build !linux

package command

// largePages does nothing where there is no advice to give.
func largePages(int64) {}

// memoryOfGroup knows of no limit where there are no control groups.
func memoryOfGroup() int64 { return unlimited }
