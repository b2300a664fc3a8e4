//go:build !linux

package command

// largePages does nothing where there is no advice to give.
func largePages() {}

// memoryOfSystem knows of no limit on other systems.
func memoryOfSystem() int64 { return unlimited }
