package main

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"syscall"
	"testing"
)

// All code is mapped once it is fetched, and it is the program's own.
func TestOwnPages(t *testing.T) {
	parts := ownPages()
	code := reflect.ValueOf(ownPages).Pointer()
	var of addresses
	for _, part := range parts {
		if part.first <= code && code < part.last {
			of = part
		}
	}
	if of == (addresses{}) {
		t.Fatalf("%x is in none of %x", code, parts)
	}
	err := ready(parts)
	if errors.Is(err, syscall.EINVAL) && older(t, 5, 14) {
		t.Log("a kernel before 5.14 maps no pages ahead")
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if size, mapped := mappedOf(t, of); mapped < size*9/10 {
		t.Errorf("%d of %d kB are mapped", mapped, size)
	}
	if err := ready([]addresses{{0, 1 << 12}}); err == nil {
		t.Error("addresses that there are not were mapped")
	}
}

// older reports whether the kernel is older than a version.
func older(t *testing.T, major, minor int) bool {
	t.Helper()
	release, err := os.ReadFile("/proc/sys/kernel/osrelease")
	if err != nil {
		t.Fatal(err)
	}
	var is, at int
	if _, err := fmt.Sscanf(string(release), "%d.%d", &is, &at); err != nil {
		t.Fatalf("the kernel is %q: %v", release, err)
	}
	return is < major || is == major && at < minor
}

// mappedOf returns the size of a part, and how much of it is mapped, in kilobytes.
func mappedOf(t *testing.T, of addresses) (size, mapped int) {
	t.Helper()
	list, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(list), fmt.Sprintf("%08x-%08x ", of.first, of.last))
	_, rest, sized := strings.Cut(rest, "\nSize:")
	_, resident, is := strings.Cut(rest, "\nRss:")
	if !found || !sized || !is {
		t.Fatalf("%x is not in\n%s", of, list)
	}
	if _, err := fmt.Sscan(rest, &size); err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Sscan(resident, &mapped); err != nil {
		t.Fatal(err)
	}
	return size, mapped
}
