//go:build !amd64

package export

// findPlaces sets where the bytes are in each block of b, of which there are as
// many as places to set.
func findPlaces(found []blockPlaces, b []byte, separators uint64) { findByWords(found, b, separators) }

// looksWide reports whether there is a wider way to look.
func looksWide() bool { return false }

func (x *plainIndex) wideBlocks(b []byte, base, count int, separators uint64) {
	x.blocks(b, base, count, separators)
}
