//go:build !linux

package main

// fetch leaves it to the system to fetch the program as it is used.
func fetch() {}
