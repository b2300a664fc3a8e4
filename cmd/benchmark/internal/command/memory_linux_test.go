package command

import (
	"os"
	"path/filepath"
	"testing"
)

// TestLeastOf: the memory of a group is also what those around it have.
func TestLeastOf(t *testing.T) {
	root := t.TempDir()
	inner := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(inner, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"own": "3000\n", "around": "2000\n", "most": "max\n", "odd": "x"} {
		folder := inner
		if name == "around" {
			folder = root
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]int64{"own": 3000, "around": 2000, "most": unlimited, "odd": unlimited, "absent": unlimited} {
		for _, group := range []string{"/a/b", "/a/b/c/d"} { // the latter is not there
			if got := leastOf(root, group, name); got != want {
				t.Errorf("%s of %s: %d, want %d", name, group, got, want)
			}
		}
	}
	if got := leastOf(root, "/../../..", "own"); got != unlimited {
		t.Errorf("above the root: %d", got)
	}
}
