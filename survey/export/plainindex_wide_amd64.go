package export

// What stopsIn takes: of the processor, by the leaves of CPUID that tell it, and of the
// system, which has to save all registers.
const (
	leafBasic = 1
	basic     = 1<<1 | 1<<23 | 1<<27 | 1<<28 // PCLMULQDQ, POPCNT, OSXSAVE, AVX
	leafMore  = 7
	more      = 1<<3 | 1<<8 | 1<<16 | 1<<30 // BMI1, BMI2, AVX512F, AVX512BW
	evenMore  = 1 << 6                      // AVX512_VBMI2
	allSaved  = 0xe6                        // XMM, YMM, masks, ZMM
)

// looksWide reports whether stopsIn can be called.
func looksWide() bool {
	if most, _, _ := cpuid(0); most < leafMore {
		return false
	}
	if _, _, c := cpuid(leafBasic); c&basic != basic || saved()&allSaved != allSaved {
		return false
	}
	_, b, c := cpuid(leafMore)
	return b&more == more && c&evenMore != 0
}

// cpuid returns what the processor says of itself.
func cpuid(leaf uint32) (a, b, c uint32)

// saved returns which registers the system saves.
func saved() uint32

// wideBlocks is blocks by AVX-512, without a branch for any of what it finds.
func (x *plainIndex) wideBlocks(b []byte, base, count int, separators uint64) {
	_ = b[count*blockSize-1]
	stops, lines := x.stops[x.n:][:atOnce*blockSize], x.lines[len(x.lines):][:atOnce*blockSize]
	moreStops, moreLines, inside := stopsIn(&stops[0], &lines[0], &b[0], count, uint32(base), uint32(x.n), separators, x.inside)
	x.n, x.lines, x.inside = x.n+moreStops, x.lines[:len(x.lines)+moreLines], inside
}

// stopsIn sets stops and lines from pointers on to what is in blocks, of which the first
// begins at base. There are n stops before, and inside is all ones when it begins within
// quotation marks. It returns how many it has set, and inside for the next block; behind
// them it writes as much as blockSize.
//
//go:noescape
func stopsIn(stops, lines *uint32, b *byte, blocks int, base, n uint32, separators, inside uint64) (moreStops, moreLines int, after uint64)
