package export

// placesIn is wordPlaces for whole blocks, sixteen bytes at a time by SSE2, which
// every processor of this kind has. Each byte of a word is the one that is looked for.
//
//go:noescape
func placesIn(found *blockPlaces, b *byte, blocks int, separators, feeds, quotes uint64)

// find sets where the bytes are in each block of b, of which there are as many as
// places to set.
func findPlaces(found []blockPlaces, b []byte, separators uint64) {
	_ = b[len(found)*blockSize-1]
	placesIn(&found[0], &b[0], len(found), separators, everyByte*'\n', everyByte*'"')
}
